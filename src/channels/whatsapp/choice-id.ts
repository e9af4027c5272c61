import type { Choice } from '../../model/index.ts'

/**
 * What a tap brings back: the whole label, because the title it stands under may be shortened. An old button means what
 * it says, whatever was offered since. `place` keeps the ids of one message apart.
 */
export function choiceId({ label }: Choice, place: number): string {
  return `say:${place}:${label.trim()}`
}

/** What was said by tapping this. */
export function saidBy({ id, title }: { readonly id: string; readonly title: string }): string {
  return /^say:\d+:([^]*)$/.exec(id)?.[1] ?? title
}
