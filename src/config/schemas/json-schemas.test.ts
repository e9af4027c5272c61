import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageRoot } from '../../util/package-root.ts'
import { jsonSchemas } from './json-schemas.ts'

const folder = new URL('schemas/', packageRoot)

test('the JSON Schemas are what `npm run schemas` writes', () => {
  const written = readdirSync(folder).map((file) => [
    file,
    readFileSync(new URL(file, folder), 'utf8'),
  ])
  expect(Object.fromEntries(written)).toEqual(jsonSchemas())
})
