import { describe, expect, test } from 'vitest'
import { deskFrom, intentFrom, parameter, said, settings } from '../testing/desk-from.ts'

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
    expect(new RegExp(`^(?:${entity?.pattern})$`, 'iu').test('2.5 Kilo')).toBe(true)
  })

  test('that every desk has are called something else', () => {
    const { entity } = entityFrom({}, [{ value: 'monday', synonyms: [] }], 'date')
    expect(entity?.entity).toBe('own-date')
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
    expect(country?.values).toMatchObject({ Iceland: [], India: [] })
    expect(country?.open).toBe(true)
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
    expect(intents[0]?.phrases).toHaveLength(2)
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
    expect(intents[1]?.phrases).not.toContain('how old are you')
  })

  test('fallbacks are said where nothing was understood', () => {
    expect(intentFrom({ fallbackIntent: true, ...said('What?') }).intent).toEqual({
      intent: 'Fees',
      fallback: true,
      answer: 'What?',
    })
  })
})
