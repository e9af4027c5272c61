import { mayTakeForever, own } from '../../../../util/index.ts'

/**
 * The pattern of a regexp entity: Dialogflow's are RE2, ours are JavaScript's with the flags `iu`, for whole words.
 * Null when one of them cannot be said that way, or would fit nothing at all.
 */
export function patternOf(patterns: readonly string[]): string | null {
  const translated = patterns.map(translate)
  const whole = translated.length === 1 ? translated[0]! : translated.map(inBrackets).join('|')
  return isPattern(whole) ? whole : null
}

function inBrackets(pattern: string): string {
  return `(?:${pattern})`
}

/** Anchors go: a value stands among other words. */
function translate(pattern: string): string {
  return pattern
    .replaceAll(/\(\?[imsU]+\)/g, '')
    .replaceAll(/\(\?P?<[A-Za-z_][A-Za-z0-9_]*>/g, '(?:')
    .replaceAll(/(?<!\\)(?:\\\\)*\\[AzZ]/g, '')
    .replaceAll(/\[:([a-z]+):\]/g, (all, name: string) => own(classes, name) ?? all)
    .replaceAll(/\\p([LNMPSZ])(?![a-z{])/g, String.raw`\p{$1}`)
    .replace(/^\^/, '')
    .replace(/(?<!\\)\$$/, '')
    .replaceAll(/\\([^A-Za-z0-9^$\\.*+?()[\]{}|/-])/g, '$1')
    .replaceAll(/(\[[^\]]*\])|\\-/g, (_, inClass?: string) => inClass ?? '-')
}

const classes: Readonly<Record<string, string>> = {
  alnum: String.raw`\p{L}\p{N}`,
  alpha: String.raw`\p{L}`,
  digit: String.raw`\d`,
  lower: 'a-z',
  upper: 'A-Z',
  space: String.raw`\s`,
  punct: String.raw`\p{P}`,
}

/** Whether JavaScript can read it and find it in time, and it needs at least one character. */
export function isPattern(pattern: string): boolean {
  try {
    return !new RegExp(`^(?:${pattern})$`, 'iu').test('') && !mayTakeForever(pattern)
  } catch {
    return false
  }
}
