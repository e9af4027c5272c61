import type { CallApi } from './api.ts'
import type { Address } from './parse.ts'

/** Milliseconds a visitor waits before being told that there is something to wait for: most answers are quicker. */
const unnoticed = 300

/** Milliseconds Telegram shows it: see https://core.telegram.org/bots/api#sendchataction. */
const shownFor = 5_000

/**
 * Shows "typing…" in the chat while an answer is worked on, until the signal. Waits for nothing and fails at nothing: a
 * call that is still under way then is given up, or it would be shown under the answer.
 */
export function showTyping(call: CallApi, { chat }: Address, answered: AbortSignal): void {
  const show = () => {
    const params = { chat_id: chat, action: 'typing' }
    call('sendChatAction', params, answered).catch(() => undefined)
    timer = setTimeout(show, shownFor)
  }
  let timer = setTimeout(show, unnoticed)
  answered.addEventListener('abort', () => clearTimeout(timer), { once: true })
}
