import type { Context, Turn } from '../../model/index.ts'
import { toSlots } from './parameters.ts'
import type { OutputContext, WebhookRequest } from './wire.ts'

type RequestContexts = NonNullable<WebhookRequest['queryResult']['outputContexts']>

/** Contexts Dialogflow keeps for itself. */
const reserved = /^__system_counters__$|_id_dialog_context$|_dialog_params_size$/

/** The living contexts of a call, without Dialogflow's own. */
export function toContexts(contexts: RequestContexts): Context[] {
  return contexts
    .map((context) => ({
      name: context.name.slice(context.name.lastIndexOf('/') + 1).toLowerCase(),
      lifespan: context.lifespanCount ?? 0,
      parameters: toSlots(context.parameters ?? {}),
    }))
    .filter((context) => context.lifespan > 0 && !reserved.test(context.name))
}

/**
 * The contexts to write: those the desk has after the turn, as far as Dialogflow does not have them so already. After
 * "start over" and "log me out" the others it still has are ended.
 */
export function toOutputContexts(
  turn: Turn,
  session: string,
  known: readonly Context[],
): OutputContext[] {
  const living = turn.session.contexts.filter((context) => context.lifespan > 0)
  const isSame = (one: Context) => known.some((other) => areEqual(one, other))
  const written = living.filter((one) => !isSame(one)).map((one) => output(one, session))
  return isForgetting(turn) ? [...ended(known, living, session), ...written] : written
}

function ended(
  known: readonly Context[],
  living: readonly Context[],
  session: string,
): OutputContext[] {
  return known
    .filter((one) => !living.some((other) => contextId(other.name) === contextId(one.name)))
    .map((one) => output({ ...one, lifespan: 0, parameters: {} }, session))
}

function isForgetting({ move }: Turn): boolean {
  return move.kind === 'say' && ['started-over', 'logged-out'].includes(move.sentence)
}

function areEqual(one: Context, other: Context): boolean {
  return (
    contextId(one.name) === contextId(other.name) &&
    one.lifespan === other.lifespan &&
    JSON.stringify(one.parameters) === JSON.stringify(other.parameters)
  )
}

function output(context: Context, session: string): OutputContext {
  return {
    name: `${session}/contexts/${contextId(context.name)}`,
    lifespanCount: Math.min(Math.max(0, Math.trunc(context.lifespan)), 0x7fffffff),
    parameters: context.parameters,
  }
}

/** A name Dialogflow takes: lower case, its letters, at most 250 bytes, not one of its own. */
function contextId(name: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_%-]/g, '_')
    .slice(0, 250)
  return id === '' || reserved.test(id) ? `desk_${id}`.slice(0, 240) + '_' : id
}
