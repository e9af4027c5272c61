import type { Question } from '../model/index.ts'
import { assemble } from './assemble.ts'
import type { Chunk } from './chunk.ts'
import { compileDraft } from './compile.ts'
import { describe, labelsOf, oneOf } from './describe.ts'
import type { Draft } from './draft.ts'
import { finish } from './finish.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { Scene } from './scene.ts'
import { type Column, type FindValues, linkSchema, type QuestionWorld, type Schema } from './schema.ts'
import { tag } from './tag.ts'
import { tokensIn } from './words.ts'

/** A question read over tables. */
export interface Reading extends Question {
  readonly draft: Draft
}

/** Reads questions over the tables of a desk. */
export class QuestionReader {
  readonly #schema: Schema
  readonly #lexicon: Lexicon
  readonly #findValues: FindValues
  readonly #prepositions: ReadonlyMap<string, readonly Column[]>

  constructor({ tables, findValues }: QuestionWorld) {
    this.#schema = linkSchema(tables)
    this.#lexicon = lexiconOf(this.#schema)
    this.#findValues = findValues
    this.#prepositions = prepositionsIn(this.#lexicon)
  }

  /** What a text asks of the tables; null where it asks nothing of them. */
  read(text: string): Reading | null {
    const tokens = tokensIn(text)
    const chunks = tag(tokens, {
      schema: this.#schema,
      lexicon: this.#lexicon,
      findValues: this.#findValues,
    })
    const scene = new Scene(this.#schema, hintsIn(chunks), this.#prepositions)
    assemble(chunks, scene)
    const draft = finish(scene, chunks)
    const query = draft === null ? null : compileDraft(draft)
    if (draft === null || query === null) return null
    const { focus, outputs, groups } = draft
    const one = oneOf(focus.table)
    return {
      query,
      draft,
      confidence: Math.max(0, 0.95 - scene.doubt),
      words: describe(draft),
      one,
      many: focus.table.called[1] ?? one,
      labels: labelsOf(draft),
      counts: groups.length === 0 && outputs.length === 1 && outputs[0]?.kind === 'count',
      text,
    }
  }
}

/** Keys by the prepositions they are spoken of with. */
function prepositionsIn({ byPhrase }: Lexicon): ReadonlyMap<string, readonly Column[]> {
  const words = ['from', 'to', 'at', 'in', 'on', 'for', 'by'] as const
  return new Map(
    words.map((word) => {
      const named = byPhrase.get(word) ?? []
      return [word, named.flatMap((one) => (one.kind === 'column' && one.column.link !== null ? [one.column] : []))]
    }),
  )
}

function hintsIn(chunks: readonly Chunk[]): readonly string[] {
  return chunks.filter(({ unknown, text }) => unknown && text.length > 3).map(({ text }) => text)
}
