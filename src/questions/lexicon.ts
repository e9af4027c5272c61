import type { Definition } from './draft.ts'
import type { Column, Schema, Table } from './schema.ts'
import { synonyms } from './vocabulary/synonyms.ts'
import { plainOf, superlativeOf } from './vocabulary/adjectives.ts'
import { plainWords } from './vocabulary/function-words.ts'
import { phraseKey, stemOf, wordsOfName } from './words.ts'

/** What a phrase may name, and how well it fits: 3 is its own name, 1 a word of it. */
export type Named =
  | { readonly kind: 'table'; readonly table: Table; readonly weight: number }
  | { readonly kind: 'column'; readonly column: Column; readonly weight: number }
  | { readonly kind: 'definition'; readonly definition: Definition; readonly weight: number }

/** Phrases, as keys, and what they may name. */
export interface Lexicon {
  readonly byPhrase: ReadonlyMap<string, readonly Named[]>
  /** Words of the longest phrase. */
  readonly longest: number
  /** Every stem that stands in a phrase. */
  readonly stems: ReadonlySet<string>
}

const abbreviated: Readonly<Record<string, string>> = {
  fname: 'first name',
  lname: 'last name',
  firstname: 'first name',
  lastname: 'last name',
  mname: 'middle name',
  dob: 'date of birth',
  birthdate: 'birth date',
  qty: 'quantity',
  dept: 'department',
  num: 'number',
  amt: 'amount',
  addr: 'address',
  desc: 'description',
  descr: 'description',
  tel: 'telephone',
  yr: 'year',
  avg: 'average',
  pct: 'percentage',
  pop: 'population',
  lang: 'language',
  emp: 'employee',
  cust: 'customer',
  prod: 'product',
  cat: 'category',
  mgr: 'manager',
  sal: 'salary',
  loc: 'location',
  govt: 'government',
  stu: 'student',
  prof: 'professor',
  fac: 'faculty',
  univ: 'university',
  org: 'organization',
  ref: 'reference',
  temp: 'temperature',
  dest: 'destination',
  src: 'source',
  dep: 'departure',
  arr: 'arrival',
  info: 'information',
  stuid: 'student id',
  petid: 'pet id',
  countryname: 'country name',
  hq: 'headquarters',
}

/** Names spelled out before: those of a large schema are asked for again and again. */
const spelled = new Map<string, readonly string[]>()

/** The words of a name, abbreviations written out. */
export function spelledOut(name: string): readonly string[] {
  const known = spelled.get(name)
  if (known !== undefined) return known
  if (spelled.size > 100_000) spelled.clear()
  const words = spellOut(name)
  spelled.set(name, words)
  return words
}

function spellOut(name: string): readonly string[] {
  const words = wordsOfName(name)
  return words.flatMap((word) =>
    Object.hasOwn(abbreviated, word) && !(word === 'cat' && words.length === 1)
      ? (abbreviated[word] ?? word).split(' ')
      : [word],
  )
}

/** The words a schema is spoken of in. */
export function lexiconOf(schema: Schema): Lexicon {
  const draft = new Draft()
  for (const table of schema.tables) draft.addTable(table)
  for (const table of schema.tables) for (const column of table.columns) draft.addColumn(column)
  return draft.finish()
}

const idWords = new Set(['id', 'ids', 'key', 'fk', 'pk', 'code', 'no'])

class Draft {
  readonly #phrases = new Map<string, Named[]>()

  addTable(table: Table): void {
    const named = (weight: number): Named => ({ kind: 'table', table, weight })
    const words = spelledOut(table.name).filter((word) => !['tbl', 'table'].includes(word))
    const weight = table.isRelation ? 2.2 : 3
    this.#add(words, named(weight))
    this.#addSynonyms(words, (extra) => named(weight - 1.6 + extra))
    for (const { called, filter } of table.definitions) {
      const definition = { table, called, filter }
      this.#add(wordsOfName(called), { kind: 'definition', definition, weight: 3 })
    }
    for (const called of table.called) this.#add(wordsOfName(called), named(3))
    if (words.length > 1) this.#add(words.slice(-1), named(1.4))
    if (words.length > 1 && !table.isRelation) this.#add(words.slice(0, 1), named(0.9))
  }

