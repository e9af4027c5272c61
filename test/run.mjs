/**
 * `npm test`: makes the machine ready, runs every suite, and ends with one line of counts.
 *
 *     npm test                        everything
 *     npm run check                   types, lint and the tests that need neither server nor browser
 *     npm test -- unit lint           these suites only
 *     npm test -- --no-skip           a skipped test is a failure (also FRONTDESK_NO_SKIP=1)
 *
 * Imports nothing that has to be installed first.
 */
import { parseArgs } from 'node:util'
import { npm, whyNpmFailed } from '../bin/npm.mjs'
import { isInstalled } from '../bin/prepare.mjs'
import * as suites from './suites.mjs'

const { values: flags, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, 'no-skip': { type: 'boolean' } },
})
const allowSkips = !flags['no-skip'] && process.env['FRONTDESK_NO_SKIP'] !== '1'
const started = performance.now()

await installTools()
const results = await runSuites()
process.exitCode = report(results) ? 0 : 1

async function installTools() {
  if (isInstalled((entry) => !entry.optional && !entry.link)) return
  say('installing what the tests need (npm ci, about half a minute)')
  const result = await npm(['ci', '--prefer-offline'], { cwd: suites.root })
  if (result.code === 0) return
  process.stderr.write(`${whyNpmFailed(result, suites.root)}\n`)
  process.exit(1)
}

/** @returns {Promise<import('./suites.mjs').Result[]>} */
async function runSuites() {
  const files = suites.testFiles().filter((file) => isWanted(suites.suiteOf(file)))
  const plain = files.filter((file) => suites.suiteOf(file) !== 'browser')
  const inBrowser = files.filter((file) => suites.suiteOf(file) === 'browser')
  const found = []
  if (isWanted('types')) found.push(await under('types', suites.types))
  if (isWanted('lint')) found.push(await under('lint', suites.lint))
  if (flags.quick) {
    const quick = plain.filter((file) => !suites.needsServers(file) && !suites.needsSshd(file))
    return [...found, ...(await under('tests', () => suites.vitest(quick)))]
  }
  if (plain.length > 0) found.push(...(await under('tests', () => onServers(plain))))
  if (inBrowser.length > 0) found.push(...(await under('browser', () => onBrowser(inBrowser))))
  if (isWanted('smoke')) found.push(await under('smoke', () => suites.smoke(say)))
  return found
}

/** @param {string} suite */
function isWanted(suite) {
  return chosen.length === 0 || chosen.includes(suite)
}

/**
 * Runs test files with both database servers up, as far as any of them asks for one.
 *
 * @param {readonly string[]} files
 */
async function onServers(files) {
  if (files.some(suites.needsSshd)) await haveSshd()
  if (!files.some(suites.needsServers)) return suites.vitest(files)
  const { kinds, missingVariable, provide, urlVariable } = await import('./servers/provide.mjs')
  const stops = []
  for (const kind of /** @type {import('./servers/provide.mjs').Kind[]} */ (Object.keys(kinds))) {
    const server = await provide(kind, { fetch: true, say })
    if ('missing' in server) {
      say(`no ${kind}: ${server.missing}`)
      process.env[missingVariable(kind)] = server.missing
    } else {
      process.env[urlVariable(kind)] = server.url
      stops.push(server.stop)
    }
  }
  const found = await suites.vitest(files)
  await Promise.all(stops.map((stop) => stop()))
  return found
}

/** Fetches what a tunnel leads through; tests of tunnels start servers of their own. */
async function haveSshd() {
  const { sshdPrograms } = await import('./servers/sshd.mjs')
  const found = await sshdPrograms({ fetch: true, say })
  if ('missing' in found) say(`no sshd: ${found.missing}`)
}

/** @param {readonly string[]} files */
async function onBrowser(files) {
  const { provideChromium } = await import('./servers/chromium.mjs')
  const browser = await provideChromium({ fetch: true, say })
  if ('missing' in browser) return [suites.skipped('browser', browser.missing)]
  process.env['FRONTDESK_TEST_CHROMIUM'] = browser.path
  return suites.vitest(files)
}

/**
 * @template T
 * @param {string} heading
 * @param {() => Promise<T>} work
 */
async function under(heading, work) {
  process.stdout.write(`\n── ${heading} ${'─'.repeat(60 - heading.length)}\n`)
  return work()
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`npm test: ${line}\n`)
}

/**
 * Tells what was found, suite by suite, and closes with the counts alone on a line.
 *
 * @param {readonly import('./suites.mjs').Result[]} found
 * @returns {boolean} whether all is well
 */
function report(found) {
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stdout.write(`\n── summary, ${seconds} s ${'─'.repeat(48)}\n`)
  for (const { suite, passed, failed, skipped, reasons } of found) {
    process.stdout.write(`${suite.padEnd(14)} ${counts(passed, failed, skipped)}\n`)
    for (const reason of reasons) process.stdout.write(`${' '.repeat(15)}skipped: ${reason}\n`)
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    found.reduce((total, result) => total + result[key], 0)
  if (sum('skipped') > 0 && !allowSkips) process.stdout.write('here a skipped test is a failure\n')
  process.stdout.write(`\n${counts(sum('passed'), sum('failed'), sum('skipped'))}\n`)
  return sum('failed') === 0 && sum('passed') > 0 && (allowSkips || sum('skipped') === 0)
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} skipped
 */
function counts(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
