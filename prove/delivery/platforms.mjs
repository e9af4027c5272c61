/** The platforms people write through while the desk is killed: servers of our own, as strict as theirs. */
import { FakeBotApi, token } from '../../simulated/telegram/fake-bot-api.mjs'
import { credentials, FakeGraphApi } from '../../simulated/whatsapp/fake-graph-api.mjs'

const asked = 'when is the office open?'

/**
 * @typedef {object} Platform
 * @property {string} channel what stands under `channels` of the desk
 * @property {string} env what stands in its .env
 * @property {(url: string) => Promise<void>} begin the desk listens here
 * @property {(visitor: number) => string} say somebody writes; gives the id the desk knows it by
 * @property {() => boolean} isIdle whether all was handed over
 * @property {(visitor: number) => number} sent how many messages they were sent
 * @property {() => readonly string[]} mistakes what was wrong with calls
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Platform>} */
export async function telegram() {
  const api = await new FakeBotApi().start()
  return {
    channel: `telegram: { token: "\${TELEGRAM_TOKEN}", api: "${api.url}" }`,
    env: `TELEGRAM_TOKEN=${token}`,
    begin: async () => {},
    say: (visitor) => {
      const { update_id } = api.say({ text: asked }, { chat: visitor })
      return `telegram/${token.split(':')[0]}/${update_id}`
    },
    isIdle: () => api.waiting === 0,
    sent: (visitor) => api.sent(visitor).length,
    mistakes: () => api.mistakes,
    stop: () => api.stop(),
  }
}

/** @returns {Promise<Platform>} */
export async function whatsapp() {
  const api = await new FakeGraphApi().start()
  const { number, token: access, appSecret, verifyToken } = credentials
  const userOf = (/** @type {number} */ visitor) => String(919_800_000_000 + visitor)
  const secrets = 'token: "${WA_TOKEN}", appSecret: "${WA_SECRET}", verifyToken: "${WA_WORD}"'
  return {
    channel: `whatsapp: { number: "${number}", ${secrets}, api: "${api.url}" }`,
    env: `WA_TOKEN=${access}\nWA_SECRET=${appSecret}\nWA_WORD=${verifyToken}`,
    begin: (url) => api.webhook.subscribe(`${url}/channels/whatsapp`, verifyToken),
    say: (visitor) =>
      `whatsapp/${api.say(userOf(visitor), { type: 'text', text: { body: asked } })}`,
    isIdle: () => api.webhook.isIdle,
    sent: (visitor) => api.sent(userOf(visitor)).length,
    mistakes: () => api.mistakes,
    stop: () => api.stop(),
  }
}
