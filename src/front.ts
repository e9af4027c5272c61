import { asFrontdeskError, type FrontdeskError } from './errors.ts'
import type {
  Accept,
  Answers,
  Caller,
  Channel,
  Message,
  Messenger,
  Received,
  TakeReports,
  Taken,
  Turn,
} from './model/index.ts'

/** What a front needs of the desk behind it. */
export interface FrontWorld {
  readonly take: (message: Message, how: HowTaken) => Promise<Taken>
  /** Sees every turn as it was, rows included, before the visitor does. */
  readonly taken: (turn: Turn) => void
  /** Keeps what a messenger brought: it is answered later. */
  readonly accept: Accept
  /** Keeps what its platform told of what was sent. */
  readonly report: TakeReports
}

/** What the desk is told of a message besides: see `Take`. */
export interface HowTaken {
  readonly from?: string
  readonly patience: number
  readonly answers?: (turn: Turn) => Answers
}

/** One call of a channel: from its request to the response that carries the replies. Rejects with a `FrontdeskError`. */
export type Front = (
  channel: Channel | Messenger,
  request: Request,
  caller: Caller,
) => Promise<Response>

/** How often a message is taken again when its conversation moved on meanwhile, in another process. */
const mostConflicts = 3

/** Milliseconds a turn nobody waits for may wait for others to be kept with it: that long a crash may reach back. */
const patience = 50

/** One webhook call: receive, take each message in order, render; or receive and keep, where nobody waits for the reply. */
export function front(world: FrontWorld): Front {
  return async (channel, request, caller) => {
    if ('send' in channel) {
      const { deliveries, reports, response } = await channel.receive(request)
      if (deliveries.length > 0) await world.accept(deliveries)
      if (reports.length > 0) await world.report(reports)
      return response ?? new Response(null, { status: 200 })
    }
    const received = await channel.receive(request, caller)
    if (received.kind === 'response') return received.response
    const turns: Turn[] = []
    for (const message of received.messages) turns.push(await takeOne(world, message, received))
    return channel.render(turns, received.call)
  }
}

/** Takes a message; where the caller waits for it, until the turn is durable. */
async function takeOne(
  world: FrontWorld,
  message: Message,
  { durable, from }: Extract<Received, { kind: 'messages' }>,
): Promise<Turn> {
  const how = from === undefined ? { patience } : { patience, from }
  const taken = durable ? await takeDurably(world, message, from) : await world.take(message, how)
  if (!taken.again) world.taken(taken.turn)
  return taken.turn
}

/** Takes a message whose caller waits until its turn is durable. */
async function takeDurably(
  { take }: FrontWorld,
  message: Message,
  from: string | undefined,
): Promise<Taken> {
  const how = from === undefined ? { patience: 0 } : { patience: 0, from }
  const { taken, failure } = await takeKept(() => take(message, how))
  if (failure !== null) throw failure
  return taken
}

/**
 * Takes a message and waits until its turn is durable: taken again where the conversation moved on meanwhile. `failure`
 * says why the last turn could not be kept; null where it was.
 */
export async function takeKept(
  take: () => Promise<Taken>,
): Promise<{ readonly taken: Taken; readonly failure: FrontdeskError | null }> {
  for (let conflicts = 0; ; conflicts++) {
    const taken = await take()
    const failure = await taken.kept.then(() => null, asFrontdeskError)
    if (failure?.code !== 'state/conflict' || conflicts === mostConflicts) return { taken, failure }
  }
}
