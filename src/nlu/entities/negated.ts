import type { Entity } from '../../model/index.ts'

/** What is said before a value that is not meant, in the words just before it. */
const before =
  /(?<![\p{L}\p{M}])(?:not(?:\s+(?:for|in|of|at|from))?|except|excluding|other\s+than|apart\s+from|instead\s+of|rather\s+than)\s+(?:the\s+)?$/iu
/** What is said after it, where another value follows. */
const after = /^\s+(?:nahi|nahin|nhi|नहीं)(?:\s*,)?\s+(?!hai|hain|है|हैं)\S/iu

/** The entities that are meant: "IT, not CSE" names IT, "CSE nahi, IT" too. */
export function meantOf(text: string, entities: readonly Entity[]): readonly Entity[] {
  const isDenied = ({ start, end }: Entity) =>
    before.test(text.slice(Math.max(0, start - longest), start)) ||
    after.test(text.slice(end, end + longest))
  return entities.filter(
    (one) => !isDenied(one) || !entities.some((other) => isAnother(one, other) && !isDenied(other)),
  )
}

/** UTF-16 units in which a value may be denied. */
const longest = 24

function isAnother(one: Entity, other: Entity): boolean {
  return one.entity === other.entity && one.value !== other.value
}
