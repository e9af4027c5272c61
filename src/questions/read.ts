import type { Question } from '../model/index.ts'
import { assemble } from './assemble.ts'
import type { Chunk } from './chunk.ts'
import { compileDraft } from './compile.ts'
import { describe, labelsOf, oneOf } from './describe.ts'
import type { Draft } from './draft.ts'
import { finish } from './finish.ts'
import { type Heard, writtenOut } from './follow-up.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { respell } from './respell.ts'
import { Scene } from './scene.ts'
import {
  type Column,
  type FindValues,
  linkSchema,
  type QuestionWorld,
  type Schema,
} from './schema.ts'
import { tag } from './tag.ts'
import { inEnglish } from './vocabulary/hindi.ts'
import { stemOf, type Token, tokensIn } from './words.ts'

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

  /** What a text asks of the tables, in the light of the last question; null where it asks nothing of them. */
  read(text: string, before?: string): Reading | null {
    const heard = this.#hear(text)
    const whole = before === undefined ? null : writtenOut(heard, this.#hear(before))
    if (whole !== null) {
      const reading = this.#readHeard(this.#hear(whole))
      if (reading !== null && reading.confidence >= likely) return reading
    }
    return this.#readHeard(heard)
  }

  #hear(text: string): Heard {
    const tokens = this.#respelt(inEnglish(tokensIn(text), saying))
    const chunks = tag(tokens, {
      schema: this.#schema,
      lexicon: this.#lexicon,
      findValues: this.#findValues,
    })
    const placed = chunks.map((chunk) => ({
      ...chunk,
      start: tokens[chunk.first]!.start,
      end: tokens[chunk.last]!.end,
    }))
    return { text, chunks: placed }
  }

  #respelt(tokens: readonly Token[]): readonly Token[] {
    const words = tokens.map(({ text, kind }) => ({
      text,
      quoted: kind === 'quoted',
      capital: false,
    }))
    const found = this.#findValues(words)
    const isValue = (i: number) => {
      const here = found.filter(({ first, last }) => first <= i && i <= last)
      if (here.length === 0) return null
      return here.some(({ isMisspelt }) => !isMisspelt) ? 'exactly' : 'misspelt'
    }
    return respell(tokens, { stems: this.#lexicon.stems, isValue })
  }

  #readHeard({ text, chunks }: Heard): Reading | null {
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

/** Confidence from which a message is taken to go on from the last question. */
const likely = 0.6

function saying(from: Token, text: string): Token {
  return { ...from, text, stem: stemOf(text), kind: 'word' }
}

/** Keys by the prepositions they are spoken of with. */
function prepositionsIn({ byPhrase }: Lexicon): ReadonlyMap<string, readonly Column[]> {
  const words = ['from', 'to', 'at', 'in', 'on', 'for', 'by'] as const
  return new Map(
    words.map((word) => {
      const named = byPhrase.get(word) ?? []
      return [
        word,
        named.flatMap((one) =>
          one.kind === 'column' && one.column.link !== null ? [one.column] : [],
        ),
      ]
    }),
  )
}

function hintsIn(chunks: readonly Chunk[]): readonly string[] {
  return chunks
    .filter(({ unknown, text }) => unknown && text.length > 3)
    .map(({ text }) => stemOf(text))
}
