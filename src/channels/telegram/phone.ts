/**
 * A phone with Telegram on it: the app's half of a chat with the desk's bot, on the Bot API server that the tests trust.
 * What the desk sends is shown as Telegram shows it; what is tapped and typed comes to the desk as Telegram brings it.
 */
import type {
  Phone,
  PhoneAct,
  PhoneBody,
  PhoneFile,
  PhoneScreen,
  PhoneWorld,
} from '../../model/index.ts'
import { phoneFile } from '../../model/index.ts'
import { packageRoot } from '../../util/package-root.ts'
import { ChatScreen, notThere, typed } from '../phone-screen.ts'
import { bodiesOf, buttonsOf, keyboardOf, type Params } from './shown.ts'

/** The slice of `simulated/telegram/fake-bot-api.mjs` in use. */
interface BotApi {
  readonly url: string
  readonly files: ReadonlyMap<string, PhoneFile>
  taken: (call: { readonly method: string; readonly params: Params }, result: unknown) => void
  start(): Promise<unknown>
  stop(): Promise<void>
  say(content: Params, where: { readonly chat: number }): { readonly message?: unknown }
  message(content: Params, where: { chat: number; from: number; group: boolean }): Params
  deliver(happened: Params): unknown
}

interface Library {
  readonly FakeBotApi: new () => BotApi
  readonly token: string
  readonly isTrouble: (result: unknown) => result is { readonly description: string }
}

/** Calls that are no news to whoever looks at the phone. */
const quiet = new Set(['getMe', 'getUpdates', 'deleteWebhook', 'setWebhook'])

/** Opens a phone with Telegram on it. */
export async function telegramPhone(world: PhoneWorld): Promise<Phone> {
  const library = (await import(
    new URL('simulated/telegram/fake-bot-api.mjs', packageRoot).href
  )) as Library
  const api = new library.FakeBotApi()
  await api.start()
  return new TelegramPhone(world, library, api)
}

class TelegramPhone implements Phone {
  readonly settings: Phone['settings']
  readonly #api: BotApi
  readonly #world: PhoneWorld
  /** The chat with whoever has the phone now: the last one's is not theirs. */
  #chat = 100
  /** What was sent, by the id of its message: a button is pressed under it. */
  readonly #sent = new Map<string, Params>()
  readonly #screen: ChatScreen
  #keyboard: PhoneScreen['keyboard'] = []
  #hasBegun = false
  #number = 0

  constructor(world: PhoneWorld, library: Library, api: BotApi) {
    this.#api = api
    this.#world = world
    this.#screen = new ChatScreen(world)
    this.settings = {
      name: world.name,
      kind: 'telegram',
      token: library.token,
      updates: 'polling',
      api: api.url,
    }
    api.taken = ({ method, params }, result) => {
      if (quiet.has(method)) return
      const refused = library.isTrouble(result) ? result.description : null
      this.#screen.note(method, params, refused)
      if (refused === null && params['chat_id'] === this.#chat) this.#show(method, params, result)
      world.changed()
    }
  }

  screen(): PhoneScreen {
    return {
      bubbles: this.#screen.bubbles,
      typing: this.#screen.typing,
      keyboard: this.#keyboard,
      begin: this.#hasBegun ? null : 'START',
      note: null,
      calls: this.#screen.calls,
    }
  }

  file(name: string): PhoneFile | null {
    return this.#api.files.get(name) ?? null
  }

  async act(act: PhoneAct): Promise<void> {
    this.#hasBegun = true
    this.#do(act)
    this.#world.changed()
  }

  reset(): void {
    this.#chat++
    this.#sent.clear()
    this.#screen.clear()
    this.#keyboard = []
    this.#hasBegun = false
    this.#world.changed()
  }

  close(): Promise<void> {
    return this.#api.stop()
  }

  #do(act: PhoneAct): void {
    switch (act.kind) {
      case 'begin':
        return this.#say({ text: '/start' }, typed('/start'))
      case 'say':
        return this.#say({ text: act.text }, typed(act.text))
      case 'press':
        return this.#press(act.label)
      case 'tap':
        return this.#tap(act)
      case 'place': {
        const { latitude, longitude } = act
        const body = { kind: 'place', latitude, longitude, title: '', address: '' } as const
        return this.#say({ location: { latitude, longitude } }, body)
      }
      case 'photo': {
        const caption = act.caption === '' ? {} : { caption: act.caption }
        const body = { kind: 'photo', url: null, caption: [{ text: act.caption }] } as const
        return this.#say({ photo: [aPhoto], ...caption }, body)
      }
      default:
        return act satisfies never
    }
  }

  #say(content: Params, body: PhoneBody): void {
    this.#api.say(content, { chat: this.#chat })
    this.#screen.say(`own-${++this.#number}`, body, 'read')
  }

  /** A key that gives a number or a place gives those of somebody who is not there. */
  #press(label: string): void {
    const key = this.#keyboard.flat().find((one) => one.label === label)
    if (key === undefined) throw notThere(label)
    if (key.gives === 'place') return this.#do({ kind: 'place', ...somewhere })
    if (key.gives === 'text') return this.#do({ kind: 'say', text: label })
    const contact = { phone_number: '+910000000000', first_name: 'Asha' }
    this.#say({ contact }, typed(contact.phone_number))
  }

  #tap({ bubble, button }: Extract<PhoneAct, { kind: 'tap' }>): void {
    const sent = this.#sent.get(bubble) ?? {}
    const isThere = buttonsOf(sent)
      .flat()
      .some(({ id }) => id === button)
    if (!isThere) throw notThere(button)
    const where = { chat: this.#chat, from: this.#chat, group: false }
    const { text = '', reply_markup } = sent
    const message = this.#api.message({ text, reply_markup }, where)
    const { from } = this.#api.message({}, where)
    const id = String(++this.#number)
    this.#api.deliver({
      callback_query: { id, from, message, chat_instance: String(this.#chat), data: button },
    })
  }

  #show(method: string, params: Params, result: unknown): void {
    const bodies = bodiesOf(method, this.#withAddresses(params))
    this.#screen.typing = method === 'sendChatAction'
    if (bodies.length === 0) return
    this.#keyboard = keyboardOf(params) ?? this.#keyboard
    const messages = (Array.isArray(result) ? result : [result]) as readonly SentMessage[]
    const taps = { buttons: buttonsOf(params), list: null }
    for (const [i, body] of bodies.entries()) {
      const id = String(messages[i]?.message_id)
      this.#sent.set(id, params)
      this.#screen.tell(id, body, taps)
    }
  }

  /** The same with what was uploaded under an address of the simulator. */
  #withAddresses(params: Params): Params {
    const text = JSON.stringify(params, (_, value: unknown) =>
      typeof value === 'string' && this.#api.files.has(value)
        ? phoneFile(this.settings.name, value)
        : value,
    )
    return JSON.parse(text) as Params
  }
}

interface SentMessage {
  readonly message_id: number
}

const aPhoto = {
  file_id: 'photo',
  file_unique_id: 'photo',
  width: 90,
  height: 90,
  file_size: 1_234,
}

/** Where somebody stands who lets the phone tell: the middle of Mumbai. */
const somewhere = { latitude: 19.076, longitude: 72.8777 }
