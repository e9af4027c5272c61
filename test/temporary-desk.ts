import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Liquid } from 'liquidjs'
import { onTestFinished } from 'vitest'
import type { DeskFiles } from '../src/config/read-desk.ts'
import { readDesk } from '../src/config/read-desk.ts'
import { sqlParameters as parseSql } from '../src/sources/index.ts'

export { parseSql }

const liquid = new Liquid()

/** A desk.yaml with nothing but what has to be there. */
export const smallest = 'name: Test\ntimezone: Asia/Kolkata\ncurrency: INR\ncountry: IN\n'

/** For tests: a desk folder with these files, removed when the test ends. */
export function temporaryDesk(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries({ 'desk.yaml': smallest, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** For tests: what a desk of these files says. */
export function readTemporary(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<DeskFiles> {
  return readDesk(temporaryDesk(files), { env, parseTemplate, parseSql })
}

/** For tests: the problems of a desk of these files, as `file:line message hint`. */
export async function problemsOf(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const read = await readTemporary(files, env)
  return read.problems.map(({ file, line, message, hint }) =>
    `${file}:${line} ${message} ${hint}`.trimEnd(),
  )
}

/** For tests: Liquid as the desk's templates know it, filters of the desk aside. */
export function parseTemplate(text: string): string | null {
  try {
    liquid.parse(text)
    return null
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}
