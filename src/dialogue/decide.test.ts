import { describe, expect, test } from 'vitest'
import { college, intent, slot } from '../../test/dialogue/desk.ts'
import { show, Visitor } from '../../test/dialogue/visitor.ts'

/** What a conversation is to show, and its lines: what the visitor says, what the desk does. */
type Conversation = readonly [claim: string, ...lines: readonly (readonly [string, string])[]]

const conversations: readonly Conversation[] = [
  [
    'an intent with all its slots is answered',
    ['who is the hod of cse', 'answer hod department=CSE'],
    ['library timings', 'answer timings'],
  ],
  [
    'a missing slot is asked for, with the values it offers',
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['mechanical please', 'answer fees department=Mechanical'],
  ],
  [
    'values that stand in a column are offered from there',
    ['is a book available', 'ask book.title [Compilers | Operating Systems]'],
    ['2', 'answer book title=Operating Systems'],
  ],
  [
    'a reply that does not fit is asked for again, and in the end let go',
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['blue', 'ask fees.department again [CSE | Mechanical]'],
    ['green', 'ask fees.department again [CSE | Mechanical]'],
    ['red', 'gave-up-asking'],
    ['civil', 'not-understood [Library | Fees]'],
  ],
  [
    'a value out of bounds is asked for again',
    ['fees for cse in year 7', 'ask fees.year again'],
    ['2', 'answer fees department=CSE year=2'],
  ],
  [
    'another slot said meanwhile is kept, and the question stays',
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['year 3', 'ask fees.department [CSE | Mechanical]'],
    ['civil', 'answer fees department=Civil year=3'],
  ],
  [
    'the subject changes midway and the question comes back',
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    [
      'who is the hod of civil',
      'answer hod department=Civil, then ask fees.department [CSE | Mechanical]',
    ],
    ['thanks', 'answer frontdesk.thanks, then ask fees.department [CSE | Mechanical]'],
    ['cse', 'answer fees department=CSE'],
  ],
  [
    'a question lapses for a visitor who has moved on',
    ['who is the hod', 'ask hod.department'],
    ['library timings', 'answer timings, then ask hod.department'],
    ['thanks', 'answer frontdesk.thanks, then ask hod.department'],
    ['thanks', 'answer frontdesk.thanks'],
    ['cancel', 'nothing-to-cancel'],
  ],
  [
    'a reply, though not all that is needed, keeps a question from lapsing',
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['library timings', 'answer timings, then ask fees.department [CSE | Mechanical]'],
    ['library timings', 'answer timings, then ask fees.department [CSE | Mechanical]'],
    ['year 3', 'ask fees.department [CSE | Mechanical]'],
    ['library timings', 'answer timings, then ask fees.department [CSE | Mechanical]'],
    ['civil', 'answer fees department=Civil year=3'],
  ],
  [
    'words of the phrases are nobody’s name',
    ['meet my brother', 'ask brother.name'],
    ['where is the number please', 'ask brother.name again'],
    ['where is', 'ask brother.name again'],
    ['Grace', 'answer brother name=Grace'],
  ],
  [
    'two questions left in the middle come back one after the other',
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['phone of someone', 'ask phone.faculty'],
    ['tell you a thing', 'ask hobby.words'],
    ['I paint', 'answer hobby words=I paint, then ask phone.faculty'],
    [
      'anita sharma',
      'answer phone faculty=Anita Sharma, then ask fees.department [CSE | Mechanical]',
    ],
    ['cse', 'answer fees department=CSE'],
  ],
  [
    'cancel drops what was asked',
    ['cancel', 'nothing-to-cancel'],
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['cancel that', 'cancelled'],
    ['cancel', 'nothing-to-cancel'],
  ],
  [
    'no drops what was asked, and is no more than courtesy where nothing was',
    ['no', 'answer frontdesk.no'],
    ['yes', 'answer frontdesk.yes'],
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
    ['no', 'cancelled'],
    ['meet my brother', 'ask brother.name'],
    ['no', 'cancelled'],
  ],
  [
    'help names the topics and keeps the question',
    ['help', 'help [Library | Fees]'],
    ['Library', 'answer timings'],
    ['who is the hod', 'ask hod.department'],
    ['help', 'help [Library | Fees], then ask hod.department'],
    ['civil', 'answer hod department=Civil'],
  ],
  [
    'start over forgets the conversation',
    ['who is the hod of cse', 'answer hod department=CSE'],
    ['start over', 'started-over'],
    ['and for mechanical?', 'not-understood [Library | Fees]'],
  ],
  [
    'nothing said is said so, and the question stays',
    ['   ', 'nothing-said'],
    ['who is the hod', 'ask hod.department'],
    ['', 'nothing-said, then ask hod.department'],
  ],
  [
    'another value is understood as about the last answer',
    ['fees for cse in year 1', 'answer fees department=CSE year=1'],
    ['and for mechanical?', 'answer fees department=Mechanical year=1'],
    ['what about second year?', 'answer fees department=Mechanical year=2'],
    ['civil?', 'answer fees department=Civil year=2'],
    ['aur cse ka?', 'answer fees department=CSE year=2'],
  ],
  [
    'what was said last comes before a default when the next message only adds a value',
    ['fees for cse in year 3', 'answer fees department=CSE year=3'],
    ['and compare them', 'answer compare department=CSE year=3'],
    ['compare mechanical', 'answer compare department=Mechanical year=1'],
  ],
  [
    'another slot of the same intent narrows the last answer',
    ['fees for cse', 'answer fees department=CSE'],
    ['fees in year 2', 'answer fees department=CSE year=2'],
    ['only year 3', 'answer fees department=CSE year=3'],
    ['what are the fees', 'ask fees.department [CSE | Mechanical]'],
  ],
  [
    'a correction puts another value in the place of the one said',
    ['fees for cse in year 2', 'answer fees department=CSE year=2'],
    ['no I meant mechanical', 'answer fees department=Mechanical year=2'],
    ['nahi, civil', 'answer fees department=Civil year=2'],
    ['actually year 1', 'answer fees department=Civil year=1'],
  ],
  [
    'a question about something else with the same value is not about the last answer',
    ['who is the hod of cse', 'answer hod department=CSE'],
    ['does mechanical have a swimming pool', 'not-understood [Library | Fees]'],
  ],
  [
    '“there are” points at nothing said before',
    ['fees for cse in year 1', 'answer fees department=CSE year=1'],
    ['what fees are there', 'ask fees.department [CSE | Mechanical]'],
  ],
  [
    'another question takes over what the last was about, by entity',
    ['phone number of anita sharma', 'answer phone faculty=Anita Sharma'],
    ['and her cabin?', 'answer cabin teacher=Anita Sharma'],
    ['what is her number', 'answer phone faculty=Anita Sharma'],
  ],
  [
    'what may have been meant for a slot is not replaced by what was said before',
    ['who is the hod of cse', 'answer hod department=CSE'],
    ['who is the hod of astrology', 'ask hod.department again'],
    ['cancel', 'cancelled'],
    ['fees for astrology', 'ask fees.department again [CSE | Mechanical]'],
  ],
  [
    'who only says a name is greeted by it, and known by it from then on',
    ['my name is asha', 'answer frontdesk.introduced name=Asha'],
    ['meet my elder brother', 'answer brother name=Asha'],
  ],
  [
    'a word that names several is asked about, and the choice may be typed',
    ['phone number of sharma', 'which-one [Anita Sharma | Ravi Sharma | Uma Sharma]'],
    ['the second one', 'answer phone faculty=Ravi Sharma'],
    ['where is the cabin of sharma', 'answer cabin teacher=Ravi Sharma'],
  ],
  [
    'a choice may be typed by the words only it has',
    ['phone number of sharma', 'which-one [Anita Sharma | Ravi Sharma | Uma Sharma]'],
    ['uma', 'answer phone faculty=Uma Sharma'],
  ],
  [
    'which one is not asked for ever',
    ['phone number of sharma', 'which-one [Anita Sharma | Ravi Sharma | Uma Sharma]'],
    ['sharma', 'which-one [Anita Sharma | Ravi Sharma | Uma Sharma]'],
    ['sharma', 'which-one [Anita Sharma | Ravi Sharma | Uma Sharma]'],
    ['sharma', 'gave-up-asking'],
  ],
  [
    'several slots of one entity are told apart by the words beside them',
    ['how do i go to the library from the hostel', 'answer route from=hostel to=library'],
    ['go library se hostel tak', 'answer route from=library to=hostel'],
  ],
  [
    'defaults are today, a value, or what is remembered',
    ['is it a holiday', 'answer holiday day=2026-11-23'],
    ['is 2026-12-25 a holiday', 'answer holiday day=2026-12-25'],
    ['meet my brother', 'ask brother.name'],
    ['Meera', 'answer brother name=Meera'],
    ['meet my brother', 'answer brother name=Meera'],
  ],
  [
    'an intent within a context is understood while the context lives',
    ['and the mail address', 'not-understood [Library | Fees]'],
    ['phone number of anita sharma', 'answer phone faculty=Anita Sharma'],
    ['library timings', 'answer timings'],
    ['the mail address', 'answer email'],
    ['the mail address', 'not-understood [Library | Fees]'],
  ],
]

