import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { SourceKind, SourceSettings } from '../../src/model/index.ts'
import { kinds, openSource, openWritableSource } from '../../src/sources/index.ts'
import { sourceContract } from '../../src/testing.ts'
import { describeOn, mariadb, postgres } from '../servers/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const held: SourceKind[] = []

function hold(settings: SourceSettings): void {
  held.push(settings.kind)
  sourceContract(
    { describe, it, beforeAll, afterAll },
    {
      kind: settings.kind,
      openWritable: () => openWritableSource(settings),
      open: (timeoutSeconds) => openSource({ ...settings, timeoutSeconds }),
    },
  )
}

const common = { name: 'contract', timeoutSeconds: 5 }
hold({ ...common, kind: 'sqlite', file: join(folder, 'contract.db') })
const servers = [
  ['mysql', await mariadb()],
  ['postgres', await postgres()],
] as const
for (const [kind, server] of servers) {
  if ('missing' in server) held.push(kind)
  describeOn(server, `on a server`, (url) => hold({ ...common, kind, url, pool: 4 }))
}

test('every kind of source is held to the contract', () => {
  expect(held.toSorted()).toEqual(Object.keys(kinds).toSorted())
})
