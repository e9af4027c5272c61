import { asFrontdeskError } from '../../errors.ts'
import {
  type AgentSettings,
  type ChannelAuth,
  type Finding,
  type Registrar,
  fine,
  warning,
  wrong,
} from '../../model/index.ts'
import { registrar } from './register.ts'

/** What looking over an agent is given. */
export interface AgentToExamine {
  readonly name: string
  readonly auth: ChannelAuth | null
  readonly agent: AgentSettings | null
}

const patience = 15_000

/**
 * Looks over an agent: whether its calls prove anything, and whom it calls. Never rejects.
 *
 * @param address where the world reaches the desk; null for nowhere
 */
export async function examineAgent(
  { name, auth, agent }: AgentToExamine,
  address: string | null,
): Promise<readonly Finding[]> {
  const about = `channels/${name}`
  const open =
    auth === null
      ? [
          warning(
            about,
            'Whoever knows the address may call it, for `auth` is not set.',
            'Add `auth` to the channel, and the same to the fulfillment of the agent.',
          ),
        ]
      : []
  if (agent === null)
    return [...open, fine(about, 'Whom the agent calls is known to its owner: `agent` is not set.')]
  return [
    ...open,
    await called(about, registrar({ agent, auth }), `${address ?? ''}/channels/${name}`),
  ]
}

async function called(about: string, agent: Registrar, expected: string): Promise<Finding> {
  try {
    const { url } = await agent.read(AbortSignal.timeout(patience))
    if (url === expected) return fine(about, `The agent calls ${url}.`)
    return wrong(
      about,
      `The agent calls ${url ?? 'nobody'}, which is not where the desk is.`,
      'Serve the desk: it tells the agent within an hour, and at once when it starts.',
    )
  } catch (thrown) {
    const { message, hint } = asFrontdeskError(thrown)
    return wrong(about, message, hint)
  }
}
