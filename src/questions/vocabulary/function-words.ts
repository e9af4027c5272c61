import type { Aggregate, Ordering } from '../../model/index.ts'

/** Words that carry a question and say nothing of what it is about. */
export const plainWords: ReadonlySet<string> = new Set(
  `the a an of in on to for at be is are was were am do does did have has had having and or that which what who this these those
  whom whose where when how why me my we i you your our us it its they them their he she his her give show list tell name
  find get return display retrieve select want know see look please can could would will shall should may might
  any all with from as by there than then also only just some ones one thing things there here about many much
  information info detail detailed details record records data entry entries value values belong belonging give gives
  into out up off onto within across inside through between among per each every both either ever still now currently
  so if but not no yes hello hi thanks thank kindly let need provide present print identify determine enumerate
  corresponding respective respectively associated related given particular certain specific exist exists existing
  called named been being go goes went come comes came put use uses used made make makes recorded registered listed stored
  sort arrange other others another database table column row total-of whats regarding concerning along together different distinct unique various
  like try compute calculate wat wht whats whos pls plz thx
  live lives living located situated lie lies found contain contains containing consist include includes including
  work works working play plays played playing get gets happen happened held take takes took place places run runs
  sir madam maam ji mr mrs ms dr prof`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Words that tell what to do with what is found: plain where they lead, but what something is after "is". */
export const commandWords: ReadonlySet<string> = new Set(
  'show list give tell find get return display retrieve select print present provide record open'.split(
    ' ',
  ),
)

/** Words that praise rather than choose: without a definition of its owner they leave nobody out. */
export const vagueWords: ReadonlySet<string> = new Set(
  'major main important notable famous principal key prominent significant great nice actual real usual common'.split(
    ' ',
  ),
)

/** What compares with a number that follows; the longest fits first. */
export const comparisons: ReadonlyMap<string, Ordering> = new Map(
  Object.entries({
    'greater than or equal to': '>=',
    'more than or equal to': '>=',
    'larger than or equal to': '>=',
    'less than or equal to': '<=',
    'smaller than or equal to': '<=',
    'at least': '>=',
    'no less than': '>=',
    'not less than': '>=',
    'no fewer than': '>=',
    'a minimum of': '>=',
    'minimum of': '>=',
    'not below': '>=',
    'not under': '>=',
    'at most': '<=',
    'no more than': '<=',
    'not more than': '<=',
    'not exceeding': '<=',
    'up to': '<=',
    'a maximum of': '<=',
    'maximum of': '<=',
    'not over': '<=',
    'not above': '<=',
    'no longer than': '<=',
    'greater than': '>',
    'more than': '>',
    'larger than': '>',
    'bigger than': '>',
    'higher than': '>',
    'in excess of': '>',
    'upwards of': '>=',
    above: '>',
    over: '>',
    exceeding: '>',
    exceeds: '>',
    exceed: '>',
    exceeded: '>',
    beyond: '>',
    surpasses: '>',
    surpass: '>',
    'less than': '<',
    'fewer than': '<',
    'lower than': '<',
    'smaller than': '<',
    below: '<',
    under: '<',
    beneath: '<',
    'not equal to': '!=',
    'different from': '!=',
    'different than': '!=',
    'equal to': '=',
    equals: '=',
    equaled: '=',
    equalled: '=',
    'equaled to': '=',
    equal: '=',
    exactly: '=',
    '=': '=',
    '>': '>',
    '<': '<',
    '>=': '>=',
    '<=': '<=',
    '!=': '!=',
    '<>': '!=',
    after: '>',
    since: '>=',
    before: '<',
    until: '<=',
    till: '<=',
    'later than': '>',
    'earlier than': '<',
    'prior to': '<',
    onwards: '>=',
  }) as readonly (readonly [string, Ordering])[],
)

/** What compares with a number that went before: "3 or more". */
export const trailing: ReadonlyMap<string, Ordering> = new Map(
  Object.entries({
    'or more': '>=',
    'or greater': '>=',
    'or higher': '>=',
    'or older': '>=',
    'or over': '>=',
    'or above': '>=',
    'or later': '>=',
    'or after': '>=',
    'or longer': '>=',
    'and above': '>=',
    'and over': '>=',
    'and older': '>=',
    'and later': '>=',
    'and up': '>=',
    plus: '>=',
    onwards: '>=',
    'or less': '<=',
    'or fewer': '<=',
    'or lower': '<=',
    'or younger': '<=',
    'or under': '<=',
    'or below': '<=',
    'or before': '<=',
    'or earlier': '<=',
    'or cheaper': '<=',
    'and below': '<=',
    'and under': '<=',
  }) as readonly (readonly [string, Ordering])[],
)

/** What computes one value of many. */
export const aggregates: ReadonlyMap<string, Aggregate> = new Map(
  Object.entries({
    average: 'average',
    mean: 'average',
    avg: 'average',
    typical: 'average',
    typically: 'average',
    'on average': 'average',
    averaged: 'average',
    'total number of': 'count',
    'total count of': 'count',
    total: 'sum',
    sum: 'sum',
    'sum total': 'sum',
    'in total': 'sum',
    combined: 'sum',
    altogether: 'sum',
    summed: 'sum',
    overall: 'sum',
    cumulative: 'sum',
    maximum: 'maximum',
    max: 'maximum',
    maximal: 'maximum',
    minimum: 'minimum',
    min: 'minimum',
    minimal: 'minimum',
  }) as readonly (readonly [string, Aggregate])[],
)

/** Which columns a unit after a number means. */
export const units: Readonly<Record<string, readonly string[]>> = {
  year: ['service', 'experience', 'tenure', 'duration', 'years', 'age'],
  day: ['stay', 'duration', 'length', 'days'],
  night: ['stay', 'duration', 'nights'],
  week: ['duration', 'weeks'],
  month: ['duration', 'months'],
  hour: ['duration', 'hours', 'time'],
  minute: ['duration', 'length', 'minutes', 'runtime', 'time'],
  min: ['duration', 'length', 'minutes', 'runtime', 'time'],
  mile: ['length', 'distance', 'miles', 'area'],
  kilometer: ['length', 'distance', 'km', 'area'],
  km: ['length', 'distance', 'area'],
  meter: ['height', 'elevation', 'altitude', 'length', 'depth'],
  metre: ['height', 'elevation', 'altitude', 'length', 'depth'],
  m: ['height', 'elevation', 'altitude', 'length', 'depth'],
  foot: ['height', 'elevation', 'altitude', 'length'],
  cm: ['height', 'length', 'width'],
  kg: ['weight', 'mass'],
  pound: ['weight', 'price', 'mass'],
  dollar: ['price', 'cost', 'salary', 'amount', 'fee', 'budget', 'revenue', 'fare', 'rent'],
  euro: ['price', 'cost', 'salary', 'amount', 'fee', 'budget', 'fare'],
  rupee: ['price', 'cost', 'fee', 'salary', 'amount', 'fare', 'rent', 'budget'],
  rs: ['price', 'cost', 'fee', 'salary', 'amount', 'fare', 'rent', 'budget'],
  usd: ['price', 'cost', 'salary', 'amount', 'fee', 'budget'],
  inr: ['price', 'cost', 'fee', 'salary', 'amount'],
  people: ['population', 'capacity', 'attendance', 'people'],
  inhabitant: ['population'],
  resident: ['population'],
  page: ['pages', 'length'],
  seat: ['capacity', 'seats'],
  percent: ['percentage', 'percent', 'rate', 'share'],
  point: ['points', 'score'],
  star: ['rating', 'stars'],
  credit: ['credits'],
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'

/** Numbers written as words. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...small.split(' ').map((word, i) => [word, i] as const),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
])

/** Words that multiply the number before them. */
export const multipliers: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  lakh: 100_000,
  lac: 100_000,
  million: 1_000_000,
  m: 1_000_000,
  mn: 1_000_000,
  crore: 10_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
}

/** The months, by name. */
export const months: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i) => [
      [name, i + 1] as const,
      ...(name === 'may' ? [] : [[name.slice(0, 3), i + 1] as const]),
    ]),
)

/** What one asks people by. */
export const personWords: ReadonlySet<string> = new Set(
  'person people anyone anybody everyone everybody someone somebody individuals individual folks'.split(
    ' ',
  ),
)
