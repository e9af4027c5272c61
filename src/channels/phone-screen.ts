import { FrontdeskError } from '../errors.ts'
import type { PhoneBody, PhoneBubble, PhoneWorld, PlatformCall } from '../model/index.ts'

/** Calls the screen tells of, at the most. */
const mostCalls = 200

/** What every app keeps of its screen: the chat, the calls that made it, and whether the other side types. */
export class ChatScreen {
  readonly #world: PhoneWorld
  bubbles: readonly PhoneBubble[] = []
  calls: readonly PlatformCall[] = []
  typing = false

  constructor(world: PhoneWorld) {
    this.#world = world
  }

  /** The phone's owner says something. */
  say(id: string, body: PhoneBody, ticks: PhoneBubble['ticks']): void {
    this.#add({ id, own: true, body, buttons: [], list: null, ticks })
  }

  /** The desk says something, with what can be tapped under it. */
  tell(id: string, body: PhoneBody, taps: Pick<PhoneBubble, 'buttons' | 'list'>): void {
    this.typing = false
    this.#add({ id, own: false, body, ...taps, ticks: null })
  }

  /** The desk called its platform. */
  note(name: string, parameters: unknown, refused: string | null): void {
    const call = { at: this.#now(), name, parameters, refused }
    this.calls = [...this.calls, call].slice(-mostCalls)
  }

  clear(): void {
    this.bubbles = []
    this.calls = []
    this.typing = false
  }

  #add(bubble: Omit<PhoneBubble, 'at'>): void {
    this.bubbles = [...this.bubbles, { ...bubble, at: this.#now() }]
  }

  #now(): string {
    return new Date(this.#world.clock()).toISOString()
  }
}

/** Something that was to be tapped or pressed is not on the screen. */
export function notThere(what: string): FrontdeskError {
  return new FrontdeskError('simulator/not-there', `The phone shows no "${what.slice(0, 100)}".`)
}

/** A text as it was typed. */
export function typed(text: string): PhoneBody {
  return { kind: 'text', spans: text === '' ? [] : [{ text }] }
}
