import { FrontdeskError } from '../../errors.ts'
import type { SqlQuery, Value } from '../../model/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './statement.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

/**
 * SQL text an owner wrote, with its `:name` parameters as the database's placeholders; nothing else of it is
 * changed. Only one statement that reads is taken: the connection refuses writing by itself, this keeps the text
 * from talking it out of that.
 */
export function compileSql(query: SqlQuery, dialect: Dialect): Statement {
  const tokens = tokenize(query.text, dialect.lexicon)
  assertReads(tokens, dialect)
  const parameters: Value[] = []
  const text = tokens.map((token) =>
    token.kind === 'parameter'
      ? dialect.placeholder(parameters.push(valueOf(query, token.text.slice(1))))
      : token.text,
  )
  return { kind: 'sql', text: text.join(''), parameters, limit: query.limit, origins: [] }
}

/** Text with `?` placeholders as this database writes them. */
export function compilePlaceholders(sql: string, dialect: Dialect): string {
  let position = 0
  return tokenize(sql, dialect.lexicon)
    .map((token) => (token.kind === 'placeholder' ? dialect.placeholder(++position) : token.text))
    .join('')
}

function valueOf(query: SqlQuery, name: string): Value {
  const value = Object.hasOwn(query.parameters, name) ? query.parameters[name] : undefined
  if (value !== undefined) return value
  throw new FrontdeskError(
    'source/parameter-missing',
    `The SQL names \`:${name}\`, which has no value.`,
  )
}

const readingWords = new Set([
  'select',
  'with',
  'values',
  'table',
  'show',
  'describe',
  'desc',
  'explain',
])

function assertReads(tokens: readonly Token[], dialect: Dialect): void {
  const said = tokens.filter((token) => token.kind !== 'comment' && token.text.trim() !== '')
  const end = said.findIndex((token) => token.kind === 'semicolon')
  if (end !== -1 && said.slice(end).some((token) => token.kind !== 'semicolon')) {
    throw readOnly('More than one statement was sent at once.', 'Send one statement.')
  }
  const first = said.find((token) => token.text !== '(')?.text.toLowerCase() ?? ''
  if (!readingWords.has(first)) {
    throw readOnly(`A statement that begins with \`${first}\` does not only read.`)
  }
  if (said.some((token) => token.kind === 'word' && token.text.toLowerCase() === 'into')) {
    throw readOnly('A statement with `into` does not only read.', 'Leave `into` out.')
  }
  if (dialect.lexicon.hashComments && tokens.some(isExecuted)) {
    throw readOnly('A comment that is executed (`/*! … */`) hides what a statement does.')
  }
}

function isExecuted(token: Token): boolean {
  return token.kind === 'comment' && /^\/\*M?!/i.test(token.text)
}

function readOnly(message: string, hint?: string): FrontdeskError {
  return new FrontdeskError('source/read-only', message, hint === undefined ? {} : { hint })
}
