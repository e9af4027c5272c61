import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Removes what a package that was just fetched ships for other computers: the C sources of SQLite and its binaries for
 * other systems, twenty-five megabytes. Where it has no binary for this one, everything stays.
 *
 * @param {string} root the folder that holds `node_modules`
 */
export function pruneForeign(root) {
  const sqlite = join(root, 'node_modules/@photostructure/sqlite')
  const binaries = join(sqlite, 'prebuilds')
  const own = `${process.platform}-${process.arch}`
  if (!existsSync(join(binaries, own))) return
  const foreign = readdirSync(binaries).filter((name) => name !== own)
  for (const path of [join(sqlite, 'src'), ...foreign.map((name) => join(binaries, name))]) {
    rmSync(path, { recursive: true, force: true })
  }
}
