import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isPlayed } from './play.ts'
import { blocksOf, pages, proseOf, read, root } from './pages.ts'
import { pagesPlayed } from './played.ts'
import { isCheckedAlone } from './fragments.ts'

const blocks = pages.flatMap(blocksOf)

test('every block is executed, checked, or says why not', () => {
  const forgotten = blocks.filter(
    (block) =>
      !/^not run: \S/.test(block.use) &&
      !isCheckedAlone(block) &&
      !(isPlayed(block) && pagesPlayed.includes(block.at.replace(/:\d+$/, ''))),
  )
  expect(forgotten.map(({ at, language, use }) => `${at} ${language} ${use}`)).toEqual([])
})

test.each(pages)('%s links to what is there', (page) => {
  const links = [...withoutCode(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(
    ([, to]) => to ?? '',
  )
  expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([])
})

test.each(pages)('%s names files that exist', (page) => {
  const named = [
    ...proseOf(page).matchAll(
      /`((?:src|test|docs|page|bench|bin|examples|schemas|templates)\/[\w./-]*)`/g,
    ),
  ]
  const missing = named
    .map(([, path]) => path ?? '')
    .filter((path) => !existsSync(join(root, path)))
  expect(missing).toEqual([])
})

test('the tree of ARCHITECTURE.md has every file at the top of the sources', () => {
  const tree = blocksOf('ARCHITECTURE.md').find(({ use }) => use === 'tree')?.text ?? ''
  const files = readdirSync(join(root, 'src')).filter((name) => /^[^.]+\.ts$/.test(name))
  expect(files.filter((name) => !tree.includes(`  ${name} `))).toEqual([])
})

test('every page is on the index', () => {
  const index = read('docs/README.md')
  const lost = pages.filter(
    (page) => /^docs\/.+\//.test(page) && !index.includes(page.slice('docs/'.length)),
  )
  expect(lost).toEqual([])
})

function withoutCode(page: string): string {
  return proseOf(page).replaceAll(/`[^`\n]*`/g, '')
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, file))) return false
  return anchor === undefined || anchorsOf(file).includes(anchor)
}

/** The anchors a Markdown page gets from its headings, as repositories show them. */
function anchorsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/^(`{3,})[^\n`]*\n.*?^\1$/gms, '')
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
}
