import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { provideNode24 } from './node24.mjs'
import { run } from './servers/command.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * What a suite found. A reason is given for every skipped test.
 *
 * @typedef {{ suite: string, passed: number, failed: number, skipped: number, reasons: string[] }} Result
 */

/** @returns {Promise<Result>} */
export async function types() {
  return tally('types', [await tool('typescript/bin/tsc', ['--noEmit'])])
}

/** @returns {Promise<Result>} */
export async function lint() {
  const rules = await tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])
  const format = await tool('oxfmt/bin/oxfmt', ['--check'])
  return tally('lint', [rules, format])
}

/**
 * Runs test files in one go and tells them apart by suite: what stands beside the sources is `unit`,
 * below `test/` the first name is the suite's.
 *
 * @param {readonly string[]} files
 * @returns {Promise<Result[]>}
 */
export async function vitest(files) {
  const report = join(root, '.cache/vitest.json')
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ended = await tool('vitest/vitest.mjs', ['run', ...reporters, ...files])
  const results = readReport(report)
  if (ended || results.some((result) => result.failed > 0)) return results
  return [...results, tally('test run', [false])]
}

/**
 * The smoke test, on Node 24.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<Result>}
 */
export async function smoke(say) {
  const node = await provideNode24(say)
  if ('missing' in node) return skipped('smoke', node.missing)
  const { output } = await run(node.path, ['--test', '--test-reporter=tap', 'test/smoke.mjs'], {
    cwd: root,
  })
  const count = (/** @type {string} */ what) =>
    Number(output.match(new RegExp(`^# ${what} (\\d+)`, 'm'))?.[1] ?? 0)
  const [passed, failed] = [count('pass'), count('fail')]
  process.stdout.write(failed > 0 || passed === 0 ? output : `${passed} tests passed on Node 24\n`)
  return {
    suite: 'smoke',
    passed,
    failed: passed === 0 ? Math.max(failed, 1) : failed,
    skipped: 0,
    reasons: [],
  }
}

/**
 * @param {string} suite
 * @param {string} reason
 * @returns {Result}
 */
export function skipped(suite, reason) {
  return { suite, passed: 0, failed: 0, skipped: 1, reasons: [reason] }
}

/** Every test file, by path from the root, with forward slashes. */
export function testFiles() {
  return ['src', 'page', 'test']
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((path) => path.endsWith('.test.ts'))
    .map(fromRoot)
}

/** @param {string} file path from the root */
export function suiteOf(file) {
  return file.startsWith('test/') ? (file.split('/')[1] ?? '').replace('.test.ts', '') : 'unit'
}

/** @param {string} file path from the root */
export function needsServers(file) {
  const text = readFileSync(join(root, file), 'utf8')
  return suiteOf(file) === 'servers' || text.includes("/servers/index.ts'")
}

/** @param {string} file path from the root */
export function needsSshd(file) {
  return readFileSync(join(root, file), 'utf8').includes("/servers/sshd.mjs'")
}

/**
 * Runs a development tool by its script, so that no shell is needed, its words going to the terminal.
 *
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @returns {Promise<boolean>} whether it was content
 */
function tool(script, args) {
  const path = join(root, 'node_modules', script)
  const child = spawn(process.execPath, [path, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      // Ended from outside, by whoever stopped it or because memory ran out, it has said nothing of it.
      if (signal !== null) process.stdout.write(`${basename(script)} was ended by ${signal}\n`)
      resolve(code === 0)
    })
  })
}

/**
 * @param {string} suite
 * @param {readonly boolean[]} checks
 * @returns {Result}
 */
function tally(suite, checks) {
  const passed = checks.filter(Boolean).length
  return { suite, passed, failed: checks.length - passed, skipped: 0, reasons: [] }
}

/** @typedef {{ status: string, fullName: string }} Assertion */
/** @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileReport */

/**
 * @param {string} path of vitest's JSON report
 * @returns {Result[]} one for each suite; none when vitest wrote no report
 */
function readReport(path) {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const { testResults } = /** @type {{ testResults: FileReport[] }} */ (JSON.parse(text))
  /** @type {Map<string, FileReport[]>} */
  const bySuite = new Map()
  for (const report of testResults) {
    const suite = suiteOf(fromRoot(report.name))
    bySuite.set(suite, [...(bySuite.get(suite) ?? []), report])
  }
  return [...bySuite].map(([suite, reports]) => countTests(suite, reports))
}

/** @param {string} path */
function fromRoot(path) {
  return relative(root, path).split(sep).join('/')
}

/**
 * @param {string} suite
 * @param {readonly FileReport[]} reports
 * @returns {Result}
 */
function countTests(suite, reports) {
  const tests = reports.flatMap((report) => report.assertionResults)
  const brokenFiles = reports.filter(
    (report) => report.status === 'failed' && report.assertionResults.length === 0,
  )
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed')
  const rest = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  return {
    suite,
    passed,
    failed: failed.length + brokenFiles.length,
    skipped: rest.length,
    reasons: [...new Set(rest.map((test) => test.fullName))],
  }
}

/** @param {string} folder */
function filesBelow(folder) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => !name.includes('node_modules')).map((name) => join(folder, name))
}
