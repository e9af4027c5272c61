import type { Document, Node, ParsedNode } from 'yaml'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml'
import type { Problem } from './problem.ts'

/** Where in a document: the keys and indices that lead there. */
export type Path = readonly (string | number)[]

/** A line and a column, both from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** One YAML document of a file: its value, and where each part of it stands. */
export interface YamlDocument {
  /** Relative to the desk folder. */
  readonly file: string
  /** What was written, as plain values. */
  readonly raw: unknown
  /** Where the value at `path` stands, or its key; where nothing is, the nearest thing around it. */
  at(path: Path, part: 'key' | 'value'): Position
}

/** Anchors may be used, but not to blow a small file up into a large value. */
const mostAliases = 100

/** The documents of a file, separated by `---`, without those that are not YAML: their mistakes are the problems. */
export function readYaml(
  file: string,
  text: string,
): { documents: readonly YamlDocument[]; problems: readonly Problem[] } {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const documents: YamlDocument[] = []
  const problems: Problem[] = []
  const report = (offset: number, message: string, hint: string) =>
    problems.push({ code: 'syntax', file, ...position(lines, offset), message, hint })
  for (const document of 'empty' in parsed ? [] : parsed) {
    const mistakes = [...document.errors, ...document.warnings]
    for (const { code, message, pos } of mistakes) {
      const hint = ofUnquoted.has(code) ? quotesFor(lineAt(text, pos[0])) : ''
      report(pos[0], sentence(message), hint)
    }
    if (mistakes.length > 0 || document.contents === null) continue
    try {
      const raw: unknown = document.toJS({ maxAliasCount: mostAliases })
      if (raw === null) continue
      documents.push({ file, raw, at: (path, part) => locate(document, lines, path, part) })
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      report(document.range[0], sentence(message), '')
    }
  }
  return { documents, problems }
}

/** What is found where a text should have been in quotes. */
const ofUnquoted: ReadonlySet<string> = new Set([
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'TAG_RESOLVE_FAILED',
  'UNEXPECTED_TOKEN',
])

/** Marks with a meaning of their own where a text begins without quotes. */
const beginnings = /^\s*(?:- +)*(?:[\w.-]+: +)?([[{*&!%@`>|"'])/

/** What to do about a text that YAML takes for something else; empty where the line holds no such text. */
function quotesFor(line: string): string {
  const mark = beginnings.exec(line)?.[1]
  if (mark === undefined && !/: .*: /.test(line)) return ''
  const reason = mark === undefined ? 'a colon within it' : `\`${mark}\` at its beginning`
  return `Put the whole text in quotes, because ${reason} means something else in YAML.`
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end < 0 ? undefined : end)
}

function locate(
  document: Document.Parsed,
  lines: LineCounter,
  path: Path,
  part: 'key' | 'value',
): Position {
  let node: Node | null = document.contents
  let offset = node === null ? 0 : startOf(node)
  for (const [i, step] of path.entries()) {
    const found = child(node, step, document)
    if (found === null) break
    const isLast = i === path.length - 1
    node = found.value
    offset = isLast && part === 'key' ? startOf(found.key) : startOf(found.value ?? found.key)
  }
  return position(lines, offset)
}

function child(
  node: Node | null,
  step: string | number,
  document: Document.Parsed,
): { key: Node; value: Node | null } | null {
  const here = isAlias(node) ? (node.resolve(document) ?? null) : node
  if (isMap<ParsedNode, ParsedNode | null>(here)) {
    const pair = here.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair === undefined ? null : { key: pair.key, value: pair.value }
  }
  if (isSeq<ParsedNode>(here) && typeof step === 'number') {
    const item = here.items[step]
    return item === undefined ? null : { key: item, value: item }
  }
  return null
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
