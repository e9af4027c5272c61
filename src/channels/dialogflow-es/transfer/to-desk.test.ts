import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { builtInEntities } from '../../../model/index.ts'
import { readAgent } from './read-agent.ts'
import { deskOf } from './to-desk/index.ts'

type Files = Readonly<Record<string, unknown>>

/** The desk made of these files: its documents by the folder they are in, and the notes. */
function deskFrom(files: Files) {
  const encoder = new TextEncoder()
  const opened = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: encoder.encode(typeof content === 'string' ? content : JSON.stringify(content)),
  }))
  const { agent, notes } = readAgent(opened, 'agent')
  const desk = deskOf(agent, builtInEntities)
  const documents = (folder: string) =>
    desk.files
      .filter(({ path }) => path.startsWith(folder))
      .flatMap(({ content }) => parseAllDocuments(String(content)).map((one) => one.toJS()))
  return {
    desk: documents('desk.yaml')[0],
    intents: documents('intents/'),
    entities: documents('entities/'),
    files: desk.files.map(({ path }) => path),
    notes: [...notes, ...desk.notes],
  }
}

const settings = { language: 'en', defaultTimezone: 'Asia/Kolkata', supportedLanguages: [] }

/** The one intent of an agent that has these members and says these phrases. */
function intentFrom(json: object, phrases: readonly object[] = [], more: Files = {}) {
  const made = deskFrom({
    'agent.json': settings,
    'intents/Fees.json': { name: 'Fees', responses: [{}], ...json },
    'intents/Fees_usersays_en.json': phrases,
    ...more,
  })
  return { ...made, intent: made.intents[0] }
}

function said(...texts: readonly string[]) {
  return { responses: [{ messages: texts.map((speech) => ({ type: 0, lang: 'en', speech })) }] }
}

function parameter(name: string, dataType: string, more: object = {}) {
  return { name, dataType, value: `$${name}`, isList: false, required: false, ...more }
}

describe('phrases', () => {
  test('annotations become marks, with the spaces outside', () => {
    const { intent } = intentFrom(
      { responses: [{ parameters: [parameter('day', '@sys.date')] }] },
      [
        {
          data: [
            { text: 'fees on' },
            { text: ' Monday ', alias: 'day', meta: '@sys.date' },
            { text: 'please' },
          ],
        },
        { data: [{ text: 'all ' }, { text: 'fees', meta: '@sys.ignore' }] },
      ],
    )
    expect(intent.phrases).toEqual(['fees on [Monday](day) please', 'all fees'])
  })

  test('those of the oldest exports stand in the intent itself', () => {
    const { intent } = intentFrom({
      userSays: [{ data: [{ text: 'what is the fee' }], isTemplate: false, count: 0 }],
      templates: ['fee of @sys.number:sem'],
      responses: [{ parameters: [parameter('sem', '@sys.number')] }],
    })
    expect(intent.phrases).toEqual(['what is the fee', 'fee of [3](sem)'])
  })

  test('a template is a phrase for each of a few values', () => {
    const { intent } = intentFrom(
      { responses: [{ parameters: [parameter('course', '@course')] }] },
      [{ data: [{ text: '@course:course fees please' }], isTemplate: true }],
      {
        'entities/course.json': { name: 'course', isEnum: false, isOverridable: true },
        'entities/course_entries_en.json': [
          { value: 'B.Com', synonyms: ['bcom'] },
          { value: 'B.Sc', synonyms: [] },
        ],
      },
    )
    expect(intent.phrases).toEqual(['[B.Com](course) fees please', '[B.Sc](course) fees please'])
  })

  test('of every language are kept apart', () => {
    const { intent, desk } = intentFrom({}, [{ data: [{ text: 'fees' }] }], {
      'intents/Fees_usersays_pt-br.json': [{ data: [{ text: 'mensalidade' }] }],
      'agent.json': { ...settings, supportedLanguages: ['pt-br'] },
    })
    expect(desk.languages).toEqual(['en', 'pt-BR'])
    expect(intent.phrases).toEqual({ en: ['fees'], 'pt-BR': ['mensalidade'] })
  })

  test('of an intent that was switched off are left out, and it is said', () => {
    const { intent, notes } = intentFrom({ priority: -1 }, [{ data: [{ text: 'fees' }] }])
    expect(intent).not.toHaveProperty('phrases')
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'left-out', about: 'Fees' }))
  })

  test('what looks like a mark and is none stays a text', () => {
    const { intent } = intentFrom({}, [{ data: [{ text: 'see [this](that)' }] }])
    expect(intent.phrases).toEqual(['see [this] (that)'])
  })
})

