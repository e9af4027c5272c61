import type { Asked, Turn } from '../../model/index.ts'

/** Turns kept, in memory alone. */
const mostKept = 200

/** Where an intent is declared. */
export type DeclaredAt = (intent: string) => { readonly file: string; readonly line: number } | null

/** How the latest answers came about, for whoever runs the desk. */
export class BehindTheAnswers {
  readonly #turns = new Map<string, Turn>()
  readonly #declaredAt: DeclaredAt

  constructor(declaredAt: DeclaredAt) {
    this.#declaredAt = declaredAt
  }

  /** Keeps a turn as it may be kept: without rows, and with a proof of identity masked. */
  keepRedacted(turn: Turn): void {
    this.#turns.set(turn.id, turn)
    const oldest = this.#turns.keys().next()
    if (this.#turns.size > mostKept && !oldest.done) this.#turns.delete(oldest.value)
  }

  /** Adds the rows and values to a kept turn, unless it proved who somebody is. */
  keepRows(turn: Turn): void {
    if (this.#turns.get(turn.id)?.message.text === turn.message.text) this.#turns.set(turn.id, turn)
  }

  /** The record of a turn, or null when it is not kept (any more). */
  record(id: string): object | null {
    const turn = this.#turns.get(id)
    return turn === undefined ? null : recordOf(turn, this.#declaredAt)
  }
}

function recordOf(turn: Turn, declaredAt: DeclaredAt): object {
  const { understanding, move } = turn
  const intent = 'intent' in move ? move.intent : understanding.intent
  const at = intent === null ? null : declaredAt(intent)
  return {
    turn: turn.id,
    text: turn.message.text,
    intent,
    question: understanding.question,
    confidence: understanding.confidence,
    candidates: understanding.candidates,
    entities: understanding.entities,
    language: understanding.language,
    move: move.kind,
    file: at?.file ?? null,
    line: at?.line ?? null,
    queries: turn.queries.map(queryOf),
    timings: turn.timings,
    error: turn.error,
  }
}

function queryOf({ source, kind, text, parameters, result, milliseconds }: Asked): object {
  return {
    source,
    kind,
    text,
    parameters,
    columns: result.columns.map((column) => column.name),
    rows: result.rows,
    rowCount: result.rowCount,
    truncated: result.truncated,
    milliseconds,
  }
}
