import type { Table, TableShape } from '../model/index.ts'
import { keepingSources } from './keeping-sources.ts'
import { foldTable } from './same-name.ts'

/**
 * What the sources that keep something from someone hold: which columns "all columns" means there, and which of their
 * tables are views. They are read when a source is first
 * asked, so that one that is down at the start costs nothing but the answers it cannot give meanwhile.
 */
export class KnownColumns {
  readonly #keeping: ReadonlySet<string>
  readonly #read: (source: string) => Promise<readonly TableShape[]>
  readonly #learned = new Set<string>()
  readonly #reading = new Map<string, Promise<void>>()
  readonly #columns = new Map<string, readonly string[]>()
  readonly #views = new Set<string>()

  constructor(tables: readonly Table[], read: (source: string) => Promise<readonly TableShape[]>) {
    this.#keeping = keepingSources(tables)
    this.#read = read
  }

  /** Whether `of` knows all there is to know of the source. */
  knows(source: string): boolean {
    return !this.#keeping.has(source) || this.#learned.has(source)
  }

  /** Resolves when `of` knows the tables of the source. Rejects as reading them does; the next call tries again. */
  async learn(source: string): Promise<void> {
    const reading = this.#reading.get(source) ?? this.#learn(source)
    this.#reading.set(source, reading)
    try {
      await reading
      this.#learned.add(source)
    } catch (thrown) {
      this.#reading.delete(source)
      throw thrown
    }
  }

  /** The columns of a table; none while they are not known. */
  of(source: string, table: string): readonly string[] {
    return this.#columns.get(`${source}.${table}`) ?? []
  }

  /** Whether this is a view, of a source that keeps something from someone. */
  isView(source: string, table: string): boolean {
    return this.#views.has(`${source}.${foldTable(table)}`)
  }

  async #learn(source: string): Promise<void> {
    for (const { name, kind, columns } of await this.#read(source)) {
      const names = columns.map((column) => column.name)
      this.#columns.set(`${source}.${name}`, names)
      if (kind === 'view') this.#views.add(`${source}.${foldTable(name)}`)
    }
  }
}
