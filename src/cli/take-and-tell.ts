import type { Take } from '../desk.ts'
import { takeKept } from '../front.ts'
import type { Message, Turn } from '../model/index.ts'
import type { OpenedDesk } from '../open.ts'
import { tell } from './print.ts'

/**
 * Takes a message and waits until its turn is kept. One that could not be kept is answered all the same: it has an
 * `error`, and standard error tells why.
 */
export async function takeAndTell(opened: OpenedDesk, message: Message, take: Take): Promise<Turn> {
  const { taken, failure } = await takeKept(() => opened.desk.take(message, take))
  if (failure === null) return taken.turn
  const { code, message: reason, hint } = failure
  tell(`frontdesk: ${reason}\n  ${hint} (${code})`)
  return { ...taken.turn, error: { code, message: reason, hint } }
}
