/** How many misspelt letters are forgiven in a word: short words are too easily another word. */
export function typosForgiven(word: string): 0 | 1 | 2 {
  if (word.length < 5 || /\p{N}/u.test(word)) return 0
  return word.length < 9 ? 1 : 2
}
