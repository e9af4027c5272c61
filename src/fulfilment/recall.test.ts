import { expect, test } from 'vitest'
import type { Answer, EntityDefinition, Intent, Move, Result, Session } from '../model/index.ts'
import { newSession } from '../model/index.ts'
import { recall } from './recall.ts'

const column = (name: string, table: string, of: string) =>
  ({
    kind: 'column',
    name,
    from: { source: 'office', table, column: of },
    several: false,
  }) as EntityDefinition

const entities = [column('teacher', 'faculty', 'name'), column('department', 'departments', 'name')]

const query = {
  kind: 'select',
  name: 'rows',
  source: 'office',
  table: 'faculty',
  columns: [{ column: 'name' }, { column: 'department.name', as: 'department' }],
  joins: [{ table: 'departments', alias: 'department', on: ['a', 'b'], kind: 'inner' }],
} as unknown as Answer['queries'][number]

const head = { name: 'head', identity: null, answer: { queries: [query] } } as unknown as Intent

const move: Move = { kind: 'answer', intent: 'head', slots: {} }
const session: Session = { ...newSession('c'), last: { intent: 'head', slots: {} } }

function aboutOf(rows: Result['rows'], intent = head) {
  const columns = ['name', 'department'].map((name) => ({ name, type: 'text' as const }))
  const result = { columns, rows, rowCount: rows.length, truncated: false }
  const after = recall(new Map([['head', intent]]), entities)(move, { rows: result }, session)
  return after.last?.about
}

test('one row tells what an answer was about, by the entities whose columns it read', () => {
  expect(aboutOf([['Meera Rao', 'Civil']])).toEqual({ teacher: 'Meera Rao', department: 'Civil' })
})

test('of several rows only what they agree on', () => {
  expect(
    aboutOf([
      ['Meera Rao', 'Civil'],
      ['Asha Iyer', 'Civil'],
    ]),
  ).toEqual({ department: 'Civil' })
  expect(aboutOf([])).toEqual({})
})

test('a person’s own rows are about nothing that is remembered', () => {
  expect(aboutOf([['Meera Rao', 'Civil']], { ...head, identity: 'student' })).toBeUndefined()
})