describe('parameters', () => {
  test('are slots with their questions, which may speak of each other', () => {
    const { intent } = intentFrom({
      responses: [
        {
          parameters: [
            parameter('city', '@sys.geo-city', {
              prompts: [{ lang: 'en', value: 'Which city?' }],
              required: true,
            }),
            parameter('time', '@sys.time', {
              prompts: ['At what time in $city?', 'When?'],
              required: true,
            }),
            parameter('n', '@sys.number', { defaultValue: '2' }),
            parameter('day', '@sys.date', { defaultValue: 'today' }),
          ],
        },
      ],
    })
    expect(intent.slots).toEqual({
      city: { entity: 'text', required: true, carries: false, ask: 'Which city?' },
      time: {
        entity: 'time',
        required: true,
        carries: false,
        ask: ['At what time in {{ city }}?', 'When?'],
      },
      n: { entity: 'number', default: 2 },
      day: { entity: 'date', default: '$today' },
    })
  })

  test('take what a context holds, a constant, or another name in phrases', () => {
    const { intent } = intentFrom(
      {
        responses: [
          {
            parameters: [
              parameter('size', '@sys.number', { value: '#Order.size' }),
              parameter('kind', '', { value: 'pizza' }),
              parameter('lab', '@sys.any', { value: '$laboratory' }),
            ],
            messages: [{ type: 0, speech: 'A $kind of #order.size for $lab, $nobody.' }],
          },
        ],
      },
      [{ data: [{ text: 'book ' }, { text: 'room 4', alias: 'laboratory', meta: '@sys.any' }] }],
    )
    expect(intent.slots).toEqual({
      size: { entity: 'number', default: '$order.size' },
      kind: { entity: 'text', default: 'pizza' },
      lab: { entity: 'text' },
    })
    expect(intent.phrases).toEqual(['book [room 4](lab)'])
    expect(intent.answer).toBe(
      'A {{ kind }} of {{ contexts["order"]["size"] }} for {{ lab }}, $nobody.',
    )
  })

  test('that are lists take several values', () => {
    const { intent, notes } = intentFrom(
      {
        responses: [
          {
            parameters: [parameter('n', '@sys.number', { isList: true })],
            messages: [{ type: 0, speech: 'You said $n.' }],
          },
        ],
      },
      [
        {
          data: [
            { text: '1', alias: 'n', meta: '@sys.number' },
            { text: ' and ' },
            { text: '2', alias: 'n', meta: '@sys.number' },
          ],
        },
      ],
    )
    expect(Object.keys(intent.slots)).toEqual(['n', 'n_2', 'n_3'])
    expect(intent.phrases).toEqual(['[1](n) and [2](n_2)'])
    expect(intent.answer).toBe(
      'You said {{ n }}{% if n_2 %}, {{ n_2 }}{% endif %}{% if n_3 %}, {{ n_3 }}{% endif %}.',
    )
    expect(notes.some(({ what }) => what.includes('is a list'))).toBe(true)
  })

  test('with names the desk cannot have are called something near', () => {
    const { intent } = intentFrom({
      responses: [
        { parameters: [parameter('person', '@sys.person'), parameter('1 नाम!', '@sys.any')] },
      ],
    })
    expect(Object.keys(intent.slots)).toEqual(['person-given', 'नाम'])
  })
})

describe('contexts', () => {
  test('are compared in lower case, whatever they begin with', () => {
    const { intent } = intentFrom({
      contexts: ['00010-Fees-followup'],
      responses: [
        {
          affectedContexts: [
            { name: '_1-Followup', lifespan: 3 },
            { name: 'Old', lifespan: 0 },
          ],
        },
      ],
    })
    expect(intent).toMatchObject({
      within: ['00010-fees-followup'],
      sets: { '_1-followup': 3, old: 0 },
    })
  })

  test('an intent that resets them ends each the agent has', () => {
    const { intents } = deskFrom({
      'agent.json': settings,
      'intents/A.json': { name: 'A', contexts: ['a-followup'], responses: [{}] },
      'intents/B.json': {
        name: 'B',
        responses: [{ resetContexts: true, affectedContexts: [{ name: 'b', lifespan: 2 }] }],
      },
    })
    expect(intents[1].sets).toEqual({ 'a-followup': 0, b: 2 })
  })

  test('follow-ups stand in the file of the intent they follow, found by id', () => {
    const { files } = deskFrom({
      'agent.json': settings,
      'intents/Book.json': { id: '1', name: 'Book a room', responses: [{}] },
      'intents/Yes.json': { id: '2', parentId: '1', name: 'Ja', responses: [{}] },
      'intents/More.json': { id: '3', parentId: '2', name: 'Mehr', responses: [{}] },
      'intents/Lost.json': { id: '4', parentId: '9', name: 'Lost', responses: [{}] },
      'intents/Loop.json': { id: '5', parentId: '5', name: 'Loop', responses: [{}] },
    })
    expect(files).toEqual([
      'desk.yaml',
      'intents/book-a-room.yaml',
      'intents/lost.yaml',
      'intents/loop.yaml',
    ])
  })
})

