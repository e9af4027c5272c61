/** The apps a visitor may have, on servers of our own that are as strict as the platforms. */
import { FakeBotApi, token } from '../../simulated/telegram/fake-bot-api.mjs'
import { tappedIn } from '../../simulated/whatsapp/documented.mjs'
import { credentials, FakeGraphApi, type Sent } from '../../simulated/whatsapp/fake-graph-api.mjs'
import type { ChannelSettings } from '../../src/model/index.ts'
import { folded } from '../../src/rehearse.ts'
import { textIn } from '../judges/whatsapp/served-number.ts'

/** A platform, with what its visitors do and read. */
export interface App {
  /** The channel that talks to it. */
  readonly settings: ChannelSettings
  /** The desk listens at this address. */
  begin(url: string): Promise<void>
  /** Somebody says something; gives the id the desk knows it by. */
  say(user: number, text: string): string
  /** What somebody was sent, oldest first. */
  sent(user: number): readonly Shown[]
  /** The channel's own name for where an answer to somebody goes. */
  addressOf(user: number): unknown
  /** What the platform had to refuse. */
  mistakes(): readonly string[]
  stop(): Promise<void>
}

/** A message as it is read. */
export interface Shown {
  /** All that stands in it, choices included. */
  readonly words: string
  /** Taps what says this; gives the id of the tap, null where nothing says it. */
  tap(label: string): string | null
}

/** @param clock the instant, in milliseconds since 1970 */
export type OpenApp = (clock: () => number) => Promise<App>

/** Telephones with WhatsApp. */
export const whatsapp: OpenApp = async (clock) => {
  // How much may be sent at once is counted by a clock, which is put back here for each conversation.
  const any = { each: 1, burst: Infinity }
  const api = await new FakeGraphApi({ clock, rates: { number: any, pair: any } }).start()
  const shown = (user: string, sent: Sent): Shown => ({
    words: wordsOnWhatsApp(sent),
    tap(label) {
      const found = tappedIn(sent.message.interactive).find(
        ({ title, description }) => folded(description ?? title) === folded(label),
      )
      return found === undefined ? null : `whatsapp/${api.tap(user, sent, found.title)}`
    },
  })
  return {
    settings: { ...credentials, name: 'whatsapp', kind: 'whatsapp', template: null, api: api.url },
    begin: (url) => api.webhook.subscribe(`${url}/channels/whatsapp`, credentials.verifyToken),
    say: (user, body) => `whatsapp/${api.say(String(user), { type: 'text', text: { body } })}`,
    sent: (user) => api.sent(String(user)).map((sent) => shown(String(user), sent)),
    addressOf: (user) => ({ user: { to: String(user) }, message: '', known: String(user) }),
    mistakes: () => api.mistakes,
    stop: () => api.stop(),
  }
}

function wordsOnWhatsApp({ message }: Sent): string {
  const { name = '', address = '' } = (message['location'] ?? {}) as Record<string, string>
  const choices = tappedIn(message.interactive).map(
    ({ title, description }) => description ?? title,
  )
  return lines([textIn(message), name, address, ...choices])
}

/** Telephones with Telegram. */
export const telegram: OpenApp = async () => {
  const api = await new FakeBotApi().start()
  const idOf = ({ update_id }: { readonly update_id: number }) =>
    `telegram/${token.split(':')[0]}/${update_id}`
  const shown = (chat: number, params: BotParams): Shown => ({
    words: wordsOnTelegram(params),
    tap(label) {
      const found = buttonsIn(params).find(({ text }) => folded(text) === folded(label))
      if (found === undefined) return null
      const where = { chat, from: chat, group: false }
      const { text, reply_markup } = params
      const { from } = api.message({}, where)
      const message = api.message({ text, reply_markup }, where)
      const data = found.callback_data
      return idOf(
        api.deliver({ callback_query: { id: '1', from, message, chat_instance: '1', data } }),
      )
    },
  })
  return {
    settings: { name: 'telegram', kind: 'telegram', token, updates: 'polling', api: api.url },
    begin: async () => {},
    say: (chat, text) => idOf(api.say({ text }, { chat })),
    sent: (chat) => api.sent(chat).map(({ params }) => shown(chat, params)),
    addressOf: (chat) => ({ chat }),
    mistakes: () => api.mistakes,
    stop: () => api.stop(),
  }
}

interface BotParams {
  readonly text?: string
  readonly caption?: string
  readonly title?: string
  readonly address?: string
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly BotButton[])[] }
}

interface BotButton {
  readonly text: string
  readonly callback_data?: string
}

function buttonsIn({ reply_markup }: BotParams): readonly BotButton[] {
  return reply_markup?.inline_keyboard?.flat() ?? []
}

function wordsOnTelegram(params: BotParams): string {
  const { text = '', caption = '', title = '', address = '' } = params
  return lines([text, caption, title, address, ...buttonsIn(params).map((button) => button.text)])
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
