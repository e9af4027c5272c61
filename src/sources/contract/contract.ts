/**
 * What every source must do, published for those who bring their own: the suite, and the tables it asks.
 *
 * @module
 */
import type { SelectQuery, Source } from '../../model/index.ts'
import {
  computesGroups,
  describesItself,
  joinsTables,
  choosesGroups,
  nestsQueries,
  shapesTheAnswer,
  takesText,
} from './answers.ts'
import type { Context, ContractSubject, TestRunner } from './ask.ts'
import { answersManyAtOnce } from './at-once.ts'
import { nobody, ofBooks, sql } from './ask.ts'
import { computesShares } from './computed.ts'
import { findsWhatIsAsked } from './filters.ts'
import { refusesToWrite, stopsInTime } from './limits.ts'
import { explainsMistakes, writesInTransactions } from './mistakes.ts'
import { makeTables } from './tables.ts'
import { readsTheSameValues } from './values.ts'

export type { ContractSubject, TestRunner } from './ask.ts'

/** Registers what every source must do. Run it on a database of its own. */
export function sourceContract(test: TestRunner, subject: ContractSubject): void {
  test.describe(`a ${subject.kind} source`, () => {
    let source: Source
    test.beforeAll(async () => {
      const writable = subject.openWritable()
      await writable.transaction(makeTables)
      await writable.close()
      source = subject.open(5)
    })
    test.afterAll(() => source.close())
    const context: Context = {
      test,
      subject,
      ask: async (query: Partial<SelectQuery>) =>
        (await source.query(ofBooks(query), nobody)).result,
      askSql: async (text: string, parameters = {}, limit = 20) =>
        (await source.query(sql(text, parameters, limit), nobody)).result,
      source: () => source,
    }
    readsTheSameValues(context)
    findsWhatIsAsked(context)
    shapesTheAnswer(context)
    joinsTables(context)
    computesGroups(context)
    computesShares(context)
    nestsQueries(context)
    choosesGroups(context)
    takesText(context)
    describesItself(context)
    refusesToWrite(context)
    stopsInTime(context)
    answersManyAtOnce(context)
    explainsMistakes(context)
    writesInTransactions(context)
  })
}
