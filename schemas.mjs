/** `npm run schemas`: writes `schemas/*.json` from the schemas in `src/config`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'

const root = import.meta.dirname
// Within the package, so that what it imports is found.
const bundle = join(root, 'dist', 'json-schemas.mjs')

await esbuild.build({
  entryPoints: [join(root, 'src/config/schemas/json-schemas.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
})
const built = /** @type {{ jsonSchemas: () => Record<string, string> }} */ (
  await import(pathToFileURL(bundle).href)
)
rmSync(bundle)
mkdirSync(join(root, 'schemas'), { recursive: true })
for (const [file, text] of Object.entries(built.jsonSchemas()))
  writeFileSync(join(root, 'schemas', file), text)
