import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/util/package-root.ts'

/** The folder of the repository. */
export const root = fileURLToPath(packageRoot)

/** A fenced block of a page. docs/README.md says what its info string means. */
export interface CodeBlock {
  /** `docs/how-to/change-an-answer.md:12`: where its fence opens. */
  readonly at: string
  /** `sh`, `yaml`, `text`, … */
  readonly language: string
  /** The rest of the info string: `fails`, `fragment intent`, `desk/desk.yaml`, `not run: …`. */
  readonly use: string
  readonly text: string
}

const shelves = ['docs/tutorial', 'docs/how-to', 'docs/reference', 'docs/explanation']

/** Every page that is promised to be true, by path from the root. */
export const pages: readonly string[] = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/README.md',
  'examples/college/README.md',
  ...shelves.flatMap(pagesIn),
]

/** The pages of one shelf, by path from the root. */
export function pagesIn(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** The text of a file, by path from the root. */
export function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8')
}

/** The fenced blocks of a page, in order. A fence of four backticks may hold one of three. */
export function blocksOf(page: string): readonly CodeBlock[] {
  const text = read(page)
  const fences = text.matchAll(/^(?<fence>`{3,})(?<info>[^\n`]*)\n(?<body>.*?)^\k<fence>$/gms)
  return [...fences].map((match) => {
    const { info = '', body = '' } = match.groups ?? {}
    const [language = '', ...rest] = info.trim().split(' ')
    const line = text.slice(0, match.index).split('\n').length
    return { at: `${page}:${line}`, language, use: rest.join(' '), text: body }
  })
}

/** A page without its fenced blocks: what is said around them. */
export function proseOf(page: string): string {
  return read(page).replaceAll(/^(`{3,})[^\n`]*\n.*?^\1$/gms, '')
}