  addColumn(column: Column): void {
    const { table } = column
    const named = (weight: number): Named => ({ kind: 'column', column, weight })
    const full = spelledOut(column.name)
    const ofTable = new Set(spelledOut(table.name).map(stemOf))
    const rest = full.filter((word) => !ofTable.has(stemOf(word)))
    const own = rest.length > 0 && !rest.every((word) => idWords.has(word)) ? rest : full
    this.#add(full, named(3))
    this.#add(
      own,
      named(column.role === 'key' && own.length === 1 && idWords.has(own[0]!) ? 2.6 : 3),
    )
    for (const called of column.called) this.#add(wordsOfName(called), named(3))
    if (rest.length > 0 && rest.length < full.length && rest.every((word) => idWords.has(word)))
      this.#add(rest, named(table.key === column ? 2.6 : 2))
    if (column.link !== null || column.role === 'key') this.#addRole(own, named)
    const telling = own.filter((word) => !plainWords.has(word) || word === 'name')
    this.#addSynonyms(own, (extra) => named(1.2 + extra))
    if (table.naming.includes(column)) {
      this.#add(['name'], named(2.4))
      if (table.naming.length > 1) {
        this.#add(['full', 'name'], named(3))
        this.#add(['first', 'and', 'last', 'name'], named(3))
        this.#add(['first', 'name', 'and', 'last', 'name'], named(3))
      }
    }
    if (own.length < 2) return
    // `highest_point` is also called the high point.
    const plain = own.length === 2 ? plainOf(own[0]!) : undefined
    if (plain !== undefined) this.#add([plain, own[1]!], named(2.6))
    for (let i = 0; own.length > 2 && i < own.length - 1; i++)
      this.#add(own.slice(i, i + 2), named(2))
    for (const [i, word] of telling.entries()) {
      if (['name', 'first', 'last', 'id', 'no', 'number'].includes(word) && word !== 'name')
        continue
      if (superlativeOf(word) !== undefined) continue
      this.#add([word], named(i === telling.length - 1 ? 1.5 : 1))
      for (const phrase of synonyms.get(stemOf(word)) ?? []) this.#addKey(phrase, named(0.7))
    }
  }

  finish(): Lexicon {
    const keys = [...this.#phrases.keys()]
    return {
      byPhrase: this.#phrases,
      longest: Math.max(1, ...keys.map((key) => key.split(' ').length)),
      stems: new Set(keys.flatMap((key) => key.split(' '))),
    }
  }

  /** `director_id` is spoken of as the director. */
  #addRole(own: readonly string[], named: (weight: number) => Named): void {
    const role = own.filter((word) => !idWords.has(word))
    if (role.length > 0 && role.length < own.length) this.#add(role, named(2.7))
  }

  #addSynonyms(words: readonly string[], named: (extra: number) => Named): void {
    const whole = synonyms.get(phraseKey(words)) ?? []
    for (const phrase of whole) this.#addKey(phrase, named(0.4))
    if (words.length < 2) return
    words.forEach((word, i) => {
      for (const phrase of synonyms.get(stemOf(word)) ?? []) {
        const replaced = words.map((other, j) => (j === i ? phrase : stemOf(other))).join(' ')
        this.#addKey(replaced, named(0.6))
      }
    })
  }

  #add(words: readonly string[], named: Named): void {
    if (words.length === 0) return
    this.#addKey(phraseKey(words), named)
  }

  #addKey(key: string, named: Named): void {
    const known = this.#phrases.get(key) ?? []
    const same = known.find((one) => isSame(one, named))
    if (same !== undefined && same.weight >= named.weight) return
    const others = known.filter((one) => one !== same)
    this.#phrases.set(
      key,
      [...others, named].toSorted((a, b) => b.weight - a.weight),
    )
  }
}

function isSame(a: Named, b: Named): boolean {
  if (a.kind === 'definition')
    return b.kind === 'definition' && a.definition.table === b.definition.table
  if (a.kind === 'table') return b.kind === 'table' && a.table === b.table
  return b.kind === 'column' && a.column === b.column
}
