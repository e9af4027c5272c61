/** What differs between databases in how SQL text is cut into pieces. */
export interface Lexicon {
  /** A backslash escapes the next character of a string. */
  readonly backslashes: boolean
  /** `"…"` is a string like `'…'`, not a name. */
  readonly doubleQuotedStrings: boolean
  /** `#` begins a comment, and `--` does only before white space. */
  readonly hashComments: boolean
  /** Comments may stand within comments. */
  readonly nestedComments: boolean
  /** `$tag$…$tag$` and `E'…'` are strings. */
  readonly dollarQuotes: boolean
  /** `[…]` is a name. */
  readonly brackets: boolean
}

/** A piece of SQL text; put together again, the pieces are the text. */
export interface Token {
  /** `opaque` is what is never looked into: strings, quoted names and comments. */
  readonly kind: 'parameter' | 'placeholder' | 'word' | 'semicolon' | 'comment' | 'opaque' | 'other'
  readonly text: string
}

/**
 * Cuts SQL text into pieces, so that `:name` and `?` are found where they are parameters and nowhere else: not in
 * strings, quoted names, comments or casts (`::`). A slice of an array is written `[1 : n]`, with spaces.
 */
export function tokenize(sql: string, lexicon: Lexicon): readonly Token[] {
  const pattern = patternOf(lexicon)
  const tokens: Token[] = []
  let at = 0
  while (at < sql.length) {
    const token = nestedComment(sql, at, lexicon) ?? match(pattern, sql, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function match(pattern: RegExp, sql: string, at: number): Token {
  pattern.lastIndex = at
  const groups = pattern.exec(sql)?.groups ?? {}
  for (const kind of kinds) {
    const text = groups[kind]
    if (text !== undefined) return { kind, text }
  }
  return { kind: 'other', text: sql.slice(at, at + 1) }
}

const kinds = [
  'comment',
  'opaque',
  'parameter',
  'placeholder',
  'semicolon',
  'word',
  'other',
] as const

const patterns = new WeakMap<Lexicon, RegExp>()

function patternOf(lexicon: Lexicon): RegExp {
  const known = patterns.get(lexicon)
  if (known) return known
  const made = makePattern(lexicon)
  patterns.set(lexicon, made)
  return made
}

/** What is left open at the end of the text reaches to its end: the database will refuse it. */
function makePattern(lexicon: Lexicon): RegExp {
  const escaping = (quote: string) =>
    String.raw`${quote}(?:[^${quote}\\]|\\[^]|${quote}${quote})*\\?(?:${quote}|$)`
  const plain = (quote: string) => `${quote}(?:[^${quote}]|${quote}${quote})*(?:${quote}|$)`
  const string = lexicon.backslashes ? escaping : plain
  const opaque = [string("'"), lexicon.doubleQuotedStrings ? string('"') : plain('"'), plain('`')]
  if (lexicon.brackets) opaque.push(String.raw`\[[^\]]*(?:\]|$)`)
  if (lexicon.dollarQuotes) {
    const dollars = String.raw`\$(?<tag>(?:[\p{L}_][\p{L}\p{M}\p{N}_]*)?)\$[^]*?(?:\$\k<tag>\$|$)`
    opaque.push(String.raw`[eE]${escaping("'")}`, dollars)
  }
  const comments = [String.raw`\/\*[^]*?(?:\*\/|$)`]
  if (lexicon.hashComments) comments.push(String.raw`#[^\n]*`, String.raw`--(?=\s|$)[^\n]*`)
  else comments.push(String.raw`--[^\n]*`)
  const sources = [
    `(?<comment>${comments.join('|')})`,
    `(?<opaque>${opaque.join('|')})`,
    String.raw`(?<parameter>(?<!:):[\p{L}_][\p{L}\p{M}\p{N}_]*)`,
    String.raw`(?<placeholder>\?)`,
    `(?<semicolon>;)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{M}\p{N}_$]*)`,
    String.raw`(?<other>::|\s+|\p{N}[\p{L}\p{N}_.$]*|[^])`,
  ]
  return new RegExp(sources.join('|'), 'uy')
}

function nestedComment(sql: string, at: number, lexicon: Lexicon): Token | null {
  if (!lexicon.nestedComments || !sql.startsWith('/*', at)) return null
  let depth = 0
  for (let end = at; end < sql.length;) {
    if (sql.startsWith('/*', end)) depth++
    else if (sql.startsWith('*/', end)) depth--
    else {
      end++
      continue
    }
    end += 2
    if (depth === 0) return { kind: 'comment', text: sql.slice(at, end) }
  }
  return { kind: 'comment', text: sql.slice(at) }
}
