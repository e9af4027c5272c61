import { expect, test } from 'vitest'
import { judgeReply } from '../../../test/judges/dialogflow-es.ts'
import { testApp, textBlock } from '../../../test/test-app.ts'
import type { TestAppOptions } from '../../../test/test-app.ts'
import { callOf, post, session } from '../../../test/talk.ts'
import type { Block, Stages } from '../../model/index.ts'

/** The members of a reply that are looked at here. */
interface Reply {
  readonly fulfillmentText: string
  readonly fulfillmentMessages: readonly {
    readonly platform?: string
    readonly text?: { readonly text: readonly string[] }
  }[]
  readonly outputContexts?: readonly object[]
}

async function call(request: unknown, options: TestAppOptions = {}) {
  const desk = testApp(options)
  const response = await post(desk.app, '/channels/dialogflow-es', request)
  const body = await response.text()
  judgeReply(body, session)
  const [turn] = await desk.state.turns({ limit: 1 })
  return { ...desk, response, json: JSON.parse(body) as Reply, turn }
}

function saying(...blocks: readonly Block[]): TestAppOptions {
  return { stages: { speak: async () => ({ blocks }) } }
}

test('the reply rides in the response, in the seven fields Dialogflow knows', async () => {
  const { response, json } = await call(callOf())
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(json).toEqual({
    fulfillmentText: 'you said fee for computer engineering second year',
    fulfillmentMessages: [
      { text: { text: ['you said fee for computer engineering second year'] } },
    ],
    source: 'frontdesk',
  })
})

test('a call comes understood: intent by its name, action, and the slots that were filled', async () => {
  const { turn } = await call(callOf())
  expect(turn?.message.understood).toMatchObject({
    intent: 'fees',
    action: 'fees.get',
    parameters: { course: 'Computer Engineering', year: 2 },
    confidence: 0.87,
    complete: true,
  })
  expect(turn?.message.understood?.parameters).not.toHaveProperty('hostel')
})

test('where Dialogflow fell back, the desk understands the words itself', async () => {
  const { turn } = await call(
    callOf({ action: 'input.unknown', intent: { displayName: 'Fallback', isFallback: true } }),
  )
  expect(turn?.message.understood).toMatchObject({ intent: null, action: null })
})

test('lists, composite values and days become slots', async () => {
  const { turn } = await call(
    callOf({
      parameters: {
        branch: ['CSE', 'ECE'],
        none: [],
        price: { currency: 'INR', amount: 500 },
        day: '2026-11-27T12:00:00+05:30',
        period: { startDate: '2026-11-27T12:00:00+05:30', endDate: '2026-11-29T12:00:00+05:30' },
      },
    }),
  )
  expect(turn?.message.understood?.parameters).toEqual({
    branch: 'CSE',
    branch_2: 'ECE',
    price: 500,
    'price.currency': 'INR',
    'price.amount': 500,
    day: '2026-11-27',
    period: '2026-11-27/2026-11-29',
    'period.startDate': '2026-11-27',
    'period.endDate': '2026-11-29',
  })
})

test('contexts are read, without Dialogflow’s own, and what was literally said is kept', async () => {
  const { turn } = await call(
    callOf({
      outputContexts: [
        {
          name: `${session}/contexts/fees-followup`,
          lifespanCount: 2,
          parameters: { year: 2, 'year.original': 'second' },
        },
        { name: `${session}/contexts/__system_counters__`, lifespanCount: 1, parameters: {} },
        { name: `${session}/contexts/gone` },
      ],
    }),
  )
  const { contexts, originals } = turn?.message.understood ?? {}
  expect(contexts).toEqual([{ name: 'fees-followup', lifespan: 2, parameters: { year: 2 } }])
  expect(originals).toEqual({ year: 'second' })
})

/** A decision that leaves these contexts behind. */
function leaving(contexts: { name: string; lifespan: number }[], sentence?: 'started-over') {
  const decide: Stages['decide'] = (message, before) => ({
    move:
      sentence === undefined
        ? { kind: 'answer', intent: 'echo', slots: { text: message.text } }
        : { kind: 'say', sentence, values: {}, choices: [] },
    session: { ...before, contexts: contexts.map((one) => ({ ...one, parameters: { year: 2 } })) },
  })
  return { stages: { decide } }
}

test('contexts the desk has are written under the session, in letters Dialogflow takes', async () => {
  const { json } = await call(callOf(), leaving([{ name: 'Fees & Dues', lifespan: 3 }]))
  expect(json.outputContexts).toEqual([
    { name: `${session}/contexts/fees___dues`, lifespanCount: 3, parameters: { year: 2 } },
  ])
})

test('starting over ends the contexts Dialogflow still has', async () => {
  const outputContexts = [{ name: `${session}/contexts/fees`, lifespanCount: 2 }]
  const { json } = await call(callOf({ outputContexts }), leaving([], 'started-over'))
  expect(json.outputContexts).toEqual([
    { name: `${session}/contexts/fees`, lifespanCount: 0, parameters: {} },
  ])
})

const choices: Block = {
  kind: 'choices',
  options: [
    { id: 'a', label: 'Hostel fees', means: { kind: 'say', text: 'hostel fees' } },
    { id: 'b', label: 'Portal', means: { kind: 'url', url: 'https://fees.example.edu/' } },
  ],
}

test('choices are quick replies and chips; on a platform their text is the title', async () => {
  const blocks = [textBlock('Anything else?'), choices]
  const { json } = await call(callOf({}, 'telegram'), saying(...blocks))
  expect(json.fulfillmentMessages).toContainEqual({
    quickReplies: { title: '', quickReplies: ['Hostel fees', 'Portal'] },
  })
  expect(json.fulfillmentMessages).toContainEqual({
    quickReplies: { title: 'Anything else?', quickReplies: ['Hostel fees', 'Portal'] },
    platform: 'TELEGRAM',
  })
  expect(json.fulfillmentMessages).not.toContainEqual({
    text: { text: ['Anything else?'] },
    platform: 'TELEGRAM',
  })
})

