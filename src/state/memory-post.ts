import type { Answers, Claim, Delivery, Held, Post, Wished } from '../model/index.ts'
import { MemoryOutbox } from './memory-outbox.ts'

/** The post of a state that keeps nothing beyond the process. */
export interface MemoryPost extends Post {
  /** Whether a delivery waits still, and its conversation is still held under this claim. */
  holds(answers: Answers): boolean
  /** A delivery is answered: what it said is let go, and what is to be sent waits. */
  answered(answers: Answers): void
}

/** A post in memory. */
export function memoryPost(): MemoryPost {
  const inbox = memoryInbox()
  const outbox = new MemoryOutbox()
  return {
    async accept(deliveries) {
      deliveries.forEach(inbox.accept)
      for (const delivery of deliveries) outbox.note(delivery)
    },
    claim: async (wish) => inbox.claim(wish),
    hold: async (claim, until) => inbox.hold(claim, until),
    due: async (wish) => outbox.due(wish),
    settle: async (due, outcome) => outbox.settle(due, outcome),
    report: async (reports) => reports.flatMap((report) => outbox.report(report)),
    holds: inbox.holds,
    answered({ delivery, outgoing }) {
      inbox.answered(delivery)
      for (const one of outgoing) outbox.add(one, delivery)
    },
  }
}

function memoryInbox() {
  const accepted = new Set<string>()
  const waiting = new Map<string, Delivery>()
  const leases = new Map<string, { readonly token: number; readonly until: number }>()
  const isHeld = ({ conversation, token }: Held) => leases.get(conversation)?.token === token
  const claimed = (conversation: string, until: number): Claim => {
    const token = (leases.get(conversation)?.token ?? 0) + 1
    leases.set(conversation, { token, until })
    const all = [...waiting.values()]
    const deliveries = all.filter(({ message }) => message.conversation === conversation)
    return { conversation, token, deliveries }
  }
  return {
    accept: (delivery: Delivery): void => {
      const { id } = delivery.message
      if (!accepted.has(id)) waiting.set(id, delivery)
      accepted.add(id)
    },
    claim({ now, until, limit }: Wished): readonly Claim[] {
      const names = new Set([...waiting.values()].map(({ message }) => message.conversation))
      const free = [...names].filter((name) => (leases.get(name)?.until ?? 0) <= now)
      return free.slice(0, limit).map((name) => claimed(name, until))
    },
    hold(claim: Held, until: number): void {
      if (isHeld(claim)) leases.set(claim.conversation, { token: claim.token, until })
    },
    holds: ({ claim, delivery }: Answers): boolean => isHeld(claim) && waiting.has(delivery),
    answered: (id: string): boolean => waiting.delete(id),
  }
}
