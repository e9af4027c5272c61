import type { ColumnType, Filter, Value } from '../model/index.ts'

/** A table as questions know it. */
export interface AskedTable {
  readonly source: string
  readonly name: string
  /** What one row is called, singular and plural, and other words for it. */
  readonly called: readonly string[]
  readonly columns: readonly AskedColumn[]
  /** The one column that tells rows apart; null where it takes several, or none does. */
  readonly key: string | null
  /** The columns that name a row to people, such as first and last name. */
  readonly naming: readonly string[]
  readonly joins: readonly AskedJoin[]
  /** Words its owner says of a row, each with the condition they stand for. */
  readonly definitions: readonly { readonly called: string; readonly filter: Filter }[]
  /** Rows, as far as they were counted. */
  readonly rows: number
  /** The same thing stands on several rows, such as a river on one for each state it runs through. */
  readonly repeats: boolean
}

/** A column as questions know it. */
export interface AskedColumn {
  readonly name: string
  readonly type: ColumnType
  /** Other words for it than its name. */
  readonly called: readonly string[]
  /** How many values it has, and the least and the greatest of numbers and dates. */
  readonly distinct: number
  readonly least: Value
  readonly greatest: Value
  readonly unit: string
}

/** A column whose values stand in a column of another table. */
export interface AskedJoin {
  readonly column: string
  readonly table: string
  readonly equals: string
}

/** A value found in the words of a question: words `first` to `last`, both inclusive. */
export interface FoundValue {
  readonly first: number
  readonly last: number
  readonly source: string
  readonly table: string
  readonly column: string
  readonly value: Value
  /** 1 for all of it as it is written, less for a misspelling or a part. */
  readonly score: number
  /** Only some words of the value were said. */
  readonly isPart: boolean
  readonly isMisspelt: boolean
}

/** Finds values in the words of a question. */
export type FindValues = (
  words: readonly { readonly text: string; readonly quoted: boolean; readonly capital: boolean }[],
) => readonly FoundValue[]

/** What questions are read with. */
export interface QuestionWorld {
  readonly tables: readonly AskedTable[]
  readonly findValues: FindValues
}

/** A column in its table. */
export interface Column extends AskedColumn {
  readonly table: Table
  readonly role: Role
  /** No two rows share a value. */
  readonly unique: boolean
  /** The link along which it leads to another table. */
  link: Link | null
  /** Where its words are names of rows elsewhere, though no key: along this link, of which nothing else knows. */
  names: Link | null
}

/** What a column can be used for: keys are neither summed nor ranked. */
export type Role = 'key' | 'number' | 'text' | 'date' | 'time' | 'flag'

/** A table with its columns found by name and its links both ways. */
export interface Table extends Omit<AskedTable, 'columns' | 'naming' | 'key' | 'joins'> {
  readonly columns: readonly Column[]
  readonly key: Column | null
  readonly naming: readonly Column[]
  readonly links: Link[]
  /** Holds nothing but keys and what belongs to their meeting: a row is a relation of other tables' rows. */
  isRelation: boolean
  /** A relation of two tables and nothing else: who is a member of what. */
  isBridge: boolean
}

/** A way from one table to another. */
export interface Link {
  readonly from: Column
  readonly to: Column
  /** Whether a row has at most one partner. */
  readonly toOne: boolean
}

/** Links from one table to another, in order; empty where they are the same table. */
export type Path = readonly Link[]

/** The schema, linked. */
export interface Schema {
  readonly tables: readonly Table[]
  /** The names of the databases they stand in. */
  readonly sources: readonly string[]
  readonly table: (source: string, name: string) => Table | undefined
  readonly column: (source: string, table: string, column: string) => Column | undefined
}

