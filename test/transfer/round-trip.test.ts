import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { exportAgent, pack } from '../../src/channels/index.ts'
import { readArchive } from '../../src/channels/dialogflow-es/transfer/archive.ts'
import { definitionOf } from '../../src/folder.ts'
import { importInto } from './imported.ts'

const agents = fileURLToPath(new URL('../agents/', import.meta.url))
const desks = mkdtempSync(join(tmpdir(), 'frontdesk-round-'))
afterAll(() => rmSync(desks, { recursive: true, force: true }))

/** A desk made of an agent of the collection, in a folder of its own. */
async function deskOf(agent: string, as = agent): Promise<string> {
  const folder = join(desks, as)
  await importInto(join(agents, `${agent}.zip`), folder)
  return folder
}

async function textsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const { files } = await readArchive(bytes)
  return Object.fromEntries(files.map((file) => [file.path, Buffer.from(file.bytes).toString()]))
}

/** The slice of an intent's JSON that is looked at. */
interface IntentJson {
  readonly responses: readonly {
    readonly messages: unknown
    readonly parameters: readonly unknown[]
  }[]
}

function readIntent(text: string | undefined): IntentJson {
  return JSON.parse(text ?? 'null') as IntentJson
}

async function exported(folder: string) {
  const { files, notes } = await exportAgent(folder, definitionOf)
  return { texts: await textsOf(await pack(files)), notes }
}

/** What a desk says, without where it says it. */
async function saidBy(folder: string): Promise<unknown> {
  const { intents, entities, languages } = await definitionOf(folder)
  return { intents: intents.map((intent) => ({ ...intent, at: null })), entities, languages }
}

for (const zip of readdirSync(agents).filter((file) => file.endsWith('.zip'))) {
  test(`${zip} comes back byte for byte when nothing was changed`, async () => {
    const folder = await deskOf(basename(zip, '.zip'))
    const { texts } = await exported(folder)
    expect(texts).toEqual(await textsOf(readFileSync(join(agents, zip))))
  })
}

describe('what is changed in a desk is changed in its agent', () => {
  /** The files that differ once a file of the desk has these words in the place of those. */
  async function changed(as: string, file: string, from: string, to: string) {
    const folder = await deskOf('bike-shop', as)
    const before = (await exported(folder)).texts
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
    const { texts } = await exported(folder)
    const again = join(desks, `${as}-again`)
    writeFileSync(`${again}.zip`, await pack((await exportAgent(folder, definitionOf)).files))
    await importInto(`${again}.zip`, again)
    expect(await saidBy(again)).toEqual(await saidBy(folder))
    const names = [...new Set([...Object.keys(before), ...Object.keys(texts)])]
    return { names: names.filter((name) => before[name] !== texts[name]), texts, before }
  }

  test('a phrase, in the file of its language alone', async () => {
    const { names, texts } = await changed(
      'phrase',
      'intents/hours.yaml',
      '- What are your hours?',
      '- When are you there, Anna & Bob?',
    )
    expect(names).toEqual(['intents/Hours_usersays_en.json'])
    expect(texts[names[0] ?? '']).toContain('When are you there, Anna \\u0026 Bob?')
  })

  test('an answer, and nothing else of the intent', async () => {
    const { names, texts, before } = await changed(
      'answer',
      'intents/hours.yaml',
      'answer: We are open every weekday from 9am to 5:30pm',
      'answer: ["Always.", "At {{ contexts[\\"x\\"][\\"y\\"] }}"]',
    )
    expect(names).toEqual(['intents/Hours.json'])
    const [was, now] = [before, texts].map((all) => readIntent(all[names[0] ?? '']))
    expect(now?.responses[0]?.messages).toMatchObject([{ speech: ['Always.', 'At #x.y'] }])
    expect({ ...now, responses: [] }).toEqual({ ...was, responses: [] })
  })

  test('a question of a slot, which keeps its parameter', async () => {
    const { names, texts } = await changed(
      'slot',
      'intents/make-appointment.yaml',
      'What day do you want to come in?',
      'Which day?',
    )
    expect(names).toEqual(['intents/Make Appointment.json'])
    const [date, time] = readIntent(texts[names[0] ?? '']).responses[0]?.parameters ?? []
    expect(date).toMatchObject({
      name: 'date',
      dataType: '@sys.date',
      prompts: [{ value: 'Which day?' }],
    })
    expect(time).toMatchObject({ name: 'time', dataType: '@sys.time' })
  })

  test('a value of an entity', async () => {
    const { names, texts } = await changed(
      'entity',
      'entities/appointmenttype.yaml',
      '- flat tire',
      '- puncture',
    )
    expect(names).toContain('entities/AppointmentType_entries_en.json')
    expect(texts['entities/AppointmentType_entries_en.json']).toContain('puncture')
  })
})

test('intents that are new are written, and those that are gone are left out', async () => {
  const folder = await deskOf('bike-shop', 'new')
  writeFileSync(
    join(folder, 'intents/hours.yaml'),
    `intent: "Parking: where?"
within: [shop]
sets: { parking: 3 }
phrases: ["where may I park my [cargo bike](vehicle) [tomorrow](day)"]
slots:
  vehicle: { entity: vehicle, ask: "What do you ride?" }
  day: { entity: date, default: $today }
answer:
  reply:
    - text: "Behind the shop, for your {{ vehicle }}."
    - choices: [Hours, { label: Map, url: "https://shop.example/map" }]
`,
  )
  writeFileSync(
    join(folder, 'entities/vehicle.yaml'),
    'entity: vehicle\nvalues: { cargo bike: [cargo], bicycle: [] }\n',
  )
  const { texts } = await exported(folder)
  const names = Object.keys(texts)
  expect(names.filter((name) => name.includes('Hours'))).toEqual([])
  expect(names).toContain('intents/Parking_ where__usersays_en.json')
  const again = join(desks, 'new-again')
  writeFileSync(`${again}.zip`, await pack((await exportAgent(folder, definitionOf)).files))
  expect(await importInto(`${again}.zip`, again)).toEqual([])
  const { intents } = await definitionOf(again)
  expect(intents.find(({ name }) => name === 'Parking: where?')).toMatchObject({
    within: ['shop'],
    sets: { parking: 3 },
    phrases: [
      {
        text: 'where may I park my cargo bike tomorrow',
        marks: [{ slot: 'vehicle' }, { slot: 'day' }],
      },
    ],
    slots: [
      { name: 'vehicle', entity: 'vehicle', required: true, ask: { en: ['What do you ride?'] } },
      { name: 'day', entity: 'date', default: '$today' },
    ],
  })
})
