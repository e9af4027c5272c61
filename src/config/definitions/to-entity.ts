import type { ColumnOf, EntityDefinition, ListedValue } from '../../model/index.ts'
import { builtInEntities } from '../../model/index.ts'
import { mayTakeForever } from '../../util/index.ts'
import type { EntityInput } from '../schemas/entity-schema.ts'
import { entitySchema } from '../schemas/entity-schema.ts'
import type { Documents } from '../files/salvage.ts'
import { readEach } from '../files/salvage.ts'
import type { Reading } from '../reading.ts'
import type { Spot } from '../files/spot.ts'

const kinds = ['values', 'pattern', 'from'] as const

/** Which members go with which kind of entity. */
const companions = {
  upper: ['pattern'],
  also: ['from'],
  several: ['from'],
  synonyms: ['from'],
  refresh: ['from'],
  open: ['values', 'from'],
  typos: ['values', 'from'],
} as const

/** Seconds until the values of a column are read again, when the entity does not say. */
const defaultRefresh = 60

/** Reads the entities of a desk. */
export function readEntities(documents: Documents, reading: Reading): readonly EntityDefinition[] {
  const shape = { schema: entitySchema, member: 'entity', taken: builtInEntities }
  return readEach(documents, shape, (input, spot) => toEntity(input, spot, reading))
}

/** Null when it does not say what its values are. */
function toEntity(input: EntityInput, spot: Spot, reading: Reading): EntityDefinition | null {
  const given = kinds.filter((kind) => input[kind] !== undefined)
  const [kind] = given
  if (kind === undefined || given.length > 1) {
    const found = given.length === 0 ? 'none is there' : `here are ${given.join(' and ')}`
    spot.report('not-allowed', `An entity has one of values, pattern and from; ${found}.`, {
      allowed: kinds,
    })
    return null
  }
  refuseCompanions(input, kind, spot)
  const { entity: name, typos = true } = input
  const open = input.open === true ? { open: true as const } : {}
  if (input.pattern !== undefined) {
    checkPattern(input.pattern, spot.to('pattern'))
    return { kind: 'pattern', name, pattern: input.pattern, upper: input.upper ?? false }
  }
  if (input.from === undefined)
    return { kind: 'list', name, values: toValues(input.values ?? []), typos, ...open }
  const from = toColumn(input.from, spot.to('from'), reading)
  const synonyms = toValues(input.synonyms ?? {})
  if (from === null) return null
  refusePrivate(from, spot.to('from'), reading)
  return {
    kind: 'column',
    name,
    from,
    several: input.several ?? false,
    also: input.also ?? [],
    synonyms,
    typos,
    ...open,
    refreshSeconds: input.refresh ?? defaultRefresh,
  }
}

function refuseCompanions(input: EntityInput, kind: (typeof kinds)[number], spot: Spot): void {
  for (const member of Object.keys(companions) as (keyof typeof companions)[]) {
    const goesWith: readonly string[] = companions[member]
    if (input[member] === undefined || goesWith.includes(kind)) continue
    const message = `\`${member}\` goes with ${goesWith.join(' or ')}, not with ${kind}.`
    spot.to(member).report('not-allowed', message, { part: 'key' })
  }
}

function checkPattern(pattern: string, spot: Spot): void {
  try {
    if (new RegExp(`^(?:${pattern})$`, 'iu').test(''))
      spot.report('not-allowed', `\`${pattern}\` also fits nothing at all.`, {
        hint: 'Let it need at least one character.',
      })
    else if (mayTakeForever(pattern))
      spot.report('not-allowed', `\`${pattern}\` could take for ever on some texts.`, {
        hint: 'Let nothing that repeats stand in or beside something else that repeats and may fit the same letters.',
      })
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.replace(/^.*: /, '') : ''
    spot.report('not-allowed', `\`${pattern}\` is not a regular expression: ${reason}.`, {
      hint: 'The rules are those of JavaScript with the flag `u`.',
    })
  }
}

type Synonyms = NonNullable<EntityInput['values']>

function toValues(input: Synonyms): readonly ListedValue[] {
  if (Array.isArray(input)) return input.map((value) => ({ value: String(value), synonyms: [] }))
  return Object.entries(input).map(([value, synonyms]) => ({
    value,
    synonyms: (Array.isArray(synonyms) ? synonyms : [synonyms ?? []].flat()).map(String),
  }))
}

function toColumn(text: string, spot: Spot, reading: Reading): ColumnOf | null {
  const [, source, table, column] = /^([^.\s]+)\.(\S+)\.([^.\s]+)$/.exec(text) ?? []
  if (source === undefined || table === undefined || column === undefined) {
    spot.report('not-allowed', `\`${text}\` does not name a column.`, {
      hint: 'Write `source.table.column`.',
    })
    return null
  }
  return spot.expects('source', source, reading.sources) ? { source, table, column } : null
}

/** The values of an entity are offered to everyone. */
function refusePrivate(from: ColumnOf, spot: Spot, reading: Reading): void {
  const table = reading.tables.get(`${from.source}.${from.table}`)
  const isHidden = table?.hidden.includes(from.column) === true
  const isPrivate = table !== undefined && table.private !== null
  if (!isHidden && !isPrivate) return
  const what = isHidden ? `the column \`${from.column}\` is hidden` : `\`${from.table}\` is private`
  spot.report('privacy', `An entity’s values are known to everyone, but ${what}.`, {
    hint: 'Use a pattern, or a column of a public table.',
  })
}
