/** What every phone does, whatever app is on it. */
import { afterEach, describe, expect, test } from 'vitest'
import { ownPicture, type ServedPhone, servePhone } from '../../test/served-phone.ts'
import { textBlock } from '../../test/test-app.ts'
import type { Block, Choice } from '../model/index.ts'
import { phones } from './phones.ts'

let served: ServedPhone | null = null
afterEach(async () => {
  await served?.close()
  served = null
})

function choices(...labels: readonly string[]): Block {
  const options = labels.map((label, i): Choice => ({
    id: `1.${i + 1}`,
    label,
    means: { kind: 'say', text: label },
  }))
  return { kind: 'choices', options }
}

describe.each(Object.entries(phones))('%s:', (kind, open) => {
  async function serve(...reply: readonly Block[]): Promise<ServedPhone> {
    served = await servePhone(open, reply.length === 0 ? undefined : reply)
    return served
  }

  test('its channel is of its kind', async () => {
    const { phone } = await serve()
    expect(phone.settings).toMatchObject({ name: 'phone', kind })
  })

  test('what is said is on the screen, and so is what the desk answers', async () => {
    const { phone, changed, told } = await serve()
    expect(phone.screen().bubbles).toEqual([])
    await phone.act({ kind: 'say', text: 'fees?' })
    await told(1)
    const [asked, answered] = phone.screen().bubbles
    expect(asked).toMatchObject({ own: true, body: { spans: [{ text: 'fees?' }] } })
    expect(answered).toMatchObject({ own: false, body: { spans: [{ text: 'you said fees?' }] } })
    expect(phone.screen().begin).toBeNull()
    expect(phone.screen().calls.map(({ refused }) => refused)).not.toContain(expect.any(String))
    expect(changed).toHaveBeenCalled()
  })

  test('a button that is tapped says its label to the desk', async () => {
    const { phone, told, heard } = await serve(textBlock('Sure?'), choices('Yes', 'No'))
    await phone.act({ kind: 'say', text: 'delete it' })
    await told(1)
    const bubble = phone.screen().bubbles.at(-1)!
    const no = bubble.buttons.flat().find(({ label }) => label === 'No')!
    await phone.act({ kind: 'tap', bubble: bubble.id, button: no.id })
    await told(2)
    expect(await heard()).toEqual(['delete it', 'No'])
  })

  test('one of many choices can be tapped as well', async () => {
    const labels = ['CSE', 'IT', 'ECE', 'Civil', 'Mechanical']
    const { phone, told, heard } = await serve(textBlock('Which?'), choices(...labels))
    await phone.act({ kind: 'say', text: 'fees' })
    await told(1)
    const { id, buttons, list } = phone.screen().bubbles.at(-1)!
    const rows = list?.rows.map((row) => ({ id: row.id, label: row.title })) ?? []
    const civil = [...buttons.flat(), ...rows].find(({ label }) => label === 'Civil')!
    await phone.act({ kind: 'tap', bubble: id, button: civil.id })
    await told(2)
    expect(await heard()).toEqual(['fees', 'Civil'])
  })

  test('what is not on the screen cannot be tapped or pressed', async () => {
    const { phone, told } = await serve()
    await phone.act({ kind: 'say', text: 'hello' })
    await told(1)
    const { id } = phone.screen().bubbles.at(-1)!
    const notThere = { code: 'simulator/not-there' }
    await expect(phone.act({ kind: 'tap', bubble: id, button: 'x' })).rejects.toMatchObject(
      notThere,
    )
    await expect(phone.act({ kind: 'press', label: 'x' })).rejects.toMatchObject(notThere)
  })

  test('whoever gets the phone next has an empty chat and is somebody else to the desk', async () => {
    const { phone, told, conversations } = await serve()
    await phone.act({ kind: 'say', text: 'one' })
    await told(1)
    phone.reset()
    expect(phone.screen()).toMatchObject({ bubbles: [], calls: [] })
    await phone.act({ kind: 'begin' })
    await told(1)
    expect(new Set(await conversations()).size).toBe(2)
  })

  test('styles, pictures and places are shown', async () => {
    const place = { name: 'Library', address: 'Block B', latitude: 19, longitude: 73 }
    const { phone, told } = await serve(
      { kind: 'text', spans: [{ text: 'Read ' }, { text: 'this', bold: true }] },
      { kind: 'image', url: 'https://a.in/map.png', alt: 'The map' },
      { kind: 'location', location: place },
    )
    await phone.act({ kind: 'place', latitude: 1, longitude: 2 })
    await told(3)
    expect(phone.screen().bubbles.map(({ body }) => body)).toEqual([
      { kind: 'place', latitude: 1, longitude: 2, title: '', address: '' },
      { kind: 'text', spans: [{ text: 'Read ' }, { text: 'this', bold: true }] },
      { kind: 'photo', url: 'https://a.in/map.png', caption: [{ text: 'The map' }] },
      { kind: 'place', latitude: 19, longitude: 73, title: 'Library', address: 'Block B' },
    ])
  })
})

test('a file that was handed over as it is can be looked at on the phone', async () => {
  const map = { kind: 'image', url: ownPicture.url, alt: 'The campus' } as const
  served = await servePhone(phones['telegram']!, [map, textBlock('Here'), map, map])
  const { phone, told } = served
  await phone.act({ kind: 'say', text: 'map?' })
  await told(4)
  const photo = { kind: 'photo', url: '/simulator/files/phone/file-1' }
  const bodies = phone.screen().bubbles.flatMap(({ own, body }) => (own ? [] : [body]))
  expect(bodies).toMatchObject([photo, { kind: 'text' }, photo, photo])
  const { name, bytes } = phone.file?.('file-1') ?? {}
  expect([name, Buffer.from(bytes ?? []).toString()]).toEqual(['map.png', 'drawing'])
})
