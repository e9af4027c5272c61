import { type Lexicon, tokenize } from './tokens.ts'

/** The `:name` parameters of SQL text, each once, in order. */
export interface SqlParameters {
  /** Those of every database: they need a value. */
  readonly always: readonly string[]
  /** Those that only some databases take for one, because they end a string or a comment elsewhere. */
  readonly perhaps: readonly string[]
}

/** The parameters of SQL text that may be sent to any of several databases. */
export function parametersIn(text: string, lexicons: readonly Lexicon[]): SqlParameters {
  const found = lexicons.map((lexicon) =>
    tokenize(text, lexicon).flatMap((token) =>
      token.kind === 'parameter' ? [token.text.slice(1)] : [],
    ),
  )
  const all = [...new Set(found.flat())]
  const isAlways = (name: string) => found.every((names) => names.includes(name))
  return { always: all.filter(isAlways), perhaps: all.filter((name) => !isAlways(name)) }
}
