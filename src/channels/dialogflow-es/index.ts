/**
 * A v2 webhook of Dialogflow ES: `verify` its credentials, `parse` the call, `render` the reply; `wire` holds the
 * shapes Google documents, `rich` what each platform shows, `fit` the limit of size; `register` tells the agent where the
 * desk is. Only `channels/index.ts` imports from here.
 *
 * @module
 */
import { FrontdeskError } from '../../errors.ts'
import type { Channel, ChannelAuth, Observe } from '../../model/index.ts'
import { jsonText } from '../../util/index.ts'
import { readJson } from '../read-json.ts'
import { parseCall, toCall, toMessage } from './parse.ts'
import type { EsCall } from './parse.ts'
import { renderBody } from './render.ts'
import type { AndMore } from './render.ts'
import { verifier } from './verify.ts'

export { registrar as agentRegistrar } from './register.ts'

/** What the channel is given by whoever opens the desk. */
export interface DialogflowEsOptions {
  /** Its name in `desk.yaml`. */
  readonly name: string
  /** What a call must carry; null takes every call, but then nobody can prove in it who they are. */
  readonly auth: ChannelAuth | null
  readonly clock: () => number
  readonly newId: () => string
  readonly observe: Observe
  /** The address the world reaches the desk at, for its own images. */
  readonly publicUrl?: () => string | null
  readonly andMore?: AndMore
}

/** A v2 webhook of a Dialogflow ES agent: the message comes understood, the reply rides in the response. */
export function dialogflowEs(options: DialogflowEsOptions): Channel<EsCall> {
  const isVerified = options.auth === null ? () => true : verifier(options.auth)
  const world = { ...options, open: options.auth === null }
  const rendering = {
    andMore: options.andMore ?? andMoreInEnglish,
    publicUrl: options.publicUrl ?? (() => null),
  }
  return {
    name: options.name,
    async receive(request) {
      if (!isVerified(request.headers))
        throw new FrontdeskError('channel/unauthorized', 'A call had not the right credentials.')
      const parsed = parseCall(await readJson(request))
      if (parsed.kind === 'v1') return { kind: 'response', response: refuseV1(options.observe) }
      const call = toCall(parsed.request)
      const messages = [toMessage(parsed.request, call, world)]
      return { kind: 'messages', messages, durable: false, call }
    },
    render: (turns, call) => jsonText(renderBody(turns, call, rendering)),
  }
}

/** The agent's owner sees this in the simulator, and the operator in the log. */
function refuseV1(observe: Observe): Response {
  const message = 'This agent still calls its webhook with API v1, which Google has shut down.'
  const hint = 'Choose API version v2 in the settings of the agent.'
  observe({ kind: 'error', code: 'channel/bad-body', message, hint, cause: '' })
  return jsonText(JSON.stringify({ fulfillmentText: `${message} ${hint}` }))
}

function andMoreInEnglish(left: number): string {
  return `… and ${left} more. Ask more narrowly to see them.`
}
