/** What a channel is told of the desk around it. */
export interface DeskAddress {
  /** The address the world reaches the desk at, if it is declared. */
  readonly publicUrl: string | null
  /** Whether something makes the desk reachable, at whatever address. */
  readonly isExposed: boolean
  /** The desk's folder, as an absolute path. */
  readonly folder: string
}
