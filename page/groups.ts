import type { Bubble, Said, Told } from './conversation.ts'

/** Bubbles of one side that follow each other. */
export type Group = VisitorBubbles | DeskBubbles

/** What the visitor said in one go. */
export interface VisitorBubbles extends GroupFrame {
  readonly who: 'visitor'
  readonly bubbles: readonly Said[]
}

/** What the desk told in one go. */
export interface DeskBubbles extends GroupFrame {
  readonly who: 'desk'
  readonly bubbles: readonly Told[]
  /** What the visitor said next, in plain text: the choice that was taken, if it was one. Null while nothing was. */
  readonly next: string | null
}

interface GroupFrame {
  readonly key: string
  /** When its first bubble was said. */
  readonly at: string
  /** Whether it is the first of its day. */
  readonly opensDay: boolean
}

/** Bubbles as groups, in order. */
export function groupsOf(bubbles: readonly Bubble[]): readonly Group[] {
  const groups: Group[] = []
  for (const bubble of bubbles) {
    const last = groups.at(-1)
    const opensDay = last === undefined || dayOf(last.at) !== dayOf(bubble.at)
    const joined = opensDay ? undefined : join(last, bubble)
    if (joined) groups[groups.length - 1] = joined
    else groups.push(begin(bubble, opensDay))
    if (bubble.who === 'visitor') retire(groups, bubble.text)
  }
  return groups
}

function begin(bubble: Bubble, opensDay: boolean): Group {
  const frame = { key: `${bubble.who} ${bubble.message}`, at: bubble.at, opensDay }
  return bubble.who === 'visitor'
    ? { ...frame, who: 'visitor', bubbles: [bubble] }
    : { ...frame, who: 'desk', bubbles: [bubble], next: null }
}

function join(group: Group | undefined, bubble: Bubble): Group | undefined {
  if (group?.who === 'visitor' && bubble.who === 'visitor') {
    return { ...group, bubbles: [...group.bubbles, bubble] }
  }
  if (group?.who === 'desk' && bubble.who === 'desk') {
    return { ...group, bubbles: [...group.bubbles, bubble] }
  }
  return undefined
}

/** Whatever was offered before something was said is no longer on offer. */
function retire(groups: Group[], said: string): void {
  groups.forEach((group, i) => {
    if (group.who === 'desk' && group.next === null) groups[i] = { ...group, next: said }
  })
}

function dayOf(at: string): string {
  return new Date(at).toDateString()
}
