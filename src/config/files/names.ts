import { builtInEntities } from '../../model/index.ts'
import type { DeskFolder } from './parse-folder.ts'
import type { Spot } from './spot.ts'
import type { YamlDocument } from './yaml-document.ts'

/** The names a desk's files may refer to. */
export interface Names {
  readonly sources: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
  readonly identities: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
  readonly intents: ReadonlySet<string>
  /** Slots that some intent remembers. */
  readonly remembered: ReadonlySet<string>
}

/**
 * The names a desk's files may refer to, taken from what was written, mistakes and all: a source with a mistake in it
 * is still the source an answer meant.
 */
export function namesIn(files: DeskFolder): Names {
  const desk = files.desk?.raw
  return {
    sources: new Set(keysOf(memberOf(desk, 'sources'))),
    topics: new Set(keysOf(memberOf(desk, 'topics'))),
    identities: new Set(keysOf(memberOf(desk, 'identities'))),
    entities: new Set([...textsOf(files.entities, 'entity'), ...builtInEntities]),
    intents: new Set(textsOf(files.intents, 'intent')),
    remembered: new Set(files.intents.flatMap(({ raw }) => listOf(memberOf(raw, 'remembers')))),
  }
}

/** Where the sources, identities, tables and entities of a desk are declared: by `table office.people` and the like. */
export type Places = ReadonlyMap<string, { readonly file: string; readonly line: number }>

/** Where the sources, identities, tables and entities are declared. */
export function placesIn(files: DeskFolder): Places {
  const declared = (documents: readonly YamlDocument[], member: string) =>
    documents.flatMap((document) => {
      const name = memberOf(document.raw, member)
      const { line } = document.at([member], 'value')
      return [[`${member} ${String(name)}`, { file: document.file, line }] as const]
    })
  const { desk } = files
  const inDesk = (member: string, kind: string) =>
    keysOf(memberOf(desk?.raw, member)).map((name) => {
      const line = desk?.at([member, name], 'key').line ?? 1
      return [`${kind} ${name}`, { file: 'desk.yaml', line }] as const
    })
  return new Map([
    ...inDesk('sources', 'source'),
    ...inDesk('identities', 'identity'),
    ...declared(files.tables, 'table'),
    ...declared(files.entities, 'entity'),
  ])
}

/** Reports the documents whose `member` another has before them, and those that take a name of `taken`. */
export function checkUnique(
  spots: readonly Spot[],
  member: string,
  taken: readonly string[] = [],
): void {
  const first = new Map<string, string>(taken.map((name) => [name, 'what every desk has']))
  for (const spot of spots) {
    const name = memberOf(spot.document.raw, member)
    if (typeof name !== 'string') continue
    const there = spot.to(member)
    const before = first.get(name)
    if (before === undefined) first.set(name, `${spot.document.file}:${there.line}`)
    else
      there.report('duplicate', `The ${member} \`${name}\` is there already.`, {
        hint: `See ${before}.`,
      })
  }
}

function memberOf(value: unknown, key: string): unknown {
  const isMapping = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  return isMapping ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function keysOf(value: unknown): readonly string[] {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMapping ? Object.keys(value) : []
}

function textsOf(documents: readonly YamlDocument[], member: string): readonly string[] {
  return documents.flatMap(({ raw }) => {
    const name = memberOf(raw, member)
    return typeof name === 'string' ? [name] : []
  })
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
