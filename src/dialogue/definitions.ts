import type {
  EntityDefinition,
  Identity,
  Intent,
  Language,
  SelectQuery,
  Values,
  Wording,
} from '../model/index.ts'
import { wordsOf } from './words.ts'

/** What the dialogue needs to know of a desk. */
export interface Definitions {
  /** The first is the desk's own. */
  readonly languages: readonly Language[]
  readonly topics: readonly Topic[]
  /** The desk's own and the everyday ones: see `withEveryday`. */
  readonly intents: readonly Intent[]
  readonly entities: readonly EntityDefinition[]
  readonly identities: readonly Identity[]
  /** The query that checks a proof; `given` holds a value for each column of the identity's proofs. */
  readonly prove: (identity: Identity, given: Values) => SelectQuery
}

/** A group of intents: what a button that leads there is called, and what tapping it says. */
export interface Topic {
  readonly title: Wording
  readonly ask: Wording
}

/** The definitions, found by name. Made once per desk. */
export interface Known extends Definitions {
  readonly intent: ReadonlyMap<string, Intent>
  readonly entity: ReadonlyMap<string, EntityDefinition>
  readonly identity: ReadonlyMap<string, Identity>
  /** Every word of every phrase outside its marks: what a visitor may say beside the values themselves. */
  readonly vocabulary: ReadonlySet<string>
}

/** Indexes the definitions. */
export function know(definitions: Definitions): Known {
  return {
    ...definitions,
    intent: byName(definitions.intents),
    entity: byName(definitions.entities),
    identity: byName(definitions.identities),
    vocabulary: new Set(definitions.intents.flatMap(wordsOfPhrases)),
  }
}

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]))
}

function wordsOfPhrases(intent: Intent): readonly string[] {
  return intent.phrases.flatMap((phrase) => wordsOf(phrase.text, phrase.marks))
}
