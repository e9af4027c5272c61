/**
 * The rules of the house that can be read off the sources, see "The rooms" in ARCHITECTURE.md.
 * Pure: files in, sentences about what is wrong out, so that the rules themselves are tested.
 */

/** A source file: its path below `src/`, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Everything wrong with these files, one sentence each, beginning with the file's path. */
export function violations(files: readonly SourceFile[]): readonly string[] {
  const product = files.filter((file) => !isTest(file.path))
  return [
    ...product.flatMap(wrongImports),
    ...crowdedFiles(product),
    ...importLoops(product),
    ...product.flatMap(strangersNamed),
    ...files.flatMap(tooLong),
    ...foldersWithoutCaption(files),
  ]
}

/** Rooms stand side by side: none imports another. What one needs of another is handed in by `open.ts`. */
const rooms = [
  'config',
  'nlu',
  'questions',
  'catalog',
  'dialogue',
  'identity',
  'fulfilment',
  'sources',
  'channels',
  'delivery',
  'state',
  'exposure',
  'simulator',
  'report',
]

const ground = ['util', 'model', 'errors.ts']

/** What each place may import besides itself. A top-level file not named here stands on the ground. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  util: [],
  model: [],
  'error-entry.ts': ['model'],
  'errors.ts': ['util', 'model', 'error-entry.ts'],
  // The way of a message through the stages, and its queries, apart from the life of a desk.
  'desk.ts': [...ground, 'asking.ts', 'course.ts'],
  'course.ts': [...ground, 'asking.ts'],
  // One room's guard before every query: what makes asking safe is read in one place.
  'guarded-ask.ts': [...ground, 'identity'],
  // The other half of opening a desk: how its thinking parts are put together.
  'mind.ts': [
    ...ground,
    ...rooms,
    'fixture.ts',
    'guarded-ask.ts',
    'live-tables.ts',
    'with-parts.ts',
    'with-questions.ts',
  ],
  // Tables that questions may be asked of: how they are looked into, and kept up to date.
  'know-tables.ts': [...ground, 'catalog', 'questions'],
  'look-into.ts': [...ground, 'questions'],
  'live-tables.ts': [...ground, 'questions', 'know-tables.ts'],
  // Checks what came out of a backup before it takes its place.
  'restore.ts': [...ground, 'state', 'backup.ts'],
  // Looks over all of a desk without opening it.
  'doctor.ts': [...ground, ...rooms, 'mind.ts'],
  // What a folder says, and what is wrong with it: without opening the desk.
  'folder.ts': [...ground, ...rooms, 'mind.ts'],
  // What `frontdesk connect` does, apart from asking its owner.
  'connect.ts': [...ground, ...rooms, 'folder.ts', 'look-into.ts', 'open.ts'],
  // The ways in are opened and renewed apart from the thinking: they know channels and nothing behind them.
  'doors.ts': [...ground, 'channels', 'deliver.ts', 'desk.ts', 'front.ts'],
  // What is answered later: the way of a message through delivery, as `front.ts` is that through a call.
  'deliver.ts': [...ground, 'delivery', 'front.ts'],
  'open.ts': [
    ...ground,
    ...rooms,
    'desk.ts',
    'front.ts',
    'doors.ts',
    'fixture.ts',
    'folder.ts',
    'guarded-ask.ts',
    'mind.ts',
  ],
  // Puts a desk on phones instead of platforms.
  'simulate.ts': [...ground, 'channels', 'folder.ts', 'open.ts', 'simulator'],
  // Plays the conversations of a folder against a desk opened for it.
  'rehearse.ts': [...ground, 'config', 'folder.ts', 'open.ts'],
  // What one does with a folder's phrases without opening the desk.
  'lesson.ts': [...ground, 'folder.ts', 'mind.ts', 'nlu'],
  server: [...ground, 'desk.ts', 'front.ts', 'open.ts'],
  cli: [
    ...ground,
    ...rooms,
    'desk.ts',
    'front.ts',
    'fixture.ts',
    'folder.ts',
    'lesson.ts',
    'open.ts',
    'connect.ts',
    'backup.ts',
    'doctor.ts',
    'restore.ts',
    'rehearse.ts',
    'review.ts',
    'server',
    'simulate.ts',
  ],
  // The two public doors show what others may use, and nothing imports them.
  'index.ts': [
    ...ground,
    ...rooms,
    'desk.ts',
    'front.ts',
    'open.ts',
    'connect.ts',
    'rehearse.ts',
    'server',
  ],
  'testing.ts': [...ground, ...rooms, 'desk.ts', 'front.ts', 'open.ts', 'server'],
}

function wrongImports({ path, text }: SourceFile): readonly string[] {
  const from = placeOf(path)
  const allowed = mayImport[from] ?? ground
  return importsOf(path, text)
    .filter((target) => placeOf(target) !== from && !allowed.includes(placeOf(target)))
    .map(
      (target) =>
        `${path} imports ${target}: ${from} may import ${allowed.join(', ') || 'nothing'}`,
    )
}

/** Whoever needs two rooms at once does what `open.ts` and its `mind.ts` are for. */
function crowdedFiles(files: readonly SourceFile[]): readonly string[] {
  const doors = [
    'open.ts',
    'folder.ts',
    'mind.ts',
    'know-tables.ts',
    'connect.ts',
    'doctor.ts',
    'simulate.ts',
    'index.ts',
    'testing.ts',
  ]
  return files.flatMap(({ path, text }) => {
    const places = importsOf(path, text).map(placeOf)
    const seen = new Set(places.filter((place) => rooms.includes(place)))
    if (seen.size < 2 || doors.includes(path)) return []
    return [
      `${path} imports ${[...seen].join(' and ')}: only open.ts and mind.ts see more than one room`,
    ]
  })
}

