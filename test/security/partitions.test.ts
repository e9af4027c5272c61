import { expect, test } from 'vitest'
import { openDesk, plain } from '../../src/index.ts'
import { problemsIn } from '../../src/folder.ts'
import { openWritableSource } from '../../src/sources/index.ts'
import { describeOn, postgres } from '../servers/index.ts'
import { smallest, temporaryDesk } from '../temporary-desk.ts'

/*
 * A private table of PostgreSQL is not read by its parts: a partition, a table that inherits, one that is inherited from.
 */

const schema = `
  create table fees (roll_no text, amount integer) partition by list (roll_no);
  create table fees_a partition of fees for values in ('RC1');
  create table people (roll_no text, name text);
  create table students (grade text) inherits (people);
  create table notices (title text);
  insert into fees values ('RC1', 4711);
  insert into students values ('RC1', 'Asha', 'B');
  insert into notices values ('Holiday on Friday');
`

const answer = (name: string, table: string, column: string) => ({
  [`intents/${name}.yaml`]: `
intent: ${name}
phrases: [tell me the ${name}]
answer: { from: office.${table}, reply: "{{ rows[0].${column} }}" }
`,
})

describeOn(await postgres(), 'on PostgreSQL', (url) => {
  const desk = () =>
    temporaryDesk({
      'desk.yaml': `${smallest}
sources:
  office: { url: "\${OFFICE_URL}" }
identities:
  student:
    table: office.students
    key: roll_no
    proofs: [{ column: roll_no, entity: text, ask: "Your number?" }]
`,
      'tables/fees.yaml': 'table: office.fees\nprivate: { to: student, by: roll_no }\n',
      'tables/students.yaml': 'table: office.students\nprivate: { to: student, by: roll_no }\n',
      ...answer('partition', 'fees_a', 'amount'),
      ...answer('parent', 'people', 'name'),
      ...answer('notice', 'notices', 'title'),
    })

  test('the parts of a private table are refused, other tables are told', async () => {
    const source = openWritableSource({
      name: 'o',
      kind: 'postgres',
      url,
      pool: 1,
      timeoutSeconds: 5,
    })
    await source.transaction(async (writer) => {
      for (const statement of schema.split(';').filter((one) => one.trim() !== ''))
        // oxlint-disable-next-line no-await-in-loop -- each needs the one before
        await writer.run(statement)
    })
    await source.close()
    const folder = desk()
    const env = { OFFICE_URL: url }
    const problems = await problemsIn(folder, { env })
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['privacy', 'intents/parent.yaml'],
      ['privacy', 'intents/partition.yaml'],
    ])
    const opened = await openDesk(folder, { keep: false, env })
    const ask = async (text: string) => {
      const at = new Date().toISOString()
      const message = { id: text, conversation: text, channel: 'terminal', text, at }
      const { turn } = await opened.desk.take(message)
      return [turn.error?.code ?? null, turn.reply.blocks.map(plain).join(' ')]
    }
    expect(await ask('tell me the notice')).toEqual([null, 'Holiday on Friday'])
    for (const text of ['tell me the partition', 'tell me the parent']) {
      // oxlint-disable-next-line no-await-in-loop -- one conversation after another
      const [code, said] = await ask(text)
      expect(code).toBe('identity/view-not-marked')
      expect(said).not.toMatch(/4711|Asha/)
    }
    await opened.close()
  })
})
