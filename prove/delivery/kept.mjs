/** What a desk has kept of what people wrote, compared with what they wrote. */
import { sqlite } from '../../test/sqlite.mjs'

/** @param {string} file @returns {string[]} the messages that were answered, oldest first */
export function turnsIn(file) {
  const { DatabaseSync } = sqlite()
  const db = new DatabaseSync(file, { readOnly: true })
  const rows = db.prepare('select message from turns order by number').all()
  db.close()
  return rows.map(({ message }) => String(message))
}

/**
 * A bubble may be sent twice: when the desk dies between the platform's answer and noting it. No name goes along by which
 * the platform would know it again, and twice is better than never.
 *
 * @param {readonly { ids: readonly string[], sent: number }[]} written what each visitor wrote, in order, and how many
 *   messages they were sent
 * @param {readonly string[]} answered
 */
export function compare(written, answered) {
  const all = new Set(answered)
  const figures = { lost: 0, duplicated: answered.length - all.size, reordered: 0 }
  const place = new Map(answered.map((id, i) => [id, i]))
  let [unsent, duplicateBubbles] = [0, 0]
  for (const { ids, sent } of written) {
    figures.lost += ids.filter((id) => !all.has(id)).length
    const places = ids.map((id) => place.get(id) ?? -1)
    figures.reordered += places.filter((each, i) => i > 0 && each < (places[i - 1] ?? 0)).length
    unsent += Math.max(0, ids.length - sent)
    duplicateBubbles += Math.max(0, sent - ids.length)
  }
  return { ...figures, unsent, duplicateBubbles }
}
