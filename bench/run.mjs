/**
 * `npm run bench -- <name>` measures, `npm run bench -- --list` names what there is to measure: the files
 * `<name>.bench.mjs` here, whose `bench()` resolves to figures with `ok`, whether they are as good as promised.
 */
import { runNamed } from './runner.mjs'

await runNamed('bench', import.meta.dirname)
