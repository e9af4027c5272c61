import { failureObserved } from './errors.ts'
import { type KnownTables, knowTables, type ToldTable } from './know-tables.ts'
import type {
  Ask,
  DeskDefinition,
  Observe,
  Question,
  Source,
  Table,
  TableShape,
  TableWords,
} from './model/index.ts'
import { QuestionReader } from './questions/index.ts'

/** What questions are read with. */
export interface LiveTablesWorld {
  readonly definition: DeskDefinition
  readonly sources: ReadonlyMap<string, Source>
  /** Asks as nobody in particular, with time enough for a whole column. */
  readonly ask: Ask
  readonly observe: Observe
}

/** Milliseconds until the tables are read again: a new row is understood within a minute. */
const restMilliseconds = 30_000

/** Where reading takes long, it rests this many times as long: it must not keep a database busy. */
const restShare = 10

/** The tables of a desk that questions may be asked of, read again and again. Close it to stop its timer. */
export class LiveTables {
  readonly #world: LiveTablesWorld
  #reader: QuestionReader | null = null
  /** By source. */
  readonly #known = new Map<string, KnownTables>()
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(world: LiveTablesWorld) {
    this.#world = world
  }

  /** Reads the tables, and from now on again at an interval. Never rejects. */
  async open(): Promise<void> {
    if (this.#asked.length === 0) return
    await this.#refresh()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  /** What a text asks of the tables, in the light of the last question; null where it asks nothing of them. */
  read(text: string, before?: string): Question | null {
    const reading = this.#reader?.read(text, before)
    if (reading === undefined || reading === null) return null
    const { draft: _, ...question } = reading
    return question
  }

  get #asked() {
    return this.#world.definition.tables.filter(
      ({ words, private: owner }) => words !== undefined && owner === null,
    )
  }

  async #refresh(): Promise<void> {
    const start = performance.now()
    await this.#readAgain()
    if (this.#isClosed) return
    const rest = Math.max(restMilliseconds, restShare * (performance.now() - start))
    this.#timer = setTimeout(() => void this.#refresh(), rest)
    this.#timer.unref()
  }

  async #readAgain(): Promise<void> {
    const known: KnownTables[] = []
    const failed = (what: string, thrown: unknown) =>
      this.#world.observe(failureObserved(thrown, `What ${what} holds`))
    for (const source of new Set(this.#asked.map((table) => table.source))) {
      try {
        const before = this.#known.get(source)
        const now = await knowTables(await this.#told(source), this.#world.ask, failed, before)
        this.#known.set(source, now)
        known.push(now)
      } catch (thrown) {
        // What was known before is kept, of the other sources too, until this one answers again.
        failed(source, thrown)
        return
      }
    }
    this.#reader = new QuestionReader({
      tables: known.flatMap(({ tables }) => tables),
      findValues: (words) => known.flatMap(({ cells }) => cells.find(words)),
    })
  }

  async #told(name: string): Promise<readonly ToldTable[]> {
    const shapes = (await this.#world.sources.get(name)?.tables()) ?? []
    return this.#asked.flatMap((table) => {
      const shape = shapes.find((one) => table.source === name && one.name === table.name)
      return shape === undefined || table.words === undefined
        ? []
        : [toldOf(shape, table, table.words)]
    })
  }
}

function toldOf(shape: TableShape, { source, joins, hidden }: Table, words: TableWords): ToldTable {
  const columns = Object.entries(words.columns)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, { words: called, unit }]) => [name, { called, unit }] as const)
  return {
    source,
    shape,
    called: [words.one, words.many, ...words.synonyms],
    naming: words.naming,
    definitions: Object.entries(words.definitions).map(([called, filter]) => ({ called, filter })),
    columns: new Map(columns),
    joins: Object.values(joins).map(({ column, table, equals }) => ({ column, table, equals })),
  }
}
