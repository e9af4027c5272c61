import { expect, test } from 'vitest'
import { problemsOf, smallest } from '../../test/temporary-desk.ts'

const library = 'sources: { library: { url: "mysql://localhost/library" } }\n'

/** The problems of a desk.yaml that also says this; its own four lines come first. */
async function ofDesk(yaml: string, env: Readonly<Record<string, string>> = {}) {
  return problemsOf({ 'desk.yaml': smallest + yaml }, env)
}

/** The problems of an intent that says this below its name. */
async function ofIntent(yaml: string, files: Readonly<Record<string, string>> = {}) {
  return problemsOf({
    'desk.yaml': smallest + library,
    'intents/a.yaml': `intent: a\n${yaml}`,
    ...files,
  })
}

async function ofAnswer(yaml: string, files: Readonly<Record<string, string>> = {}) {
  return ofIntent(`answer: { ${yaml} }`, files)
}

test('a desk says who and where it is', async () => {
  expect(await problemsOf({ 'desk.yaml': 'name: Test\n' })).toEqual([
    'desk.yaml:1 `timezone` is missing. An IANA time zone, such as Asia/Kolkata.',
    'desk.yaml:1 `currency` is missing. An ISO 4217 code, such as INR.',
    'desk.yaml:1 `country` is missing. An ISO 3166 code of two letters, such as IN: for telephone numbers.',
  ])
})

test('a desk.yaml with nothing in it is a mistake', async () => {
  expect(await problemsOf({ 'desk.yaml': '# later\n' })).toEqual([
    'desk.yaml:1 The file is empty. Begin with `name`, `timezone`, `currency` and `country`.',
  ])
})

test('YAML that cannot be read is told where it breaks, and the other files are still checked', async () => {
  const [first, ...rest] = await problemsOf({
    'desk.yaml': `${smallest}sources: { a: \n`,
    'intents/a.yaml': 'intent: a\nanswr: Yes.',
  })
  expect(first).toMatch(/^desk\.yaml:\d /)
  expect(rest.join('\n')).not.toContain('`answr`')
  expect(
    await problemsOf({
      'intents/a.yaml': 'intent: a\n\tanswer: x',
      'intents/b.yaml': 'intent: b\nanswr: Yes.',
    }),
  ).toEqual([
    expect.stringMatching(/^intents\/a\.yaml:\d/),
    'intents/b.yaml:1 `answer` is missing. A text, variants of it, or a reply with the queries it is made from.',
    'intents/b.yaml:2 `answr` does not exist here. Did you mean `answer`?',
  ])
})

test('a key that stands twice is a mistake', async () => {
  expect(await ofDesk('name: Again\n')).toEqual(['desk.yaml:5 Map keys must be unique.'])
})

test('languages, time zone, currency and country exist', async () => {
  const desk = 'name: T\nlanguages: [en, xx, en]\ntimezone: Mars/Base\ncurrency: RUP\ncountry: in\n'
  expect(await problemsOf({ 'desk.yaml': desk })).toEqual([
    'desk.yaml:2 `xx` is not a language. Write its BCP 47 tag, such as en or hi.',
    'desk.yaml:2 `en` is there already.',
    'desk.yaml:3 `Mars/Base` is not a time zone. Write its IANA name, such as Asia/Kolkata.',
    'desk.yaml:4 `RUP` is not a currency. Write its ISO 4217 code, such as INR.',
    'desk.yaml:5 `in` is not a country. Did you mean `IN`?',
  ])
})

