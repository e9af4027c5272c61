import fc from 'fast-check'
import { seedFrom } from './seed.ts'

// Every property-based test takes fast-check from here, so that none turns red by chance on another's change.
fc.configureGlobal({ seed: seedFrom(process.env['FRONTDESK_SEED']) })

export { fc }
