import type { AgentIntent, AgentParameter, ByLanguage, Note } from '../agent.ts'
import type { Entities } from './entities.ts'
import { nameOf, takeName } from './names.ts'
import { type Referred, templateOf } from './template.ts'

/** A slot as an owner writes it. */
export interface WrittenSlot {
  readonly entity: string
  readonly required?: boolean
  readonly ask?: ByLanguage<readonly string[]>
  readonly default?: string | number | boolean
  readonly carries?: boolean
}

/** The slots in the place of an intent's parameters. */
export interface Slots extends Referred {
  readonly written: Readonly<Record<string, WrittenSlot>>
}

/** Values of a list that the desk takes from one message. */
const mostOfList = 3

/** What templates and answers call something else. */
const reserved = 'rows row person today now remembered random spoken contexts'.split(' ')

/** What an intent's slots are made with. */
export interface SlotWorld {
  readonly entities: Entities
  /** The language of a question nobody wrote. */
  readonly language: string
  readonly notes: Note[]
}

/** Makes the slots of an intent; `$param` in a question is whatever slot the parameter became. */
export function slotsOf(intent: AgentIntent, world: SlotWorld): Slots {
  const draft = new Draft(intent, world)
  for (const parameter of intent.parameters) draft.name(parameter)
  for (const alias of unnamedAliases(intent)) draft.addUnnamed(alias)
  for (const parameter of intent.parameters) draft.add(parameter)
  return draft
}

/** Aliases that phrases mark, though no parameter is called so. */
function unnamedAliases({ phrases, parameters }: AgentIntent) {
  const known = new Set(parameters.flatMap(aliasesOf))
  const aliases = new Map<string, string>()
  for (const { alias, entity } of phrases.flatMap(({ parts }) => parts))
    if (alias !== '' && !known.has(alias) && !aliases.has(alias)) aliases.set(alias, entity)
  return aliases
}

/** What phrases call a parameter: its name, and the `$name` its value is. */
function aliasesOf({ name, value }: AgentParameter): readonly string[] {
  const [, alias] = /^\$([^.\s]+)$/.exec(value) ?? []
  return alias === undefined || alias === name ? [name] : [name, alias]
}

/** The slots of one intent while they are made. */
class Draft implements Slots {
  readonly written: Record<string, WrittenSlot> = {}
  readonly byAlias = new Map<string, string>()
  readonly lists = new Map<string, readonly string[]>()
  readonly #taken = new Set<string>()
  readonly #intent: AgentIntent
  readonly #world: SlotWorld

  constructor(intent: AgentIntent, world: SlotWorld) {
    this.#intent = intent
    this.#world = world
  }

  /** Decides what a parameter is called, so that questions may speak of later ones. */
  name(parameter: AgentParameter): void {
    if (this.byAlias.has(parameter.name) || isEcho(parameter)) return
    const slot = this.#takeName(parameter.name)
    for (const alias of aliasesOf(parameter))
      if (!this.byAlias.has(alias)) this.byAlias.set(alias, slot)
  }

