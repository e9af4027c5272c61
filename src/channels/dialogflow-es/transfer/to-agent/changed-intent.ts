import type { Intent } from '../../../../model/index.ts'
import { isObject, type JsonObject, objectsIn } from '../json.ts'
import { type AgentWorld, parameterOf, partsOf } from './intent.ts'

/** An intent as it was imported and as it is now, beside the JSON it came from. */
export interface Change {
  readonly was: Intent
  readonly now: Intent
  readonly json: JsonObject
  /** The parameter, by its name in the JSON, that a slot came from. */
  readonly parameterFor: (slot: string) => string | undefined
}

/** Whether a part of two intents is the same. */
export function isSame(was: unknown, now: unknown): boolean {
  return JSON.stringify(was) === JSON.stringify(now)
}

/** The JSON with what was changed in the desk: whatever was not, and whatever the desk knows nothing of, stays. */
export function changedIntent({ was, now, json, parameterFor }: Change, world: AgentWorld): object {
  const parts = partsOf(now, world)
  const [first = {}, ...rest] = objectsIn(json, 'responses')
  const response = {
    ...first,
    ...(isSame(was.sets, now.sets)
      ? {}
      : { resetContexts: false, affectedContexts: parts.affectedContexts }),
    ...(isSame(was.slots, now.slots) ? {} : { parameters: parameters(first) }),
    ...(isSame(was.answer, now.answer) ? {} : { messages: parts.messages }),
  }
  return {
    ...json,
    ...(isSame(was.within, now.within) ? {} : { contexts: parts.contexts }),
    responses: [response, ...rest],
    ...(isSame(was.answer, now.answer) || !parts.webhookUsed ? {} : { webhookUsed: true }),
    ...(was.fallback === now.fallback ? {} : { fallbackIntent: parts.fallbackIntent }),
    ...(isSame(was.events, now.events) ? {} : { events: parts.events }),
  }

  /** A slot that is as it was keeps its parameter; what never became a slot stays too. */
  function parameters(old: JsonObject): readonly object[] {
    const written = objectsIn(old, 'parameters')
    const made = now.slots.flatMap((slot) => {
      const name = parameterFor(slot.name)
      const before = was.slots.find((one) => one.name === slot.name)
      const kept = written.find((one) => one['name'] === name)
      if (kept === undefined)
        return isFurther(slot.name) ? [] : [parameterOf(slot, now.name, world)]
      return [
        isSame(before, slot)
          ? kept
          : { ...kept, ...withoutNames(parameterOf(slot, now.name, world)) },
      ]
    })
    const slotless = written.filter(
      (one) => !was.slots.some((slot) => parameterFor(slot.name) === one['name']),
    )
    return [...made, ...slotless]
  }

  /** `n_2` of a list `n` is no parameter of its own. */
  function isFurther(slot: string): boolean {
    return /_[23]$/.test(slot) && was.slots.some(({ name }) => name === slot)
  }
}

/** A parameter keeps its id and its name, which phrases and the webhook know it by. */
function withoutNames(parameter: object): object {
  const { id: _, name: __, value: ___, ...rest } = parameter as Readonly<Record<string, unknown>>
  return isObject(parameter) ? rest : {}
}
