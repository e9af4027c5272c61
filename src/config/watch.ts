import type { FSWatcher } from 'node:fs'
import { existsSync, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Milliseconds of quiet before a change is told: an editor writes a file in several steps. */
const quiet = 150

/** Milliseconds between two looks where the system cannot tell by itself. */
const pollEvery = 500

/** The folders of a desk; databases, state and media change without the desk changing. */
const folders = ['intents', 'tables', 'entities', 'conversations']

const ownFiles = /^(?:desk\.yaml|\.env)$/
const filesBelow = /\.(?:ya?ml|md)$/i

/** Ends the watching. */
export type StopWatching = () => void

/**
 * Calls back some 150 ms after the files of a desk changed. Where the system cannot watch (some network folders and
 * containers), or with `poll`, it looks by itself twice a second.
 */
export function watchDesk(
  folder: string,
  changed: () => void,
  options: { readonly poll?: boolean } = {},
): StopWatching {
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, quiet)
  }
  const stops: StopWatching[] = [() => clearTimeout(timer)]
  const startPolling = () => stops.push(poll(folder, soon))
  if (options.poll === true) startPolling()
  else stops.push(listen(folder, soon, startPolling))
  return () => {
    for (const stop of stops) stop()
  }
}

/**
 * Listens to the system, at the desk folder and at each folder in it: watching recursively would follow the state and
 * the media as well. Calls `failed` once when it cannot, at the start or later.
 */
function listen(folder: string, changed: () => void, failed: () => void): StopWatching {
  const watchers = new Map<string, FSWatcher>()
  const stop = () => {
    for (const watcher of watchers.values()) watcher.close()
    watchers.clear()
  }
  const fail = () => {
    if (watchers.size === 0) return
    stop()
    failed()
  }
  const start = (name: string, told: (file: string | null) => void) => {
    watchers.get(name)?.close()
    const watcher = watch(join(folder, name), (_event, file) => told(file))
    watcher.once('error', fail)
    watchers.set(name, watcher)
  }
  const startBelow = (name: string) => {
    if (existsSync(join(folder, name)))
      start(name, (file) => {
        if (file === null || filesBelow.test(file)) changed()
      })
  }
  try {
    start('.', (file) => {
      if (file === null || ownFiles.test(file)) return changed()
      if (!folders.includes(file)) return
      // The folder was made, renamed or replaced: what was watched may be another by now.
      startBelow(file)
      changed()
    })
    for (const name of folders) startBelow(name)
  } catch {
    stop()
    failed()
  }
  return stop
}

function poll(folder: string, changed: () => void): StopWatching {
  let before: string | null = null
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    const now = await fingerprint(folder)
    if (before !== null && now !== before) changed()
    before = now
    isLooking = false
  }
  const timer = setInterval(() => void look(), pollEvery)
  void look()
  return () => clearInterval(timer)
}

/** Changes whenever a file of the desk is added, removed or written. */
async function fingerprint(folder: string): Promise<string> {
  const lists = folders.map(async (name) => {
    const files = await readdir(join(folder, name)).catch(() => [])
    return files.filter((file) => filesBelow.test(file)).map((file) => join(name, file))
  })
  const files = ['desk.yaml', '.env', ...(await Promise.all(lists)).flat()]
  const stamps = files.map(async (file) => {
    const { size, mtimeMs } = await stat(join(folder, file)).catch(() => ({ size: -1, mtimeMs: 0 }))
    return `${file} ${size} ${mtimeMs}`
  })
  return (await Promise.all(stamps)).join('\n')
}
