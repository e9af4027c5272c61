import type { Reply } from '../../model/index.ts'
import type { Address } from './parse.ts'
import type { Call } from './call.ts'

/**
 * The calls of a reply, one of which puts a key that shares something in the place of the letters, or takes it away again.
 * Telegram has such keys where two are alone.
 */
export function withKeyboard(
  drafts: readonly Call[],
  reply: Reply,
  { replyTo }: Address,
): readonly Call[] {
  const keyboard = keyboardFor(reply)
  if (keyboard === null || replyTo !== undefined || drafts.length === 0) return drafts
  const free = drafts.findLastIndex(isFree)
  if (free !== -1) return drafts.with(free, withMarkup(drafts[free]!, keyboard))
  const last = drafts.at(-1)!
  if (last.method === 'sendMediaGroup') return drafts
  // A message has one of the two: its buttons stand under another one.
  const { reply_markup: buttons, ...params } = last.params
  const under: Call = { method: 'sendMessage', params: { text: '⤵', reply_markup: buttons } }
  return [...drafts.slice(0, -1), withMarkup({ ...last, params }, keyboard), under]
}

/** See https://core.telegram.org/bots/api#replykeyboardmarkup and #replykeyboardremove. */
function keyboardFor({ asks, asksNoMore }: Reply): object | null {
  if (asks !== undefined) {
    const key = { [asks.what === 'phone' ? 'request_contact' : 'request_location']: true }
    const keyboard = [[{ text: asks.label, ...key }]]
    return { keyboard, resize_keyboard: true, one_time_keyboard: true }
  }
  return asksNoMore === true ? { remove_keyboard: true } : null
}

function isFree({ method, params }: Call): boolean {
  return method !== 'sendMediaGroup' && !('reply_markup' in params)
}

function withMarkup(draft: Call, reply_markup: object): Call {
  return { ...draft, params: { ...draft.params, reply_markup } }
}
