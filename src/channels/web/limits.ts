import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import { FrontdeskError } from '../../errors.ts'

/** How much one conversation and one address may say and ask in a minute. */
export interface Limits {
  readonly perConversation: number
  readonly perAddress: number
}

/** Enough for a quick typist, and for a classroom behind one address. */
export const usualLimits: Limits = { perConversation: 60, perAddress: 600 }

/** Counts one call against a conversation or an address; rejects with `server/too-many-requests`. */
export interface Meter {
  countAddress(address: string): Promise<void>
  countConversation(conversation: string): Promise<void>
}

/** A meter in memory: it forgets with the process. */
export function meter(limits: Limits): Meter {
  const conversations = new RateLimiterMemory({ points: limits.perConversation, duration: 60 })
  const addresses = new RateLimiterMemory({ points: limits.perAddress, duration: 60 })
  return {
    countAddress: (address) => count(addresses, address, 'address'),
    countConversation: (conversation) => count(conversations, conversation, 'conversation'),
  }
}

async function count(limiter: RateLimiterMemory, key: string, of: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown
    throw new FrontdeskError('server/too-many-requests', `Too many calls from one ${of}.`, {
      retryAfter: Math.max(1, Math.ceil(thrown.msBeforeNext / 1000)),
    })
  }
}
