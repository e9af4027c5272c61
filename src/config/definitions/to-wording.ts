import type { Wording } from '../../model/index.ts'
import type { Reading } from '../reading.ts'
import { ownLanguage } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import type { WordingInput } from '../schemas/wording-schema.ts'

/** What a wording is read with. */
type WordingReading = Pick<Reading, 'languages' | 'parseTemplate'>

type Variants = string | readonly string[]

/** A wording by language, its templates read; empty for none. */
export function toWording(
  input: WordingInput | undefined,
  spot: Spot,
  reading: WordingReading,
): Wording {
  if (input === undefined) return {}
  if (typeof input === 'string' || Array.isArray(input))
    return { [ownLanguage(reading)]: toVariants(input, spot, reading) }
  const pairs = Object.entries(input).flatMap(([language, variants]) => {
    const there = spot.to(language)
    if (!there.expects('language', language, reading.languages, { part: 'key' })) return []
    return [[language, toVariants(variants, there, reading)] as const]
  })
  return Object.fromEntries(pairs)
}

function toVariants(input: Variants, spot: Spot, reading: WordingReading): readonly string[] {
  if (typeof input === 'string') return [checkTemplate(input, spot, reading)]
  return input.map((text, i) => checkTemplate(text, spot.to(i), reading))
}

/** The text as it is; a template that cannot be read is reported. */
export function checkTemplate(text: string | number, spot: Spot, reading: WordingReading): string {
  const template = String(text)
  const wrong = template.includes('{') ? reading.parseTemplate(template) : null
  if (wrong !== null) spot.report('template', `The template cannot be read: ${wrong}`)
  return template
}

/** A Liquid condition as it is; one that cannot be read is reported. */
export function checkCondition(condition: string, spot: Spot, reading: WordingReading): string {
  const wrong = reading.parseTemplate(`{% if ${condition} %}{% endif %}`)
  if (wrong !== null) spot.report('template', `The condition cannot be read: ${wrong}`)
  return condition
}
