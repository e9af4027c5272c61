import { reportedStates } from '../model/index.ts'
import type { Delivery, Due, News, Outcome, Outgoing, Report, Wished } from '../model/index.ts'

/** A message that waits, and the id of the one it answers. */
interface Waiting {
  readonly due: number
  readonly answers: string
  readonly message: Omit<Due, 'heard'>
}

type SentOutcome = Extract<Outcome, { kind: 'sent' }>

/** What is to be sent, in memory: by number, as it is given out in that order. */
export function memoryOutbox() {
  const outbox = new Map<number, Waiting>()
  const heard = memoryHeard()
  const told = memoryReports()
  const change = (number: number, to: Partial<Waiting['message']>, due: number) => {
    const found = outbox.get(number)
    if (found !== undefined)
      outbox.set(number, { ...found, due, message: { ...found.message, ...to } })
  }
  const firsts = () => {
    const first = new Map<string, Waiting>()
    for (const [, one] of [...outbox].toSorted(([a], [b]) => a - b)) {
      const key = keyOf(one.message.channel, one.message.recipient)
      if (!first.has(key)) first.set(key, one)
    }
    return [...first.values()]
  }
  /** What was to take the place of a message is due, in that very place. */
  const takePlace = (sent: Waiting | undefined) => {
    if (sent?.message.payload !== undefined) outbox.set(sent.message.number, sent)
  }
  let numbers = 0
  return {
    add: (message: Outgoing, answers: string): void => {
      const number = ++numbers
      outbox.set(number, {
        due: 0,
        answers,
        message: { ...message, number, tries: 0, isHeld: false },
      })
    },
    due({ now, until, limit }: Wished): readonly Due[] {
      const due = firsts().filter((one) => one.due <= now)
      return due.slice(0, limit).map(({ message }) => {
        change(message.number, {}, until)
        return { ...message, heard: heard.of(message) }
      })
    },
    settle({ number, tries, channel, recipient }: Due, outcome: Outcome): void {
      const found = outbox.get(number)
      if (found === undefined) return
      if (outcome.kind === 'later') return change(number, { tries: tries + 1 }, outcome.at)
      if (outcome.kind === 'held') {
        // Whoever wrote while it was looked at is waiting for it.
        const wrote = (outcome.heard ?? -1) < (heard.of({ channel, recipient }) ?? -1)
        return change(number, { isHeld: true }, wrote ? 0 : outcome.at)
      }
      outbox.delete(number)
      if (outcome.kind === 'sent') takePlace(told.sent(found, outcome))
    },
    /** Notes whom a delivery was heard from; what was held for them is due. */
    note(delivery: Delivery): void {
      const from = heard.note(delivery)
      for (const [number, { message }] of outbox)
        if (message.isHeld && keyOf(message.channel, message.recipient) === from)
          change(number, {}, 0)
    },
    /** Keeps a report; gives it where it is news. */
    report(report: Report): readonly News[] {
      const { news, unshown } = told.report(report)
      takePlace(unshown)
      return news
    },
  }
}

/** When each recipient was heard last. */
function memoryHeard() {
  const heard = new Map<string, number>()
  return {
    of: ({ channel, recipient }: Pick<Outgoing, 'channel' | 'recipient'>) =>
      heard.get(keyOf(channel, recipient)) ?? null,
    /** Notes it; tells of whom. */
    note({ message: { channel }, heard: from }: Delivery): string | null {
      if (from === undefined) return null
      const key = keyOf(channel, from.recipient)
      heard.set(key, Math.max(heard.get(key) ?? 0, from.at))
      return key
    },
  }
}

/** What was sent, and what platforms told of it. */
function memoryReports() {
  const sent = new Map<string, Waiting>()
  const reported = new Map<string, { readonly state: number; readonly isUnshown: boolean }>()
  return {
    /** Notes what was sent, and what would take its place; gives that where it is known to be needed. */
    sent(found: Waiting, { id, otherwise: payload }: SentOutcome): Waiting | undefined {
      if (id === undefined) return undefined
      const key = keyOf(found.message.channel, id)
      const instead = { ...found, due: 0, message: { ...found.message, tries: 0, payload } }
      sent.set(key, instead)
      return reported.get(key)?.isUnshown === true ? instead : undefined
    },
    report(report: Report): {
      readonly news: readonly News[]
      readonly unshown?: Waiting | undefined
    } {
      const key = keyOf(report.channel, report.id)
      const state = reportedStates.indexOf(report.state)
      if (state <= (reported.get(key)?.state ?? -1)) return { news: [] }
      const isUnshown = report.isUnshown === true
      reported.set(key, { state, isUnshown })
      const found = sent.get(key)
      const news = [{ ...report, answers: found?.answers ?? null }]
      return { news, unshown: isUnshown ? found : undefined }
    },
  }
}

function keyOf(channel: string, name: string): string {
  return JSON.stringify([channel, name])
}
