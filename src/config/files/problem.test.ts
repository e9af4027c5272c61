import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageRoot } from '../../util/package-root.ts'
import { problemCodes } from './problem.ts'

test('the reference page lists every code of a problem with its meaning', () => {
  const page = readFileSync(new URL('docs/reference/desk-files.md', packageRoot), 'utf8')
  for (const [code, meaning] of Object.entries(problemCodes))
    expect(page).toContain(`| \`${code}\` | ${meaning} |`)
})