for (const [claim, ...lines] of conversations) {
  test(claim, () => {
    const visitor = new Visitor()
    expect(lines.map(([said]) => [said, visitor.say(said)])).toEqual(lines)
  })
}

test('a mere value is a try at the open question, not a faint other one', () => {
  const visitor = new Visitor()
  visitor.say('phone number of sharma')
  const faint = { intent: 'hod', confidence: 0.33 }
  const again = 'which-one [Anita Sharma | Ravi Sharma | Uma Sharma]'
  expect(visitor.say('the computer science one', faint)).toBe(again)
  expect(visitor.say('who is the hod of civil', faint)).toMatch(/^answer hod department=Civil/)
})

test('two likely intents are both offered, and so are the nearest two of an unlikely question', () => {
  const visitor = new Visitor()
  const close = [
    { intent: 'hod', confidence: 0.42 },
    { intent: 'fees', confidence: 0.4 },
    { intent: 'frontdesk.thanks', confidence: 0.39 },
  ]
  expect(visitor.say('cse', { candidates: close })).toBe('did-you-mean [About hod | About fees]')
  expect(visitor.tap('About fees')).toBe('answer fees department=CSE')
  const far = [
    { intent: 'timings', confidence: 0.3 },
    { intent: 'email', confidence: 0.12 },
    { intent: 'frontdesk.help', confidence: 0.1 },
    { intent: 'cabin', confidence: 0.01 },
    { intent: 'hod', confidence: 0.002 },
  ]
  expect(visitor.say('is there a pool', { candidates: far })).toBe(
    'not-understood [About timings | About cabin]',
  )
})

