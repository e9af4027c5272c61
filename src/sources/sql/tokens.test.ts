import { expect, test } from 'vitest'
import type { Lexicon } from './tokens.ts'
import { tokenize } from './tokens.ts'

const sqlite: Lexicon = {
  backslashes: false,
  doubleQuotedStrings: false,
  hashComments: false,
  nestedComments: false,
  dollarQuotes: false,
  brackets: true,
}
const mysql = {
  ...sqlite,
  backslashes: true,
  doubleQuotedStrings: true,
  hashComments: true,
  brackets: false,
}
const postgres = { ...sqlite, nestedComments: true, dollarQuotes: true, brackets: false }

function parameters(sql: string, lexicon: Lexicon): readonly string[] {
  const tokens = tokenize(sql, lexicon)
  expect(tokens.map((token) => token.text).join('')).toBe(sql)
  return tokens.filter((token) => token.kind === 'parameter').map((token) => token.text)
}

for (const [name, lexicon] of Object.entries({ sqlite, mysql, postgres })) {
  test.each([
    ['a parameter', 'select :a', [':a']],
    ['one without spaces around it', 'where x=:a and(y>:b_2)', [':a', ':b_2']],
    ['the same one twice', ':a or :a', [':a', ':a']],
    ['one in another script', 'select :नाम', [':नाम']],
    ['one at the very end', 'select x from t where y = :a', [':a']],
    ['none in a string', "select ':a' , :b", [':b']],
    ['none in a string with a doubled quote', "select 'it''s :a', :b", [':b']],
    ['none in a quoted name', 'select "a :a" from t where x = :b', [':b']],
    ['none in backticks', 'select `a :a`, :b', [':b']],
    ['none in a comment to the end of the line', 'select 1 -- :a\n, :b', [':b']],
    ['none in a comment', 'select /* :a ; \' " */ :b', [':b']],
    ['none in a string that is never closed', "select ':a", []],
    ['none in a comment that is never closed', 'select /* :a', []],
    ['none in a time of day', "select '10:30' , 10:30", []],
    ['none in an assignment', 'set x := 1', []],
    ['one in parentheses of a function', "json_extract(x, '$.a:b', :c)", [':c']],
  ] as const)(`${name} finds %s`, (_, sql, expected) => {
    expect(parameters(sql, lexicon)).toEqual(expected)
  })
}

test('postgres finds none in a cast, in dollar quotes, in nested comments or in E strings', () => {
  expect(parameters('select x::text, :a::int', postgres)).toEqual([':a'])
  expect(parameters('select $$ :a $$, $q$ :b $$ :c $q$, :d', postgres)).toEqual([':d'])
  expect(parameters('select /* a /* :b */ :c */ :d', postgres)).toEqual([':d'])
  expect(parameters(String.raw`select E'it\'s :a', :b`, postgres)).toEqual([':b'])
  expect(parameters(String.raw`select 'C:\', :b`, postgres)).toEqual([':b'])
  expect(parameters('select list[1 : 2], $1, price$x$, :b', postgres)).toEqual([':b'])
})

test('mysql finds none after a backslash, in double quotes or in # comments', () => {
  expect(parameters(String.raw`select 'it\'s :a', :b`, mysql)).toEqual([':b'])
  expect(parameters(String.raw`select "say \" :a", :b`, mysql)).toEqual([':b'])
  expect(parameters('select 1 # :a\n, :b', mysql)).toEqual([':b'])
  expect(parameters('select 5--:a', mysql)).toEqual([':a'])
  expect(parameters("select 'ends in \\", mysql)).toEqual([])
})

test('sqlite finds none in brackets', () => {
  expect(parameters('select [a :a], :b', sqlite)).toEqual([':b'])
})

test('a semicolon and a placeholder are told apart from those in strings', () => {
  const kinds = tokenize("select ';?' ; ?", sqlite).map((token) => token.kind)
  expect(kinds.filter((kind) => kind === 'semicolon')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'placeholder')).toHaveLength(1)
})

test('a very long text is cut in a moment', () => {
  // Time of the processor, so that a busy machine fails no one.
  const started = process.cpuUsage()
  tokenize(`select '${"'".repeat(200_000)}`, postgres)
  tokenize('/*'.repeat(100_000), postgres)
  tokenize('$a'.repeat(20_000), postgres)
  tokenize('('.repeat(100_000), mysql)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000)
})
