import * as z from 'zod'
import { failureObserved, FrontdeskError } from '../../errors.ts'
import type { Brought, Delivery, Observe, Report } from '../../model/index.ts'
import {
  callSchema,
  inOneLine,
  messageSchema,
  messagesSchema,
  statusSchema,
  type Told,
} from './calls.ts'
import { type Parsing, parseMessage, parseStatus } from './parse.ts'

/** What reading calls needs to know. */
export interface Reading extends Parsing {
  readonly observe: Observe
}

/** Reads calls. What cannot be read is told of and left: Meta would send it again for a week, and others with it. */
export class CallReader {
  readonly #reading: Reading
  /** Numbers told of that are not the channel's: each is news once. */
  readonly #strange = new Set<string>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** What a call asks of the desk, and what it tells of messages that were sent. */
  read(call: unknown): Brought {
    const told = (this.#check(callSchema, call)?.entry ?? [])
      .flatMap(({ changes }) => changes)
      .filter(({ field }) => field === 'messages')
      .flatMap(({ value }) => this.#check(messagesSchema, value) ?? [])
      .filter((each) => this.#isOurs(each))
    return {
      deliveries: told.flatMap((each) => this.#deliveries(each)),
      reports: told.flatMap((each) => this.#reports(each)),
    }
  }

  #deliveries(told: Told): readonly Delivery[] {
    for (const trouble of told.errors ?? [])
      this.#tell(new FrontdeskError('channel/refused', `WhatsApp tells: ${inOneLine(trouble)}`))
    return (told.messages ?? []).flatMap((each) => {
      const message = this.#check(messageSchema, each)
      return message === null ? [] : (parseMessage(message, told, this.#reading) ?? [])
    })
  }

  #reports(told: Told): readonly Report[] {
    return (told.statuses ?? []).flatMap((each) => {
      const status = this.#check(statusSchema, each)
      return status === null ? [] : (parseStatus(status, this.#reading) ?? [])
    })
  }

  #isOurs({ metadata }: Told): boolean {
    const { number, name } = this.#reading
    const given = metadata.phone_number_id
    if (given === number) return true
    if (!this.#strange.has(given) && this.#strange.size < 100) {
      this.#strange.add(given)
      const message = `A call was for the number with the id ${given}; ${name} has ${number}.`
      this.#tell(new FrontdeskError('channel/other-number', message))
    }
    return false
  }

  #check<T>(schema: z.ZodType<T>, given: unknown): T | null {
    const parsed = schema.safeParse(given)
    if (parsed.success) return parsed.data
    const paths = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
    const message = `A call of WhatsApp is not as documented: ${paths.slice(0, 200)}`
    this.#tell(new FrontdeskError('channel/bad-body', message))
    return null
  }

  #tell(failure: FrontdeskError): void {
    this.#reading.observe(failureObserved(failure))
  }
}
