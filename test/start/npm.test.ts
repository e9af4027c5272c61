import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { whyNpmFailed, whyUnwritable } from '../../bin/npm.mjs'

const folder = '/srv/frontdesk'

const failures = [
  {
    when: 'there is no npm',
    result: { code: 127, output: 'spawn npm ENOENT' },
    sentence:
      'npm was not found beside this Node.js: install Node.js from https://nodejs.org, which brings npm, and run the command again.',
  },
  {
    when: 'the name of the registry cannot be resolved',
    result: { code: 1, output: 'npm error code ENOTFOUND\nnpm error network request failed' },
    sentence:
      'The package registry cannot be reached (ENOTFOUND): connect to the network, or set npm\'s "registry" or "proxy", and run the command again.',
  },
  {
    when: 'the registry refuses the connection',
    result: { code: 1, output: 'npm error code ECONNREFUSED' },
    sentence:
      'The package registry cannot be reached (ECONNREFUSED): connect to the network, or set npm\'s "registry" or "proxy", and run the command again.',
  },
  {
    when: 'the registry is silent',
    result: { code: 1, output: 'npm error code ERR_SOCKET_TIMEOUT' },
    sentence:
      'The package registry cannot be reached (ERR_SOCKET_TIMEOUT): connect to the network, or set npm\'s "registry" or "proxy", and run the command again.',
  },
  {
    when: 'the folder is read-only',
    result: { code: 243, output: 'npm error code EROFS' },
    sentence: whyUnwritable(folder, 'EROFS'),
  },
  {
    when: 'the disk is full',
    result: { code: 228, output: 'npm error code ENOSPC' },
    sentence: `The disk holding ${folder} is full: free 100 MB and run the command again.`,
  },
  {
    when: 'npm says something else',
    result: { code: 7, output: 'npm error what\nnpm error when\nnpm error where\nnpm error who' },
    sentence: `npm could not install the dependencies (exit code 7): run "npm ci" in ${folder} to see why.\nnpm error what\nnpm error when\nnpm error where`,
  },
]

for (const { when, result, sentence } of failures)
  test(`one sentence tells what to do when ${when}`, () => {
    expect(whyNpmFailed(result, folder)).toBe(sentence)
  })

test('a folder that cannot be written is named, with what to do', () => {
  expect(whyUnwritable(folder, 'EACCES')).toBe(
    `Frontdesk cannot write to its folder ${folder} (EACCES): make it writable for your user, or copy it to where you may write.`,
  )
})

test('an old Node reads the program and is told which one it needs', () => {
  const program = fileURLToPath(new URL('../../bin/frontdesk.mjs', import.meta.url))
  const script = readFileSync(program, 'utf8').replace(/^#!.*\n/, '')
  const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' })\n"
  const argv = ['--input-type=module', '--eval', old + script]
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toBe(
    'Frontdesk needs Node.js 20.19 or newer and this is 18.20.4: install a current one from https://nodejs.org and run the command again.\n',
  )
})
