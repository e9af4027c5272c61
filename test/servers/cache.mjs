import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * A folder of `.cache/` at the root of the repository, where what tests fetch is kept between runs.
 *
 * @param {string} name
 */
export function cacheFolder(name) {
  const folder = fileURLToPath(new URL(`../../.cache/${name}`, import.meta.url))
  mkdirSync(folder, { recursive: true })
  return folder
}
