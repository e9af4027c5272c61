/**
 * Writes `bot-api.json`: what Telegram documents of the methods Frontdesk calls and the updates it reads, taken from a
 * machine-readable copy of https://core.telegram.org/bots/api (PaulSonOfLars/telegram-bot-api-spec, MIT licence).
 *
 *     node simulated/telegram/make-bot-api.mjs path/to/api.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const called = [
  'answerCallbackQuery',
  'deleteWebhook',
  'getMe',
  'getUpdates',
  'getWebhookInfo',
  'sendAudio',
  'sendChatAction',
  'sendDocument',
  'sendLocation',
  'sendMediaGroup',
  'sendMessage',
  'sendPhoto',
  'sendVenue',
  'sendVideo',
  'sendVoice',
  'setWebhook',
]
const handedOver = ['Update', 'User', 'WebhookInfo']

/** @typedef {{ name: string, types: string[], required: boolean, description: string }} Field */
/** @typedef {{ fields?: Field[], subtypes?: string[] }} Shape */

const file = process.argv[2] ?? 'api.json'
const api = /** @type {{ methods: Record<string, Shape>, types: Record<string, Shape> }} */ (
  JSON.parse(readFileSync(file, 'utf8'))
)
/** @type {Map<string, object>} */
const types = new Map()

const methods = called.map((name) => [name, reduced(api.methods[name] ?? {})])
for (const name of handedOver) takeType(name)
const lines = (/** @type {Iterable<readonly unknown[]>} */ entries) =>
  [...entries]
    .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`)
    .join(',\n')
writeFileSync(
  join(import.meta.dirname, 'bot-api.json'),
  `{"methods": {\n${lines(methods)}\n},\n"types": {\n${lines(types)}\n}}\n`,
)

/** @param {Shape} shape */
function reduced({ fields = [], subtypes = [] }) {
  for (const type of [...fields.flatMap((field) => field.types), ...subtypes])
    takeType(type.replaceAll('Array of ', ''))
  return {
    fields: fields.map(({ name, types: some, required, description }) => {
      const length = /(\d+)-(\d+) (characters|bytes)/.exec(description)?.[0]
      return { name, types: some, required, ...(length === undefined ? {} : { length }) }
    }),
    ...(subtypes.length === 0 ? {} : { subtypes }),
  }
}

/** @param {string} name */
function takeType(name) {
  const shape = api.types[name]
  if (shape === undefined || types.has(name)) return
  types.set(name, {})
  types.set(name, reduced(shape))
}
