import { reportedStates } from '../model/index.ts'
import type { Delivery, Due, News, Outcome, Outgoing, Report, Wished } from '../model/index.ts'

type Waiting = Omit<Due, 'heard'>

/** What is to be sent, and what was, in memory. */
export function memoryOutbox() {
  const outbox = new Map<number, { readonly due: number; readonly message: Waiting }>()
  const answered = new Map<number, string>()
  const sentAs = new Map<string, string>()
  const heard = new Map<string, number>()
  const reported = new Map<string, number>()
  let numbers = 0
  const firsts = () => {
    const first = new Map<string, number>()
    for (const [number, { message }] of outbox) {
      const key = keyOf(message.channel, message.recipient)
      if (!first.has(key)) first.set(key, number)
    }
    return [...first.values()].flatMap((number) => outbox.get(number) ?? [])
  }
  const heardOf = ({ channel, recipient }: Waiting) => heard.get(keyOf(channel, recipient)) ?? null
  /** Whoever wrote while it was looked at is waiting for it. */
  const heldUntil = (message: Waiting, outcome: Extract<Outcome, { kind: 'held' }>) =>
    (outcome.heard ?? -1) < (heardOf(message) ?? -1) ? 0 : outcome.at
  return {
    add: (message: Outgoing, to: string): void => {
      const number = ++numbers
      answered.set(number, to)
      outbox.set(number, { due: 0, message: { ...message, number, tries: 0, isHeld: false } })
    },
    due({ now, until, limit }: Wished): readonly Due[] {
      const due = firsts().filter((one) => one.due <= now)
      return due.slice(0, limit).map(({ message }) => {
        outbox.set(message.number, { due: until, message })
        return { ...message, heard: heardOf(message) }
      })
    },
    settle({ number, channel }: Due, outcome: Outcome): void {
      const found = outbox.get(number)
      if (found === undefined) return
      const { message } = found
      // Set anew, it keeps its place before those behind it.
      if (outcome.kind === 'later')
        outbox.set(number, { due: outcome.at, message: { ...message, tries: message.tries + 1 } })
      else if (outcome.kind === 'held')
        outbox.set(number, {
          due: heldUntil(message, outcome),
          message: { ...message, isHeld: true },
        })
      else outbox.delete(number)
      if (outcome.kind === 'sent' && outcome.id !== undefined)
        sentAs.set(keyOf(channel, outcome.id), answered.get(number) ?? '')
    },
    /** Notes whom a delivery was heard from; what was held for them is due. */
    note({ message: { channel }, heard: from }: Delivery): void {
      if (from === undefined) return
      const key = keyOf(channel, from.recipient)
      heard.set(key, Math.max(heard.get(key) ?? 0, from.at))
      for (const [number, { message }] of outbox)
        if (message.isHeld && keyOf(message.channel, message.recipient) === key)
          outbox.set(number, { due: 0, message })
    },
    /** Keeps a report; gives it where it is news. */
    report(report: Report): readonly News[] {
      const key = keyOf(report.channel, report.id)
      const state = reportedStates.indexOf(report.state)
      if (state <= (reported.get(key) ?? -1)) return []
      reported.set(key, state)
      return [{ ...report, answers: sentAs.get(key) ?? null }]
    },
  }
}

function keyOf(channel: string, name: string): string {
  return JSON.stringify([channel, name])
}
