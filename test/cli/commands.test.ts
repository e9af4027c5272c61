import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { frontdesk, temporaryFolder } from './run.ts'

const folder = join(temporaryFolder(), 'desk')
const question = 'is the office open on Sunday?'

beforeAll(async () => {
  const made = await frontdesk(['new', folder])
  expect([made.code, made.err]).toEqual([0, ''])
  expect(made.out).toContain(`frontdesk serve ${folder}`)
  appendFileSync(join(folder, 'desk.yaml'), staff)
})

/** Somebody who can prove who they are: the desk that `new` makes has nobody. */
const staff = `
identities:
  staff:
    table: office.people
    key: name
    proofs: [{ column: name, entity: person, ask: "Your name?" }]
`

test('ask prints the reply and nothing else, and keeps nothing without a conversation', async () => {
  const { code, out } = await frontdesk(['ask', folder, question])
  expect([code, out]).toEqual([0, 'Sunday: closed\n'])
  expect(existsSync(join(folder, '.frontdesk/state.db'))).toBe(false)
})

test('ask goes on with a conversation from one process to the next', async () => {
  const ask = (text: string) => frontdesk(['ask', folder, text, '--conversation', 'c1', '--json'])
  const turns = [await ask(question), await ask('and on Monday?')]
  const parsed = turns.map(({ out }) => JSON.parse(out) as object)
  expect(parsed).toMatchObject([
    { version: 1, conversation: 'c1', message: { text: question }, error: null },
    { conversation: 'c1', reply: { blocks: [{ plain: expect.stringContaining('Monday') }] } },
  ])
})

test('ask with - prints one line for each line, in order, texts and JSON alike', async () => {
  const lines = ['when is the office open?', JSON.stringify({ text: question, conversation: 'x' })]
  const plain = await frontdesk(['ask', folder, '-'], `${lines.join('\n')}\n`)
  const printed = plain.out.split('\n')
  expect(printed).toHaveLength(3)
  expect(printed[0]).toMatch(/^Monday: .* ⏎ Tuesday: .* ⏎ Sunday: closed$/)
  expect(printed.slice(1)).toEqual(['Sunday: closed', ''])
  const json = await frontdesk(['ask', folder, '-', '--json'], `${lines.join('\n')}\n`)
  const turns = json.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  expect(turns).toMatchObject([{ error: null }, { conversation: 'x', error: null }])
})

test('a command whose output nobody reads any more ends without a word', async () => {
  const lines = Array.from({ length: 2000 }, () => question).join('\n')
  const { code, out, err } = await frontdesk(['ask', folder, '-', '--json'], lines, 'first line')
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n').length).toBeLessThan(2000)
}, 60_000)

test('a wrong call exits with 2 and says what is right, on standard error', async () => {
  const wrong: [readonly string[], string][] = [
    [['ask', folder, 'hello', '--as', 'staff:Nobody Atall'], 'There is no staff "Nobody Atall".'],
    [['ask', folder, 'hello', '--as', 'guest:1:2'], 'This desk knows: staff.'],
    [['ask', folder, 'hello', '--now', 'soon'], '--now "soon" is not a date.'],
    [['review', folder, '--days', 'many'], 'Give a number of days'],
    [['test', folder, '--only', 'opnening'], 'No conversation is called anything with "opnening".'],
    [['ask', folder], 'missing required argument'],
  ]
  for (const [argv, sentence] of wrong) {
    const { code, out, err } = await frontdesk(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  }
})

test('a desk that does not open exits with 1 and names its mistakes', async () => {
  const missing = await frontdesk(['ask', join(folder, 'nowhere'), 'hello'])
  expect([missing.code, missing.out]).toEqual([1, ''])
  expect(missing.err).toContain('config/folder-missing')
})

test('what was not answered is reviewed, accepted, and answered from then on', async () => {
  const odd = 'zebra crossing repairs'
  await frontdesk(['ask', folder, odd, '--conversation', 'c2'])
  const listed = await frontdesk(['review', folder])
  expect(listed.out).toMatch(new RegExp(`^1\\. 1× ${odd}`))
  const accepted = await frontdesk(['review', folder, '--accept', '1', '--intent', 'office-hours'])
  expect([accepted.code, accepted.err]).toEqual([0, ''])
  expect(readFileSync(join(folder, 'intents/office-hours.yaml'), 'utf8')).toContain(odd)
})

test('figures that review masks are not written into a desk: whoever accepts gives others', async () => {
  await frontdesk(['ask', folder, 'transcript dispatch 4711', '--conversation', 'c3'])
  const accept = ['review', folder, '--accept', '1', '--intent', 'office-hours']
  const refused = await frontdesk(accept)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('transcript dispatch ••••')
  expect(refused.err).toContain('--phrase')
  const accepted = await frontdesk([...accept, '--phrase', 'transcript dispatch 12'])
  expect([accepted.code, accepted.err]).toEqual([0, ''])
  const written = readFileSync(join(folder, 'intents/office-hours.yaml'), 'utf8')
  expect(written).toContain('transcript dispatch 12')
  expect(written).not.toContain('•')
})

test('test plays the conversations, check finds nothing, and both exit with 1 when something is wrong', async () => {
  const played = await frontdesk(['test', folder])
  expect(played.out).toMatch(/\d+ passed, 0 failed\n$/)
  const checked = await frontdesk(['check', folder])
  expect([played.code, checked.code, checked.out]).toEqual([0, 0, 'Nothing is wrong.\n'])
  writeFileSync(
    join(folder, 'conversations/wrong.md'),
    `# Wrong\n\nvisitor: ${question}\ndesk: always open\n`,
  )
  const failed = await frontdesk(['test', folder, '--only', 'wrong'])
  expect([failed.code, failed.out.split('\n')[0]]).toEqual([1, '✗ conversations/wrong.md:1 Wrong'])
  appendFileSync(join(folder, 'intents/office-hours.yaml'), 'colour: red\n')
  const broken = await frontdesk(['check', folder, '--offline'])
  expect(broken.code).toBe(1)
  expect(broken.out).toMatch(/^intents\/office-hours\.yaml:\d+:\d+ .*colour/)
})

test('a source that is down costs a turn its answer, not the command its exit code', async () => {
  const elsewhere = join(temporaryFolder(), 'desk')
  await frontdesk(['new', elsewhere])
  const file = join(elsewhere, 'desk.yaml')
  const text = readFileSync(file, 'utf8')
    .replace('{ kind: sqlite, file: data/office.db }', '{ url: "mysql://a@127.0.0.1:9/c" }')
    .replace(/^fixture: .*$/m, '')
  writeFileSync(file, text)
  const { code, out } = await frontdesk(['ask', elsewhere, question, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'source/unreachable' } })
  const named = await frontdesk(['ask', elsewhere, 'where does asha sit?'])
  expect(named.out).toBe(
    'I cannot reach the records for that just now. Please try again in a little while.\n',
  )
})

test('the help of every command ends with a command one may type', async () => {
  const { out } = await frontdesk(['--help'])
  const commands = [...out.matchAll(/^ {2}(\w+) .*<\w+>/gm)].map(([, name = '']) => name)
  expect(commands.length).toBeGreaterThan(5)
  for (const command of commands) {
    const help = await frontdesk([command, '--help'])
    expect(help.out).toMatch(new RegExp(`Examples?:\\n  frontdesk ${command} .*\\n$`, 's'))
  }
})
