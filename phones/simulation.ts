import type { PhoneAct } from '../src/model/phone.ts'
import type { PhonesPage } from '../src/simulator/routes.ts'
import type { ShownPhone } from '../src/simulator/screens.ts'

export type {
  PhoneAct,
  PhoneBody,
  PhoneBubble,
  PhoneList,
  PlatformCall,
} from '../src/model/phone.ts'
export type { Span } from '../src/model/reply.ts'
export type { Tour } from '../src/simulator/tours.ts'
export type { PhonesPage, ShownPhone }

/** What the page opens on. Rejects when the desk cannot be reached. */
export async function openPhones(): Promise<PhonesPage> {
  const response = await fetch('/simulator/desk')
  if (!response.ok) throw new Error(`The simulator answers ${response.status}.`)
  return (await response.json()) as PhonesPage
}

/** Calls `show` with what is on every screen, whenever one changes. Gives what ends it. */
export function watchPhones(show: (phones: readonly ShownPhone[]) => void): () => void {
  const events = new EventSource('/simulator/events')
  events.addEventListener('phones', (event: MessageEvent<string>) =>
    show(JSON.parse(event.data) as readonly ShownPhone[]),
  )
  return () => events.close()
}

/** Does something with a phone. What is no longer on its screen does nothing. */
export async function act(phone: string, done: PhoneAct): Promise<void> {
  await post(`/simulator/phones/${encodeURIComponent(phone)}`, done)
}

/** Gives every phone to somebody new. */
export async function reset(): Promise<void> {
  await post('/simulator/reset', {})
}

/** Puts the clock of the desk and of every phone forward. */
export async function advance(hours: number): Promise<void> {
  await post('/simulator/clock', { hours })
}

async function post(url: string, body: object): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
