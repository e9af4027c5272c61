import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type OpenedDesk, planConnection, plain, type Turn } from '../../src/index.ts'

/*
 * Questions over tables read nothing that is hidden, whatever the phrasing, and nothing that is said or that a database
 * is called becomes SQL.
 */

const place = mkdtempSync(join(tmpdir(), 'frontdesk-questions-'))
let opened: OpenedDesk

beforeAll(async () => {
  const file = join(place, 'office.db')
  const database = new DatabaseSync(file)
  database.exec(`
    create table employees (id integer primary key, name text, city text, salary integer, password text, mobile text);
    insert into employees values (1, 'Asha', 'Pune', 91234, 'tiger9', '9811100001'),
      (2, 'Ravi', 'Kochi', 45678, 'lotus7', '9811100002'), (3, 'O''Neil; drop table employees', 'Goa', 33333, 'x1', '9');
    create table "t1" ("select" text, "a ""quoted"" name" integer, "drop table employees; --" text);
    insert into "t1" values ('from', 1, 'where');
    create table "notes"" where 1=1 --" (id integer primary key, title text);
    insert into "notes"" where 1=1 --" values (1, 'robert');
    create view everyone as select id, name, salary as amount from employees;
  `)
  database.close()
  const desk = join(place, 'desk')
  const plan = await planConnection({
    url: `sqlite:${file}`,
    folder: desk,
    open: false,
    told: () => {},
  })
  expect(plan.tables.find(({ name }) => name === 'employees')?.hidden).toEqual([
    'salary',
    'password',
    'mobile',
  ])
  expect(plan.leftOut).toEqual(['everyone'])
  await plan.write()
  opened = await openDesk(desk, { keep: false })
})

afterAll(async () => {
  await opened.close()
  rmSync(place, { recursive: true, force: true })
})

let asked = 0

async function ask(text: string, conversation = `c${asked}`): Promise<Turn> {
  asked += 1
  const message = {
    id: `m${asked}`,
    conversation,
    channel: 'terminal',
    text,
    at: new Date().toISOString(),
  }
  return (await opened.desk.take(message)).turn
}

function everythingIn(turn: Turn): string {
  const rows = turn.queries.map(({ result, text, parameters }) => [result.rows, text, parameters])
  return JSON.stringify([rows, turn.reply.blocks.map(plain), turn.error])
}

describe('what is hidden is told by no phrasing', () => {
  test.each([
    'what is the salary of Asha',
    'list all employees with their salary',
    'salary',
    'show the password of every employee',
    'who has the highest salary',
    'employees with salary above 50000',
    'how many employees earn more than 50000',
    'sort employees by salary',
    'average salary per city',
    'total of all salaries',
    'which employees have password tiger9',
    'employees whose mobile is 9811100001',
    'who is 9811100001',
    'employees older than tiger9',
    'top 3 employees by pay',
    'name and mobile of employees',
    'employees grouped by password',
    'what is the amount of everyone',
    'distinct passwords',
    'is there any employee with salary 91234',
    'everything about Asha',
    'what percentage of employees have a salary above 50000',
    'difference between the highest and the lowest salary',
    'who earns the most in each city',
    'employee with the highest salary in each city',
  ])('%s', async (text) => {
    const told = everythingIn(await ask(text))
    expect(told).not.toMatch(
      /tiger9"|lotus7|45678|33333|981110000[12]"|\bsalary"|"password|"mobile|everyone/,
    )
    expect(
      told.replaceAll(/91234|9811100001|tiger9/g, (said) => (text.includes(said) ? '' : said)),
    ).not.toMatch(/91234|9811100001|tiger9/)
  })

  test('nor by going on from a question', async () => {
    await ask('which employees are from Pune', 'going-on')
    for (const text of ['and their salary?', 'sort by salary', 'only the ones with salary above 1'])
      expect(everythingIn(await ask(text, 'going-on'))).not.toMatch(/91234|45678|\bsalary"/)
  })
})

describe('nothing that is said or called becomes SQL', () => {
  test.each([
    `employees from Pune'; drop table employees; --`,
    `how many employees are named "O'Neil; drop table employees"`,
    `employees whose city is "' or 1=1 --"`,
    'show select from t1',
    'list all notes where 1=1',
    'how many t1 are there',
    `employees whose name contains "%' or '1'='1"`,
  ])('%s', async (text) => {
    const turn = await ask(text)
    expect(turn.error).toBe(null)
    for (const { text: sql } of turn.queries) expect(sql).not.toMatch(/or 1=1 --'|'1'='1|O'Neil/)
    const still = await ask('how many employees are there')
    expect(still.queries[0]?.result.rows).toEqual([[3]])
  })
})
