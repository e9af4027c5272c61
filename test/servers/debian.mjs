import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache.mjs'
import { findProgram, isRoot, mustRun, run } from './command.mjs'

/** Why packages cannot be installed on this machine, or undefined when they can. */
export function whyNotInstallable() {
  if (process.env['FRONTDESK_NO_APT'] === '1') return 'FRONTDESK_NO_APT=1 refuses Debian packages'
  if (!isRoot) return 'only root may install Debian packages'
  if (!findProgram(['apt-get'])) return 'this system has no apt-get'
  return undefined
}

/**
 * Installs Debian packages for all of this machine.
 *
 * @param {readonly string[]} packages
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Nobody is there to be asked whether a configuration file of this machine may be replaced: it stays.
  const keep = ['-o', 'Dpkg::Options::=--force-confdef', '-o', 'Dpkg::Options::=--force-confold']
  const install = ['install', '--yes', '--no-install-recommends']
  await mustRun('apt-get', ['update'], { env })
  await mustRun('apt-get', [...keep, ...install, ...packages], { env })
}

/**
 * Unpacks Debian packages, with what they depend on and this machine lacks, into a folder of the
 * cache. Needs no root and changes nothing outside.
 *
 * @param {string} name of the folder
 * @param {readonly string[]} packages
 */
export async function unpackPackages(name, packages) {
  const folder = cacheFolder(name)
  const lists = join(folder, 'lists')
  mkdirSync(join(lists, 'partial'), { recursive: true })
  const own = ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${folder}`]
  if (isRoot) own.push('-o', 'APT::Sandbox::User=root')
  await mustRun('apt-get', [...own, 'update'])
  const missing = await missingPackages(own, packages)
  await mustRun('apt-get', [...own, 'download', ...missing], { cwd: folder })
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.deb'))) {
    await mustRun('dpkg-deb', ['-x', join(folder, file), folder])
    rmSync(join(folder, file))
  }
  rmSync(lists, { recursive: true })
}

/**
 * @param {readonly string[]} own options that keep apt inside the cache
 * @param {readonly string[]} packages
 */
async function missingPackages(own, packages) {
  const onlyNeeded = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances']
  const options = ['--recurse', ...onlyNeeded.map((kind) => `--no-${kind}`)]
  const tree = await mustRun('apt-cache', [...own, 'depends', ...options, ...packages])
  const needed = tree.split('\n').filter((line) => /^[a-z0-9]/.test(line))
  const { output } = await run('dpkg-query', ['--show', '--showformat=${Package}\n'])
  const installed = new Set(output.split('\n'))
  return [...new Set([...packages, ...needed.filter((name) => !installed.has(name))])]
}
