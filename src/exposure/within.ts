/**
 * Does work that is given up after so many milliseconds, or when a signal aborts. `AbortSignal.any` does not do for it:
 * on Node 20 a signal of a timeout that nobody else holds may be collected before its time, and then never aborts.
 */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, milliseconds)
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  try {
    return await work(ending.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
