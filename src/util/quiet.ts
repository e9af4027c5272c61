import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds without anything to do after which it is quiet: by then threads without work have been put away. */
const usualQuiet = 11_000

/**
 * Does something once whenever nothing was noticed for a while; returns what tells it that something happened. It keeps
 * no process alive.
 */
export function whenQuiet(work: () => void, milliseconds = usualQuiet): () => void {
  const timer = setTimeout(work, milliseconds).unref()
  return () => void timer.refresh()
}

/**
 * Gives memory nobody uses back to the system, in some hundredths of a second. Node by itself may keep half as much
 * again for as long as nothing happens, since a heap is only looked through when it grows.
 */
export function tidyMemory(): void {
  setFlagsFromString('--expose-gc')
  setFlagsFromString('--compact-on-every-full-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  setFlagsFromString('--no-compact-on-every-full-gc')
  setFlagsFromString('--no-expose-gc')
}
