import { nameOf } from './names.ts'

/** What a text may refer to. */
export interface Referred {
  /** The slot that a parameter, or the alias of a phrase, is in the desk; null for one that is a constant. */
  readonly byAlias: ReadonlyMap<string, string>
  /** The slots of a list, in order, by the first of them. */
  readonly lists: ReadonlyMap<string, readonly string[]>
}

/**
 * A text of the agent as a template of the desk: `$city` and `#order.size` become what they stand for, and whatever
 * the desk would read as a template or, where it is `marked`, as markup is kept as it was typed.
 */
export function templateOf(text: string, slots: Referred, as: 'marked' | 'plain'): string {
  const escape = as === 'marked' ? escapeMarked : escapeLiquid
  let template = ''
  let end = 0
  for (const match of text.matchAll(reference)) {
    const found = match[0].startsWith('#') ? ofContext(match[0]) : ofSlot(match[0], slots)
    if (found === null) continue
    template += escape(text.slice(end, match.index)) + found.template
    end = match.index + found.length
  }
  return template + escape(text.slice(end))
}

const name = String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*`
const reference = new RegExp(String.raw`\$${name}(?:\.${name})*|#${name}(?:\.${name})+`, 'gu')

/** What a reference says, and how many characters of the text it takes. */
interface Found {
  readonly template: string
  readonly length: number
}

/** `$city`, `$city.original`, `$date.startDate`: the longest name that is a parameter of the intent. */
function ofSlot(written: string, slots: Referred): Found | null {
  const [first = '', ...members] = written.slice(1).split('.')
  for (let length = first.length; length > 0; length--) {
    const slot = slots.byAlias.get(first.slice(0, length))
    if (slot === undefined) continue
    const isWhole = length === first.length
    const rest = isWhole ? members.join('.').length + members.length : 0
    return { template: valueOf(slot, slots), length: 1 + length + rest }
  }
  return null
}

function valueOf(slot: string, { lists }: Referred): string {
  const [first, ...more] = lists.get(slot) ?? [slot]
  return `{{ ${first} }}${more.map((one) => `{% if ${one} %}, {{ ${one} }}{% endif %}`).join('')}`
}

/** `#order.size`: a parameter of a context that is alive. */
function ofContext(written: string): Found | null {
  const [context = '', parameter = ''] = written.slice(1).split('.')
  const isOriginal = written.endsWith('.original')
  const length = 1 + context.length + 1 + parameter.length + (isOriginal ? '.original'.length : 0)
  const template = `{{ contexts["${context.toLowerCase()}"]["${nameOf(parameter, 'value')}"] }}`
  return { template, length }
}

/** Braces that Liquid would read, put in as values. */
function escapeLiquid(text: string): string {
  return text.replaceAll(/\{(?=[{%])/g, '{{ "{" }}')
}

/** The marks of markup that would be read as such get a backslash. */
function escapeMarked(text: string): string {
  return escapeLiquid(
    text
      .replaceAll(/\\(?=[\\*_[\]()])/g, String.raw`\\`)
      .replaceAll(opening, String.raw`\$1`)
      .replaceAll(/\[(?=[^\]]+\]\(\S)/g, String.raw`\[`),
  )
}

/** A star or an underscore at the beginning of a word that another at the end of a word on the same line closes. */
const opening = /(?<![\p{L}\p{N}])([*_])(?!\s)(?=[^\n]*?\S\1(?![\p{L}\p{N}]))/gu
