/**
 * Turns the sources into what runs: `src/` into `dist/` for Node, `page/` into `dist/page/` for browsers.
 *
 * `node build.mjs` builds; `build()` and `isFresh()` are for the program, which builds itself in a clone,
 * and for the tests. esbuild is loaded only when there is something to build.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = import.meta.dirname
const dist = join(root, 'dist')
const stamp = join(dist, 'built-from')

/** @typedef {{ files: number, milliseconds: number }} BuildReport */

/**
 * Builds everything anew and removes what an earlier build left behind. When one part cannot be
 * built the others are still brought up to date before this rejects.
 *
 * @returns {Promise<BuildReport>}
 */
export async function build() {
  const started = performance.now()
  const sources = fingerprint()
  const esbuild = await import('esbuild')
  const parts = [program(), workers(), browserPage('page'), browserPage('phones'), widget()].map(
    (part) => esbuild.build(part),
  )
  const outcomes = await Promise.allSettled(parts)
  await esbuild.stop()
  const files = outcomes.flatMap((outcome) =>
    outcome.status === 'fulfilled' ? (outcome.value.outputFiles ?? []) : [],
  )
  for (const file of files) replaceFile(file.path, file.contents)
  await Promise.all(parts)
  removeAllBut(new Set(files.map((file) => file.path)))
  replaceFile(stamp, sources)
  return { files: files.length, milliseconds: Math.round(performance.now() - started) }
}

/** Whether `dist/` was built from the sources as they are now. Costs a few milliseconds. */
export function isFresh() {
  try {
    return fs.readFileSync(stamp, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

/** @returns {import('esbuild').BuildOptions} */
function program() {
  return {
    ...node,
    entryPoints: [
      'src/index.ts',
      'src/testing.ts',
      'src/cli/main.ts',
      'src/nlu/encoder/make-weights.ts',
    ],
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
  }
}

/** @returns {import('esbuild').BuildOptions} */
function workers() {
  const files = filesBelow(join(root, 'src'))
  return { ...node, entryPoints: files.filter((file) => file.endsWith('-worker.ts')) }
}

/**
 * @param {'page' | 'phones'} name the page visitors see, or that of the simulator
 * @returns {import('esbuild').BuildOptions}
 */
function browserPage(name) {
  return {
    ...common,
    entryPoints: [`${name}/main.tsx`, `${name}/index.html`],
    loader: { '.html': 'copy' },
    outdir: join(dist, name),
    platform: 'browser',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  }
}

/**
 * The script other websites load, in one piece. Its style goes into a shadow root: it is text, made small.
 *
 * @returns {import('esbuild').BuildOptions}
 */
function widget() {
  return {
    ...common,
    entryPoints: { widget: 'page/widget/main.ts' },
    outdir: join(dist, 'page'),
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    sourcemap: false,
    plugins: [{ name: 'style as text', setup: readStyleAsText }],
  }
}

/** @param {import('esbuild').PluginBuild} building */
function readStyleAsText(building) {
  const { esbuild } = building
  building.onLoad({ filter: /\.css$/ }, async ({ path }) => {
    const { code } = await esbuild.transform(fs.readFileSync(path), { loader: 'css', minify: true })
    return { contents: code, loader: 'text' }
  })
}

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  sourcemap: true,
  write: false,
  logLevel: 'error',
  absWorkingDir: root,
}

/** Loaded when a desk first needs them: drivers, some with a part that is no JavaScript, and what is large. */
const installedApart = [
  'mysql2',
  'pg',
  '@photostructure/sqlite',
  'awesome-phonenumber',
  'grammy',
  'ssh2',
  '@ngrok/ngrok',
]

/** Libraries written in CommonJS ask for Node's own modules by `require`, which a module has not. */
const requireForCommonJs =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/**
 * Writes every character that is not ASCII as its escape, before esbuild sees it: esbuild does so in strings and leaves
 * patterns as they are, where an escape means the same. One such character makes Node keep the text of the whole
 * program in two bytes for each of its characters.
 *
 * @param {import('esbuild').PluginBuild} building
 */
function escapeToAscii(building) {
  building.onLoad({ filter: /\.[mc]?[jt]s$/ }, ({ path }) => {
    const text = fs.readFileSync(path, 'utf8')
    // After a backslash an escape would be another one.
    if (!/[^\0-\u007F]/.test(text) || /\\[^\0-\u007F]/.test(text)) return undefined
    const contents = text.replaceAll(/[^\0-\u007F]/g, escapeOf)
    return { contents, loader: path.endsWith('ts') ? 'ts' : 'js' }
  })
}

/** @param {string} unit of UTF-16: what patterns take in every mode */
function escapeOf(unit) {
  // oxlint-disable-next-line unicorn/prefer-code-point -- half a pair has an escape of its own
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  outbase: join(root, 'src'),
  outdir: dist,
  platform: 'node',
  target: 'node20.19',
  // One file is read instead of seven hundred, and of each library only what is used.
  external: [...installedApart, 'esbuild'],
  banner: { js: requireForCommonJs },
  legalComments: 'linked',
  // Node keeps the text of a program in memory for as long as it runs. Names stay, for whoever reads a trace.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [{ name: 'ASCII only', setup: escapeToAscii }],
}

/** Changes whenever a source file is added, removed or written. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [
    ...filesBelow(join(root, 'src')),
    ...filesBelow(join(root, 'page')),
    ...filesBelow(join(root, 'phones')),
  ]) {
    if (file.endsWith('.test.ts')) continue
    const { size, mtimeMs } = fs.statSync(file)
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.update(fs.readFileSync(import.meta.filename)).digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/**
 * Writes beside and renames, so that a program starting meanwhile never reads half a file.
 * @param {string} path
 * @param {string | Uint8Array} contents
 */
function replaceFile(path, contents) {
  fs.mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  fs.writeFileSync(beside, contents)
  fs.renameSync(beside, path)
}

/**
 * Made by `bin/encoder.mjs` from what npm fetched, not by a build. The number is that of its format, in
 * `src/nlu/encoder/weights.ts`: what was made in another one goes with the next build and is made anew.
 */
export const encoderFile = join(dist, 'encoder-1.bin')

/** @param {Set<string>} kept */
function removeAllBut(kept) {
  for (const file of filesBelow(dist)) {
    if (file === stamp || file.startsWith(encoderFile) || kept.has(file)) continue
    fs.rmSync(file, { force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { files, milliseconds } = await build()
  process.stderr.write(`built dist/: ${files} files in ${milliseconds} ms\n`)
}
