import type { ChannelTemplate, Sent, Standing } from '../../model/index.ts'
import { type CallGraph, Refusal } from './graph.ts'
import type { Call } from './render.ts'
import { templateBody } from './template.ts'

/** What sending is given. */
export interface SendWorld {
  readonly call: CallGraph
  /** The id of the number messages come from. */
  readonly number: string
  /** Calls visitors back who have not written for a day; null where the desk has none. */
  readonly template: ChannelTemplate | null
  readonly clock: () => number
}

/** How long after a visitor's last message one may write freely: a day, less what a message may take. */
const window = 24 * 3_600_000 - 30_000

/** One message, with how it stands. */
interface Sending {
  readonly call: Call
  readonly signal: AbortSignal
  readonly standing: Standing
}

/** Sends one message, or holds it where its window has closed. */
export async function send(
  world: SendWorld,
  call: Call,
  signal: AbortSignal,
  standing: Standing,
): Promise<Sent> {
  const sending = { call, signal, standing }
  const { heard } = standing
  if (heard !== null && world.clock() - heard > window) return callBack(world, sending)
  try {
    const body = { ...call.user, type: call.type, [call.type]: call.content }
    const sent = await post(world, body, signal)
    // Meta takes a file before it fetches it.
    return call.otherwise === undefined
      ? sent
      : { ...sent, otherwise: inWords(call, call.otherwise) }
  } catch (thrown) {
    const refusal = lasting(thrown)
    const busy = busyAfter(refusal, standing)
    if (busy !== null) return busy
    if (refusal.number === 131047) return callBack(world, sending)
    if (call.otherwise === undefined) return { kind: 'refused', reason: refusal.message }
    return send(world, inWords(call, call.otherwise), signal, standing)
  }
}

/** What was thrown, where trying again would change nothing. Throws it where it would. */
function lasting(thrown: unknown): Refusal {
  if (!(thrown instanceof Refusal) || thrown.isAboutAccess || thrown.isPassing) throw thrown
  return thrown
}

/** Too much at once, and for how long; null for any other refusal. */
function busyAfter({ number, isTooMany, retryAfter }: Refusal, { tries }: Standing): Sent | null {
  // Too much to one user: four times longer each time, as Meta asks.
  if (number === 131056) return { kind: 'busy', seconds: Math.min(3_600, 4 ** tries) }
  return isTooMany ? { kind: 'busy', seconds: retryAfter ?? Math.min(300, 2 ** tries) } : null
}

/** A file Meta does not take, as words. */
function inWords({ user }: Call, body: string): Call {
  return { user, type: 'text', content: { body, preview_url: false } }
}

/** Once for a message, the template that asks the visitor to write again; the message waits for that. */
async function callBack(world: SendWorld, { call, signal, standing }: Sending): Promise<Sent> {
  const { template } = world
  const held = (how: string): Sent => ({
    kind: 'held',
    reason: `The visitor has not written for 24 hours${how}`,
  })
  if (template === null) return held(', and the channel has no `template`.')
  const sent = held(`: the template ${template.name} was sent.`)
  if (standing.isHeld) return sent
  try {
    await post(world, { ...call.user, ...templateBody(template) }, signal)
    return sent
  } catch (thrown) {
    const refusal = lasting(thrown)
    return busyAfter(refusal, standing) ?? held(`. ${refusal.message}`)
  }
}

async function post(
  { call, number }: SendWorld,
  body: object,
  signal: AbortSignal,
): Promise<Extract<Sent, { kind: 'sent' }>> {
  const common = { messaging_product: 'whatsapp', recipient_type: 'individual' }
  const answer = (await call(`${number}/messages`, { ...common, ...body }, signal)) as Accepted
  const id = answer.messages?.[0]?.id
  return { kind: 'sent', ...(id === undefined ? {} : { id }) }
}

interface Accepted {
  readonly messages?: readonly { readonly id?: string }[]
}
