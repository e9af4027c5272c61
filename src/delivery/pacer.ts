import type { Pace, Rate } from '../model/index.ts'

/** Recipients remembered before those that may send again anyway are forgotten. */
const mostRemembered = 10_000

/** Milliseconds a clock may be put back by those who keep it right. */
const slightly = 1_000

/** Says when the next message of an account may be sent: never more than the platform takes. */
export class Pacer {
  readonly #pace: Pace
  /** When the account and each recipient would have used up what they sent, in milliseconds. */
  #account = 0
  readonly #recipients = new Map<string, number>()
  #now = 0

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** The instant at which a message to this recipient may be sent; it counts as sent then. */
  reserve(recipient: string, now: number): number {
    if (now < this.#now - slightly) this.#forgetAll()
    this.#now = now
    const used = this.#recipients.get(recipient) ?? 0
    const at = Math.max(
      now,
      freeAt(this.#pace.account, this.#account),
      freeAt(this.#pace.recipient, used),
    )
    this.#account = Math.max(this.#account, at) + this.#pace.account.each
    this.#recipients.delete(recipient)
    this.#recipients.set(recipient, Math.max(used, at) + this.#pace.recipient.each)
    if (this.#recipients.size > mostRemembered) this.#forgetIdle(now)
    return at
  }

  /** What was counted by a clock that was wrong would make everybody wait for as long as it was. */
  #forgetAll(): void {
    this.#account = 0
    this.#recipients.clear()
  }

  #forgetIdle(now: number): void {
    for (const [recipient, used] of this.#recipients)
      if (used <= now) this.#recipients.delete(recipient)
  }
}

/** A burst may run ahead of its pace by all its messages but one. */
function freeAt({ each, burst }: Rate, used: number): number {
  return used - each * (burst - 1)
}
