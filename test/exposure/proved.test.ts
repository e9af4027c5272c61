/** A desk stays reachable whatever happens to its tunnel: a short run of the proof. */
import { expect, test } from 'vitest'
import { prove } from '../../prove/exposure.prove.mjs'
import { sshdPrograms } from '../servers/sshd.mjs'

const programs = await sshdPrograms({ fetch: false, say: () => {} })
const missing = 'missing' in programs ? ` (skipped: ${programs.missing})` : ''

test.skipIf(missing !== '')(
  `nothing written to a bot is lost while its tunnel is cut, hangs and moves${missing}`,
  async () => {
    // How long each recovery takes is the machine's business too.
    expect(await prove(10, 2)).toMatchObject({ lost: 0, duplicated: 0, reordered: 0, unsent: 0 })
  },
  600_000,
)
