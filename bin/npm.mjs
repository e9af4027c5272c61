import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Asks a registry that does not answer once more, and soon: a person is waiting. */
const IMPATIENT = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=30000']
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund']

/**
 * Runs npm without a shell where Node brings npm along, which is also what works on Windows, and
 * without the install scripts of packages: none of ours needs its own.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string }} where
 * @returns {Promise<{ code: number, output: string }>} code 127 when there is no npm
 */
export function npm(args, { cwd }) {
  const script = npmScript()
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []]
  const child = spawn(command, [...first, ...args, ...IMPATIENT, ...QUIET], {
    cwd,
    shell: !script && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** npm's own script: the one that started us, or the one installed beside this Node. */
function npmScript() {
  const beside = dirname(process.execPath)
  const candidates = [
    process.env['npm_execpath'] ?? '',
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path))
}

/**
 * Why an npm command failed, in one sentence with its remedy.
 *
 * @param {{ code: number, output: string }} result
 * @param {string} folder where it ran
 */
export function whyNpmFailed({ code, output }, folder) {
  const cause = output.match(/\b(E[A-Z]{2,}(_[A-Z]+)*)\b/)?.[1] ?? `exit code ${code}`
  if (code === 127) {
    return 'npm was not found beside this Node.js: install Node.js from https://nodejs.org, which brings npm, and run the command again.'
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return whyUnwritable(folder, cause)
  if (/\bENOSPC\b/.test(output))
    return `The disk holding ${folder} is full: free 100 MB and run the command again.`
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONN[A-Z]+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/.test(
      output,
    )
  ) {
    return `The package registry cannot be reached (${cause}): connect to the network, or set npm's "registry" or "proxy", and run the command again.`
  }
  const said = output
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .slice(0, 3)
  return `npm could not install the dependencies (${cause}): run "npm ci" in ${folder} to see why.\n${said.join('\n')}`
}

/**
 * @param {string} folder
 * @param {string} cause
 */
export function whyUnwritable(folder, cause) {
  return `Frontdesk cannot write to its folder ${folder} (${cause}): make it writable for your user, or copy it to where you may write.`
}
