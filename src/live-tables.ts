import { failureObserved } from './errors.ts'
import { keyOf, namingOf, QuestionReader, survey } from './questions/index.ts'
import { type KnownTables, knowTables, surveyLimits, type ToldTable } from './know-tables.ts'
import type { Ask, DeskDefinition, Observe, Question, Source, TableShape } from './model/index.ts'

/** What questions are read with. */
export interface LiveTablesWorld {
  readonly definition: DeskDefinition
  readonly sources: ReadonlyMap<string, Source>
  /** Asks as nobody in particular, with time enough for a whole column. */
  readonly ask: Ask
  readonly observe: Observe
}

/** Seconds until the values are read again: a new row is understood within a minute. */
const refreshSeconds = 30

/** The tables of a desk that questions may be asked of, read again and again. Close it to stop its timer. */
export class LiveTables {
  readonly #world: LiveTablesWorld
  #reader: QuestionReader | null = null
  #timer: NodeJS.Timeout | undefined
  #reading: Promise<void> | null = null

  constructor(world: LiveTablesWorld) {
    this.#world = world
  }

  /** Reads the tables, and from now on again at an interval. Never rejects. */
  async open(): Promise<void> {
    if (this.#asked.length === 0) return
    await this.#refresh()
    this.#timer = setInterval(() => void this.#refresh(), refreshSeconds * 1000)
    this.#timer.unref()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  /** What a text asks of the tables, in the light of the last question; null where it asks nothing of them. */
  read(text: string, before?: string): Question | null {
    const reading = this.#reader?.read(text, before)
    if (reading == null) return null
    const { draft: _, ...question } = reading
    return question
  }

  get #asked() {
    return this.#world.definition.tables.filter(
      ({ words, private: owner }) => words !== undefined && owner === null,
    )
  }

  #refresh(): Promise<void> {
    this.#reading ??= this.#readAgain().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  async #readAgain(): Promise<void> {
    const known: KnownTables[] = []
    for (const source of new Set(this.#asked.map((table) => table.source))) {
      try {
        known.push(await knowTables(await this.#told(source), this.#world.ask))
      } catch (thrown) {
        // A source that is down costs its own answers: what was known of it before is kept with the rest.
        this.#world.observe(failureObserved(thrown, `The tables of ${source}`))
        return
      }
    }
    this.#reader = new QuestionReader({
      tables: known.flatMap(({ tables }) => tables),
      findValues: (words) => known.flatMap(({ cells }) => cells.find(words)),
    })
  }

  async #told(name: string): Promise<readonly ToldTable[]> {
    const source = this.#world.sources.get(name)
    const shapes = (await source?.tables()) ?? []
    const told: ToldTable[] = []
    for (const table of this.#asked) {
      const shape = shapes.find((one) => table.source === name && one.name === table.name)
      if (shape !== undefined && table.words !== undefined)
        told.push(await this.#toldOf(shape, table, table.words))
    }
    return told
  }

  async #toldOf(
    shape: TableShape,
    { source, joins, hidden }: DeskDefinition['tables'][number],
    words: NonNullable<DeskDefinition['tables'][number]['words']>,
  ): Promise<ToldTable> {
    const columns = new Map(
      Object.entries(words.columns)
        .filter(([name]) => !hidden.includes(name))
        .map(([name, { words: called, unit }]) => [name, { called, unit }] as const),
    )
    const readable = { ...shape, columns: shape.columns.filter(({ name }) => columns.has(name)) }
    const found = await survey(source, readable, this.#world.ask, { ...surveyLimits, values: 0 })
    const joined = Object.values(joins).map(({ column, table, equals }) => ({ column, table, equals }))
    const foreign = new Set(joined.map(({ column }) => column))
    return {
      source,
      shape,
      called: [words.one, words.many, ...words.synonyms],
      key: keyOf({ shape: readable, survey: found }),
      naming:
        words.naming.length > 0
          ? words.naming
          : namingOf({ shape: readable, survey: found }, foreign),
      columns,
      joins: joined,
    }
  }
}
