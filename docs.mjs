/** `npm run docs`: writes docs/reference/errors.md from src/errors.ts. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'

const root = import.meta.dirname
// Within the package, so that what it imports is found.
const bundle = join(root, 'dist', 'errors-page.mjs')

await esbuild.build({
  entryPoints: [join(root, 'test/documents/errors-page.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
})
const built = /** @type {{ errorsPage: () => string }} */ (await import(pathToFileURL(bundle).href))
rmSync(bundle)
writeFileSync(join(root, 'docs/reference/errors.md'), built.errorsPage())