test('a command heard faintly does not come before another value for the last answer', () => {
  const visitor = new Visitor()
  visitor.say('who is the hod of cse')
  const faint = { intent: 'frontdesk.cancel', confidence: 0.3 }
  expect(visitor.say('and for civil', faint)).toBe('answer hod department=Civil')
  expect(visitor.say('stop maybe', faint)).toBe('nothing-to-cancel')
  const guess = { intent: 'frontdesk.cancel', confidence: 0.2 }
  expect(visitor.say('is it raining', guess)).toBe('not-understood [Library | Fees]')
})

test('buttons are called in the language of the visitor, which a bare number does not change', () => {
  const visitor = new Visitor()
  const candidates = [{ intent: 'hod', confidence: 0.3 }]
  expect(visitor.say('पानी कहाँ', { candidates })).toBe('not-understood [hod के बारे में]')
  expect(visitor.say('42, 43', { candidates })).toBe('not-understood [hod के बारे में]')
  expect(visitor.say('no water', { candidates })).toBe('not-understood [About hod]')
  expect(visitor.say('और 42 में', { candidates })).toBe('not-understood [hod के बारे में]')
})

test('a number that no choice has brings the choices again, and no intent', () => {
  const visitor = new Visitor()
  const heard = { intent: 'hod', confidence: 0.9 }
  expect(visitor.say('99', heard)).toBe('not-understood [Library | Fees]')
  expect(visitor.say('99.', heard)).toBe('did-you-mean [Library | Fees]')
  expect(visitor.say('1')).toBe('answer timings')
  visitor.say('fees for cse')
  expect(visitor.say('2')).toBe('answer fees department=CSE year=2')
  visitor.say('phone of someone')
  expect(visitor.say('7')).toBe('ask phone.faculty again')
})

test('a button of an earlier reply is let pass: the open question is put again and nothing is counted', () => {
  const visitor = new Visitor()
  expect(visitor.tap('gone')).toBe('not-understood [Library | Fees]')
  visitor.say('who is the hod')
  for (let i = 0; i < 5; i++) expect(visitor.tap('gone')).toBe('ask hod.department')
})

