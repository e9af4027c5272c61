/**
 * A phone with WhatsApp on it: the app's half of a chat with the desk's number, on the Cloud API server that the tests
 * trust. What the desk sends is shown as WhatsApp shows it; what is tapped and typed comes to the desk by a signed call.
 */
import type { Phone, PhoneAct, PhoneBody, PhoneScreen, PhoneWorld } from '../../model/index.ts'
import { packageRoot } from '../../util/package-root.ts'
import { ChatScreen, notThere, typed } from '../phone-screen.ts'
import { bodyOf, type Shown, tappable } from './shown.ts'

/** A call of the platform: a message, or a mark that one was read. */
interface Call extends Shown {
  readonly to?: string
  readonly status?: string
  readonly message_id?: string
  readonly typing_indicator?: object
}

interface Sent {
  readonly id: string
  readonly message: Call
}

/** The slice of `simulated/whatsapp/fake-graph-api.mjs` in use. */
interface GraphApi {
  readonly url: string
  readonly webhook: { subscribe(url: string, verifyToken: string): Promise<void> }
  taken: (call: Call, result: object) => void
  start(): Promise<unknown>
  stop(): Promise<void>
  say(from: string, content: object): string
  tap(from: string, sent: Sent, title: string): string
  sent(user: string): readonly Sent[]
  open(user: string): void
  windowOf(user: string): number
}

interface Library {
  readonly FakeGraphApi: new (options: { readonly clock: () => number }) => GraphApi
  readonly credentials: Readonly<Record<'number' | 'token' | 'appSecret' | 'verifyToken', string>>
  readonly isTrouble: (result: object) => result is { readonly message?: string }
}

const [minute, hour] = [60_000, 3_600_000]

/** Opens a phone with WhatsApp on it. */
export async function whatsappPhone(world: PhoneWorld): Promise<Phone> {
  const library = (await import(
    new URL('simulated/whatsapp/fake-graph-api.mjs', packageRoot).href
  )) as Library
  const api = new library.FakeGraphApi(world)
  await api.start()
  return new WhatsAppPhone(world, library, api)
}

class WhatsAppPhone implements Phone {
  readonly settings: Phone['settings']
  readonly #world: PhoneWorld
  readonly #api: GraphApi
  readonly #verifyToken: string
  readonly #screen: ChatScreen
  /** Whose phone it is now: the chat of whoever had it before is not theirs. */
  #owner = 919_800_000_000

  constructor(world: PhoneWorld, { credentials, isTrouble }: Library, api: GraphApi) {
    this.#world = world
    this.#api = api
    this.#screen = new ChatScreen(world)
    this.#verifyToken = credentials.verifyToken
    this.settings = {
      ...credentials,
      name: world.name,
      kind: 'whatsapp',
      template: null,
      api: api.url,
    }
    api.taken = (call, result) => {
      const refused = isTrouble(result) ? (result.message ?? 'refused') : null
      this.#note(call, refused)
      if (refused === null) this.#take(call)
      world.changed()
    }
  }

  async connect(url: string): Promise<void> {
    await this.#api.webhook.subscribe(url, this.#verifyToken)
  }

  screen(): PhoneScreen {
    return {
      bubbles: this.#screen.bubbles,
      typing: this.#screen.typing,
      keyboard: [],
      begin: null,
      note: noteOf(this.#api.windowOf(this.#user)),
      calls: this.#screen.calls,
    }
  }

  async act(act: PhoneAct): Promise<void> {
    this.#do(act)
    this.#world.changed()
  }

  reset(): void {
    this.#owner++
    this.#screen.clear()
    this.#world.changed()
  }

  close(): Promise<void> {
    return this.#api.stop()
  }

  get #user(): string {
    return String(this.#owner)
  }

  #do(act: PhoneAct): void {
    switch (act.kind) {
      case 'begin':
        return this.#do({ kind: 'say', text: 'Hi' })
      case 'say':
        return this.#say({ type: 'text', text: { body: act.text } }, typed(act.text))
      case 'press':
        throw notThere(act.label)
      case 'tap':
        return this.#tap(act)
      case 'place': {
        const { latitude, longitude } = act
        const body = { kind: 'place', latitude, longitude, title: '', address: '' } as const
        return this.#say({ type: 'location', location: { latitude, longitude } }, body)
      }
      case 'photo': {
        const caption = act.caption === '' ? {} : { caption: act.caption }
        const body = { kind: 'photo', url: null, caption: [{ text: act.caption }] } as const
        return this.#say({ type: 'image', image: { ...aPhoto, ...caption } }, body)
      }
      default:
        return act satisfies never
    }
  }

  #say(content: object, body: PhoneBody): void {
    this.#screen.say(this.#api.say(this.#user, content), body, 'delivered')
  }

  /** The app says what was tapped as if it had been typed. */
  #tap({ bubble, button }: Extract<PhoneAct, { kind: 'tap' }>): void {
    const sent = this.#api.sent(this.#user).find(({ id }) => id === bubble)
    const { buttons, list } = tappable(sent?.message ?? {})
    const title =
      buttons.flat().find(({ id }) => id === button)?.label ??
      list?.rows.find(({ id }) => id === button)?.title
    if (sent === undefined || title === undefined) throw notThere(button)
    this.#screen.say(this.#api.tap(this.#user, sent, title), typed(title), 'delivered')
  }

  #take(call: Call): void {
    if (call.status === 'read') return this.#read(call)
    const body = call.to === this.#user ? bodyOf(call) : null
    if (body === null) return
    const id = this.#api.sent(this.#user).at(-1)?.id ?? ''
    this.#screen.tell(id, body, tappable(call))
    // Whoever has the phone looks at it.
    this.#api.open(this.#user)
  }

  /** The ticks of what was read turn blue, and of all that was said before it. */
  #read({ message_id: id, typing_indicator: typing }: Call): void {
    const upTo = this.#screen.bubbles.findIndex((bubble) => bubble.id === id)
    if (upTo === -1) return
    this.#screen.typing = typing !== undefined
    this.#screen.bubbles = this.#screen.bubbles.map((bubble, i) =>
      bubble.own && i <= upTo ? { ...bubble, ticks: 'read' } : bubble,
    )
  }

  #note(call: Call, refused: string | null): void {
    const kind = call.status === 'read' ? 'read' : (call.type ?? '')
    this.#screen.note(`messages (${kind})`, call, refused)
  }
}

/** What the window of 24 hours lets the desk do. */
function noteOf(milliseconds: number): string {
  if (milliseconds === 0)
    return 'The desk may not write first: only an approved template would be delivered.'
  const left = Math.ceil(milliseconds / minute) * minute
  const hours = Math.floor(left / hour)
  return `The desk may write freely for ${hours} h ${(left % hour) / minute} min.`
}

const aPhoto = {
  id: '1003383421387256',
  mime_type: 'image/jpeg',
  sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=',
}