function importLoops(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(files.map(({ path, text }) => [path, importsOf(path, text)]))
  const finished = new Set<string>()
  const loops: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      loops.push(
        `${path} imports itself: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`,
      )
      return
    }
    if (finished.has(path)) return
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
    finished.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return loops
}

/** Who may speak of platforms and databases, beside their own files: what declares them and what opens them. */
const introductions: Readonly<Record<string, string>> = {
  'backup.ts': 'databases in a desk folder',
  'connect.ts': 'the addresses one may connect',
  'config/connect-files.ts': 'the settings of what is connected',
  'cli/connect.ts': 'the addresses one may connect',
  'model/desk-definition.ts': 'the kinds a desk may declare',
  'model/source.ts': 'the dialects a writer may speak',
  'config/schemas/desk-schema.ts': 'the kinds an owner may write',
  'config/definitions/to-source.ts': 'the settings of each kind',
  'config/definitions/to-channel.ts': 'the settings of each kind',
  'config/definitions/to-exposure.ts': 'the settings of each way',
  'config/definitions/to-telegram.ts': 'the settings of one kind',
  'config/definitions/to-whatsapp.ts': 'the settings of one kind',
  'config/schemas/intent-schema.ts': 'what an editor tells the owner',
  'sources/index.ts': 'the list of databases',
  'sources/sql/dialect.ts': 'the dialects of SQL',
  'sources/contract/tables.ts': 'the same tables, as each database writes them',
  'util/load-sqlite.ts': 'one library for the sources and for what the desk remembers',
  'exposure/open-exposure.ts': 'opens each way',
  'exposure/available.ts': 'which ways there are',
  'exposure/optional-packages.d.ts': 'libraries that are loaded on demand',
  'cli/expose.ts': 'the port one way wants',
  'errors.ts': 'what to install',
  'channels/index.ts': 'the list of channels',
  'channels/examine.ts': 'looks over each kind of channel',
  'channels/mount.ts': 'opens each kind of channel',
  'channels/phones.ts': 'the list of phones',
  'cli/import.ts': 'the formats an agent may be in',
  'cli/export.ts': 'the formats an agent may be in',
  'cli/report.ts': 'the platform whose tariff is shipped',
  'open.ts': 'opens each kind',
  'fixture.ts': 'makes data on any database',
}

const strangers = [
  { room: 'channels', names: ['dialogflow', 'telegram', 'whatsapp', 'twilio', 'watson'] },
  { room: 'exposure', names: ['cloudflared', 'ngrok'] },
  { room: 'sources', names: ['mysql', 'mariadb', 'postgres', 'sqlite', 'mssql'] },
]

/** Names a platform or a database where nobody should know it. What Frontdesk itself keeps is in a database too. */
function strangersNamed({ path, text }: SourceFile): readonly string[] {
  if (path in introductions) return []
  const code = withoutComments(text).toLowerCase()
  const known = strangers.flatMap(({ room, names }) =>
    names.filter((name) => !isHome(path, room, name) && code.includes(name)),
  )
  return known.map((name) => `${path} names ${name}, which only its own files may know`)
}

/** Where a name is at home besides the files called after it. */
const homes: Readonly<Record<string, readonly string[]>> = {
  mariadb: ['sources/mysql'],
  sqlite: ['state/'],
  postgres: ['state/postgres'],
  // Dialogflow's own format names the platforms its messages are for.
  telegram: ['channels/dialogflow-es/'],
}

function isHome(path: string, room: string, name: string): boolean {
  return [`${room}/${name}`, ...(homes[name] ?? [])].some((home) => path.startsWith(home))
}

function tooLong({ path, text }: SourceFile): readonly string[] {
  const lines = text.split('\n').length
  return lines > 400 ? [`${path} has ${lines} lines: a file holds one idea in at most 400`] : []
}

function foldersWithoutCaption(files: readonly SourceFile[]): readonly string[] {
  const folders = new Set(files.map(({ path }) => path.split('/').slice(0, -1).join('/')))
  folders.delete('')
  const captions = files.filter(({ path, text }) => isCaptioned(path, text))
  return [...folders]
    .filter((folder) => !captions.some(({ path }) => path.replace(/\/[^/]+$/, '') === folder))
    .map(
      (folder) =>
        `${folder} says nowhere what lives in it: begin one of its files with a comment that does, marked @module`,
    )
}

/** A caption stands where one enters the folder, whatever that file is called: `index.ts`, `main.ts`, `source.ts`. */
function isCaptioned(path: string, text: string): boolean {
  return path.endsWith('/README.md') || /^\/\*\*(?:(?!\*\/)[^])*@module/.test(text)
}

/** The relative imports of a file, dynamic ones, types and re-exports included, as paths below `src/`. */
function importsOf(path: string, text: string): readonly string[] {
  const statement =
    /\b(?:import|export)\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|(?:\w+\s*,\s*)?\{[^}]*\}|\w+)\s+from\s+'(\.[^']+)'/g
  const bare = /\bimport\s*\(?\s*'(\.[^']+)'/g
  const code = withoutComments(text)
  return [...code.matchAll(statement), ...code.matchAll(bare)].map(([, to = '']) =>
    resolve(path, to),
  )
}

function resolve(path: string, to: string): string {
  return new URL(to, `file:///${path}`).pathname.slice(1)
}

/** The folder a file is in, or the file itself when it stands at the top. */
function placeOf(path: string): string {
  return path.split('/')[0] ?? path
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts')
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|(^|\s)\/\/.*$/gm, '$1')
}
