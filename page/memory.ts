import { keep } from './keep.ts'
import type { Said } from './conversation.ts'

/** What the browser remembers between visits. */
export interface Memory {
  readonly conversation: string | null
  readonly unsent: readonly Said[]
  readonly language: string | null
  readonly theme: Theme | null
  /** The turn that was answered last while the visitor looked; null where nothing was yet. */
  readonly seen: string | null
}

/** A look the visitor has chosen; null follows the device. */
export type Theme = 'light' | 'dark'

const key = 'frontdesk'
const nothing: Memory = {
  conversation: null,
  unsent: [],
  language: null,
  theme: null,
  seen: null,
}

/** What an earlier visit left; nothing where storage is switched off or unreadable. */
export function recall(): Memory {
  try {
    return { ...nothing, ...(JSON.parse(keep().read(key) ?? '{}') as Partial<Memory>) }
  } catch {
    return nothing
  }
}

/** Keeps `change` beside what is remembered already. */
export function remember(change: Partial<Memory>): void {
  try {
    keep().write(key, JSON.stringify({ ...recall(), ...change }))
  } catch {
    // Some windows keep nothing: the conversation then lives as long as the page.
  }
}

/** Calls `changed` when another tab remembered something. Returns how to stop. */
export function watchMemory(changed: (memory: Memory) => void): () => void {
  const notice = (event: StorageEvent) => {
    if (event.key === key || event.key === null) changed(recall())
  }
  addEventListener('storage', notice)
  return () => removeEventListener('storage', notice)
}
