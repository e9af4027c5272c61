import type { Table, TableShape } from '../model/index.ts'

/**
 * The columns of the sources that hide some: what "all columns" means there. They are read when a source is first
 * asked, so that one that is down at the start costs nothing but the answers it cannot give meanwhile.
 */
export class KnownColumns {
  readonly #hiding: ReadonlySet<string>
  readonly #read: (source: string) => Promise<readonly TableShape[]>
  readonly #reading = new Map<string, Promise<void>>()
  readonly #columns = new Map<string, readonly string[]>()

  constructor(tables: readonly Table[], read: (source: string) => Promise<readonly TableShape[]>) {
    this.#hiding = new Set(tables.flatMap((one) => (one.hidden.length > 0 ? [one.source] : [])))
    this.#read = read
  }

  /** Resolves when `of` knows the tables of the source. Rejects as reading them does; the next call tries again. */
  async learn(source: string): Promise<void> {
    if (!this.#hiding.has(source)) return
    const reading = this.#reading.get(source) ?? this.#learn(source)
    this.#reading.set(source, reading)
    try {
      await reading
    } catch (thrown) {
      this.#reading.delete(source)
      throw thrown
    }
  }

  /** The columns of a table; none while they are not known. */
  of(source: string, table: string): readonly string[] {
    return this.#columns.get(`${source}.${table}`) ?? []
  }

  async #learn(source: string): Promise<void> {
    for (const { name, columns } of await this.#read(source))
      this.#columns.set(
        `${source}.${name}`,
        columns.map((column) => column.name),
      )
  }
}
