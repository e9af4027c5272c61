/**
 * A phone with Telegram on it: the app's half of a chat with the desk's bot, on the Bot API server that the tests trust.
 * What the desk sends is shown as Telegram shows it; what is tapped and typed comes to the desk as Telegram brings it.
 */
import type {
  Phone,
  PhoneAct,
  PhoneBody,
  PhoneBubble,
  PhoneScreen,
  PhoneWorld,
} from '../../model/index.ts'
import { FrontdeskError } from '../../errors.ts'
import { packageRoot } from '../../util/package-root.ts'
import { bodyOf, buttonsOf, keyboardOf, type Params } from './shown.ts'

/** The slice of `simulated/telegram/fake-bot-api.mjs` in use. */
interface BotApi {
  readonly url: string
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

/** Calls the screen tells of, at the most. */
const mostCalls = 200

/** A message on the screen, with what Telegram needs to know of it when a button under it is pressed. */
interface Shown {
  readonly bubble: PhoneBubble
  readonly params: Params
}

/** What a phone keeps the calls of that show nothing by themselves. */
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
  #shown: Shown[] = []
  #calls: PhoneScreen['calls'][number][] = []
  #keyboard: PhoneScreen['keyboard'] = []
  #isTyping = false
  #hasBegun = false
  #number = 0

  constructor(world: PhoneWorld, library: Library, api: BotApi) {
    this.#api = api
    this.#world = world
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
      this.#note(method, params, refused)
      if (refused === null && params['chat_id'] === this.#chat) this.#show(method, params, result)
      world.changed()
    }
  }

  screen(): PhoneScreen {
    return {
      bubbles: this.#shown.map(({ bubble }) => bubble),
      typing: this.#isTyping,
      keyboard: this.#keyboard,
      begin: this.#hasBegun ? null : 'START',
      note: null,
      calls: this.#calls,
    }
  }

  async act(act: PhoneAct): Promise<void> {
    this.#hasBegun = true
    this.#do(act)
    this.#world.changed()
  }

  reset(): void {
    this.#chat++
    this.#shown = []
    this.#calls = []
    this.#keyboard = []
    this.#isTyping = false
    this.#hasBegun = false
    this.#world.changed()
  }

  close(): Promise<void> {
    return this.#api.stop()
  }

  #do(act: PhoneAct): void {
    switch (act.kind) {
      case 'begin':
        return this.#say({ text: '/start' }, text('/start'))
      case 'say':
        return this.#say({ text: act.text }, text(act.text))
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
        const body = { kind: 'photo', url: null, caption: spans(act.caption) } as const
        return this.#say({ photo: [aPhoto], ...caption }, body)
      }
      default:
        return act satisfies never
    }
  }

  #say(content: Params, body: PhoneBody): void {
    this.#api.say(content, { chat: this.#chat })
    const id = `own-${++this.#number}`
    const at = this.#now()
    const bubble = { id, own: true, at, body, buttons: [], list: null, ticks: 'read' as const }
    this.#shown.push({ bubble, params: {} })
  }

  /** A key that gives a number or a place gives those of somebody who is not there. */
  #press(label: string): void {
    const key = this.#keyboard.flat().find((one) => one.label === label)
    if (key === undefined) throw notThere(label)
    if (key.gives === 'place') return this.#do({ kind: 'place', ...somewhere })
    if (key.gives === 'text') return this.#do({ kind: 'say', text: label })
    const contact = { phone_number: '+910000000000', first_name: 'Asha' }
    this.#say({ contact }, text(contact.phone_number))
  }

  #tap({ bubble, button }: Extract<PhoneAct, { kind: 'tap' }>): void {
    const shown = this.#shown.find((one) => one.bubble.id === bubble)
    const isThere = shown?.bubble.buttons.flat().some(({ id }) => id === button)
    if (shown === undefined || isThere !== true) throw notThere(button)
    const where = { chat: this.#chat, from: this.#chat, group: false }
    const { text: words = '', reply_markup } = shown.params
    const message = this.#api.message({ text: words, reply_markup }, where)
    const { from } = this.#api.message({}, where)
    const id = String(++this.#number)
    this.#api.deliver({
      callback_query: { id, from, message, chat_instance: String(this.#chat), data: button },
    })
  }

  #now(): string {
    return new Date(this.#world.clock()).toISOString()
  }

  #note(name: string, parameters: Params, refused: string | null): void {
    this.#calls.push({ at: this.#now(), name, parameters, refused })
    if (this.#calls.length > mostCalls) this.#calls.shift()
  }

  #show(method: string, params: Params, result: unknown): void {
    const body = bodyOf(method, params)
    this.#isTyping = body === null && method === 'sendChatAction'
    if (body === null) return
    this.#keyboard = keyboardOf(params) ?? this.#keyboard
    const { message_id } = result as { readonly message_id: number }
    const buttons = buttonsOf(params)
    const at = this.#now()
    const bubble = {
      id: String(message_id),
      own: false,
      at,
      body,
      buttons,
      list: null,
      ticks: null,
    }
    this.#shown.push({ bubble, params })
  }
}

function notThere(what: string): FrontdeskError {
  return new FrontdeskError('simulator/not-there', `The phone shows no "${what.slice(0, 100)}".`)
}

function text(words: string): PhoneBody {
  return { kind: 'text', spans: spans(words) }
}

function spans(words: string): readonly { readonly text: string }[] {
  return words === '' ? [] : [{ text: words }]
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