/** Links tables. What names something that is not there is left out. */
export function linkSchema(asked: readonly AskedTable[]): Schema {
  const tables = new Map<string, Table>()
  for (const one of asked) tables.set(`${one.source}.${one.name}`, toTable(one))
  const column = (source: string, table: string, name: string) =>
    tables.get(`${source}.${table}`)?.columns.find((each) => sameName(each.name, name))
  for (const one of asked) for (const join of one.joins) addLink(one, join, column)
  for (const table of tables.values()) {
    table.isRelation = isRelation(table)
    table.isBridge = isBridge(table)
  }
  return {
    tables: [...tables.values()],
    sources: [...new Set(asked.map(({ source }) => source))],
    table: (source, name) => tables.get(`${source}.${name}`),
    column,
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function toTable(asked: AskedTable): Table {
  const columns: Column[] = []
  const keys = new Set(asked.joins.map(({ column }) => column.toLowerCase()))
  const table: Table = {
    ...asked,
    columns,
    key: null,
    naming: [],
    links: [],
    isRelation: false,
    isBridge: false,
  }
  for (const one of asked.columns) {
    const isKey = one.name === asked.key
    columns.push({
      ...one,
      table,
      role: roleOf(one, isKey || keys.has(one.name.toLowerCase())),
      unique: isKey || (asked.rows > 1 && one.distinct === asked.rows),
      link: null,
      names: null,
    })
  }
  const named = (name: string | null) => columns.find((each) => each.name === name) ?? null
  const naming = asked.naming.flatMap((name) => named(name) ?? [])
  return Object.assign(table, { naming, key: named(asked.key) })
}

function roleOf({ type, name, distinct, least, greatest }: AskedColumn, isKey: boolean): Role {
  switch (type) {
    case 'boolean':
      return 'flag'
    case 'date':
    case 'datetime':
    case 'instant':
      return 'date'
    case 'time':
      return 'time'
    case 'integer':
    case 'decimal':
    case 'number':
      if (isKey || (/(^|_)(id|code|no|number)$/i.test(name) && distinct > 50 && isKey)) return 'key'
      if (distinct <= 2 && least === 0 && greatest === 1) return 'flag'
      return /(?:^|_|[a-z])id$|ID$/.test(name) && name.length > 2 ? 'key' : 'number'
    default:
      if (distinct <= 2 && isNo(least) && isYes(greatest)) return 'flag'
      if (isNumberText(least) && isNumberText(greatest)) return isKey ? 'key' : 'number'
      return isDateText(least) && isDateText(greatest) ? 'date' : 'text'
  }
}

function isNo(value: Value): boolean {
  return ['n', 'no', 'f', 'false'].includes(String(value).toLowerCase())
}

function isYes(value: Value): boolean {
  return ['y', 'yes', 't', 'true'].includes(String(value).toLowerCase())
}

function isNumberText(value: Value): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
}

function isDateText(value: Value): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d(-\d\d.*)?$/.test(value)
}

function addLink({ source, name }: AskedTable, join: AskedJoin, column: Schema['column']): void {
  const from = column(source, name, join.column)
  const to = column(source, join.table, join.equals)
  if (from === undefined || to === undefined) return
  const link = { from, to, toOne: to.unique }
  if (!to.unique && to.table.naming.includes(to)) {
    from.names ??= link
    return
  }
  const back = { from: to, to: from, toOne: from.unique }
  from.link ??= link
  from.table.links.push(link)
  if (from.table !== to.table || from !== to) to.table.links.push(back)
}

/** Every column is a key or tells something of the meeting of two keys, and nothing names a row. */
function isRelation(table: Table): boolean {
  const out = new Set(table.columns.filter((one) => one.link !== null))
  return out.size >= 2 && table.naming.length === 0
}

/** Two keys to two tables, without a key of its own that anything more is told of. */
function isBridge(table: Table): boolean {
  const keys = table.columns.filter((one) => one.link !== null)
  const targets = new Set(keys.map(({ link }) => link?.to.table))
  const isOwn = table.key !== null && table.columns.length > 3
  return isRelation(table) && keys.length === 2 && targets.size === 2 && !isOwn
}

/** What lies one row to one row beside a table and tells more of it. */
export function satellites(table: Table): readonly Link[] {
  return table.links.filter(
    ({ from, to, toOne }) =>
      toOne && from.unique && to.unique && to.table !== table && to.table.naming.length === 0,
  )
}
