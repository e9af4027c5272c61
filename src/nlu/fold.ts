/** Spellings of one sound in romanised Hindi, and what they are folded to, in order. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/e{2,}/g, 'i'],
  [/o{2,}/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/[âāá]/g, 'a'],
  [/ph/g, 'f'],
  [/ksh|x/g, 'ks'],
  [/ch?h/g, 'c'],
  [/([bdgjkpt])h/g, '$1'],
  [/sh/g, 's'],
  [/w/g, 'v'],
  [/z/g, 'j'],
  [/q/g, 'k'],
  [/ou|au|ow/g, 'o'],
  [/ai|ay|ei|ey/g, 'e'],
  [/y/g, 'i'],
  [/(?<=[aeiou])[nm]$/g, ''],
  [/(?<=..)[aeiou]+$/g, ''],
]

/**
 * A word by its sound: the many ways to write a word of Hindi in Latin letters become one ("kitni", "kitnee", "kitne";
 * "nahi", "nahin", "nahee"). Aspiration, length, endings and nasal vowels, which people write as they please, go.
 */
export function fold(word: string): string {
  return sounds.reduce((folded, [sound, one]) => folded.replaceAll(sound, one), word)
}
