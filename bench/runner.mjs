import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** @typedef {{ ok: boolean } & Record<string, unknown>} Figures */

/**
 * Runs the one of a folder's files that the command line names, `<name>.<kind>.mjs`; `--list` names them all. The last
 * line printed is one JSON object with its figures; the exit code is 1 unless they are ok, 2 when there is no such file.
 *
 * @param {string} kind `bench` or `prove`: also the function that the file exports
 * @param {string} folder
 */
export async function runNamed(kind, folder) {
  const ending = `.${kind}.mjs`
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
  const name = process.argv[2] ?? '--list'
  if (name === '--list') {
    process.stdout.write(`${names.join('\n')}\n`)
  } else if (names.includes(name)) {
    const file = pathToFileURL(join(folder, name + ending)).href
    const module = /** @type {Record<string, () => Promise<Figures>>} */ (await import(file))
    const { ok, ...figures } = (await module[kind]?.()) ?? { ok: false }
    process.stdout.write(`${JSON.stringify({ [kind]: name, ok, ...figures })}\n`)
    process.exitCode = ok ? 0 : 1
  } else {
    process.stderr.write(`nothing here is called "${name}": there are ${names.join(', ')}\n`)
    process.exitCode = 2
  }
}
