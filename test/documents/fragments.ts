import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { readConversations } from '../../src/config/index.ts'
import { deskSchema } from '../../src/config/schemas/desk-schema.ts'
import { entitySchema } from '../../src/config/schemas/entity-schema.ts'
import { intentSchema } from '../../src/config/schemas/intent-schema.ts'
import { tableSchema } from '../../src/config/schemas/table-schema.ts'
import type { CodeBlock } from './pages.ts'
import { root } from './pages.ts'

/** What each kind of file must have besides what a page shows of it. */
const kinds = {
  desk: {
    schema: deskSchema,
    rest: { name: 'Test', timezone: 'Asia/Kolkata', currency: 'INR', country: 'IN' },
  },
  intent: { schema: intentSchema, rest: { intent: 'example' } },
  table: { schema: tableSchema, rest: {} },
  entity: { schema: entitySchema, rest: {} },
} as const

/** Whether a block is checked by itself, without a folder to run in. */
export function isCheckedAlone({ language, use }: CodeBlock): boolean {
  return /^(yaml fragment \w+|text tree|md conversation|json re(quest|sponse) .+)$/.test(
    `${language} ${use}`,
  )
}

/** What is wrong with a fragment of YAML, a tree of files or a conversation; nothing for other blocks. */
export function faultsIn(block: CodeBlock): readonly string[] {
  if (block.use.startsWith('fragment ')) return yamlFaults(block)
  if (block.use === 'tree') return treeFaults(block.text)
  if (block.use !== 'conversation') return []
  return readConversations([{ file: block.at, text: block.text }]).problems.map(
    ({ line, message }) => `line ${line}: ${message}`,
  )
}

function yamlFaults({ use, text }: CodeBlock): readonly string[] {
  const kind = use.slice('fragment '.length)
  if (!isKind(kind)) return [`There is no kind of file "${kind}".`]
  const { schema, rest } = kinds[kind]
  return parseAllDocuments(text).flatMap((document) => {
    const faults = document.errors.map((error) => error.message)
    const parsed = schema.safeParse({ ...rest, ...(document.toJS() as object) })
    const issues = parsed.error?.issues ?? []
    return [...faults, ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`)]
  })
}

function isKind(kind: string): kind is keyof typeof kinds {
  return Object.hasOwn(kinds, kind)
}

/** A line of a tree begins with names of files and folders, indented below their folder; the rest is said about them. */
function treeFaults(text: string): readonly string[] {
  let folder = ''
  return text.split('\n').flatMap((line) => {
    const words = line.trim().split(' ')
    const end = words.findIndex((word) => !/\/$|\.\w+$/.test(word))
    const names = words.slice(0, end === -1 ? words.length : end).filter(Boolean)
    if (!line.startsWith(' ')) folder = ''
    const missing = names.filter((name) => !existsSync(join(root, folder, name)))
    if (!line.startsWith(' ') && names.length === 1) folder = names[0] ?? ''
    return missing.map((name) => `There is no ${folder}${name}.`)
  })
}
