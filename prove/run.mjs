/**
 * `npm run prove -- <name>` runs a long proof, `npm run prove -- --list` names what there is to prove: the files
 * `<name>.prove.mjs` here, whose `prove()` resolves to figures with `ok`, whether nothing was lost.
 */
import { runNamed } from '../bench/runner.mjs'

await runNamed('prove', import.meta.dirname)
