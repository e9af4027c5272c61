/** What the processor spent on a contender: unlike requests per second, hardly changed by what else the machine does. */
import { readFileSync } from 'node:fs'

/** Microseconds in a tick of the clock that Linux counts the time of processes in. */
const TICK = 10_000

/**
 * Microseconds the processor has spent on a process and its children so far; null where there is no `/proc` to tell.
 *
 * @param {number | undefined} pid
 * @returns {number | null}
 */
export function spentOn(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name comes second, in brackets, and may hold anything; user and system time are 12th and 13th after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const own = (Number(fields[11]) + Number(fields[12])) * TICK
    return childrenOf(pid).reduce((sum, child) => sum + (spentOn(child) ?? 0), own)
  } catch {
    return null
  }
}

/**
 * @param {number | undefined} pid
 * @returns {number[]}
 */
function childrenOf(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}
