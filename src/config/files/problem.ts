/** What can be wrong with the files of a desk, and what each code means. `docs/reference/desk-files.md` lists them. */
export const problemCodes = {
  syntax: 'The file is not YAML, or not what a conversation looks like.',
  'unknown-key': 'A member that does not exist here.',
  missing: 'A member or a file that has to be there is not.',
  'wrong-type': 'A value of another type than the member takes.',
  'not-allowed': 'A value, or a combination of members, that cannot be.',
  'unknown-name': 'A name that nothing in the desk has.',
  duplicate: 'A name that something else in the desk has already.',
  template: 'A template that cannot be read.',
  privacy: 'Something that could tell a private row or a hidden column.',
  unreachable: 'A database that does not answer, or not to this user.',
  secret: 'A secret written into a file that is kept in git.',
  environment: 'A `${NAME}` that neither the environment nor .env knows.',
} as const

/** A kind of mistake. */
export type ProblemCode = keyof typeof problemCodes

/** One mistake in the files of a desk. No text in it ever quotes a secret. */
export interface Problem {
  readonly code: ProblemCode
  /** Relative to the desk folder, with `/` between its parts. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** What is wrong: names the thing and quotes the value. */
  readonly message: string
  /** What to do about it; may be empty. */
  readonly hint: string
  /** What may stand there instead. */
  readonly allowed?: readonly string[]
}

/** A problem on one line: `file:line:column message hint`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, hint } = problem
  return `${file}:${line}:${column} ${[message, hint].filter((part) => part !== '').join(' ')}`
}

/** In the order a reader meets them: by file, line and column. What was found twice stays once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]))
  return [...unique.values()].toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  if (a === 'desk.yaml') return -1
  if (b === 'desk.yaml') return 1
  return a < b ? -1 : 1
}
