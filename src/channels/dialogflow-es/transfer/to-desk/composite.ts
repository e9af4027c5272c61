import type { AgentEntity } from '../agent.ts'
import { isPattern } from './regexp.ts'
import { standFor } from './system-entities.ts'

/** Characters of a pattern: a longer one would be slow to look for. */
const longestPattern = 20_000

/** Entities within entities that are followed. */
const deepest = 4

/** The pattern of a list whose values name other entities: `@number:number @unit:unit`; null when it would be too long. */
export function compositePattern(
  entity: AgentEntity,
  others: ReadonlyMap<string, AgentEntity>,
): string | null {
  const pattern = alternatives(entity, others, 0)
  return pattern.length > longestPattern || !isPattern(pattern) ? null : pattern
}

/** Whether a value is made of other entities. */
export function isComposite({ kind, values }: AgentEntity): boolean {
  return kind !== 'regexp' && values.some(({ value }) => reference.test(value))
}

const reference = /@([\p{L}\p{N}_.-]*[\p{L}\p{N}_-]):[\p{L}\p{N}_-]+/u

function alternatives(
  { kind, values }: AgentEntity,
  others: ReadonlyMap<string, AgentEntity>,
  depth: number,
): string {
  const sequences = values
    .flatMap(({ value, synonyms }) => [value, ...synonyms])
    .toSorted((a, b) => b.length - a.length)
    .map((text) => (kind === 'regexp' ? `(?:${text})` : sequence(text, others, depth)))
  return [...new Set(sequences)].filter((one) => one !== '').join('|')
}

function sequence(text: string, others: ReadonlyMap<string, AgentEntity>, depth: number): string {
  const pieces = text.split(/(@[\p{L}\p{N}_.-]*[\p{L}\p{N}_-]:[\p{L}\p{N}_-]+)/u)
  return pieces
    .map((piece) => {
      const name = reference.exec(piece)?.[1]
      return name === undefined ? literal(piece) : `(?:${referenced(name, others, depth)})`
    })
    .join('')
}

function referenced(name: string, others: ReadonlyMap<string, AgentEntity>, depth: number): string {
  const own = others.get(name)
  if (own !== undefined && depth < deepest) return alternatives(own, others, depth + 1) || anyWord
  const stand = standFor(name.replace(/^sys\./, ''))
  if (stand.kind === 'pattern') return stand.pattern
  const isNumber = stand.kind === 'built-in' && stand.entity === 'number'
  return isNumber ? String.raw`-?\d+(?:[.,]\d+)?` : anyWord
}

const anyWord = String.raw`[\p{L}\p{M}\p{N}]+`

/** The text itself, as a pattern with any space between its words. */
export function literal(text: string): string {
  return text
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`)
}
