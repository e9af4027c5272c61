/** What a database or a visitor says is never a template, and no markup: it is told as it stands. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Block, plain } from '../../src/model/index.ts'
import { type OpenedDesk, openDesk } from '../../src/open.ts'
import { makeSmallDesk } from '../small-desk.ts'

const planted =
  '{{ 7 | times: 6007 }} {% for i in (1..99999999) %}x{% endfor %} *loud* [here](javascript:alert(1)) <b>'

const small = makeSmallDesk({
  'data/make.mjs': `
export const edition = () => '1'
export async function make({ into: { office } }) {
  await office.run('create table students (roll_no text, name text, dob text)')
  await office.run('create table dues (roll_no text, amount integer)')
  await office.run('create table hours (day text, opens text)')
  await office.insert('hours', ['day', 'opens'], [['Monday', ${JSON.stringify(planted)}]])
}
`,
})
let opened: OpenedDesk

beforeAll(async () => {
  opened = await openDesk(small.folder, { keep: false })
})
afterAll(async () => {
  await opened.close()
  small.remove()
})

async function ask(text: string): Promise<readonly Block[]> {
  const at = new Date().toISOString()
  const message = { id: randomUUID(), conversation: randomUUID(), channel: 'web', text, at }
  const { turn } = await opened.desk.take(message)
  expect(turn.error).toBeNull()
  return turn.reply.blocks
}

test('a template in a row is told as the text it is', async () => {
  const [block] = await ask('when is the office open on Monday')
  expect(block && plain(block)).toBe(`Monday: ${planted}.`)
})

test('markup in a row makes nothing bold, and links nowhere', async () => {
  const [block] = await ask('when is the office open on Monday')
  const spans = block?.kind === 'text' ? block.spans : []
  expect(spans.filter(({ bold, italic, href }) => bold ?? italic ?? href)).toEqual([])
})

test.each([
  planted,
  '{{ person }}',
  '{{ "x" | append: remembered }}',
  '[here](javascript:alert(1))',
])('a visitor who says %j is answered without it being worked out', async (words) => {
  const blocks = await ask(`when is the office open on ${words}`)
  const said = blocks.map(plain).join('\n')
  expect(said).not.toContain('42049')
  const spans = blocks.flatMap((block) => (block.kind === 'text' ? block.spans : []))
  expect(spans.filter(({ href }) => href !== undefined)).toEqual([])
})
