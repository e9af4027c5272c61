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
export class MemoryOutbox {
  readonly #waiting = new Map<number, Waiting>()
  readonly #heard = memoryHeard()
  readonly #told = memoryReports()
  #numbers = 0

  add(message: Outgoing, answers: string): void {
    const number = ++this.#numbers
    const waiting = { ...message, number, tries: 0, isHeld: false }
    this.#waiting.set(number, { due: 0, answers, message: waiting })
  }

  due({ now, until, limit }: Wished): readonly Due[] {
    const due = this.#firsts().filter((one) => one.due <= now)
    return due.slice(0, limit).map(({ message }) => {
      this.#change(message.number, {}, until)
      return { ...message, heard: this.#heard.of(message) }
    })
  }

  settle(due: Due, outcome: Outcome): void {
    const { number, tries } = due
    const found = this.#waiting.get(number)
    if (found === undefined) return
    if (outcome.kind === 'later') return this.#change(number, { tries: tries + 1 }, outcome.at)
    if (outcome.kind === 'held') {
      // Whoever wrote while it was looked at is waiting for it.
      const wrote = (outcome.heard ?? -1) < (this.#heard.of(due) ?? -1)
      return this.#change(number, { isHeld: true }, wrote ? 0 : outcome.at)
    }
    this.#waiting.delete(number)
    if (outcome.kind === 'sent') this.#takePlace(this.#told.sent(found, outcome))
  }

  /** Notes whom a delivery was heard from; what was held for them is due. */
  note(delivery: Delivery): void {
    const from = this.#heard.note(delivery)
    for (const [number, { message }] of this.#waiting)
      if (message.isHeld && keyOf(message.channel, message.recipient) === from)
        this.#change(number, {}, 0)
  }

  /** Keeps a report; gives it where it is news. */
  report(report: Report): readonly News[] {
    const { news, unshown } = this.#told.report(report)
    this.#takePlace(unshown)
    return news
  }

  #change(number: number, to: Partial<Waiting['message']>, due: number): void {
    const found = this.#waiting.get(number)
    if (found === undefined) return
    this.#waiting.set(number, { ...found, due, message: { ...found.message, ...to } })
  }

  #firsts(): readonly Waiting[] {
    const first = new Map<string, Waiting>()
    for (const [, one] of [...this.#waiting].toSorted(([a], [b]) => a - b)) {
      const key = keyOf(one.message.channel, one.message.recipient)
      if (!first.has(key)) first.set(key, one)
    }
    return [...first.values()]
  }

  /** What was to take the place of a message is due, in that very place. */
  #takePlace(sent: Waiting | undefined): void {
    if (sent?.message.payload !== undefined) this.#waiting.set(sent.message.number, sent)
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
