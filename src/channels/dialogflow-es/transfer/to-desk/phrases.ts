import type { AgentIntent, AgentPhrase, PhrasePart } from '../agent.ts'
import type { Entities } from './entities.ts'
import type { Slots } from './slots.ts'

/** Phrases as an owner writes them, by language, each once. */
export function phrasesOf(
  { phrases }: AgentIntent,
  slots: Slots,
  entities: Entities,
): Readonly<Record<string, readonly string[]>> {
  const written: Record<string, Set<string>> = {}
  for (const phrase of phrases) {
    const list = (written[phrase.language] ??= new Set())
    for (const parts of examplesOf(phrase, entities)) {
      const text = textOf(parts, slots)
      if (text !== '') list.add(text)
    }
  }
  return Object.fromEntries(
    Object.entries(written).flatMap(([language, list]) =>
      list.size === 0 ? [] : [[language, [...list]] as const],
    ),
  )
}

/** A phrase that leaves places open is a phrase for each of a few values. */
function examplesOf(
  { parts }: AgentPhrase,
  entities: Entities,
): readonly (readonly PhrasePart[])[] {
  const open = parts.filter(isOpen).map(({ entity }) => entities.samplesOf(entity))
  if (open.length === 0) return [parts]
  const count = Math.max(...open.map((samples) => samples.length))
  return Array.from({ length: count }, (_, i) => filled(parts, entities, i))
}

function filled(parts: readonly PhrasePart[], entities: Entities, i: number) {
  return parts.map((part) => {
    if (!isOpen(part)) return part
    const samples = entities.samplesOf(part.entity)
    return { ...part, text: samples[i % samples.length] ?? '' }
  })
}

function isOpen({ text, alias, entity }: PhrasePart): boolean {
  return text === '' && alias !== '' && entity !== ''
}

/** The phrase in one piece; the second value marked for a list is that of its second slot. */
function textOf(parts: readonly PhrasePart[], slots: Slots): string {
  const counts = new Map<string, number>()
  const written = parts.map((part) => {
    const slot = part.alias === '' ? undefined : slots.byAlias.get(part.alias)
    if (slot === undefined) return markOf(part, undefined)
    const count = counts.get(slot) ?? 0
    counts.set(slot, count + 1)
    return markOf(part, (slots.lists.get(slot) ?? [slot])[count] ?? slot)
  })
  return written.join('').replaceAll(/\s+/g, ' ').trim()
}

/** `[tomorrow](day)`, the spaces around the words left outside. */
function markOf({ text }: PhrasePart, slot: string | undefined): string {
  const words = text.trim().replaceAll(/[[\]]/g, '')
  if (slot === undefined || words === '') return text.replaceAll('](', '] (')
  const [before = ''] = /^\s*/.exec(text) ?? []
  const [after = ''] = /\s*$/.exec(text) ?? []
  return `${before}[${words}](${slot})${after}`
}
