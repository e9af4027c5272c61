import { expect, test } from 'vitest'
import { anyBlock } from '../any-reply.ts'
import { fc } from '../dice.ts'
import { callOf, say } from '../talk.ts'
import { testApp, textBlock } from '../test-app.ts'

const paths = [
  '/',
  '/main.js',
  '/media/a.png',
  '/healthz',
  '/readyz',
  '/metrics',
  '/channels/web',
  '/channels/web/desk',
  '/channels/web/history',
  '/channels/web/events',
  '/channels/web/behind/x',
  '/channels/dialogflow-es',
  '/channels/none',
]

const anyPath = fc.oneof(
  fc.constantFrom(...paths),
  fc
    .tuple(fc.constantFrom(...paths), fc.string({ unit: 'binary', maxLength: 30 }))
    .map(([path, tail]) => path + tail.replaceAll(/\p{Surrogate}/gu, '')),
  fc
    .tuple(fc.constantFrom(...paths), fc.webQueryParameters())
    .map(([path, query]) => `${path}?conversation=${query}`),
)

const anyBody = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
  fc.uint8Array({ maxLength: 200 }),
  fc
    .object({
      key: fc.constantFrom('conversation', 'text', 'choice', 'location', 'attachment', 'id'),
    })
    .map((body) => JSON.stringify(body)),
  fc
    .object({
      key: fc.constantFrom('queryText', 'parameters', 'outputContexts', 'intent', 'name', 'a'),
    })
    .map((queryResult) => JSON.stringify({ ...callOf(), queryResult })),
  fc
    .record({ parameters: fc.dictionary(fc.string(), fc.jsonValue()) })
    .map((queryResult) => JSON.stringify({ ...callOf(), queryResult })),
)

const anyHeaders = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/json; charset=x', 'text/html'),
    'content-length': fc.constantFrom('0', '5', '999999999', '-1', 'x'),
    authorization: fc.constantFrom('Basic', 'Basic =', 'Bearer x'),
    'x-forwarded-for': fc.constantFrom('', ',', '1.2.3.4', 'x'.repeat(5_000)),
    'if-none-match': fc.constantFrom('*', '"x"', ','),
  },
  { requiredKeys: [] },
)

test('whatever is sent wherever, the answer is a status and no insides', async () => {
  const { app } = testApp({
    limits: { perConversation: 1e9, perAddress: 1e9 },
    stages: { speak: async () => ({ blocks: fc.sample(anyBlock, 3) }) },
  })
  const anyMethod = fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS')
  await fc.assert(
    fc.asyncProperty(
      anyMethod,
      anyPath,
      anyHeaders,
      anyBody,
      async (method, path, headers, body) => {
        const content = method === 'GET' ? {} : { body: toBody(body) }
        const response = await app.request(encodeURI(path), { method, headers, ...content })
        expect(response.status, path).toBeLessThan(500)
        if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
          expect(await response.text()).not.toMatch(
            /\n\s+at .+:\d+|node_modules|TypeError|ZodError/,
          )
      },
    ),
    { numRuns: 1_000 },
  )
})

function toBody(body: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? body : new Uint8Array(body)
}

test('when the inside itself fails, the visitor gets a sentence and the operator the cause', async () => {
  const { app, observed } = testApp({
    stages: {
      understand: () => Promise.reject(new TypeError('secret inside at /etc/desk.ts:3')),
      speak: async () => ({ blocks: [textBlock('Something failed on our side.')] }),
    },
  })
  const { status, body } = await say(app, { text: 'hello' })
  expect(status).toBe(200)
  expect(body.blocks[0]?.plain).toBe('Something failed on our side.')
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(JSON.stringify(observed)).toContain('secret inside')
})

test('when not even the apology can be made, the answer is a sentence with a code', async () => {
  const broken = () => Promise.reject(new TypeError('secret inside at /etc/desk.ts:3'))
  const { app } = testApp({ stages: { understand: broken, speak: broken } })
  const { status, body } = await say(app, { text: 'hello' })
  expect(status).toBe(500)
  expect(body).toEqual({ error: { code: 'desk/unexpected', message: '(failed)' } })
})
