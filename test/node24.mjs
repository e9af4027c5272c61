import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { npm, whyNpmFailed } from '../bin/npm.mjs'
import { cacheFolder } from './servers/cache.mjs'

const system = process.platform === 'win32' ? 'win' : process.platform
const npmPackage = `node-${system}-${process.arch}`

/**
 * Node 24, for the smoke test: this very program if it is one, else npm's package of its binary,
 * fetched into `.cache/` once.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function provideNode24(say) {
  if (process.versions.node.startsWith('24.')) return { path: process.execPath }
  const cwd = cacheFolder('node24')
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const path = join(cwd, 'node_modules', npmPackage, binary)
  if (existsSync(path)) return { path }
  say('fetching Node 24 into .cache/ (about 55 MB)')
  const result = await npm(['install', '--prefix', cwd, `${npmPackage}@24`], { cwd })
  return existsSync(path) ? { path } : { missing: `no Node 24: ${whyNpmFailed(result, cwd)}` }
}
