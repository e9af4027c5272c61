import type { Agent, AgentEntity, AgentValue, Note } from '../agent.ts'
import { compositePattern, isComposite } from './composite.ts'
import { knownValues } from './known-values.ts'
import { nameOf, takeName } from './names.ts'
import { patternOf } from './regexp.ts'
import { standFor } from './system-entities.ts'

/** An entity as an owner writes it. */
export interface WrittenEntity {
  readonly entity: string
  readonly values?: Readonly<Record<string, readonly string[]>>
  readonly pattern?: string
  readonly typos?: boolean
  readonly open?: boolean
}

/** What the slots of a desk are filled with, in the place of an agent's entities. */
export class Entities {
  readonly #agent: Agent
  readonly #notes: Note[]
  readonly #byName: ReadonlyMap<string, AgentEntity>
  readonly #marked: ReadonlyMap<string, ReadonlySet<string>>
  readonly #written = new Map<string, WrittenEntity>()
  readonly #names = new Map<string, string>()
  readonly #taken: Set<string>

  /** @param builtIn the entities every desk has */
  constructor(agent: Agent, builtIn: readonly string[], notes: Note[]) {
    this.#agent = agent
    this.#notes = notes
    this.#byName = new Map(agent.entities.map((entity) => [entity.name, entity]))
    this.#marked = markedIn(agent)
    this.#taken = new Set(builtIn)
    for (const { name } of this.#byName.values()) this.nameFor(name)
  }

  /** The entity of the desk in the place of one of the agent's, `text` for none. */
  nameFor(entity: string): string {
    if (entity === '') return 'text'
    const known = this.#names.get(entity)
    if (known !== undefined) return known
    const own = this.#byName.get(entity)
    const name = own === undefined ? this.#stranger(entity) : this.#own(own)
    this.#names.set(entity, name)
    return name
  }

  /** Words that could stand for the entity in a phrase that names no example: a few, never none. */
  samplesOf(entity: string): readonly string[] {
    const values = this.#byName.get(entity)?.values ?? []
    const named = values.filter(({ value }) => !value.includes('@')).map(({ value }) => value)
    const marked = [...(this.#marked.get(entity) ?? [])]
    const stand = standFor(entity.replace(/^sys\./, ''))
    const sample = stand.kind === 'list' ? [] : [stand.sample]
    const [first = []] = [named, marked, sample].filter((list) => list.length > 0)
    return first.length > 0 ? first.slice(0, mostSamples) : ['something']
  }

  /** The agent's entity in the place of which each entity of the desk stands. */
  origins(): ReadonlyMap<string, string> {
    const own = [...this.#names].filter(([, name]) => this.#written.has(name))
    return new Map(own.map(([entity, name]) => [name, entity]))
  }

  /** The entities to write into the desk. */
  written(): readonly WrittenEntity[] {
    return [...this.#written.values()]
  }

  #own(entity: AgentEntity): string {
    const isExtension = entity.name.startsWith('sys.')
    const wanted = nameOf(entity.name.replace(/^sys\./, ''), 'entity')
    const isBuiltIn = this.#taken.has(wanted.toLowerCase())
    const name = takeName(isBuiltIn ? `own-${wanted}` : wanted, this.#taken)
    if (name !== entity.name)
      this.#note('changed', entity.name, `The entity is called \`${name}\` in the desk.`)
    if (isExtension)
      this.#note(
        'changed',
        entity.name,
        'It knows the listed values; others are taken when asked for.',
      )
    return this.#write(name, this.#shape(entity, isExtension))
  }

  /** What an entity is in the desk; null when nothing can be told of its values. */
  #shape(entity: AgentEntity, isExtension: boolean): Omit<WrittenEntity, 'entity'> | null {
    if (entity.kind === 'regexp') return this.#regexp(entity)
    if (isComposite(entity)) return this.#composite(entity)
    const values = [...entity.values, ...this.#markedValues(entity)]
    if (values.length === 0) {
      this.#note('left-out', entity.name, 'It has no values: any words are taken for it.')
      return null
    }
    return {
      values: recordOf(values),
      ...(entity.fuzzy ? {} : { typos: false }),
      ...(entity.open || isExtension ? { open: true } : {}),
    }
  }

  #regexp(entity: AgentEntity): Omit<WrittenEntity, 'entity'> | null {
    const pattern = patternOf(entity.values.map(({ value }) => value))
    if (pattern !== null) return { pattern }
    const what =
      'Its pattern cannot be said in JavaScript, or could take for ever: any words are taken for it.'
    this.#note('to-do', entity.name, what)
    return null
  }

  #composite(entity: AgentEntity): Omit<WrittenEntity, 'entity'> | null {
    const pattern = compositePattern(entity, this.#byName)
    this.#note(
      'changed',
      entity.name,
      pattern === null
        ? 'It is made of entities with too many values or shapes: any words are taken for it.'
        : 'It is made of other entities: its value is the words that were said, in one piece.',
    )
    return pattern === null ? null : { pattern }
  }

  /** An entity that the agent does not declare: one of the system's, or one that is missing. */
  #stranger(entity: string): string {
    const isSystem = entity.startsWith('sys.')
    const system = entity.replace(/^sys\./, '')
    const stand = isSystem ? standFor(system) : ({ kind: 'list' } as const)
    if (stand.kind === 'built-in') {
      if (stand.loses !== undefined)
        this.#note('changed', entity, `It is \`${stand.entity}\` here, without ${stand.loses}.`)
      return stand.entity
    }
    if (!isSystem)
      this.#note('changed', entity, 'The agent uses this entity, but does not have it.')
    const name = takeName(nameOf(system, 'entity'), this.#taken)
    if (stand.kind === 'pattern') return this.#write(name, { pattern: stand.pattern })
    const known = isSystem ? knownValues(system, this.#agent.languages) : null
    const marked = [...(this.#marked.get(entity) ?? [])].map((value) => ({ value, synonyms: [] }))
    const values = [...(known ?? []), ...unlisted(marked, known ?? [])]
    this.#note(
      'changed',
      entity,
      known === null
        ? 'The desk knows the values that the phrases name; others are taken when asked for. Add more, or name a column.'
        : 'The desk knows the values by name; others are taken when asked for.',
    )
    return this.#write(name, values.length === 0 ? null : { values: recordOf(values), open: true })
  }

  #write(name: string, shape: Omit<WrittenEntity, 'entity'> | null): string {
    if (shape === null) return 'text'
    this.#written.set(name, { entity: name, ...shape })
    return name
  }

  /** What the phrases name of an entity that takes what it does not list. */
  #markedValues(entity: AgentEntity): readonly AgentValue[] {
    if (!entity.open && entity.values.length > 0) return []
    const marked = [...(this.#marked.get(entity.name) ?? [])]
    return unlisted(
      marked.map((value) => ({ value, synonyms: [] })),
      entity.values,
    )
  }

  #note(kind: Note['kind'], about: string, what: string): void {
    this.#notes.push({ kind, about: `@${about}`, what })
  }
}

/** Examples for one template phrase. */
const mostSamples = 5

/** The words that phrases mark for each entity, as they are first written. */
function markedIn({ intents }: Agent): ReadonlyMap<string, ReadonlySet<string>> {
  const marked = new Map<string, Map<string, string>>()
  for (const { entity, text } of intents.flatMap((intent) =>
    intent.phrases.flatMap(({ parts }) => parts),
  )) {
    const words = text.trim()
    if (entity === '' || words === '') continue
    const known = marked.get(entity) ?? new Map<string, string>()
    if (!known.has(words.toLowerCase())) known.set(words.toLowerCase(), words)
    marked.set(entity, known)
  }
  return new Map([...marked].map(([entity, words]) => [entity, new Set(words.values())]))
}

/** Those that no listed value is called by. */
function unlisted(
  values: readonly AgentValue[],
  listed: readonly AgentValue[],
): readonly AgentValue[] {
  const names = new Set(
    listed.flatMap(({ value, synonyms }) => [value, ...synonyms]).map((name) => name.toLowerCase()),
  )
  return values.filter(({ value }) => !names.has(value.toLowerCase()))
}

function recordOf(values: readonly AgentValue[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(values.map(({ value, synonyms }) => [value, synonyms]))
}
