import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readAgent } from '../../src/channels/dialogflow-es/transfer/read-agent.ts'
import { deskOf } from '../../src/channels/dialogflow-es/transfer/to-desk/index.ts'
import { builtInEntities } from '../../src/model/index.ts'
import { problemsIn } from '../../src/folder.ts'
import { fc } from '../dice.ts'

/** Texts that mean something to YAML, Liquid, markup, templates of agents, file systems or JavaScript. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '$city',
    '$city.original',
    '#ctx.city',
    '{{ x }}',
    '{% if %}',
    '*a*',
    '[a](b)',
    '@sys.number:n',
    '@city:city',
    'null',
    'true',
    '~',
    '- a',
    'a: b',
    '#',
    '"',
    "'",
    '${HOME}',
    '__proto__',
    'constructor',
    'frontdesk.help',
    'person',
    'rows',
    '1',
    '👍',
    'ก็',
    'نص',
    'a\u0000b',
    '\uD800',
    '\uE000',
    '\n\n',
    '../x',
    '?',
    'today',
    '2024-01-01',
    'https://x.example',
    'tel:1',
    '%',
    '--',
    '_',
    '\\',
    '\\*',
    '(',
    '[',
    '^$',
    '(?i)a+',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const text = fc.oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.jsonValue() })
const flag = fc.oneof(fc.boolean(), fc.constantFrom('true', null, 1, undefined))
const list = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.array(of, { maxLength: 3 }) }, { weight: 1, arbitrary: text })
const some = (shape: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(shape, { requiredKeys: [] })

const entityName = fc.oneof(
  odd,
  fc.constantFrom(
    '@sys.number',
    '@sys.date',
    '@sys.any',
    '@sys.geo-city',
    '@sys.color',
    '@sys.url',
    '@city',
    '@unit',
    '@sys.duration',
  ),
)
const lang = fc.constantFrom('en', 'de', 'pt-br', 'zz-broken-tag-that-is-long', '', undefined)
const message = some({
  type: fc.constantFrom(
    0,
    '0',
    '1',
    '2',
    '3',
    4,
    '4',
    '13',
    '14',
    '15',
    'simple_response',
    'list_card',
    'table_card',
    'x',
  ),
  speech: list(text),
  lang,
  platform: fc.constantFrom('', 'telegram', 'google', undefined),
  title: text,
  subtitle: text,
  replies: list(text),
  imageUrl: text,
  buttons: list(some({ text, postback: text })),
  items: list(some({ title: text, description: text, textToSpeech: text })),
  rows: list(some({ cells: list(some({ text })) })),
  payload: fc.oneof(
    text,
    some({
      telegram: some({
        text,
        reply_markup: some({ inline_keyboard: list(list(some({ text, url: text }))) }),
      }),
      richContent: list(
        list(some({ type: text, title: text, options: list(some({ text, link: text })) })),
      ),
    }),
  ),
})
const parameter = some({
  name: odd,
  dataType: entityName,
  value: text,
  defaultValue: text,
  required: flag,
  isList: flag,
  prompts: list(fc.oneof(some({ lang, value: text }), text)),
})
const intent = some({
  id: odd,
  parentId: odd,
  name: text,
  contexts: list(odd),
  priority: fc.constantFrom(-1, 0, 500_000, 'high'),
  auto: flag,
  fallbackIntent: flag,
  webhookUsed: flag,
  events: list(some({ name: fc.oneof(odd, fc.constant('WELCOME')) })),
  userSays: list(
    some({ data: list(some({ text, alias: odd, meta: entityName })), isTemplate: flag }),
  ),
  responses: list(
    some({
      resetContexts: flag,
      action: text,
      affectedContexts: list(some({ name: odd, lifespan: fc.oneof(fc.integer(), text) })),
      parameters: list(parameter),
      messages: list(message),
    }),
  ),
})
const phrases = list(
  some({ data: list(some({ text, alias: odd, meta: entityName })), isTemplate: flag, lang }),
)
const entity = some({
  name: odd,
  isEnum: flag,
  isRegexp: flag,
  automatedExpansion: flag,
  isOverridable: fc.constant(true),
})
const entries = list(some({ value: text, synonyms: list(text) }))

const agent = fc.record({
  settings: fc.oneof(
    text,
    some({
      language: lang,
      supportedLanguages: list(text),
      defaultTimezone: text,
      displayName: text,
      webhook: text,
    }),
  ),
  intents: fc.array(fc.tuple(intent, phrases), { minLength: 1, maxLength: 4 }),
  entities: fc.array(fc.tuple(entity, entries), { maxLength: 3 }),
  smallTalk: list(
    some({ action: fc.oneof(odd, fc.constant('smalltalk.agent.age')), customAnswers: list(text) }),
  ),
})

function filesOf({
  settings,
  intents,
  entities,
  smallTalk,
}: typeof agent extends fc.Arbitrary<infer T> ? T : never) {
  const json: readonly (readonly [string, unknown])[] = [
    ['agent.json', settings],
    ['customSmalltalkResponses_en.json', smallTalk],
    ...intents.flatMap(([one, said], i) => [
      [`intents/i${i}.json`, { responses: [], ...one }] as const,
      [`intents/i${i}_usersays_en.json`, said] as const,
    ]),
    ...entities.flatMap(([one, values], i) => [
      [`entities/e${i}.json`, one] as const,
      [`entities/e${i}_entries_en.json`, values] as const,
    ]),
  ]
  return json.map(([path, content]) => ({
    path,
    bytes: new TextEncoder().encode(JSON.stringify(content ?? null)),
  }))
}

test(
  'whatever an agent holds, the desk made of it has no mistake',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(agent, async (made) => {
        const folder = mkdtempSync(join(tmpdir(), 'frontdesk-any-'))
        try {
          const desk = deskOf(readAgent(filesOf(made), 'agent').agent, builtInEntities)
          for (const { path, content } of desk.files) {
            mkdirSync(dirname(join(folder, path)), { recursive: true })
            writeFileSync(join(folder, path), content)
          }
          expect(await problemsIn(folder, { offline: true })).toEqual([])
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: 150 },
    )
  },
)
