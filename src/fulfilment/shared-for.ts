import type { Identity, Intent, Move, Sharing } from '../model/index.ts'

/** What a platform may share with one tap for the question a move ends with; null for any other. */
export function sharedFor(
  move: Move,
  desk: {
    readonly intents: ReadonlyMap<string, Intent>
    readonly identities: ReadonlyMap<string, Identity>
  },
): Sharing['what'] | null {
  switch (move.kind) {
    case 'say':
      return move.then === undefined ? null : sharedFor(move.then, desk)
    case 'answer':
      return move.back === undefined ? null : sharedFor(move.back, desk)
    case 'ask': {
      const { slots = [] } = desk.intents.get(move.intent) ?? {}
      return shareable(slots.find(({ name }) => name === move.slot)?.entity)
    }
    case 'verify': {
      const { proofs = [] } = desk.identities.get(move.identity) ?? {}
      return shareable(proofs.find(({ column }) => column === move.column)?.entity)
    }
    case 'question':
    case 'look-up':
      return null
    default:
      return move satisfies never
  }
}

function shareable(entity: string | undefined): Sharing['what'] | null {
  return entity === 'phone' || entity === 'location' ? entity : null
}
