import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { problemCodes } from '../../src/config/index.ts'
import { metrics } from '../../src/server/index.ts'
import { run } from '../servers/command.mjs'
import { testApp } from '../test-app.ts'
import { errorsPage } from './errors-page.ts'
import { pages, read, root } from './pages.ts'
import { Playground } from './playground.ts'

const frontdesk = join(root, 'bin/frontdesk.mjs')

test('the page of errors is what the code says: `npm run docs` writes it', () => {
  expect(read('docs/reference/errors.md')).toBe(errorsPage())
})

test('every security test is named by the promise it attacks, and is there', () => {
  const named = namesIn('SECURITY.md', /`((?:test|src)\/[\w/.-]+\.test\.ts)`/g)
  const there = readdirSync(join(root, 'test/security')).map((file) => `test/security/${file}`)
  expect(there.filter((file) => !named.includes(file))).toEqual([])
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('every kind of mistake in a desk is listed with its meaning', () => {
  const listed = tableOf('docs/reference/desk-files.md', 'What `frontdesk check` finds')
  expect(Object.fromEntries(listed.map(([code = '', meaning]) => [plain(code), meaning]))).toEqual(
    problemCodes,
  )
})

test('every metric is listed, and no other', () => {
  const text = metrics().text()
  const counted = [...text.matchAll(/^# TYPE (frontdesk_\w+)/gm)].map(([, name = '']) => name)
  const listed = namesIn('docs/reference/metrics.md', /`(frontdesk_\w+)`/g)
  expect(listed).toEqual(counted.toSorted())
})

test('every environment variable is listed, and no other', () => {
  const used = ['src', 'bin', 'test', 'bench']
    .flatMap(sourcesBelow)
    .flatMap((file) => [
      ...matches(file, /process\.env(?:\.|\[')([A-Z_]+)/g),
      ...matches(file, /environment\['([A-Z_]+)'\]/g),
      ...matches(file, /`(FRONTDESK_TEST_)\$\{kind\.toUpperCase\(\)\}(_\w+)`/g).flatMap(kinds),
    ])
  const own = new Set(used.filter((name) => name !== 'TERMINAL' && !name.endsWith('_')))
  const listed = tableOf('docs/reference/environment.md').map(([name = '']) => plain(name))
  expect(listed.toSorted()).toEqual([...own].toSorted())
})

test('every command has a section with its help, and nothing else is named', async () => {
  const { output } = await run(process.execPath, [frontdesk, '--help'])
  const commands = [...output.matchAll(/^ {2}(\w+) .*<\w+>/gm)].map(([, name]) => name)
  const sections = [...read('docs/reference/commands.md').matchAll(/^## (\w+)$/gm)]
  expect(sections.map(([, name]) => name)).toEqual(commands)
  const named = pages.flatMap((page) => namesIn(page, /(?:^|[`(])frontdesk ([a-z]+)\b/gm))
  expect(new Set(named)).toEqual(new Set(commands))
})

test('every option a page gives the program is one it has', () => {
  const known = new Set(namesIn('docs/reference/commands.md', /(--[a-z-]+)/g))
  const given = pages.flatMap((page) => namesIn(page, /frontdesk [^`\n]*?(--[a-z]+)/g))
  expect(given.filter((option) => !known.has(option))).toEqual([])
})

test('every address the server answers is listed', () => {
  const listed = tableOf('docs/reference/http.md').flatMap(([paths = '']) =>
    plain(paths).split(', '),
  )
  const answered = new Set(testApp().app.addresses)
  const own = [...answered].filter((path) => !path.includes('*') && !path.includes(':'))
  expect(own.filter((path) => !listed.includes(path))).toEqual([])
  expect(listed.filter((path) => !isAnswered(path, [...answered]))).toEqual([])
})

test('every dependency has its reason', () => {
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
    read('package.json'),
  ) as Record<string, Record<string, string>>
  const all = { ...dependencies, ...optionalDependencies, ...peerDependencies }
  const page = read('docs/explanation/dependencies.md')
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(Object.keys(all).toSorted())
})

test('the README shows how to see each thing', { timeout: 600_000 }, async () => {
  const commands = matches(join(root, 'README.md'), /\| `frontdesk ([^`]+)` \|$/gm)
  const asked = commands.filter((command) => command.startsWith('ask '))
  const questions = asked.map((command) => /"(.*)"/.exec(command)?.[1] ?? '')
  const ask = `printf '%s\\n' ${questions.map((one) => `'${one}'`).join(' ')} | frontdesk ask`
  const playground = new Playground()
  onTestFinished(() => playground.close())
  const turns = await typed(playground, `${ask} examples/college - --as RC1187 --json`)
  const moves = turns
    .trimEnd()
    .split('\n')
    .map((turn) => /"move":{"kind":"(\w+)"/.exec(turn)?.[1])
  expect(moves).toEqual(questions.map(() => 'answer'))
  for (const command of commands.filter((one) => !asked.includes(one)))
    await typed(playground, `frontdesk ${command}`)
})

/** What a command says that has to succeed. */
async function typed(playground: Playground, command: string): Promise<string> {
  const { code, output } = await playground.type(command)
  expect(code, output).toBe(0)
  return output
}

/** The rows of the first table of a page, or of one under a heading, without its head. */
function tableOf(page: string, heading = ''): readonly (readonly string[])[] {
  const text = read(page)
  const rows = text
    .slice(text.indexOf(heading))
    .match(/(?:^\|.*\n)+/m)?.[0]
    .trimEnd()
    .split('\n')
  return (rows ?? [])
    .slice(2)
    .map((row) => row.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')))
}

function plain(cell: string): string {
  return cell.replaceAll('`', '')
}

/** What a pattern finds in a page, sorted, each once. */
function namesIn(page: string, pattern: RegExp): readonly string[] {
  return [...new Set(matches(join(root, page), pattern))].toSorted()
}

function matches(file: string, pattern: RegExp): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, ...groups]) => groups.join(''))
}

/** `FRONTDESK_TEST__URL` as it is for each kind of server. */
function kinds(name: string): readonly string[] {
  return ['MARIADB', 'POSTGRES'].map((kind) => name.replace('TEST_', `TEST_${kind}`))
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.m?[tj]s$/.test(name) && !name.includes('node_modules') && !name.includes('.test.'),
    )
    .map((name) => join(root, folder, name))
}

function isAnswered(path: string, routes: readonly string[]): boolean {
  const parts = path.split('/')
  return routes.some((route) => {
    const wanted = route.split('/')
    return (
      wanted.every((one, i) => one === '*' || one.startsWith(':') || one === parts[i]) &&
      route !== '*' &&
      route !== '/*'
    )
  })
}