  addUnnamed([alias, entity]: readonly [string, string]): void {
    const slot = this.#takeName(alias)
    this.byAlias.set(alias, slot)
    this.written[slot] = { entity: this.#world.entities.nameFor(entity) }
  }

  add(parameter: AgentParameter): void {
    if (isEcho(parameter)) {
      this.#addEcho(parameter)
      return
    }
    const slot = this.byAlias.get(parameter.name)
    if (slot === undefined || Object.hasOwn(this.written, slot)) return
    const entity = this.#entityOf(parameter)
    const known = this.#defaultOf(parameter, entity)
    this.written[slot] = {
      entity,
      ...(parameter.required ? { required: true, ask: this.#question(parameter) } : {}),
      ...(known === null ? {} : { default: known }),
      // A parameter of Dialogflow is filled by what is said, and by nothing said before.
      ...(parameter.required ? { carries: false } : {}),
    }
    if (parameter.isList && entity !== 'text') this.#addList(slot, entity, parameter)
  }

  #takeName(parameter: string): string {
    const wanted = nameOf(parameter, 'value')
    const isReserved = reserved.includes(wanted)
    const slot = takeName(isReserved ? `${wanted}-given` : wanted, this.#taken)
    if (slot !== parameter) this.#note(`The parameter \`${parameter}\` is the slot \`${slot}\`.`)
    return slot
  }

  /** `$city.original`: what was said for another parameter. */
  #addEcho({ name, value }: AgentParameter): void {
    const [, of = ''] = echo.exec(value) ?? []
    const slot = this.byAlias.get(of)
    if (slot !== undefined && !this.byAlias.has(name)) this.byAlias.set(name, slot)
    this.#note(
      `\`${name}\` was what the visitor said for \`${of}\`: the desk keeps the value, not the words.`,
    )
  }

  /** The entity a parameter names, else the one its phrases mark it with. */
  #entityOf(parameter: AgentParameter): string {
    const aliases = aliasesOf(parameter)
    const marked = this.#intent.phrases
      .flatMap(({ parts }) => parts)
      .find(({ alias, entity }) => entity !== '' && aliases.includes(alias))
    return this.#world.entities.nameFor(parameter.entity || (marked?.entity ?? ''))
  }

  /** `#context.param` is looked up there; a constant is the value itself, where it is one of its kind. */
  #defaultOf({ name, value, fallback }: AgentParameter, entity: string) {
    const isPlain = value === '' || value.startsWith('$')
    const written = isPlain ? fallback : value
    if (written === '') return null
    const [, context, parameter] = /^#([^.\s]+)\.(.+?)(?:\.original)?$/.exec(written) ?? []
    if (context !== undefined && parameter !== undefined)
      return `$${context.toLowerCase()}.${nameOf(parameter, 'value')}`
    const constant = constantOf(written, entity)
    if (constant === null)
      this.#note(`The default \`${written}\` of \`${name}\` is no ${entity}, and was left out.`)
    return constant
  }

  /** What is asked when it is missing; Dialogflow has a question of its own for a parameter without one. */
  #question({ name, prompts }: AgentParameter): ByLanguage<readonly string[]> {
    const written = Object.entries(prompts).map(
      ([language, texts]) =>
        [language, texts.map((text) => templateOf(text, this, 'marked'))] as const,
    )
    if (written.length > 0) return Object.fromEntries(written)
    const words = name.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
    const { language } = this.#world
    return { [language]: [language.startsWith('en') ? `What is the ${words}?` : `${words}?`] }
  }

  #addList(slot: string, entity: string, { name }: AgentParameter): void {
    const more = Array.from({ length: mostOfList - 1 }, (_, i) => `${slot}_${i + 2}`)
    for (const next of more) {
      this.#taken.add(next.toLowerCase())
      this.written[next] = { entity }
    }
    this.lists.set(slot, [slot, ...more])
    this.#note(
      `\`${name}\` is a list: the desk takes up to ${mostOfList} values, as ${more.join(', ')}.`,
    )
  }

  #note(what: string): void {
    this.#world.notes.push({ kind: 'changed', about: this.#intent.name, what })
  }
}

const echo = /^\$([^\s]+?)\.original$/

function isEcho({ value }: AgentParameter): boolean {
  return echo.test(value)
}

/** The value a constant is for an entity; null when it is none of its kind. */
function constantOf(written: string, entity: string): string | number | boolean | null {
  const isNumber = entity === 'number' || entity === 'money'
  if (isNumber) return Number.isFinite(Number(written)) ? Number(written) : null
  if (entity === 'date') return dateOf(written)
  if (entity === 'time') return /^\d\d:\d\d/.exec(written)?.[0] ?? null
  return written.startsWith('$') ? null : written
}

function dateOf(written: string): string | null {
  if (/^(today|now|heute|hoy|oggi|hoje|aujourd'hui|आज)$/i.test(written)) return '$today'
  return /^\d{4}-\d\d-\d\d/.exec(written)?.[0] ?? null
}