test('a text that needs quotes is told so', async () => {
  const hint = (reason: string) =>
    `Put the whole text in quotes, because ${reason} means something else in YAML.`
  expect(await ofIntent('phrases:\n  - [Korth](title) there\n')).toEqual([
    `intents/a.yaml:3 Unexpected scalar at node end. ${hint('`[` at its beginning')}`,
  ])
  expect(await ofIntent('title: Fees: how much\n')).toEqual([
    `intents/a.yaml:2 Nested mappings are not allowed in compact mappings. ${hint('a colon within it')}`,
  ])
})

test('a colour is six hexadecimal digits', async () => {
  expect(await ofDesk('brand: { color: blue }\n')).toEqual([
    'desk.yaml:5 `color` cannot be `blue`. The colour of buttons and bubbles: # and six hexadecimal digits.',
  ])
})

test('the files a desk names are there, and the media folder gives nothing else away', async () => {
  expect(await ofDesk('brand: { logo: logo.png, media: media }\nfixture: data/make.mjs\n')).toEqual(
    [
      'desk.yaml:5 There is no file `logo.png`. Paths are relative to the desk folder.',
      'desk.yaml:5 There is no folder `media`. Make it, or correct the name.',
      'desk.yaml:6 There is no file `data/make.mjs`. Paths are relative to the desk folder.',
    ],
  )
  expect(await ofDesk('brand: { logo: desk.yaml, media: . }\n')).toEqual([
    'desk.yaml:5 `desk.yaml` is not in the media folder, so no browser can read it. Move it there, or name the folder under `media`.',
    'desk.yaml:5 The media folder must lie within the desk folder. All of it is public: give it a folder of its own, such as `media`.',
  ])
})

test('a source says what it is and where, and its SQLite file is there', async () => {
  const yaml = `sources:
  a: { kind: sqlite, file: a.db }
  b: { url: "oracle://localhost/b" }
  c: {}
  mysql: {}
  e: { kind: postgres, url: "mysql://localhost/e" }
  f: { url: "mysql://[" }
`
  expect(await ofDesk(yaml)).toEqual([
    'desk.yaml:6 There is no such file. Make the database, or a `fixture` that makes it.',
    'desk.yaml:7 There is no kind of database `oracle`. One of: sqlite, mysql, mariadb, postgres, postgresql.',
    'desk.yaml:8 `c` does not say what kind of database it is. Add `kind`, or a `url` that begins with one of: sqlite, mysql, mariadb, postgres, postgresql.',
    'desk.yaml:9 `url` is missing. Write its address, as `${NAME}`.',
    'desk.yaml:10 `kind` is postgres, but the address is mysql’s.',
    'desk.yaml:11 The address cannot be read. Write it as mysql://user:password@host:port/database; encode special characters.',
  ])
})

test('an unset variable is told where it is used, with the name that was meant', async () => {
  const yaml = 'sources: { library: { url: "${LIBARY_URL}" } }\ngreeting: "${SURELY_NOT_SET}"\n'
  expect(await ofDesk(yaml, { LIBRARY_URL: 'mysql://localhost/l' })).toEqual([
    'desk.yaml:5 `${LIBARY_URL}` is not set. Did you mean `LIBRARY_URL`?',
    'desk.yaml:6 `${SURELY_NOT_SET}` is not set. Set it in the environment or in .env, or give a default: ${SURELY_NOT_SET:-…}.',
  ])
  expect(await ofDesk('greeting: "${SURELY_EMPTY}"\n', { SURELY_EMPTY: '' })).toEqual([
    'desk.yaml:5 `${SURELY_EMPTY}` is set to nothing. Give it a value in the environment or in .env.',
  ])
})

test('a secret in the file is a mistake, and is never shown', async () => {
  const yaml = `sources:
  a: { url: "mysql://root:hunter2@localhost/a" }
  b: { url: "\${B:-mysql://root:hunter2@localhost/b}" }
channels:
  dialogflow-es: { auth: { username: agent, password: hunter2, headers: { x-key: hunter2 } } }
`
  const problems = await ofDesk(yaml)
  const hint = 'Write `${NAME}` here and the value into .env, which git ignores.'
  expect(problems).toEqual([
    `desk.yaml:6 The address has a password in it. ${hint}`,
    `desk.yaml:7 The address has a password in it. ${hint}`,
    `desk.yaml:9 The password stands in the file. ${hint}`,
    `desk.yaml:9 The value of \`x-key\` stands in the file. ${hint}`,
  ])
})

test('a channel is of a known kind, and its credentials are whole', async () => {
  expect(
    await ofDesk(
      'channels: { wep: {}, dialogflow-es: { auth: { username: agent } }, two: { kind: dialogflow-es, auth: {} }, web: { auth: {} } }',
    ),
  ).toEqual([
    'desk.yaml:5 There is no kind of channel `wep`. Did you mean `web`?',
    'desk.yaml:5 `username` and `password` go together. Add `password`.',
    'desk.yaml:5 `auth` asks for nothing. Add `username` and `password`, or `headers`.',
    'desk.yaml:5 A channel of kind web has no `auth`.',
  ])
})

test('a proof of identity begins with the key and asks nothing twice', async () => {
  const yaml = `identities:
  student:
    table: library.readers
    key: id
    proofs:
      - { column: name, entity: txt, ask: Who? }
      - { column: name, entity: text, ask: Who? }
`
  expect(await ofDesk(library + yaml)).toEqual([
    'desk.yaml:11 The first proof must be the key. Ask for `id` first.',
    'desk.yaml:11 There is no entity `txt`. Did you mean `text`?',
    'desk.yaml:12 `name` is asked for already.',
  ])
})

test('a wording is in the languages of the desk', async () => {
  expect(await ofDesk('languages: [en, hi]\ngreeting: { en: Hello, mr: नमस्कार }\n')).toEqual([
    'desk.yaml:6 There is no language `mr`. One of: en, hi.',
  ])
  expect(await ofIntent('phrases: { hi: [x] }\nanswer: Yes.')).toEqual([
    'intents/a.yaml:2 There is no language `hi`. One of: en.',
  ])
})

test('a sentence of the desk’s own is one it says', async () => {
  expect(await ofDesk('sentences: { not-understod: What? }')).toEqual([
    'desk.yaml:5 `not-understod` does not exist here. Did you mean `not-understood`?',
  ])
})

test('slots have entities, questions and names that templates do not have', async () => {
  const yaml = `slots:
  person: { entity: text }
  year: { entity: number, required: true, minimum: 4, maximum: 1 }
  name: { entity: text, default: $visitor }
remembers: [nam]
phrases: ["[x](yeer) please"]
answer: Yes.`
  expect(await ofIntent(yaml)).toEqual([
    'intents/a.yaml:3 A slot cannot be called `person`: templates have that name. Call it something else.',
    'intents/a.yaml:4 `year` is required, but has no `ask`. Write the question under `ask`.',
    'intents/a.yaml:4 `minimum` is more than `maximum`.',
    'intents/a.yaml:5 There is no remembered value `$visitor`. Only $today, $now and slots that an intent `remembers` can be a default.',
    'intents/a.yaml:6 There is no slot `nam`. Did you mean `name`?',
    'intents/a.yaml:7 There is no slot `yeer`. Did you mean `year`?',
  ])
})

test('a query reads a table or sends SQL, and each has its own members', async () => {
  expect(await ofAnswer('from: library.books, sql: "select 1", reply: Yes.')).toEqual([
    'intents/a.yaml:2 A query has either `from` or `sql`.',
  ])
  expect(await ofAnswer('limit: 3, reply: Yes.')).toEqual([
    'intents/a.yaml:2 The query does not say where it reads. Add `from: source.table`.',
  ])
  expect(await ofAnswer('from: books, reply: Yes.')).toEqual([
    'intents/a.yaml:2 `books` does not say which source it is in. Write `source.table`.',
  ])
  expect(await ofAnswer('sql: "select :x", order: x, parameters: { y: 1 }, reply: Yes.')).toEqual([
    'intents/a.yaml:2 `source` is missing. Say which source the SQL is sent to.',
    'intents/a.yaml:2 `order` goes with `from` only.',
  ])
  expect(
    await ofAnswer('source: library, sql: "select :x", parameters: { y: 1 }, reply: Yes.'),
  ).toEqual([
    'intents/a.yaml:2 There is no slot or parameter `x`. Give it a value under `parameters`, or declare a slot `x`.',
    'intents/a.yaml:2 There is no parameter in the SQL `y`. Did you mean `x`?',
  ])
})

test('columns, orders and joins are written as they can be read', async () => {
  expect(
    await ofAnswer(
      'from: library.books, join: [author], columns: ["cout(*) as n", count(*), "*", "a b c", x.y], order: a b c, reply: Yes.',
    ),
  ).toEqual([
    'intents/a.yaml:2 There is no join `author`. Declare it under `joins` of the table’s file.',
    'intents/a.yaml:2 There is no aggregate `cout`. Did you mean `count`?',
    'intents/a.yaml:2 `*` is only for `count(*)`. Leave `columns` out to read all of the table.',
    'intents/a.yaml:2 What is computed of `*` has no name. Add one: `count(*) as n`.',
    'intents/a.yaml:2 `*` is only for `count(*)`. Leave `columns` out to read all of the table.',
    'intents/a.yaml:2 `a b c` is not a column. Write a name, `name as other`, or `count(*) as n`.',
    'intents/a.yaml:2 There is no joined table `x`. Name its alias under `join`.',
    'intents/a.yaml:2 `a b c` is not an order. Write `column` or `column desc`; several as a list.',
  ])
})

test('a query takes values of earlier ones only, and of columns they have', async () => {
  const yaml = `answer:
  queries:
    first: { from: library.a, columns: [code], where: { x: $second.id } }
    second: { from: library.b, where: { x: $first.cod, y: $first } }
  nest: { second: { under: frist, on: { x: code } }, first: { under: second, on: { cod: id } } }
  reply: Yes.`
  expect(await ofIntent(yaml)).toEqual([
    'intents/a.yaml:4 There is no earlier query `second`. A query may take values from those above it.',
    'intents/a.yaml:5 There is no column of `first` `cod`. Did you mean `code`?',
    'intents/a.yaml:5 `$first` is a query, not a value. Say which column of it: `$first.column`.',
    'intents/a.yaml:6 There is no query `frist`. Did you mean `first`?',
    'intents/a.yaml:6 There is no column of `first` `cod`. Did you mean `code`?',
  ])
})

test('a query has a name that neither templates nor slots have', async () => {
  const yaml = `slots: { books: { entity: text } }
answer:
  queries: { books: { from: library.books }, person: { from: library.people } }
  limit: 3
  reply: Yes.`
  expect(await ofIntent(yaml)).toEqual([
    'intents/a.yaml:4 `books` is a slot already: a template could not tell which.',
    'intents/a.yaml:4 A query cannot be called `person`: templates have that name. Call it something else.',
    'intents/a.yaml:5 `limit` belongs to a query under `queries`.',
  ])
})

test('blocks are one thing each, repeat over rows there are, and show files there are', async () => {
  const yaml = `answer:
  reply:
    - { text: Hello, image: { url: /media/x.png, alt: x } }
    - { when: "a ==" , text: "{{ a | }" }
    - cards: { each: rows, title: x }
    - image: { url: /media/map.png, alt: Map }
    - { cards: { each: rows, titel: x } }`
  const files = { 'desk.yaml': `${smallest}brand: { media: media }`, 'media/x.png': '' }
  expect(await ofIntent(yaml.replace(/\n.*titel.*$/, ''), files)).toEqual([
    'intents/a.yaml:4 A block is one thing, but this is text and image. Make each an item of the list: text, cards, table, image, location, document, choices.',
    expect.stringMatching(/^intents\/a\.yaml:5 The template cannot be read: .*not closed/),
    'intents/a.yaml:6 There is no query `rows`. This answer asks nothing, so it has no rows.',
    'intents/a.yaml:7 There is no file for /media/map.png. Put it in the media folder of desk.yaml.',
  ])
  expect(await ofIntent(yaml, files)).toEqual([
    'intents/a.yaml:8 `title` is missing. A sentence: one text, a list of variants, or one of these per language.',
    'intents/a.yaml:8 `titel` does not exist here. Did you mean `title`?',
  ])
})

test('private rows and hidden columns are told to nobody by mistake', async () => {
  const identities =
    'identities: { reader: { table: library.readers, key: id, proofs: [{ column: id, entity: text, ask: Who? }] }, clerk: { table: library.clerks, key: id, proofs: [{ column: id, entity: text, ask: Who? }] } }\n'
  const files = {
    'desk.yaml': smallest + library + identities,
    'tables/all.yaml': `table: library.loans
private: { to: reader, by: reader_id }
hidden: [remark]
joins: { shift: { to: shifts, on: { shift_id: id } } }
---
table: library.shifts
private: { to: clerk, by: clerk_id }
`,
  }
  expect(await ofAnswer('from: library.loans, columns: [remark], reply: Yes.', files)).toEqual([
    'intents/a.yaml:2 `remark` is hidden: it is never told to anyone. Leave it out, or take it out of `hidden` in the table’s file.',
  ])
  expect(await ofAnswer('from: library.loans, join: [shift], reply: Yes.', files)).toEqual([
    'intents/a.yaml:2 The answer is private to reader and to clerk at once. Split it into an intent for each.',
  ])
  expect(await ofAnswer('source: library, sql: "select 1", reply: Yes.', files)).toEqual([
    'intents/a.yaml:2 SQL is refused on `library`: `loans` holds private rows. Write it with `from` and `where`, so that the guard stands under it.',
  ])
  expect(
    await ofAnswer('from: library.books, where: { any: [{ by: $person }] }, reply: Yes.', files),
  ).toEqual([
    'intents/a.yaml:2 `$person` is known only where a query reads a private table. Mark the table `private` in its file under tables/.',
  ])
  expect(
    await problemsOf({
      ...files,
      'entities/a.yaml':
        'entity: a\nfrom: library.loans.id\n---\nentity: b\nfrom: library.loans.remark',
    }),
  ).toEqual([
    'entities/a.yaml:2 An entity’s values are known to everyone, but `loans` is private. Use a pattern, or a column of a public table.',
    'entities/a.yaml:5 An entity’s values are known to everyone, but the column `remark` is hidden. Use a pattern, or a column of a public table.',
  ])
})

test('an entity is a list, a pattern or a column, and has what goes with it', async () => {
  const entities = `entity: a
values: [x]
pattern: y
---
entity: b
---
entity: c
values: [x]
upper: true
---
entity: d
pattern: "x*"
typos: true
---
entity: e
from: library.books
---
entity: number
values: [x]
---
entity: c
values: [y]
`
  expect(
    await problemsOf({ 'desk.yaml': smallest + library, 'entities/a.yaml': entities }),
  ).toEqual([
    'entities/a.yaml:1 An entity has one of values, pattern and from; here are values and pattern.',
    'entities/a.yaml:5 An entity has one of values, pattern and from; none is there.',
    'entities/a.yaml:9 `upper` goes with pattern, not with values.',
    'entities/a.yaml:12 `x*` also fits nothing at all. Let it need at least one character.',
    'entities/a.yaml:13 `typos` goes with values or from, not with pattern.',
    'entities/a.yaml:16 `library.books` does not name a column. Write `source.table.column`.',
    'entities/a.yaml:18 The entity `number` is there already. See what every desk has.',
    'entities/a.yaml:21 The entity `c` is there already. See entities/a.yaml:7.',
  ])
})

test('a pattern that could take for ever is told', async () => {
  expect(
    await problemsOf({ 'desk.yaml': smallest, 'entities/a.yaml': 'entity: a\npattern: "(x+)+y"' }),
  ).toEqual([
    'entities/a.yaml:2 `(x+)+y` could take for ever on some texts. Let nothing that repeats stand in or beside something else that repeats and may fit the same letters.',
  ])
})

test('a join and a nest have one pair of columns', async () => {
  const table = 'table: library.a\njoins: { b: { to: b, on: { x: y, z: w } } }'
  expect(await problemsOf({ 'desk.yaml': smallest + library, 'tables/a.yaml': table })).toEqual([
    'tables/a.yaml:2 A join has exactly one pair of columns. For a key of several columns, join a view that has one.',
  ])
})

test('a folder nobody reads is told when another was meant', async () => {
  expect(await problemsOf({ 'intent/a.yaml': 'intent: a', 'media/a.png': '' })).toEqual([
    'intent/:1 Nothing reads the folder `intent`. Did you mean `intents`?',
  ])
})
