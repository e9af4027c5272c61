import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { availableExposure } from './available.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-path-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = join(folder, 'cloudflared')
writeFileSync(program, '')
chmodSync(program, 0o755)

const ngrok = (name: string) => name === '@ngrok/ngrok'

test('ngrok is taken where there is an account and its package, for its address stays', () => {
  const environment = { NGROK_AUTHTOKEN: 't', PATH: folder }
  expect(availableExposure(environment, ngrok)).toEqual({ kind: 'ngrok', token: 't', domain: null })
  for (const [without, has] of [
    [{ PATH: folder }, ngrok],
    [environment, () => false],
  ] as const)
    expect(availableExposure(without, has)).toEqual({ kind: 'cloudflared', program, tunnel: null })
})

test('where there is nothing, it is told what to install', () => {
  expect(() => availableExposure({ PATH: '/nowhere' }, () => false)).toThrow(
    expect.objectContaining({
      code: 'exposure/none',
      hint: expect.stringContaining('cloudflared'),
    }),
  )
})
