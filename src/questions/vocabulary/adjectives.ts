/**
 * The words people ask in, whatever the tables are about: adjectives and the columns they mean, other words for columns
 * and values, words that compare, count and sort, in English and Hindi. Nothing here knows a schema. A word more is an
 * entry more in one of these lists.
 *
 * @module
 */
/** What an adjective says of a number or a date: which columns it means, best first, and which end of them. */
export interface Adjective {
  /** Words of columns; one with a minus runs the other way: who is old has an early birth. */
  readonly columns: readonly string[]
  /** 1 for much of it, -1 for little. */
  readonly direction: 1 | -1
}

const size =
  'area acres acreage size population length volume capacity amount total quantity count number enrollment enrolment revenue budget seats attendance floors pages employees stock'
const duration =
  'length duration runtime stay distance time days hours minutes pages words years service experience tenure'
const height =
  'height elevation altitude level depth floors storeys score rate grade rating price salary point temperature gpa cgpa marks percentage'
const price = 'price cost fee fare amount rent rate charge tuition total value salary'
const age =
  'age -birth -born -dob -birthdate -founded -established -opened -built -year -joined -hire -hired -date -start'
const recent =
  'date year time created updated released release published founded established opened joined hired built start end season'
const worth = 'rating score grade rank points marks gpa cgpa stars performance wins percentage'
const wealth = 'income wealth net gdp salary revenue balance money budget earnings'

/** Adjectives, the plain form alone, by the columns they speak of. */
const families: readonly (readonly [string, 1 | -1, string])[] = [
  ['large big great huge sizable vast', 1, size],
  ['small little tiny minor', -1, size],
  ['long lengthy', 1, duration],
  ['short brief', -1, `${duration} height`],
  ['high', 1, height],
  ['tall', 1, height],
  ['low', -1, height],
  ['old aged elderly senior', 1, age],
  ['young junior', -1, age],
  ['populous populated crowded', 1, 'population inhabitants residents people'],
  ['dense', 1, 'density'],
  ['sparse', -1, 'density'],
  ['expensive costly pricey dear', 1, price],
  ['cheap affordable inexpensive', -1, price],
  ['heavy', 1, 'weight mass load'],
  ['light', -1, 'weight mass load'],
  [
    'fast quick speedy rapid',
    1,
    'speed velocity horsepower -time -duration -accelerate -acceleration',
  ],
  ['slow', -1, 'speed velocity horsepower -time -duration'],
  ['powerful strong', 1, 'power horsepower strength rating'],
  ['weak', -1, 'power horsepower strength'],
  ['valuable', 1, 'value worth price cost'],
  ['deep', 1, 'depth'],
  ['shallow', -1, 'depth'],
  ['rich wealthy', 1, wealth],
  ['poor', -1, wealth],
  ['late recent new', 1, recent],
  ['early', -1, recent],
  ['wide broad', 1, 'width breadth'],
  ['narrow', -1, 'width breadth'],
  ['hot warm', 1, 'temperature'],
  ['cold cool', -1, 'temperature'],
  ['good top', 1, worth],
  ['bad', -1, worth],
  ['thick', 1, 'thickness pages'],
  ['thin', -1, 'thickness pages'],
  ['far distant', 1, 'distance'],
  ['near close', -1, 'distance'],
  ['popular', 1, 'popularity votes likes followers views attendance members visitors downloads'],
  ['busy', 1, 'traffic passengers visitors orders'],
  ['bright', 1, 'brightness magnitude'],
  ['experienced', 1, 'experience years service'],
]

const known = new Map<string, Adjective>(
  families.flatMap(([words, direction, columns]) =>
    words.split(' ').map((word) => [word, { columns: columns.split(' '), direction }] as const),
  ),
)

const irregular: Readonly<Record<string, string>> = {
  best: 'good',
  better: 'good',
  worst: 'bad',
  worse: 'bad',
  eldest: 'old',
  elder: 'old',
  latest: 'late',
  farthest: 'far',
  furthest: 'far',
  further: 'far',
  farther: 'far',
  newest: 'new',
}

/** Every adjective, in its plain form. */
export const adjectives: ReadonlySet<string> = new Set(known.keys())

/** The adjective itself. */
export function adjectiveOf(word: string): Adjective | undefined {
  return known.get(word)
}

/** `largest`: the adjective in its highest degree. */
export function superlativeOf(word: string): Adjective | undefined {
  if (word.endsWith('st') || word in irregular) return inflected(word, 'est')
  return undefined
}

/** The plain form of a superlative: "high" of "highest". */
export function plainOf(word: string): string | undefined {
  if (Object.hasOwn(irregular, word)) return irregular[word]
  if (!word.endsWith('est')) return undefined
  return formsOf(word.slice(0, -3)).find((form) => known.has(form))
}

/** `larger`: the adjective compared. */
export function comparativeOf(word: string): Adjective | undefined {
  return word.endsWith('r') || word === 'worse' ? inflected(word, 'er') : undefined
}

function inflected(word: string, ending: 'er' | 'est'): Adjective | undefined {
  const plain = Object.hasOwn(irregular, word) ? irregular[word] : undefined
  if (plain !== undefined) return known.get(plain)
  if (!word.endsWith(ending)) return undefined
  const bare = word.slice(0, -ending.length)
  return formsOf(bare)
    .map((form) => known.get(form))
    .find((one) => one !== undefined)
}

function formsOf(bare: string): readonly string[] {
  return [bare, `${bare}e`, bare.slice(0, -1), bare.replace(/i$/, 'y')]
}
