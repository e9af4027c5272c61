import { createRequire } from 'node:module'

/**
 * SQLite as Node has it, or the package with the same functions.
 *
 * @returns {import('../src/util/load-sqlite.ts').SqliteLibrary}
 */
export function sqlite() {
  const require = createRequire(import.meta.url)
  /** @typedef {import('../src/util/load-sqlite.ts').SqliteLibrary} Library */
  try {
    return /** @type {Library} */ (require('node:sqlite'))
  } catch {
    return /** @type {Library} */ (require('@photostructure/sqlite'))
  }
}