test('an event leads to its intent, and an arrival without one to the greeting', () => {
  const visitor = new Visitor()
  expect(visitor.send({ event: 'opened' })).toMatchObject({ kind: 'answer', intent: 'timings' })
  expect(visitor.send({ event: 'welcome' })).toMatchObject({ kind: 'say', sentence: 'welcome' })
})

test('ids of choices are short, ASCII and new with every offering', () => {
  const visitor = new Visitor()
  const ids = ['help', 'what are the fees', 'help'].flatMap((text) => {
    visitor.say(text)
    return visitor.session.offered.map(({ id }) => id)
  })
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[\w-]{1,12}$/.test(id))).toBe(true)
})

test('a phrase about a name that nothing is called is understood, and said to be unknown', () => {
  const unsure = { candidates: [{ intent: 'book', confidence: 0.04 }] }
  expect(new Visitor().say('is Zorbo the Strange available', { ...unsure, intent: null })).toBe(
    'ask book.title again [Compilers | Operating Systems]',
  )
  expect(new Visitor().say('is rain available', { ...unsure, intent: null })).toBe(
    'not-understood [About book]',
  )
  expect(new Visitor().say('is Zorbo the Strange blue', { ...unsure, intent: null })).toBe(
    'not-understood [About book]',
  )
})

test('what no database has told yet is not said to be unknown', () => {
  const visitor = new Visitor()
  expect(visitor.say('is zorbo available', { unread: ['book'] })).toBe('unavailable')
  expect(visitor.say('is zorbo available')).toContain('ask book.title')
})

test('a question that names nothing is about the last answer, where that is likely too', () => {
  const contact = {
    intent: 'hod',
    confidence: 0.6,
    candidates: [
      { intent: 'hod', confidence: 0.6 },
      { intent: 'phone', confidence: 0.2 },
    ],
  }
  const visitor = new Visitor()
  expect(visitor.say('please', contact)).toBe('ask hod.department')
  visitor.say('cancel')
  expect(visitor.say('phone of anita sharma')).toBe('answer phone faculty=Anita Sharma')
  expect(visitor.say('the number please', contact)).toBe('answer phone faculty=Anita Sharma')
  expect(visitor.say('phone number')).toBe('answer phone faculty=Anita Sharma')
  expect(visitor.say('the number of zorbo', contact)).toBe('ask hod.department again')
})

describe('a fallback', () => {
  const caught = intent('caught', [], [], { fallback: true })
  const within = intent('caught-within', [], [], { fallback: true, within: ['person'] })
  const desk = { ...college, intents: [...college.intents, caught, within] }

  test('is answered where nothing was understood', () => {
    const visitor = new Visitor(desk)
    expect(visitor.say('blah')).toBe('answer caught')
    expect(visitor.say('blah', { candidates: [{ intent: 'hod', confidence: 0.4 }] })).toBe(
      'answer caught',
    )
    expect(visitor.say('77')).toBe('answer caught')
  })

  test('of living contexts comes first, and before naming what is merely likely', () => {
    const visitor = new Visitor(desk)
    visitor.say('phone number of anita sharma')
    const candidates = ['hod', 'fees'].map((name) => ({ intent: name, confidence: 0.4 }))
    expect(visitor.say('blah', { candidates })).toBe('answer caught-within')
  })
})

test('an open entity takes any words when it is asked for', () => {
  const entities = college.entities.map((one) =>
    one.name === 'department' && one.kind !== 'pattern' ? { ...one, open: true as const } : one,
  )
  const visitor = new Visitor({ ...college, entities })
  expect(visitor.say('who is the hod')).toBe('ask hod.department')
  expect(visitor.say('astrology')).toBe('answer hod department=astrology')
})

test('a default may come from a living context', () => {
  const where = slot('where', 'text', { required: false, default: '$person.faculty' })
  const room = intent('hod', [where], ['who is the hod'])
  const intents = college.intents.map((one) => (one.name === 'hod' ? room : one))
  const visitor = new Visitor({ ...college, intents })
  visitor.say('phone number of anita sharma')
  expect(visitor.say('who is the hod')).toBe('answer hod where=Anita Sharma')
})

test('a file is declined, and the question stays', () => {
  const visitor = new Visitor()
  visitor.say('who is the hod')
  const move = visitor.send({ attachment: { type: 'image/jpeg', size: 9 } })
  expect(show(move)).toBe('no-attachments, then ask hod.department')
})
