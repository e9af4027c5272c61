import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = new URL('../dist/cli/main.js', import.meta.url).href

/** Why the program cannot start, as one sentence for the person at the terminal. */
class NotPrepared extends Error {
  /** @override */
  name = 'NotPrepared'
}

/**
 * Makes a fresh clone ready to run: fetches missing dependencies, builds what is out of date.
 * In an installed package, which ships no sources, there is nothing to do.
 *
 * @returns {Promise<string>} the URL of the program to import
 * @throws {NotPrepared}
 */
export async function prepare() {
  if (!existsSync(join(root, 'build.mjs'))) return program
  if (!isInstalled(isRequired)) {
    await step('fetching dependencies (once, about 15 seconds)', install)
  }
  const { build, isFresh } = await import('../build.mjs')
  if (!isFresh()) await step('building', build)
  const { hasEncoder, provideEncoder } = await import('./encoder.mjs')
  if (!hasEncoder()) {
    await step('fetching the sentence encoder (once)', provideEncoder).catch(doWithout)
  }
  return program
}

/** @param {Error} error */
function doWithout({ message }) {
  process.stderr.write(`frontdesk: understanding goes without its sentence encoder. ${message}\n`)
}

/**
 * Tells what takes time, and how long it took, in one line on standard error.
 *
 * @param {string} what
 * @param {() => Promise<unknown>} work
 */
async function step(what, work) {
  await failIfUnwritable()
  const started = performance.now()
  process.stderr.write(`frontdesk: ${what} … `)
  try {
    await work()
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
  process.stderr.write(`done in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

/**
 * Compares npm's record of what is installed with the lock file: exact, and no folder is searched.
 *
 * @param {(entry: Locked) => boolean} isWanted which of the locked packages have to be there
 */
export function isInstalled(isWanted) {
  const installed = lockedPackages('node_modules/.package-lock.json')
  return Object.entries(lockedPackages('package-lock.json'))
    .filter(([path, entry]) => path.startsWith('node_modules/') && isWanted(entry))
    .every(([path, entry]) => installed[path]?.version === entry.version)
}

/** @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean }} Locked */

/**
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function lockedPackages(file) {
  try {
    const text = readFileSync(join(root, file), 'utf8')
    return /** @type {{ packages: Record<string, Locked> }} */ (JSON.parse(text)).packages
  } catch {
    return {}
  }
}

/** @param {Locked} entry */
function isRequired(entry) {
  return !entry.dev && !entry.devOptional && !entry.optional && !entry.link
}

async function install() {
  const { npm, whyNpmFailed } = await import('./npm.mjs')
  const result = await npm(['ci', '--prefer-offline', ...withoutTools()], { cwd: root })
  if (result.code !== 0) throw new NotPrepared(whyNpmFailed(result, root))
  const { pruneForeign } = await import('./prune.mjs')
  pruneForeign(root)
}

/** Test tools are never fetched to run a desk; where they are present already, they stay. */
function withoutTools() {
  const hasTools = existsSync(join(root, 'node_modules/vitest'))
  return hasTools ? [] : ['--workspaces=false', '--omit=dev']
}

async function failIfUnwritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    const { whyUnwritable } = await import('./npm.mjs')
    throw new NotPrepared(
      whyUnwritable(root, /** @type {NodeJS.ErrnoException} */ (error).code ?? ''),
    )
  }
}
