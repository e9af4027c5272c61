import type { Choice } from '../../model/index.ts'
import { choiceId } from './choice-id.ts'
import { lengths } from './limits.ts'
import { writeSpans } from './markup.ts'
import type { Draft } from './draft.ts'

/** Opens a list where there are no words that are short enough. */
const wordless = '☰'

/** The words around choices. */
export interface Around {
  /** What stands above them, null for nothing; the platform wants something there. */
  readonly prompt: string | null
  /** What stands on the button that opens a list. */
  readonly opener: string
}

/** Fitted choices as up to three buttons, otherwise as a list. */
export function choosing(options: readonly Choice[], { prompt, opener }: Around): Draft {
  const body = { text: prompt ?? writeSpans([{ text: opener.trim() || wordless }]) }
  const isShort = options.every(({ label }) => label.length <= lengths.button)
  const content =
    isShort && options.length <= 3
      ? { type: 'button', body, action: { buttons: options.map(buttonOf) } }
      : {
          type: 'list',
          body,
          action: { button: short(opener), sections: [{ rows: options.map(rowOf) }] },
        }
  return { type: 'interactive', content }
}

function short(opener: string): string {
  return opener.trim() !== '' && opener.length <= lengths.opener ? opener : wordless
}

function buttonOf(option: Choice, place: number): object {
  return { type: 'reply', reply: { id: choiceId(option, place), title: option.label.trim() } }
}

/** A label too long for a title stands whole in the description. */
function rowOf(option: Choice, place: number): object {
  const title = titleOf(option)
  const label = option.label.trim()
  const whole = title === label ? {} : { description: label }
  return { id: choiceId(option, place), title, ...whole }
}

/** A label, or its first words. */
function titleOf(option: Choice): string {
  const label = option.label.trim()
  if (label.length <= lengths.rowTitle) return label
  const start = label.slice(0, lengths.rowTitle - 1)
  const words = start.slice(0, Math.max(start.lastIndexOf(' '), 0))
  return `${wholeCharacters(words.length > lengths.rowTitle / 2 ? words : start)}…`
}

/** Without half a surrogate pair at its end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '').trimEnd()
}
