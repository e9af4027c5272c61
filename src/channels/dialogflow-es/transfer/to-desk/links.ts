import type { Agent, AgentIntent } from '../agent.ts'
import { Entities } from './entities.ts'
import { intentName } from './intents.ts'
import { slotsOf } from './slots.ts'

/** Which part of an agent each part of its desk was made from. */
export interface Links {
  /** The intents of the agent by the name the desk has for them: several where copies were put together. */
  readonly intents: ReadonlyMap<string, readonly AgentIntent[]>
  /** The agent's name of an entity by that of the desk. */
  readonly entities: ReadonlyMap<string, string>
  /** The parameter a slot of an intent was made from. */
  readonly parameterFor: (intent: AgentIntent, slot: string) => string | undefined
}

/** Finds again what `deskOf` made from what. */
export function linksOf(agent: Agent, builtIn: readonly string[]): Links {
  const entities = new Entities(agent, builtIn, [])
  const [language = 'en'] = agent.languages
  const slots = new Map(
    agent.intents.map((intent) => [intent, slotsOf(intent, { entities, language, notes: [] })]),
  )
  const intents = new Map<string, AgentIntent[]>()
  for (const intent of agent.intents) {
    const name = intentName(intent.name)
    intents.set(name, [...(intents.get(name) ?? []), intent])
  }
  return {
    intents,
    entities: entities.origins(),
    parameterFor(intent, slot) {
      const byAlias = slots.get(intent)?.byAlias
      return intent.parameters.find(({ name }) => byAlias?.get(name) === slot)?.name
    },
  }
}
