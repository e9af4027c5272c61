import type { Rephrased } from '../model/index.ts'
import { oneOf } from './describe.ts'
import type { Heard } from './follow-up.ts'
import type { Scene } from './scene.ts'

/** Other ways to put a question at the most. */
const mostOffered = 3

/**
 * A question put so that it can only be read in one way: without the words that are not known, with the thing named whose
 * column it asks for, or with what somebody is of whom there are several kinds. `read` gives the words of a sure reading.
 */
export function rephrased(
  { text, chunks }: Heard,
  scene: Scene,
  read: (text: string) => string | null,
): readonly Rephrased[] {
  const bare = text.replace(/[?.!\s]+$/, '')
  const focus = scene.focus?.table
  const isUnsure = scene.leftOut.length > 0
  const without = isUnsure ? [withoutWords(text, chunks, scene)] : []
  const rivals = focus === undefined || scene.rivals.length === 0 ? [] : [focus, ...scene.rivals]
  const of = rivals.map((table) => `${bare} of ${table.called[1] ?? oneOf(table)}`)
  const named = scene.namesakes.flatMap(({ chunk, tables }) => {
    const at = chunks.find(({ first }) => first === chunk.first)?.start ?? 0
    return tables.map((table) => `${text.slice(0, at)}${oneOf(table)} ${text.slice(at)}`)
  })
  const texts = [...new Set([...without, ...of, ...named])].slice(0, mostOffered)
  const options = texts.flatMap((one) => {
    const words = read(one)
    return words === null ? [] : [{ text: one, words }]
  })
  return options.filter(({ words }, i) => options.findIndex((one) => one.words === words) === i)
}

function withoutWords(text: string, chunks: Heard['chunks'], { leftOut }: Scene): string {
  const spans = leftOut.flatMap(({ first }) => chunks.find((one) => one.first === first) ?? [])
  const kept = spans.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  )
  // What led up to a word that is gone goes with it.
  return kept
    .replaceAll(/\s+/g, ' ')
    .replace(/(?:\s+(?:by|in|of|from|at|for|with|and|or|to|on|the|is|are|per|each))*[\s?.!]*$/i, '')
    .trim()
}
