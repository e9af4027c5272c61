import type { Sent } from '../../model/index.ts'
import { type CallApi, Refusal } from './api.ts'
import type { OwnFiles } from './own-files.ts'
import type { Call } from './call.ts'

/** Makes one call; in words where Telegram does not take its files. */
export async function send(
  call: CallApi,
  files: OwnFiles,
  message: Call,
  signal: AbortSignal,
): Promise<Sent> {
  const { otherwise } = message
  const ready = await files.ready(message.params)
  if (ready === null)
    return otherwise === undefined
      ? { kind: 'refused', reason: 'A file of the desk’s own is not there, or too large.' }
      : send(call, files, inWords(message, otherwise), signal)
  try {
    files.keep(ready, await call(message.method, ready.params, signal))
    return { kind: 'sent' }
  } catch (thrown) {
    // A wrong token can be put right while the message waits.
    if (!(thrown instanceof Refusal) || thrown.status === 401 || thrown.status === 404) throw thrown
    if (thrown.status === 429) return { kind: 'busy', seconds: thrown.retryAfter ?? 5 }
    if (thrown.status >= 500) throw thrown
    if (otherwise === undefined || thrown.status !== 400)
      return { kind: 'refused', reason: thrown.message }
    return send(call, files, inWords(message, otherwise), signal)
  }
}

/** A file Telegram cannot fetch, as words. */
function inWords({ params }: Call, text: string): Call {
  const { chat_id, reply_markup, reply_parameters } = params
  const given = Object.entries({ chat_id, text, reply_markup, reply_parameters })
  const known = given.filter(([, value]) => value !== undefined)
  return { method: 'sendMessage', params: Object.fromEntries(known) }
}
