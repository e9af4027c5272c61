import assert from 'node:assert/strict'
import type { Filter, Value } from '../../model/index.ts'
import { comparisons } from '../../model/index.ts'
import type { Context } from './ask.ts'
import { byId, equal } from './ask.ts'

/** The same rows for the same conditions, whatever the value. */
export function findsWhatIsAsked({ test: { it }, ask }: Context): void {
  const idsWhere = async (where: Filter | null) => {
    const { rows } = await ask({ columns: [{ column: 'id' }], where, order: byId })
    return rows.map(([id]) => id)
  }
  const compare = (column: string, op: string, value: Value) =>
    ({ kind: 'compare', column, op, value }) as Filter

  const cases: readonly (readonly [string, Filter | null, readonly number[]])[] = [
    ['no condition', null, [1, 2, 3, 4, 5, 6]],
    ['=', equal('title', 'Compilers'), [2]],
    ['= with other capitals', equal('title', 'compilers'), []],
    ['!=', compare('author', '!=', 'Aho'), [1, 3, 4, 5]],
    ['<', compare('copies', '<', 1), [4]],
    ['<=', compare('copies', '<=', 1), [1, 4]],
    ['>', compare('copies', '>', 3), [5, 6]],
    ['> with a fraction', compare('copies', '>', 2.5), [3, 5, 6]],
    ['>=', compare('price', '>=', '500.00'), [1, 2]],
    ['= null', equal('author', null), [6]],
    ['!= null', compare('author', '!=', null), [1, 2, 3, 4, 5]],
    ['contains', compare('title', 'contains', 'SYSTEM'), [1, 5]],
    ['contains a percent sign', compare('title', 'contains', '100%'), [3]],
    ['contains an underscore', compare('title', 'contains', '_'), [4]],
    ['contains an exclamation mark', compare('title', 'contains', '!'), [5]],
    ['contains a quote', compare('author', 'contains', "o'n"), [1]],
    ['contains Devanagari', compare('title', 'contains', 'हिन्दी'), [6]],
    ['starts', compare('title', 'starts', 'database'), [1]],
    ['starts, not in the middle', compare('title', 'starts', 'system'), []],
    ['in', { kind: 'in', column: 'id', values: [2, 4, 99] }, [2, 4]],
    ['in texts', { kind: 'in', column: 'author', values: ['Aho', "O'Neil"] }, [1, 2]],
    ['in nothing', { kind: 'in', column: 'id', values: [] }, []],
    ['not', { kind: 'not', filter: { kind: 'in', column: 'id', values: [1, 2, 3] } }, [4, 5, 6]],
    ['all', { kind: 'all', filters: [compare('id', '>', 1), compare('id', '<', 4)] }, [2, 3]],
    ['any', { kind: 'any', filters: [equal('id', 1), equal('id', 6)] }, [1, 6]],
    ['all of nothing', { kind: 'all', filters: [] }, [1, 2, 3, 4, 5, 6]],
    ['any of nothing', { kind: 'any', filters: [] }, []],
    ['a number among texts', equal('title', 0), []],
    ['a text among numbers', equal('copies', 'abc'), []],
    ['a number as text', equal('copies', '4'), [6]],
    ['no date', compare('added', '>', 'yesterday'), []],
    ['a date', compare('added', '>=', '2026-02-01'), [3, 4, 5, 6]],
    ['true', equal('lent', true), [4]],
    ['false', equal('lent', false), [1, 2, 3, 5, 6]],
  ]
  for (const [name, where, ids] of cases) {
    it(`finds rows by ${name}`, async () => assert.deepEqual(await idsWhere(where), ids))
  }

  for (const op of comparisons) {
    it(`takes SQL as a value of ${op}`, async () => {
      const meetsNothing = op === '=' || op === 'contains' || op === 'starts'
      for (const value of injections) {
        if (meetsNothing) assert.deepEqual(await idsWhere(compare('title', op, value)), [])
        else await idsWhere(compare('title', op, value))
        const amongNumbers = op === '!=' ? [1, 2, 3, 4, 5, 6] : []
        assert.deepEqual(await idsWhere(compare('copies', op, value)), amongNumbers)
      }
      assert.equal((await idsWhere(null)).length, 6)
    })
  }
}

const injections = [
  "' or '1'='1",
  "x'; drop table books; --",
  '" or ""="',
  "\\' or 1=1 -- ",
  '1 or 1=1',
  "') union select 1,2,3 -- ",
  '%%',
  '____',
  ':id',
  '?',
  '$1',
  '\0',
]
