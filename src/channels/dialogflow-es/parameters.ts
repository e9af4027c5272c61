import type { Value, Values } from '../../model/index.ts'
import { putOwn } from '../../util/index.ts'

/** The members that stand for a whole composite value, the likeliest first: an amount of money, a person, a period. */
const heads = ['amount', 'name', 'date_time', 'startDate', 'startDateTime', 'startTime', 'city']

/**
 * Dialogflow's parameters as slots. `""` and null mean that a parameter was not filled and are left out. The first
 * element of a list is the slot, the others are `name_2`, `name_3`; a composite value is its most telling member,
 * and every member is `name.member`. A date comes as noon of the day and is told as `YYYY-MM-DD`.
 */
export function toSlots(parameters: Readonly<Record<string, unknown>>): Values {
  const slots: Record<string, Value> = {}
  for (const [name, value] of Object.entries(parameters))
    if (!name.endsWith('.original')) fill(slots, name, value, 0)
  return slots
}

/** What the visitor literally said for each parameter: its `name.original` in some context, the last that has it. */
export function toOriginals(contexts: readonly Parameterised[]): Readonly<Record<string, string>> {
  const originals: Record<string, string> = {}
  for (const { parameters } of contexts)
    for (const [name, value] of Object.entries(parameters ?? {}))
      if (name.endsWith('.original') && typeof value === 'string' && value !== '')
        putOwn(originals, name.slice(0, -'.original'.length), value)
  return originals
}

/** A context as it comes. */
interface Parameterised {
  readonly parameters?: Readonly<Record<string, unknown>> | null | undefined
}

/** Deeper than this nobody nests a parameter, except to do harm. */
const deepest = 4

/** More elements or members than these are left unread. */
const widest = 100

/** Puts a value and what is in it into the slots: most are plain, so nothing is made for them on the way. */
function fill(slots: Record<string, Value>, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined || value === '' || depth > deepest) return
  if (typeof value === 'string') putOwn(slots, name, dayOf(value))
  else if (typeof value === 'number' || typeof value === 'boolean') putOwn(slots, name, value)
  else if (Array.isArray(value))
    for (const [i, one] of value.slice(0, widest).entries())
      fill(slots, i === 0 ? name : `${name}_${i + 1}`, one, depth + 1)
  else fillMembers(slots, name, value, depth)
}

function fillMembers(
  slots: Record<string, Value>,
  name: string,
  value: object,
  depth: number,
): void {
  const inside: Record<string, Value> = {}
  for (const [member, one] of Object.entries(value).slice(0, widest))
    fill(inside, `${name}.${member}`, one, depth + 1)
  const head = heads.map((one) => inside[`${name}.${one}`]).find((one) => one !== undefined)
  const whole = periodIn(name, inside) ?? head ?? Object.values(inside)[0]
  if (whole !== undefined) putOwn(slots, name, whole)
  for (const [member, one] of Object.entries(inside)) putOwn(slots, member, one)
}

/** Its first and last day as one value, the way the desk writes a period. */
function periodIn(name: string, inside: Record<string, Value>): string | undefined {
  const [from, to] = [inside[`${name}.startDate`], inside[`${name}.endDate`]]
  return from === undefined || to === undefined ? undefined : `${String(from)}/${String(to)}`
}

function dayOf(text: string): string {
  if (text.length < 20 || text[10] !== 'T') return text
  return /^(\d{4}-\d\d-\d\d)T12:00:00([+-]\d\d:\d\d|Z)$/.exec(text)?.[1] ?? text
}
