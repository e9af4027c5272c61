import { describe, expect, test } from 'vitest'
import { intentFrom, said, settings } from '../testing/desk-from.ts'

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
