import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { importAgent } from '../../src/channels/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontdesk-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const agent = JSON.stringify({ language: 'en' })
const intent = JSON.stringify({ name: 'Fees', responses: [{ messages: [] }] })

/** What an import makes of a file of these bytes. */
async function imported(bytes: Uint8Array) {
  const path = join(folder, 'agent.zip')
  writeFileSync(path, bytes)
  return importAgent(path)
}

async function code(bytes: Uint8Array): Promise<unknown> {
  return imported(bytes).catch((thrown: { code: string }) => thrown.code)
}

interface Entry {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the archive claims of it. */
  readonly size?: number
  readonly flags?: number
}

/** A zip as no program writes one: whatever names and claims it is given. */
function zip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, size, flags = 0x800 } of entries) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const called = Buffer.from(name, 'latin1')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(raw), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(size ?? raw.length, 18)
    facts.writeUInt16LE(called.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, called, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), facts, tail, called]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const good: readonly Entry[] = [
  { name: 'agent.json', content: agent },
  { name: 'intents/Fees.json', content: intent },
]

test('an archive as programs write it is read', async () => {
  const file = new ZipFile()
  for (const { name, content } of good) file.addBuffer(Buffer.from(content), name)
  file.end()
  const made = await imported(await buffer(file.outputStream))
  expect(made.figures.intents).toBe(1)
})

describe('a name that leads out of the archive', () => {
  for (const name of [
    '../../evil.json',
    'intents/../../evil.json',
    'C:\\evil.json',
    '..\\evil.json',
  ])
    test(`${name} is passed over and told`, async () => {
      const made = await imported(zip([...good, { name, content: '{}' }]))
      expect(made.files.every(({ path }) => !path.includes('evil'))).toBe(true)
      expect(made.notes).toContainEqual(expect.objectContaining({ kind: 'left-out' }))
    })

  test('a slash before a name is forgiven: the console writes one', async () => {
    const made = await imported(zip(good.map((one) => ({ ...one, name: `/${one.name}` }))))
    expect(made.files.every(({ path }) => !path.startsWith('/'))).toBe(true)
    expect(made.figures.intents).toBe(1)
  })
})

describe('a bomb', () => {
  test('that says how large it is is refused before it is unpacked', async () => {
    const size = 0xff_ff_ff_fe
    expect(await code(zip([...good, { name: 'intents/x.json', content: '{}', size }]))).toBe(
      'transfer/too-large',
    )
  })

  test('that lies about its size is stopped, and the rest is read', async () => {
    const content = Buffer.alloc(50_000_000, ' ')
    const made = await imported(zip([...good, { name: 'intents/x.json', content, size: 10 }]))
    expect(made.figures.intents).toBe(1)
    expect(made.notes).toContainEqual(expect.objectContaining({ about: 'intents/x.json' }))
  })

  test('of many files is refused', async () => {
    const many = Array.from({ length: 50_001 }, (_, i) => ({ name: `a/${i}.json`, content: '' }))
    expect(await code(zip([...good, ...many]))).toBe('transfer/too-large')
  })
})

test('what is encrypted, damaged or twice there is told', async () => {
  const made = await imported(
    zip([
      ...good,
      { name: 'intents/secret.json', content: intent, flags: 0x801 },
      { name: 'intents/Fees.json', content: intent },
      { name: 'intents/nested.json', content: '['.repeat(200_000) },
    ]),
  )
  expect(made.notes.filter(({ kind }) => kind === 'left-out').map(({ about }) => about)).toEqual([
    'intents/secret.json',
    'intents/Fees.json',
    'intents/nested.json',
  ])
})

test('what is no agent is refused with the reason', async () => {
  expect(await code(Buffer.from('hello'))).toBe('transfer/not-an-archive')
  expect(await code(new Uint8Array())).toBe('transfer/not-an-archive')
  expect(await code(zip([{ name: 'readme.txt', content: 'x' }]))).toBe('transfer/no-agent')
  expect(await code(zip(good).subarray(0, -30))).toBe('transfer/not-an-archive')
  const two = good.flatMap((one) => ['a', 'b'].map((at) => ({ ...one, name: `${at}/${one.name}` })))
  expect(await code(zip(two))).toBe('transfer/no-agent')
  const missing = importAgent(join(folder, 'nowhere')).catch(
    (thrown: { code: string }) => thrown.code,
  )
  expect(await missing).toBe('transfer/not-there')
})

test('names and texts that would do harm elsewhere are plain text here', async () => {
  const names = [
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'a: b # c',
    '- x',
    '${HOME}',
    '{{ x }}',
  ]
  const files = names.map((name, i) => ({
    name: `intents/${i}.json`,
    content: JSON.stringify({
      name,
      contexts: ['__proto__'],
      responses: [
        {
          affectedContexts: [{ name: 'constructor', lifespan: 2 }],
          parameters: [{ name: '__proto__', dataType: '@toString', value: '$__proto__' }],
          messages: [{ type: 0, speech: `${name} $__proto__ \u0000\u202E` }],
        },
      ],
    }),
  }))
  const made = await imported(zip([{ name: 'agent.json', content: agent }, ...files]))
  expect(made.figures.intents).toBe(names.length)
  expect(made.files.every(({ path }) => !path.includes('..'))).toBe(true)
})

test('credentials of an agent are written nowhere', async () => {
  const secret = 'hunter2-of-the-office'
  const settings = {
    language: 'en',
    secondaryKey: secret,
    webhook: {
      url: `https://user:${secret}@hook.example/path?token=${secret}`,
      username: secret,
      password: secret,
      headers: { authorization: secret, '': '' },
    },
  }
  const made = await imported(
    zip([{ name: 'agent.json', content: JSON.stringify(settings) }, good[1]!]),
  )
  const written = made.files.map(({ content }) => Buffer.from(content).toString())
  expect(written.join('\n') + JSON.stringify(made.notes)).not.toContain(secret)
  expect(written.join('\n')).toContain('https://hook.example/path')
})

test('bytes in any encoding are read, and it is told where one was guessed', async () => {
  const named = JSON.stringify({ name: 'Gebühren', responses: [{}] })
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(named)])
  const wide = Buffer.from(`\uFEFF${named.replace('Gebühren', 'Breit')}`, 'utf16le')
  const old = Buffer.from(named.replace('Gebühren', 'Größe'), 'latin1')
  const made = await imported(
    zip([
      { name: 'intents/a.json', content: marked },
      { name: 'intents/b.json', content: wide },
      { name: 'intents/c.json', content: old },
    ]),
  )
  const texts = made.files.map(({ content }) => String(content)).join('\n')
  for (const name of ['Gebühren', 'Breit', 'Größe']) expect(texts).toContain(`intent: ${name}`)
  expect(made.notes).toContainEqual(
    expect.objectContaining({ kind: 'changed', about: 'intents/c.json' }),
  )
})
