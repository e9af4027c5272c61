import { fold } from './fold.ts'
import { inEnglish, isRomanisedHindi } from './romanised-hindi.ts'

/** Which of the blocks of features a gram belongs to: each block a sentence has, has the same say in its vector. */
export type Block = 0 | 1 | 2

const shortestPiece = 2
const longestPiece = 5

/**
 * Calls `take` with every gram of a sentence: words and pairs of words (block 0), and pieces of two to five letters
 * within a word (block 1), which carry typing errors and word endings. A placeholder has no pieces. Hindi in Latin
 * letters, which everybody spells in a way of their own, also has its words and pairs by their sound (block 2), and
 * what they mean in English among its words.
 */
export function eachGram(words: readonly string[], take: (gram: string, block: Block) => void) {
  let before = '^'
  for (const word of words) {
    take(word, 0)
    take(`${before} ${word}`, 0)
    before = word
    if (!isPlaceholder(word)) eachPiece(` ${word} `, take)
  }
  take(`${before} $`, 0)
  if (isRomanisedHindi(words)) eachSound(words, take)
}

function eachSound(words: readonly string[], take: (gram: string, block: Block) => void) {
  let before = '^'
  for (const word of words) {
    const sound = isPlaceholder(word) ? word : fold(word)
    take(`~${sound}`, 2)
    take(`~${before} ${sound}`, 2)
    before = sound
    const meaning = inEnglish(word)
    if (meaning !== null && meaning !== '') take(meaning, 0)
  }
}

/** The word that stands for any value of an entity. No word of a text looks like it. */
export function placeholder(entity: string): string {
  return `<${entity}>`
}

function isPlaceholder(word: string): boolean {
  return word.startsWith('<')
}

function eachPiece(word: string, take: (gram: string, block: Block) => void) {
  for (let size = shortestPiece; size <= longestPiece; size++) {
    if (word.length <= size) return take(`#${word}`, 1)
    for (let at = 0; at + size <= word.length; at++) take(`#${word.slice(at, at + size)}`, 1)
  }
}
