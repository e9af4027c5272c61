import { expect, test } from 'vitest'
import { prove } from '../../prove/kill.prove.mjs'

test('what was answered is kept when the desk is killed, and said once', async () => {
  expect(await prove(2)).toMatchObject({ ok: true, lost: 0, twice: 0 })
}, 600_000)