test('what a platform cannot show as buttons is said in text, whole', async () => {
  const options = Array.from({ length: 20 }, (_, i) => ({
    id: `o${i}`,
    label: `Option number ${i} with a name too long for a button`,
    means: { kind: 'say' as const, text: `${i}` },
  }))
  const { json } = await call(callOf({}, 'facebook'), saying({ kind: 'choices', options }))
  const facebook = json.fulfillmentMessages.filter((one) => one.platform === 'FACEBOOK')
  expect(facebook).toHaveLength(1)
  for (const { label } of options) expect(facebook[0]?.text?.text[0]).toContain(label)
})

test('cards and images are rich; a file only this desk can reach becomes text', async () => {
  const card = {
    title: 'Dr. Rao',
    subtitle: 'Head of CSE',
    facts: [{ label: 'Cabin', value: 'B-204' }],
    actions: [{ label: 'Call', url: 'tel:+914003' }],
  }
  const blocks: Block[] = [
    { kind: 'cards', cards: [card] },
    { kind: 'image', url: '/media/map.png', alt: 'Campus map' },
  ]
  const { json } = await call(callOf({}, 'slack'), saying(...blocks))
  expect(json.fulfillmentMessages).toContainEqual({
    platform: 'SLACK',
    card: {
      title: 'Dr. Rao',
      subtitle: 'Head of CSE\nCabin: B-204',
      buttons: [{ text: 'Call', postback: 'tel:+914003' }],
    },
  })
  expect(json.fulfillmentMessages).toContainEqual({ text: { text: ['Campus map'] } })
  const reachable = { ...saying(...blocks), es: { publicUrl: () => 'https://desk.example.edu/' } }
  const { json: outside } = await call(callOf(), reachable)
  expect(outside.fulfillmentMessages).toContainEqual({
    image: {
      imageUri: 'https://desk.example.edu/media/map.png',
      accessibilityText: 'Campus map',
    },
  })
})

test('a reply too large for Dialogflow has fewer rows and says how many stayed away', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => [`Book ${i}`, '“औपचारिक” भाषा'])
  const columns = [
    { label: 'Title', align: 'start' as const },
    { label: 'Shelf', align: 'start' as const },
  ]
  const { json } = await call(callOf(), saying({ kind: 'table', caption: '', columns, rows }))
  const left = Number(/… and (\d+) more/.exec(json.fulfillmentText)?.[1])
  const shown = json.fulfillmentText.split('\n').filter((line) => /^Book \d/.test(line))
  expect(shown.length).toBeGreaterThan(300)
  expect(shown.length + left).toBe(5_000)
})

test('a call of the API that Google shut down is told so in words, and observed', async () => {
  const { response, json, observed } = await call({ result: { action: 'fees' }, sessionId: '1' })
  expect(response.status).toBe(200)
  expect(json.fulfillmentText).toContain('v2')
  expect(observed).toContainEqual(
    expect.objectContaining({ kind: 'error', code: 'channel/bad-body' }),
  )
})

test('a source that hangs gets a courteous answer before Dialogflow gives up', async () => {
  const query = {
    kind: 'sql' as const,
    source: 'office',
    text: 'select 1',
    parameters: {},
    limit: 1,
    person: null,
  }
  const { json, turn } = await call(callOf(), {
    stages: {
      bind: (move, _facts, results) =>
        move.kind === 'answer' && results['q'] === undefined ? { q: query } : {},
      ask: () => new Promise(() => {}),
    },
  })
  expect(json.fulfillmentText).toBe('too-slow')
  expect(turn?.error?.code).toBe('desk/too-slow')
  expect(Number(/(\d+) ms/.exec(turn?.error?.message ?? '')?.[1])).toBeLessThan(4_900)
})

test('a state that cannot be read gets a courteous answer too', async () => {
  const desk = testApp()
  const { app } = testApp({
    state: { ...desk.state, session: () => Promise.reject(new Error('disk I/O error')) },
  })
  const response = await post(app, '/channels/dialogflow-es', callOf())
  expect(await response.json()).toMatchObject({ fulfillmentText: 'failed' })
})

test('a turn Dialogflow does not wait for may wait to be kept with others; one of the page may not', async () => {
  const { state } = testApp()
  const patience: (number | undefined)[] = []
  const commit: typeof state.commit = (turn, milliseconds) => {
    patience.push(milliseconds)
    return state.commit(turn)
  }
  const { app } = testApp({ state: { ...state, commit } })
  await post(app, '/channels/dialogflow-es', callOf())
  await post(app, '/channels/web', { text: 'fees?' })
  expect(patience).toEqual([50, 0])
})

test('a call that Dialogflow repeats gets the same reply, contexts and all, and makes no second turn', async () => {
  const options = leaving([{ name: 'fees', lifespan: 3 }])
  const { app, state } = testApp(options)
  const request = callOf()
  const send = async (): Promise<unknown> =>
    (await post(app, '/channels/dialogflow-es', request)).json()
  const [one, other] = await Promise.all([send(), send()])
  expect(one).toMatchObject({ outputContexts: [{ lifespanCount: 3 }] })
  expect([other, await send()]).toEqual([one, one])
  expect(await state.turns({ limit: 10 })).toHaveLength(1)
  await post(app, '/channels/dialogflow-es', { ...callOf(), responseId: request['responseId'] })
  await post(app, '/channels/dialogflow-es', callOf({ queryText: 'and the hostel?' }))
  expect(await state.turns({ limit: 10 })).toHaveLength(2)
})
