/** What people write is answered once and in order, whenever the desk is killed. */
import { expect, test } from 'vitest'
import { prove } from '../../prove/delivery.prove.mjs'

test('what was written on Telegram and WhatsApp while the desk was killed is answered, once and in order', async () => {
  expect(await prove(200)).toMatchObject({
    ok: true,
    lost: 0,
    duplicated: 0,
    reordered: 0,
    unsent: 0,
    mistakes: 0,
  })
}, 600_000)
