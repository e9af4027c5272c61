import * as z from 'zod'
import { FrontdeskError } from '../../errors.ts'
import type { AgentSettings, ChannelAuth, Registrar } from '../../model/index.ts'
import { type ServiceAccount, readServiceAccount, tokenOf } from './service-account.ts'

/** What the registrar is given. */
export interface RegisterOptions {
  readonly agent: AgentSettings
  /** What the agent is to prove with each call; null leaves what it has. */
  readonly auth: ChannelAuth | null
  readonly clock?: () => number
  readonly fetch?: typeof fetch
}

/**
 * The part of a Fulfillment that is read:
 * https://cloud.google.com/dialogflow/es/docs/reference/rest/v2/Fulfillment
 */
const fulfillment = z.object({
  enabled: z.boolean().optional(),
  genericWebService: z.object({ uri: z.string().optional() }).optional(),
})

const hint =
  'Give the service account the role "Dialogflow API Admin" in the project of the agent, and switch the Dialogflow API on there.'

/** Tells a Dialogflow agent where the desk is, and what to prove there; the rest of its fulfillment stays as it is. */
export function registrar({
  agent,
  auth,
  clock = Date.now,
  fetch: call = fetch,
}: RegisterOptions): Registrar {
  const ask = async (method: 'GET' | 'PATCH', signal: AbortSignal, body?: object) => {
    const account = await readServiceAccount(agent.credentials)
    const token = await tokenOf(account, { clock, call, signal })
    const address = `${agent.api}/v2/${nameOf(account, agent)}`
    const mask = body === undefined ? '' : `?updateMask=${maskOf(auth).join(',')}`
    const response = await call(address + mask, {
      method,
      signal,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new FrontdeskError('channel/unreachable', `${agent.api} does not answer.`)
    })
    if (response.ok) return response.json() as Promise<unknown>
    const message = `Dialogflow refused to ${method === 'GET' ? 'tell' : 'change'} the webhook: ${response.status}`
    throw new FrontdeskError('channel/refused', message, { hint })
  }
  return {
    async read(signal) {
      const parsed = fulfillment.safeParse(await ask('GET', signal))
      const { enabled = false, genericWebService } = parsed.data ?? {}
      const uri = genericWebService?.uri ?? ''
      return { url: enabled && uri !== '' ? uri : null, trouble: null }
    },
    async write(uri, signal) {
      const { credentials } = agent
      const name = nameOf(await readServiceAccount(credentials), agent)
      const proof = auth === null ? {} : { ...auth.basic, requestHeaders: auth.headers }
      await ask('PATCH', signal, { name, enabled: true, genericWebService: { uri, ...proof } })
    },
  }
}

function nameOf({ project }: ServiceAccount, { location }: AgentSettings): string {
  const place = location === 'global' ? '' : `/locations/${location}`
  return `projects/${project}${place}/agent/fulfillment`
}

/** What is not named here stays as it is. */
function maskOf(auth: ChannelAuth | null): readonly string[] {
  const proof = auth === null ? [] : ['username', 'password', 'requestHeaders']
  return ['enabled', ...['uri', ...proof].map((each) => `genericWebService.${each}`)]
}
