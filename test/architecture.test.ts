import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { SourceFile } from './architecture.ts'
import { violations } from './architecture.ts'

test('the sources keep the rules of the house', () => {
  expect(violations(sources())).toEqual([])
})

describe('the rules notice', () => {
  const offences: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a room importing another',
      'nlu/train.ts',
      "import { x } from '../sources/index.ts'",
      /nlu may/,
    ],
    [
      'a room imported for its types',
      'nlu/train.ts',
      "import type { X } from '../state/x.ts'",
      /nlu may/,
    ],
    [
      'the model importing a room',
      'model/turn.ts',
      "export * from '../nlu/x.ts'",
      /may import nothing/,
    ],
    [
      'util importing the model',
      'util/ids.ts',
      "import { x } from '../model/x.ts'",
      /may import nothing/,
    ],
    [
      'the desk importing a room',
      'desk.ts',
      "const x = await import('./nlu/x.ts')",
      /desk\.ts may/,
    ],
    ['the server importing the command line', 'server/x.ts', "import '../cli/x.ts'", /server may/],
    [
      'two rooms in one file',
      'cli/x.ts',
      "import { a } from '../nlu/a.ts'\nimport {\n  b,\n} from '../state/b.ts'",
      /only open\.ts/,
    ],
    [
      'a platform out of its folder',
      'delivery/fit.ts',
      'const limitForTelegram = 4096',
      /telegram/,
    ],
    ['a database out of its file', 'catalog/x.ts', "if (kind === 'mysql') skip()", /mysql/],
    ['one database in the file of another', 'sources/postgres.ts', "import 'mysql2'", /mysql/],
    ['a file of 401 lines', 'util/long.ts', '\n'.repeat(400), /at most 400/],
  ]
  test.each(offences)('%s', (_, path, text, complaint) => {
    expect(complaintsAbout({ path, text })).toMatch(complaint)
  })

  test('a loop of imports', () => {
    const loop = [
      { path: 'util/a.ts', text: "import { b } from './b.ts'" },
      { path: 'util/b.ts', text: "import type { A } from './a.ts'" },
    ]
    expect(complaintsAbout(...loop)).toMatch(/util\/a\.ts → util\/b\.ts → util\/a\.ts/)
  })

  test('a folder without a caption', () => {
    expect(violations([{ path: 'nlu/index.ts', text: "export * from './train.ts'" }])).toHaveLength(
      1,
    )
  })
})

test('the rules leave in peace what is allowed', () => {
  const fine = [
    {
      path: 'nlu/a.ts',
      text: "import type { B } from './b.ts'\nimport { C } from '../model/c.ts'",
    },
    { path: 'nlu/b.ts', text: "// import { a } from './a.ts', once for telegram" },
    { path: 'sources/mysql.ts', text: "const driver = await import('mysql2')" },
    {
      path: 'open.ts',
      text: "import { a } from './nlu/a.ts'\nimport { m } from './sources/mysql.ts'",
    },
  ]
  expect(complaintsAbout(...fine)).toBe('')
})

/** What is said about files in folders that have their captions. */
function complaintsAbout(...files: readonly SourceFile[]): string {
  const folders = new Set(
    files.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0]),
  )
  const captions = [...folders].map((folder) => ({ path: `${folder}/README.md`, text: '' }))
  return violations([...files, ...captions]).join('\n')
}

function sources(): readonly SourceFile[] {
  const root = fileURLToPath(new URL('../src', import.meta.url))
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|md)$/.test(path))
    .map((path) => ({
      path: path.split(sep).join('/'),
      text: readFileSync(join(root, path), 'utf8'),
    }))
}
