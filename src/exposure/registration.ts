import { asFrontdeskError, FrontdeskError } from '../errors.ts'
import type { Registrar, RegistrationOutcome } from '../model/index.ts'
import { within } from './within.ts'

/** Milliseconds a platform has for one call. */
const patience = 20_000

/** How one platform is told. */
export interface Telling {
  /** Where it is to call. */
  readonly url: string
  /** Whether it is told also where it says that it knows: what proves its calls may be another than it was. */
  readonly anew: boolean
}

/** What came of it; the failure where it failed. */
export interface Told {
  readonly outcome: RegistrationOutcome
  readonly failure: FrontdeskError | null
}

/**
 * Makes one platform call this address: reads what it calls, compares, writes where that differs, and reads once more
 * whether it kept what it was told. Never rejects.
 */
export async function register(
  registrar: Registrar,
  { url, anew }: Telling,
  signal: AbortSignal,
): Promise<Told> {
  const read = () => within(patience, signal, (limit) => registrar.read(limit))
  try {
    if (!anew && (await read()).url === url) return { outcome: 'kept', failure: null }
    await within(patience, signal, (limit) => registrar.write(url, limit))
    const { url: kept } = await read()
    if (kept === url) return { outcome: 'written', failure: null }
    const message = `A platform was told to call ${url}, and says it calls ${kept ?? 'nobody'}.`
    return { outcome: 'failed', failure: new FrontdeskError('exposure/not-registered', message) }
  } catch (thrown) {
    return { outcome: 'failed', failure: asFrontdeskError(thrown) }
  }
}
