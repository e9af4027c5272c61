import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageRoot, version, workerUrl } from './package-root.ts'

test('the package root is the folder of package.json', () => {
  expect(existsSync(new URL('package.json', packageRoot))).toBe(true)
  expect(packageRoot.href).toMatch(/\/$/)
})

test('a worker is found in dist by where its source stands', () => {
  expect(workerUrl('sources/reading-worker').href).toBe(
    `${packageRoot.href}dist/sources/reading-worker.js`,
  )
})

test('the version is that of package.json', () => {
  expect(version()).toMatch(/^\d+\.\d+\.\d+/)
})
