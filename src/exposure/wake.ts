/** Milliseconds between two looks at the clock. */
const every = 2_000

/** Milliseconds it may be late without having slept: a busy machine is late too. */
const late = 8_000

/**
 * Calls when this computer wakes up: the clock has then moved on further than it should have between two looks at it.
 * Gives what ends it; it keeps no process alive.
 */
export function onWake(clock: () => number, call: () => void): () => void {
  let last = clock()
  const timer = setInterval(() => {
    const now = clock()
    if (Math.abs(now - last - every) > late) call()
    last = now
  }, every).unref()
  return () => clearInterval(timer)
}