describe('what is said', () => {
  test('a text, its variants, and one after the other', () => {
    expect(intentFrom(said('Hello')).intent.answer).toBe('Hello')
    const speech = ['One', null, '', 'Two']
    expect(
      intentFrom({ responses: [{ messages: [{ type: '0', speech }] }] }).intent.answer,
    ).toEqual(['One', 'Two'])
    expect(intentFrom(said('One', 'Two')).intent.answer).toEqual({
      reply: [{ text: 'One' }, { text: 'Two' }],
    })
  })

  test('templates and markup of ours in their texts mean nothing', () => {
    const { intent } = intentFrom(said('{{ x }} {% y %} *b* _i_ [l](http://x) 2*3*4 a_b_c \\*'))
    expect(intent.answer).toBe(
      '{{ "{" }}{ x }} {{ "{" }}% y %} \\*b* \\_i_ \\[l](http://x) 2*3*4 a_b_c \\\\*',
    )
  })

  test('in each language what it has; other shapes are told by the language spoken', () => {
    const messages = [
      { type: 0, lang: 'en', speech: 'Hello' },
      { type: 0, lang: 'de', speech: 'Hallo' },
    ]
    const agent = { 'agent.json': { ...settings, supportedLanguages: ['de'] } }
    const { intent } = intentFrom({ responses: [{ messages }] }, [], agent)
    expect(intent.answer).toEqual({ reply: { en: 'Hello', de: 'Hallo' } })
    const more = [...messages, { type: 0, lang: 'de', speech: 'Und?' }]
    expect(intentFrom({ responses: [{ messages: more }] }, [], agent).intent.answer).toEqual({
      reply: [
        { when: 'spoken != "de"', text: { en: 'Hello' } },
        { when: 'spoken == "de"', text: { de: 'Hallo' } },
        { when: 'spoken == "de"', text: { de: 'Und?' } },
      ],
    })
  })

  test('nothing is said aloud as nothing, and noted', () => {
    const { intent, notes } = intentFrom({ responses: [{ messages: [{ type: 0, speech: [] }] }] })
    expect(intent.answer).toBe('I have no answer to that yet.')
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'to-do', about: 'Fees' }))
  })

  test('a card is a picture, a text and choices', () => {
    const card = {
      type: '1',
      platform: 'facebook',
      title: 'Library',
      subtitle: 'Open till 8',
      imageUrl: 'https://x.example/a.png',
      buttons: [
        { text: 'Map', postback: 'https://x.example/map' },
        { text: 'Rules', postback: 'library rules' },
        { text: 'Hours', postback: '' },
      ],
    }
    expect(intentFrom({ responses: [{ messages: [card] }] }).intent.answer).toEqual({
      reply: [
        { image: { url: 'https://x.example/a.png', alt: 'Library' } },
        { text: 'Library\nOpen till 8' },
        {
          choices: [
            { label: 'Map', url: 'https://x.example/map' },
            { label: 'Rules', say: 'library rules' },
            'Hours',
          ],
        },
      ],
    })
  })

  const payloads: readonly (readonly [string, object, readonly object[]])[] = [
    [
      'the page of Messenger',
      {
        richContent: [
          [
            { type: 'info', title: 'Fees', subtitle: '₹500', actionLink: 'https://x.example' },
            {
              type: 'chips',
              options: [{ text: 'Pay', link: 'https://x.example/pay' }, { text: 'More' }],
            },
          ],
        ],
      },
      [
        { text: 'Fees\n₹500' },
        {
          choices: [
            { label: 'Fees', url: 'https://x.example' },
            { label: 'Pay', url: 'https://x.example/pay' },
            'More',
          ],
        },
      ],
    ],
    [
      'Telegram',
      {
        telegram: {
          text: 'Pick one',
          parse_mode: 'Markdown',
          reply_markup: {
            inline_keyboard: [
              [{ text: 'A', callback_data: 'a it is' }],
              [{ text: 'B', url: 'https://x.example/b' }],
            ],
          },
        },
      },
      [
        { text: 'Pick one' },
        {
          choices: [
            { label: 'A', say: 'a it is' },
            { label: 'B', url: 'https://x.example/b' },
          ],
        },
      ],
    ],
    [
      'Facebook',
      {
        facebook: {
          attachment: {
            type: 'template',
            payload: {
              template_type: 'generic',
              elements: [
                {
                  title: 'Hostel',
                  image_url: 'https://x.example/h.png',
                  subtitle: 'Two beds',
                  buttons: [{ type: 'web_url', url: 'https://x.example/h', title: 'See' }],
                },
              ],
            },
          },
        },
      },
      [
        { image: { url: 'https://x.example/h.png', alt: 'Hostel' } },
        { text: 'Hostel\nTwo beds' },
        { choices: [{ label: 'See', url: 'https://x.example/h' }] },
      ],
    ],
    [
      'Slack',
      {
        slack: {
          blocks: [
            { type: 'section', text: { type: 'mrkdwn', text: 'Which one?' } },
            {
              type: 'actions',
              elements: [
                { type: 'button', text: { type: 'plain_text', text: 'One' }, value: 'one' },
              ],
            },
          ],
        },
      },
      [{ text: 'Which one?' }, { choices: [{ label: 'One', say: 'one' }] }],
    ],
    [
      'LINE',
      {
        line: {
          type: 'template',
          altText: 'a menu',
          template: {
            type: 'buttons',
            text: 'Menu',
            actions: [
              { type: 'message', label: 'Buy', text: 'buy it' },
              { type: 'uri', label: 'View', uri: 'https://x.example/v' },
            ],
          },
        },
      },
      [
        { text: 'Menu' },
        {
          choices: [
            { label: 'Buy', say: 'buy it' },
            { label: 'View', url: 'https://x.example/v' },
          ],
        },
      ],
    ],
  ]
  test.each(payloads)('a payload for %s', (_, payload, blocks) => {
    const { intent } = intentFrom({ responses: [{ messages: [{ type: 4, payload }] }] })
    expect(intent.answer.reply ?? [{ text: intent.answer }]).toEqual(blocks)
  })

  test('a payload nothing is read of is noted', () => {
    const messages = [
      { type: 4, payload: { sticker: 7 } },
      { type: 0, speech: 'Hi' },
    ]
    const { intent, notes } = intentFrom({ responses: [{ messages }] })
    expect(intent.answer).toBe('Hi')
    expect(notes).toContainEqual({
      kind: 'left-out',
      about: 'Fees',
      what: 'A message is not said: custom payload.',
    })
  })

  test('of several platforms the one for all is said, with the choices of another', () => {
    const messages = [
      { type: 0, platform: 'telegram', speech: 'Hi there' },
      { type: 2, platform: 'telegram', title: 'Pick', replies: ['A', 'B'] },
      { type: 0, speech: 'Hi' },
    ]
    const { intent, notes } = intentFrom({ responses: [{ messages }] })
    expect(intent.answer).toEqual({ reply: [{ text: 'Hi' }, { choices: ['A', 'B'] }] })
    expect(notes.filter(({ kind }) => kind === 'left-out').map(({ what }) => what)).toEqual([
      'A message is not said: text for telegram.',
      'A message is not said: quick replies for telegram.',
    ])
  })
})

