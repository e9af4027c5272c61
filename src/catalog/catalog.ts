import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Entity, EntityDefinition, Value } from '../model/index.ts'
import { everydayWords } from './common-words.ts'
import { findValues } from './find-values.ts'
import { indexValues } from './value-index.ts'
import type { NamedValue, ValueIndex } from './value-index.ts'
import { withoutVowels, wordsIn } from './words.ts'

/** An entity whose values stand in a column. */
export type ColumnEntity = Extract<EntityDefinition, { kind: 'column' }>

/** An entity with values that can be listed. */
type ValuedEntity = Exclude<EntityDefinition, { kind: 'pattern' }>

/** What a catalog is made of. */
export interface CatalogWorld {
  readonly entities: readonly EntityDefinition[]
  /** The rows of a column entity: its column first, then those of `also`, in order. */
  readonly load: (entity: ColumnEntity) => Promise<readonly (readonly Value[])[]>
  /** Words of the desk's phrases outside the marked values; see `deskWords`. */
  readonly deskWords: Iterable<string>
  /** Told when a column could not be read; its last values are kept. */
  readonly onFailure: (entity: string, failure: unknown) => void
}

/** Milliseconds until a column that could not be read at all is tried again; the next times take twice as long. */
const firstRetry = 1000

/** One live index of the values of lists and columns alike. Close it to stop its timers. */
export class Catalog {
  readonly #world: CatalogWorld
  readonly #valued: readonly ValuedEntity[]
  readonly #deskWords: ReadonlySet<string>
  readonly #shortened: ReadonlySet<string>
  readonly #indexes = new Map<string, ValueIndex>()
  readonly #seen = new Map<string, string>()
  readonly #timers: NodeJS.Timeout[] = []
  #closed = false

  constructor(world: CatalogWorld) {
    this.#world = world
    this.#valued = world.entities.filter((entity) => entity.kind !== 'pattern')
    this.#deskWords = new Set(
      Array.from(world.deskWords).flatMap((word) => wordsIn(word).map(({ stem }) => stem)),
    )
    this.#shortened = new Set([...this.#deskWords, ...everydayWords].map(withoutVowels))
  }

  /** Reads every list and column, and from now on each column again at its own interval. Never rejects. */
  async open(): Promise<void> {
    await Promise.all(this.#valued.map((entity) => this.#begin(entity, firstRetry)))
    for (const entity of this.#valued) {
      if (entity.kind !== 'column') continue
      const timer = setInterval(() => void this.#refresh(entity), entity.refreshSeconds * 1000)
      this.#timers.push(timer.unref())
    }
  }

  /** Reads the columns again at once. Never rejects. */
  async refresh(): Promise<void> {
    await Promise.all(this.#valued.map((entity) => this.#refresh(entity)))
  }

  close(): void {
    this.#closed = true
    for (const timer of this.#timers.splice(0)) clearInterval(timer)
  }

  /**
   * The values named in a text; more than one value for the same words is one entity with alternatives. `asked` is
   * the entity the visitor was asked for, if any: its values are also found by everyday words.
   */
  find(text: string, asked: string | null = null): readonly Entity[] {
    return this.#valued.flatMap((entity) => {
      const index = this.#indexes.get(entity.name)
      if (index === undefined) return []
      const look = {
        typos: entity.typos,
        deskWords: this.#deskWords,
        isKnown: this.#isKnown,
        isName: this.#isName,
        shortened: this.#shortened,
        asked: entity.name === asked,
      }
      return findValues(text, index, look).map(({ values, start, end }) => ({
        entity: entity.name,
        value: index.values[values[0]!.value] ?? null,
        text: text.slice(start, end),
        start,
        end,
        score: values[0]!.score,
        alternatives: values.slice(1).map(({ value }) => index.values[value] ?? null),
      }))
    })
  }

  /** The entities whose values could not be read so far. */
  unread(): readonly string[] {
    return this.#valued.map(({ name }) => name).filter((name) => !this.#indexes.has(name))
  }

  /** The first values of an entity, at most `most`. */
  values(entity: string, most: number): readonly Value[] {
    return this.#indexes.get(entity)?.values.slice(0, most) ?? []
  }

  readonly #isKnown = (stem: string): boolean =>
    [...this.#indexes.values()].some((index) => index.byWord.has(stem))

  readonly #isName = (stem: string): boolean =>
    [...this.#indexes.values()].some((index) => index.whole.has(stem))

  /** The first reading. A database may still be starting, so it is tried again before the next interval. */
  async #begin(entity: ValuedEntity, retryIn: number): Promise<void> {
    await this.#refresh(entity)
    if (this.#closed || this.#indexes.has(entity.name) || entity.kind !== 'column') return
    if (retryIn >= entity.refreshSeconds * 1000) return
    const timer = setTimeout(() => void this.#begin(entity, retryIn * 2), retryIn)
    this.#timers.push(timer.unref())
  }

  async #refresh(entity: ValuedEntity): Promise<void> {
    try {
      const named = entity.kind === 'list' ? namedList(entity) : await this.#namedRows(entity)
      const fingerprint = createHash('sha256').update(JSON.stringify(named)).digest('hex')
      if (this.#seen.get(entity.name) === fingerprint) return
      this.#indexes.set(entity.name, await indexValues(named, setImmediate))
      this.#seen.set(entity.name, fingerprint)
    } catch (failure) {
      this.#world.onFailure(entity.name, failure)
    }
  }

  async #namedRows(entity: ColumnEntity): Promise<readonly NamedValue[]> {
    const rows = await this.#world.load(entity)
    const names = new Map<Value, Set<string>>()
    const call = (value: Value, name: Value) => {
      if (value === null || name === null || name === '') return
      names.set(value, (names.get(value) ?? new Set()).add(String(name)))
    }
    for (const [cell = null, ...also] of rows)
      for (const value of entity.several ? severalIn(cell) : [cell])
        for (const name of [value, ...also.flatMap(severalIn)]) call(value, name)
    for (const { value, synonyms } of entity.synonyms)
      if (names.has(value)) synonyms.forEach((synonym) => call(value, synonym))
    return Array.from(names, ([value, called]) => ({ value, names: [...called] }))
  }
}

function namedList({ values }: Extract<EntityDefinition, { kind: 'list' }>): readonly NamedValue[] {
  return values.map(({ value, synonyms }) => ({ value, names: [value, ...synonyms] }))
}

/** What a cell with commas holds. */
function severalIn(cell: Value): readonly Value[] {
  return typeof cell === 'string' ? cell.split(',').map((part) => part.trim()) : [cell]
}
