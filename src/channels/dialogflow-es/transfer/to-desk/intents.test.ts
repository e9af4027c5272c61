import { describe, expect, test } from 'vitest'
import { deskFrom, intentFrom, parameter, settings } from '../testing/desk-from.ts'

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
    expect(intents[1]?.sets).toEqual({ 'a-followup': 0, b: 2 })
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