describe('entities', () => {
  function entityFrom(json: object, entries: readonly object[], name = 'unit') {
    const made = deskFrom({
      'agent.json': settings,
      [`entities/${name}.json`]: { name, isOverridable: true, ...json },
      [`entities/${name}_entries_en.json`]: entries,
      'entities/weight.json': { name: 'weight', isEnum: false },
      'entities/weight_entries_en.json': [{ value: 'kg', synonyms: ['kilo'] }],
    })
    return { ...made, entity: made.entities[0] }
  }

  test('are lists with synonyms; misspellings are forgiven where Dialogflow did', () => {
    const entries = [
      { value: 'kg', synonyms: ['kg', 'kilo'] },
      { value: 'g', synonyms: ['gram'] },
    ]
    expect(entityFrom({ allowFuzzyExtraction: false }, entries).entity).toEqual({
      entity: 'unit',
      values: { kg: ['kilo'], g: ['gram'] },
      typos: false,
    })
    const open = entityFrom({ allowFuzzyExtraction: true, automatedExpansion: true }, entries)
    expect(open.entity).toEqual({
      entity: 'unit',
      values: { kg: ['kilo'], g: ['gram'] },
      open: true,
    })
  })

  test('patterns of RE2 become patterns of JavaScript', () => {
    const entries = [
      { value: '^[A-Z]{2}\\-\\d{4}$', synonyms: [] },
      { value: '(?P<n>[[:digit:]]+)\\z', synonyms: [] },
    ]
    expect(entityFrom({ isRegexp: true }, entries).entity).toEqual({
      entity: 'unit',
      pattern: '(?:[A-Z]{2}-\\d{4})|(?:(?:[\\d]+))',
    })
    const { entities, notes } = entityFrom({ isRegexp: true }, [{ value: '(', synonyms: [] }])
    expect(entities.map(({ entity }) => entity)).toEqual(['weight'])
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'to-do', about: '@unit' }))
  })

  test('made of others are a pattern of them', () => {
    const { entity } = entityFrom({ isEnum: true }, [
      { value: '@sys.number:n @weight:w', synonyms: [] },
    ])
    expect(new RegExp(`^(?:${entity.pattern})$`, 'iu').test('2.5 Kilo')).toBe(true)
  })

  test('that every desk has are called something else', () => {
    const { entity } = entityFrom({}, [{ value: 'monday', synonyms: [] }], 'date')
    expect(entity.entity).toBe('own-date')
  })

  test('of the system that are lists know the world, and take other words when asked for', () => {
    const { entities, intent } = intentFrom(
      {
        responses: [
          {
            parameters: [parameter('country', '@sys.geo-country'), parameter('c', '@sys.geo-city')],
          },
        ],
      },
      [{ data: [{ text: 'to ' }, { text: 'Timbuktu', alias: 'c', meta: '@sys.geo-city' }] }],
    )
    expect(intent.slots).toEqual({ country: { entity: 'geo-country' }, c: { entity: 'geo-city' } })
    const [country, city] = entities
    expect(city).toEqual({ entity: 'geo-city', values: { Timbuktu: [] }, open: true })
    expect(country.values).toMatchObject({ Iceland: [], India: [] })
    expect(country.open).toBe(true)
  })
})

