import type { Slot, Wording } from '../../model/index.ts'

/** What a visitor may say in each language, and what is said back; no reply where the desk has a sentence for it. */
export interface EverydayTalk {
  readonly name: `frontdesk.${string}`
  readonly title: Wording
  /** Hindi is there in its own letters and in Latin ones, as people type it. */
  readonly phrases: Readonly<Record<'en' | 'hi', readonly string[]>>
  readonly reply: Wording
  /** The slot it keeps for the conversation, where it has one. */
  readonly keeps?: Slot
}

/** The sentences of a list, separated by commas. */
export function listed(sentences: string): readonly string[] {
  return sentences.split(',').map((sentence) => sentence.trim())
}
