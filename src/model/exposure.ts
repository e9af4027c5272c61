/** A way for the world to reach a desk that runs on this computer. */
export interface Exposure {
  /** Milliseconds between two looks from outside while all is well: where calls are counted, one looks seldom. */
  readonly every: number
  /** Opens the way to a door. Rejects with a `FrontdeskError`; nothing is left open once `signal` aborts. */
  open(door: LocalDoor, signal: AbortSignal): Promise<Way>
}

/** Where on this computer calls from outside are taken. */
export interface LocalDoor {
  readonly host: string
  readonly port: number
}

/** A way that is open. */
export interface Way {
  /** Where it begins: `https://…`, without a slash at its end. */
  readonly url: string
  /** Resolves with the reason once it is known to lead nowhere any more. Never rejects. */
  readonly lost: Promise<string>
  /** Never rejects. */
  close(): Promise<void>
}

/** Where the world reaches a desk at this moment. */
export type Reached =
  | { readonly kind: 'up'; readonly url: string }
  | { readonly kind: 'down'; readonly reason: string }

/** What a platform was told about where to call a desk. */
export interface Registrar {
  /** What the platform says it calls. Rejects with a `FrontdeskError`. */
  read(signal: AbortSignal): Promise<Registered>
  /** Tells the platform where to call. Rejects with a `FrontdeskError`. */
  write(url: string, signal: AbortSignal): Promise<void>
}

/** What a platform says about where it calls. */
export interface Registered {
  /** Null where it calls nobody. */
  readonly url: string | null
  /** What went wrong when it called last, in its own words; null where it says nothing. */
  readonly trouble: string | null
}

/** What came of comparing what a platform was told with where the desk is. */
export type RegistrationOutcome = 'kept' | 'written' | 'failed'