describe('odd agents', () => {
  test('are at home where their clocks are', () => {
    expect(intentFrom({}).desk).toMatchObject({
      timezone: 'Asia/Kolkata',
      country: 'IN',
      currency: 'INR',
    })
    const { desk, notes } = intentFrom({}, [], {
      'agent.json': { language: 'hi', defaultTimezone: 'Mars' },
    })
    expect(desk).toMatchObject({ timezone: 'UTC', country: 'IN', currency: 'INR' })
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'to-do', about: 'agent.json' }))
  })

  test('without agent.json speak the languages of their phrases', () => {
    const { desk } = deskFrom({
      'intents/A.json': { name: 'A', responses: [{}] },
      'intents/A_usersays_it.json': [{ data: [{ text: 'ciao' }] }],
    })
    expect(desk).toMatchObject({
      languages: ['it'],
      timezone: 'UTC',
      country: 'IT',
      currency: 'EUR',
    })
  })

  test('with broken, stray and doubled files are read as far as they go', () => {
    const { intents, notes } = deskFrom({
      'agent.json': settings,
      'intents/agent.json': settings,
      'intents/broken.json': '{"name": ',
      'intents/A.json': { name: 'A', responses: [{}] },
      'intents/A_usersays_en.json': [{ data: [{ text: 'one' }] }],
      'intents/A (1).json': { name: 'A', responses: [{}] },
      'intents/A (1)_usersays_en.json': [{ data: [{ text: 'two' }] }],
      'intents/Gone_usersays_en.json': [{ data: [{ text: 'three' }] }],
      'potato.json': {},
    })
    expect(intents).toHaveLength(1)
    expect(intents[0].phrases).toHaveLength(2)
    expect(notes.filter(({ kind }) => kind === 'left-out').map(({ about }) => about)).toEqual([
      'intents/broken.json',
      'intents/agent.json',
      'intents/gone',
      'potato.json',
    ])
  })

  test('small talk that was answered has phrases of ours', () => {
    const { intents } = deskFrom({
      'agent.json': settings,
      'intents/Hi.json': { name: 'Hi', responses: [{}] },
      'intents/Hi_usersays_en.json': [{ data: [{ text: 'how old are you' }] }],
      'customSmalltalkResponses_en.json': [
        { action: 'smalltalk.agent.age', customAnswers: ['Old', 'Older'] },
      ],
    })
    expect(intents[1]).toMatchObject({ intent: 'smalltalk.agent.age', answer: ['Old', 'Older'] })
    expect(intents[1].phrases).not.toContain('how old are you')
  })

  test('fallbacks are said where nothing was understood', () => {
    expect(intentFrom({ fallbackIntent: true, ...said('What?') }).intent).toEqual({
      intent: 'Fees',
      fallback: true,
      answer: 'What?',
    })
  })
})
