/** A word, number or mark of a question. */
export interface Token {
  /** In lower case, without accents on Latin letters; of a quotation everything within the marks, as written. */
  readonly text: string
  readonly stem: string
  /** Where it stands, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'date' | 'quoted' | 'mark'
  /** Begins with a capital letter, or is written in capitals altogether. */
  readonly capital: 'none' | 'first' | 'all'
  /** "Rao's": what follows belongs to it. */
  readonly owns: boolean
}

const pattern =
  /"([^"]+)"|“([^”]+)”|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])|\d{4}-\d\d-\d\d|\d+(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}_]+(?:['’]\p{L}+)?|>=|<=|<>|!=|[<>=,;?]/gu

/** The tokens of a question, contractions written out. */
export function tokensIn(text: string): readonly Token[] {
  return [...text.matchAll(pattern)].flatMap((match) => tokensOf(match))
}

function tokensOf(match: RegExpMatchArray): readonly Token[] {
  const [whole, ...quotes] = match
  const start = match.index ?? 0
  const quoted = quotes.find((one) => one !== undefined)
  const at = { start, end: start + whole.length }
  if (quoted !== undefined) return [token(quoted, at, 'quoted')]
  if (/^\d{4}-/.test(whole)) return [token(whole, at, 'date')]
  if (/^\d[\d.,]*$/.test(whole)) return [token(whole.replaceAll(',', ''), at, 'number')]
  if (/^[<>=!,;?]/.test(whole)) return [token(whole, at, 'mark')]
  return writtenOut(whole).map((word, i, all) => ({
    ...token(word, at, 'word'),
    owns: i === all.length - 1 && /['’]s$/iu.test(whole) && !isContraction(whole),
  }))
}

const contracted = /^(what|who|where|when|how|that|there|it|he|she|let)['’]s$/iu

function isContraction(word: string): boolean {
  return contracted.test(word)
}

function writtenOut(word: string): readonly string[] {
  if (isContraction(word)) return [word.replace(/['’]s$/iu, ''), 'is']
  if (/n['’]t$/iu.test(word)) return [word.replace(/n['’]t$/iu, '').replace(/^ca$/i, 'can'), 'not']
  if (/^(whats|whos|wheres|hows)$/iu.test(word)) return [word.slice(0, -1), 'is']
  if (/^(wat|wht|waht)$/iu.test(word)) return ['what']
  if (/^(mny|mani|mnay)$/iu.test(word)) return ['many']
  if (/^hw$/iu.test(word)) return ['how']
  if (/^(dont|doesnt|didnt|isnt|arent|hasnt|havent)$/iu.test(word))
    return [word.slice(0, -2), 'not']
  return [word.replace(/['’]\p{L}+$/u, '')]
}

function token(written: string, at: { start: number; end: number }, kind: Token['kind']): Token {
  const text = kind === 'quoted' ? written : fold(written)
  const stem = kind === 'word' ? stemOf(text) : text
  return { text, stem, ...at, kind, capital: capitalOf(written), owns: false }
}

function capitalOf(word: string): Token['capital'] {
  if (!/^\p{Lu}/u.test(word)) return 'none'
  return word.length > 1 && word === word.toUpperCase() ? 'all' : 'first'
}

/** In lower case, without the accents of Latin letters. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return /[^ -~]/.test(lower) && /[a-z]/.test(lower)
    ? lower.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '')
    : lower
}

const irregular: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  people: 'people',
  children: 'child',
  feet: 'foot',
  mice: 'mouse',
  countries: 'country',
  cities: 'city',
  movies: 'movie',
  cookies: 'cookie',
  zombies: 'zombie',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  ran: 'run',
  runs: 'run',
  running: 'run',
  won: 'win',
  lost: 'lose',
  taught: 'teach',
  bought: 'buy',
  sold: 'sell',
  paid: 'pay',
  led: 'lead',
  wrote: 'write',
  written: 'write',
  spoke: 'speak',
  spoken: 'speak',
  made: 'make',
  held: 'hold',
  flew: 'fly',
  flown: 'fly',
  took: 'take',
  taken: 'take',
  given: 'give',
  came: 'come',
  bedding: 'bedding',
  building: 'building',
  rating: 'rating',
  ratings: 'rating',
  heading: 'heading',
  wedding: 'wedding',
  morning: 'morning',
  evening: 'evening',
  during: 'during',
  string: 'string',
  spring: 'spring',
  thing: 'thing',
  king: 'king',
  us: 'us',
  this: 'this',
  its: 'its',
  less: 'less',
  across: 'across',
  gas: 'gas',
  bus: 'bus',
  always: 'always',
  various: 'various',
  series: 'series',
  species: 'species',
  need: 'need',
  speed: 'speed',
  seed: 'seed',
  feed: 'feed',
  red: 'red',
  bed: 'bed',
  hundred: 'hundred',
  named: 'named',
  called: 'called',
  analyses: 'analysis',
  diagnoses: 'diagnosis',
}

/** A word without its ending, so that its forms are one: `salaries` and `salary`, `borrowed` and `borrow`. */
export function stemOf(word: string): string {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined
  if (known !== undefined) return withoutE(known)
  const singular = singularOf(word)
  if (singular !== word && Object.hasOwn(irregular, singular)) return stemOf(singular)
  if (singular.length > 5 && singular.endsWith('ing')) return undoubled(singular.slice(0, -3))
  if (singular.length > 4 && singular.endsWith('ied')) return `${singular.slice(0, -3)}y`
  if (singular.length > 4 && singular.endsWith('ed')) return undoubled(singular.slice(0, -2))
  return withoutE(singular)
}

function withoutE(word: string): string {
  return word.length > 4 && word.endsWith('e') && word !== 'people' ? word.slice(0, -1) : word
}

function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function undoubled(word: string): string {
  const last = word.at(-1) ?? ''
  const doubled = word.length > 3 && last === word.at(-2) && !'lsz'.includes(last)
  const bare = doubled ? word.slice(0, -1) : word
  return withoutE(bare)
}

/** The words of a name as a database has it: `firstName`, `first_name` and `FIRST-NAME` alike. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/([a-z])(\d)/gi, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(fold)
}

/** The words of a text as questions have them. */
export function wordsOfText(text: string): readonly string[] {
  return text
    .replaceAll(/['’]s(?!\p{L})/gu, '')
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter((word) => word !== '')
    .map(fold)
}

/** The stems of a phrase, one space between them: how phrases are looked up. */
export function phraseKey(words: readonly string[]): string {
  return words.map(stemOf).join(' ')
}
