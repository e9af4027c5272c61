/**
 * What visitors say is bound as a value, whatever it is. The contract suite tries SQL in every comparison; here any
 * text at all is tried, and names that an owner or a database brings.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Source, SourceSettings, Value } from '../../src/model/index.ts'
import { openSource, openWritableSource } from '../../src/sources/index.ts'
import { fc } from '../dice.ts'
import { describeOn, mariadb, postgres } from '../servers/index.ts'
import { nobody, rowsOf } from '../sources/ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-injection-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Any text, and texts made of what SQL is made of. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: sqlPieces() }),
)

function sqlPieces(): ReturnType<typeof fc.string> {
  const pieces = [
    "'",
    '"',
    '`',
    '\\',
    ';',
    '--',
    '/*',
    '*/',
    '#',
    '$$',
    ':a',
    '?',
    '%',
    '_',
    '!',
    ' or ',
    '1=1',
  ]
  return fc.oneof(
    ...pieces.map((piece) => fc.string({ minLength: 0, maxLength: 1 }).map((rest) => piece + rest)),
  )
}

const names = [
  'plain',
  'two words',
  'a"b',
  'a`b',
  "a'b",
  'a;b',
  'a--b',
  'a.b',
  'a:b',
  'a?b',
  'a\\b',
  '$1',
  'हिन्दी',
]

function attack(settings: SourceSettings): void {
  describe(`a ${settings.kind} source`, () => {
    let source: Source

    beforeAll(async () => {
      const writable = openWritableSource(settings)
      await writable.transaction(async (writer) => {
        const mark = settings.kind === 'mysql' ? '`' : '"'
        const quote = (name: string) => mark + name.replaceAll(mark, mark + mark) + mark
        await writer.run('create table students (roll_no varchar(40), secret varchar(40))')
        await writer.insert(
          'students',
          ['roll_no', 'secret'],
          [
            ['RC1', 'one'],
            ['RC2', 'two'],
          ],
        )
        const columns = names.map((name) => `${quote(name)} varchar(40)`)
        await writer.run(`create table odd (${columns.join(', ')})`)
        await writer.insert('odd', names, [names])
      })
      await writable.close()
      source = openSource(settings)
    })
    afterAll(() => source.close())

    const found = async (op: '=' | 'contains' | 'starts', value: Value) => {
      const where = { kind: 'compare', column: 'roll_no', op, value } as const
      return (await source.query(rowsOf('students', { where }), nobody)).result.rows
    }

    test('no text finds rows it does not name', async () => {
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const exactly = await found('=', text)
          const inside = await found('contains', text)
          const first = await found('starts', text)
          const rolls = ['RC1', 'RC2']
          expect(exactly.map(([roll]) => roll)).toEqual(rolls.filter((roll) => roll === text))
          expect(inside.map(([roll]) => roll)).toEqual(rolls.filter((roll) => includes(roll, text)))
          expect(first.map(([roll]) => roll)).toEqual(
            rolls.filter((roll) => startsWith(roll, text)),
          )
        }),
        { numRuns: 150 },
      )
    })

    test.each([0, 1, true, false])('the value %j equals no text', async (value) => {
      expect(await found('=', value)).toEqual([])
    })

    test.each(names)('a column called %s is a column', async (name) => {
      const where = { kind: 'compare', column: name, op: '=', value: name } as const
      const query = rowsOf('odd', {
        columns: [{ column: name, as: `${name}"\`';--` }],
        where,
        order: [{ column: name, descending: true }],
      })
      const { result } = await source.query(query, nobody)
      expect(result.rows).toEqual([[name]])
      expect(result.columns[0]?.name).toBe(`${name}"\`';--`)
    })
  })
}

/** Only ASCII letters lose their case here, so that nothing depends on a server's locale. */
const fold = (text: string) => text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
const includes = (roll: string, text: string) => !text.includes('\0') && roll.includes(fold(text))
const startsWith = (roll: string, text: string) =>
  !text.includes('\0') && roll.startsWith(fold(text))

const common = { name: 'test', timeoutSeconds: 5 }
attack({ ...common, kind: 'sqlite', file: join(folder, 'desk.db') })
describeOn(await mariadb(), 'on MariaDB', (url) =>
  attack({ ...common, kind: 'mysql', url, pool: 2 }),
)
describeOn(await postgres(), 'on PostgreSQL', (url) =>
  attack({ ...common, kind: 'postgres', url, pool: 2 }),
)
