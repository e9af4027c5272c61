import type { Entity, Understanding, Value } from '../../src/model/index.ts'

/** Values the tests speak of, by the words that name them. */
const known: readonly (readonly [string, RegExp, (match: string) => readonly Value[]])[] = [
  ['department', /\b(cse|computer science)\b/gi, () => ['CSE']],
  ['department', /\bmechanical\b/gi, () => ['Mechanical']],
  ['department', /\bcivil\b/gi, () => ['Civil']],
  ['faculty', /\banita sharma\b/gi, () => ['Anita Sharma']],
  ['faculty', /(?<!anita )\bsharma\b/gi, () => ['Anita Sharma', 'Ravi Sharma', 'Uma Sharma']],
  ['place', /\b(library|hostel|gate)\b/gi, (match) => [match.toLowerCase()]],
  ['number', /(?<![-\d])\d{1,2}(?![-\d])/g, (match) => [Number(match)]],
  ['number', /\bsecond\b/gi, () => [2]],
  ['date', /\b\d{4}-\d\d-\d\d\b/g, (match) => [match]],
  ['roll-number', /\brc\d{4}\b/gi, (match) => [match.toUpperCase()]],
  ['person-name', /(?<=name is )\p{L}+/giu, () => ['Asha']],
  ['book', /\bdbms\b/gi, () => ['Database System Concepts']],
]

/** What is meant, by a word that gives it away. */
const intents: readonly (readonly [RegExp, string])[] = [
  [/\bhod\b/, 'hod'],
  [/\bfees?\b/, 'fees'],
  [/\bcompare\b/, 'compare'],
  [/\bnumber of|her number|phone\b/, 'phone'],
  [/\bcabin\b/, 'cabin'],
  [/\bgo\b/, 'route'],
  [/\bholiday\b/, 'holiday'],
  [/\btell you\b/, 'hobby'],
  [/\bbrother\b/, 'brother'],
  [/\bmail\b/, 'email'],
  [/\bdues\b/, 'dues'],
  [/\bresult\b/, 'result'],
  [/\bsalary\b/, 'salary'],
  [/\bavailable\b/, 'book'],
  [/\btimings\b/, 'timings'],
  [/\bcancel\b/, 'frontdesk.cancel'],
  [/\bstart over\b/, 'frontdesk.start-over'],
  [/\bhelp\b/, 'frontdesk.help'],
  [/\blog me out\b/, 'frontdesk.log-out'],
  [/^no$/, 'frontdesk.no'],
  [/^yes$/, 'frontdesk.yes'],
  [/\bthanks\b/, 'frontdesk.thanks'],
]

/** Understands the few sentences of the tests; `rest` overrides what it makes of them. */
export function understand(text: string, rest: Partial<Understanding> = {}): Understanding {
  const intent = intents.find(([word]) => word.test(text.toLowerCase()))?.[1] ?? null
  return {
    intent,
    question: null,
    confidence: intent === null ? 0 : 0.9,
    candidates: intent === null ? [] : [{ intent, confidence: 0.9 }],
    entities: entitiesIn(text),
    language: /[\u0900-\u097F]/.test(text) ? 'hi' : 'en',
    ...rest,
  }
}

function entitiesIn(text: string): readonly Entity[] {
  return known.flatMap(([entity, words, values]) =>
    [...text.matchAll(words)].map((match) => {
      const [value = null, ...alternatives] = values(match[0])
      const span = { start: match.index, end: match.index + match[0].length }
      return { entity, value, text: match[0], ...span, score: 1, alternatives }
    }),
  )
}
