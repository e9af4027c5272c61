import type { Exposed, ExposeOptions } from './expose.ts'

/** What follows the files of a desk as to how the world reaches it. */
export interface Exposing {
  /** Whether the desk is to be reached, as it is declared at this moment. */
  readonly isWanted: () => boolean
  /** Does what the files say now. Rejects with `exposure/none`, and with what listening rejects with. */
  readonly follow: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Makes a desk reachable as its files say; what that takes is loaded when it is first wanted. */
export function exposing(options: ExposeOptions): Exposing {
  let exposed: Promise<Exposed> | null = null
  const isWanted = () => options.isPublic || options.opened.definition.exposure !== null
  return {
    isWanted,
    async follow() {
      if (!isWanted() && exposed === null) return
      exposed ??= import('./expose.ts').then((room) => new room.Exposed(options))
      await (await exposed).follow()
    },
    // Whoever follows is told what could not be loaded.
    close: async () => (await exposed?.catch(() => null))?.close(),
  }
}
