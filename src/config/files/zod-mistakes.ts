import type { z } from 'zod'
import { closest } from '../../util/closest.ts'
import type { ProblemCode } from './problem.ts'
import { schemaAt } from './schema-at.ts'
import { listed } from './spot.ts'
import type { ProblemRest } from './spot.ts'
import type { Path } from './yaml-document.ts'

/** One thing a schema found wrong, and the part of the value to leave out so that the rest can be used. */
export interface Mistake {
  readonly path: Path
  readonly code: ProblemCode
  readonly message: string
  readonly rest: ProblemRest
  readonly leaveOut: Path
  /** The member that has to be there and is not. */
  readonly missing?: string
}

type Issue = z.core.$ZodIssue

/** What a schema's issues mean to the owner of a desk. `raw` is the value the schema was given. */
export function mistakesOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  raw: unknown,
): readonly Mistake[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    if (issue.code === 'invalid_union') return ofUnion(issue, path, schema, raw)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey([...path, key], schema))
    return [one(issue, path, schema, raw)]
  })
}

/** The alternative the owner most likely meant: of the right type, and right the furthest. */
function ofUnion(
  union: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  schema: z.ZodType,
  raw: unknown,
): readonly Mistake[] {
  const expected = expectedTypes(union)
  if (expected.every((type) => type !== null))
    return [wrongType(path, expected.flat(), schema, raw)]
  const branches = union.errors
    .filter((issues) => mismatch(issues) === null)
    .map((issues) => {
      const prefixed = issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))
      return mistakesOf(prefixed, schema, raw)
    })
  const [best] = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)
  return best ?? []
}

function depth(mistakes: readonly Mistake[]): number {
  return Math.max(0, ...mistakes.map((mistake) => mistake.path.length))
}

function expectedTypes(union: Extract<Issue, { code: 'invalid_union' }>) {
  return union.errors.map(mismatch)
}

/** The types a branch would take, when the value is of none of them; null when the branch fits so far. */
function mismatch(issues: readonly Issue[]): readonly string[] | null {
  for (const issue of issues) {
    if (issue.path.length > 0) continue
    if (issue.code === 'invalid_type') return [issue.expected]
    if (issue.code !== 'invalid_union') continue
    const types = expectedTypes(issue)
    if (types.every((type) => type !== null)) return types.flat()
  }
  return null
}

function unknownKey(path: Path, schema: z.ZodType): Mistake {
  const key = String(path.at(-1))
  const allowed = schemaAt(schema, path.slice(0, -1)).keys
  const meant = closest(key, allowed)
  const hint = meant === null ? listed(allowed) : `Did you mean \`${meant}\`?`
  const message = `\`${key}\` does not exist here.`
  const rest = { hint, allowed, part: 'key' } as const
  return { path, code: 'unknown-key', message, rest, leaveOut: path }
}

function one(issue: Issue, path: Path, schema: z.ZodType, raw: unknown): Mistake {
  if (issue.code === 'invalid_type') return wrongType(path, [issue.expected], schema, raw)
  const { description } = schemaAt(schema, path)
  const name = nameOf(path)
  const wrong = (message: string, rest: ProblemRest): Mistake => ({
    path,
    code: 'not-allowed',
    message,
    rest,
    leaveOut: path,
  })
  const value = String(valueAt(raw, path))
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    const meant = closest(value, allowed)
    const hint = meant === null ? listed(allowed) : `Did you mean \`${meant}\`?`
    return wrong(`${name} cannot be ${quote(value)}.`, { hint, allowed })
  }
  if (issue.code === 'invalid_key') {
    const hint = schemaAt(schema, path.slice(0, -1)).keyDescription
    return wrong(`${quote(String(path.at(-1)))} cannot be a name here.`, { hint, part: 'key' })
  }
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return wrong(`${name} must ${bound(issue)}.`, { hint: description })
  return wrong(`${name} cannot be ${quote(value)}.`, { hint: description })
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
  if (issue.origin === 'string' || issue.origin === 'array') return 'not be empty'
  if (issue.code === 'too_big') return `be at most ${limit}`
  return issue.inclusive === true ? `be at least ${limit}` : `be more than ${limit}`
}

/** A value of another type, or none. Values are not quoted: they may be secret. */
function wrongType(
  path: Path,
  expected: readonly string[],
  schema: z.ZodType,
  raw: unknown,
): Mistake {
  const { description } = schemaAt(schema, path)
  const found = valueAt(raw, path)
  const around = path.slice(0, -1)
  const key = path.at(-1)
  if (found === undefined && key !== undefined)
    return {
      path: around,
      code: 'missing',
      missing: String(key),
      message: `\`${key}\` is missing.`,
      rest: { hint: description, part: 'key' },
      leaveOut: around,
    }
  const types = [...new Set(expected.map(typeName))]
  const message = `${nameOf(path)} must be ${types.join(' or ')}, not ${typeOf(found)}.`
  return { path, code: 'wrong-type', message, rest: { hint: description }, leaveOut: path }
}

/** What the value at a path is called in a message. */
function nameOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  const key = path.findLast((step) => typeof step === 'string')
  if (typeof last === 'string') return `\`${last}\``
  return key === undefined ? 'An item of the file' : `An item of \`${key}\``
}

function valueAt(raw: unknown, path: Path): unknown {
  let here = raw
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Readonly<Record<string | number, unknown>>)[step]
  }
  return here
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'empty',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
  record: 'a mapping',
}

function typeName(expected: string): string {
  return typeNames[expected] ?? expected
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return `the number ${value}`
  if (typeof value === 'boolean') return String(value)
  return typeName(typeof value)
}

function quote(text: string): string {
  return text.length > 60 ? `\`${text.slice(0, 59)}…\`` : `\`${text}\``
}
