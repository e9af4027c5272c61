import type { TemplateFilter } from './filters.ts'

/** Renders with these values; null where they are such that only Liquid knows what to do. */
export type Simple = (
  scope: Readonly<Record<string, unknown>>,
  put: (value: unknown) => string,
) => string | null

/** Part of a template: adds what it says, false where only Liquid can. */
type Part = (writing: Writing) => boolean

interface Writing {
  readonly scope: Readonly<Record<string, unknown>>
  readonly put: (value: unknown) => string
  /** The variable of the loop, and the row it stands for now. */
  loop: { readonly name: string; readonly row: unknown } | null
  text: string
}

const word = '[A-Za-z_]\\w*'
const path = `${word}(?:\\.${word})*`
const piece = new RegExp(
  String.raw`\{\{ *(?<path>${path}) *(?:\| *(?<filter>[a-z-]+) *)?\}\}` +
    String.raw`|\{% *for +(?<each>${word}) +in +(?<list>${path}) *%\}|(?<end>\{% *endfor *%\})` +
    String.raw`|(?<text>[^{]+|\{(?![{%]))`,
  'y',
)

/** Names that mean something else to Liquid than a value of that name. */
const special = new Set(
  'size first last forloop true false nil null empty blank in and or not contains'.split(' '),
)

/**
 * A template that only puts values in, one after another or for each of a list: rendered here in a fraction of the time
 * Liquid takes, to the very same text. Null for any other. A loop within a loop is Liquid's, whose limits end it when it
 * never would.
 */
export function simpleTemplate(
  template: string,
  filters: Readonly<Record<string, TemplateFilter>>,
): Simple | null {
  const parts = partsOf(template, filters)
  if (parts === null) return null
  return (scope, put) => {
    const writing: Writing = { scope, put, loop: null, text: '' }
    return writeAll(parts, writing) ? writing.text : null
  }
}

function partsOf(
  template: string,
  filters: Readonly<Record<string, TemplateFilter>>,
): readonly Part[] | null {
  const reading = new Reading(filters)
  for (let at = 0; at < template.length; at = piece.lastIndex) {
    piece.lastIndex = at
    const found = piece.exec(template)?.groups
    if (found === undefined || !reading.take(found)) return null
  }
  return reading.isComplete ? reading.parts : null
}

/** Puts the pieces of a template together. */
class Reading {
  readonly parts: Part[] = []
  readonly #filters: Readonly<Record<string, TemplateFilter>>
  #loop: { readonly each: string; readonly list: string; readonly body: Part[] } | null = null

  constructor(filters: Readonly<Record<string, TemplateFilter>>) {
    this.#filters = filters
  }

  get isComplete(): boolean {
    return this.#loop === null
  }

  /** Takes the next piece, by the group of the pattern it is; false where the template is Liquid's. */
  take({ text, end, each, list = '', path: of = '', filter }: Groups): boolean {
    if (text !== undefined) return this.#add(literally(text))
    if (end !== undefined) return this.#endLoop()
    if (each !== undefined) return this.#beginLoop(each, list)
    if (isSpecial(of)) return false
    if (filter === undefined) return this.#add(putting(of, undefined))
    return Object.hasOwn(this.#filters, filter) && this.#add(putting(of, this.#filters[filter]))
  }

  #add(part: Part): true {
    const into = this.#loop === null ? this.parts : this.#loop.body
    into.push(part)
    return true
  }

  #beginLoop(each: string, list: string): boolean {
    if (this.#loop !== null || isSpecial(each) || isSpecial(list)) return false
    this.#loop = { each, list, body: [] }
    return true
  }

  #endLoop(): boolean {
    if (this.#loop === null) return false
    const { each, list, body } = this.#loop
    this.#loop = null
    return this.#add(forEach(each, list, body))
  }
}

type Groups = Readonly<Partial<Record<string, string>>>

function isSpecial(written: string): boolean {
  return written.split('.').some((one) => special.has(one) || one in Object.prototype)
}

function literally(text: string): Part {
  return (writing) => {
    writing.text += text
    return true
  }
}

function putting(written: string, filter: TemplateFilter | undefined): Part {
  const names = written.split('.')
  return (writing) => {
    const found = look(names, writing)
    writing.text += writing.put(filter === undefined ? found : filter(found))
    return true
  }
}

function forEach(each: string, written: string, body: readonly Part[]): Part {
  const names = written.split('.')
  return (writing) => {
    const list = look(names, writing)
    if (!Array.isArray(list)) return list === undefined || list === null
    const isWritten = list.every((row: unknown) => {
      writing.loop = { name: each, row }
      return writeAll(body, writing)
    })
    writing.loop = null
    return isWritten
  }
}

function writeAll(parts: readonly Part[], writing: Writing): boolean {
  return parts.every((part) => part(writing))
}

/** The value at a path: own properties only, so that nothing every object inherits is ever told. */
function look([first = '', ...rest]: readonly string[], { scope, loop }: Writing): unknown {
  let found: unknown = loop?.name === first ? loop.row : ownOf(scope, first)
  for (const name of rest) found = ownOf(found, name)
  return found
}

function ownOf(value: unknown, name: string): unknown {
  if (value === null || value === undefined) return value
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
