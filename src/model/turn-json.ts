import { plain } from './plain.ts'
import type { Asked } from './result.ts'
import type { Turn, TurnPart } from './turn.ts'
import type { Understanding } from './understanding.ts'

/** Rows of a query that the JSON of a turn holds at the most. */
const mostRows = 1000

/**
 * A turn as JSON: version 1 of the promise in docs/reference/turn.md. Members are only ever added. `parts` is there
 * only for a message that held several questions.
 */
export function turnJson(turn: Turn): object {
  const { parts } = turn
  const { text, cutFrom } = turn.message
  return {
    version: 1,
    id: turn.id,
    conversation: turn.message.conversation,
    message: { text, ...(cutFrom === undefined ? {} : { cutFrom }) },
    understanding: understandingJson(turn.understanding),
    move: turn.move,
    queries: turn.queries.map(queryJson),
    reply: { blocks: turn.reply.blocks.map((block) => ({ ...block, plain: plain(block) })) },
    timings: turn.timings,
    error: turn.error,
    ...(parts === undefined ? {} : { parts: parts.map(partJson) }),
  }
}

function partJson({ text, understanding, move }: TurnPart): object {
  return { text, understanding: understandingJson(understanding), move }
}

function understandingJson(understanding: Understanding): object {
  const { intent, question, confidence, candidates, entities, language } = understanding
  return { intent, question, confidence, candidates, entities, language }
}

function queryJson(asked: Asked): object {
  const { result, ...rest } = asked
  return {
    ...rest,
    columns: result.columns.map((column) => column.name),
    rows: result.rows.slice(0, mostRows),
    rowCount: result.rowCount,
    truncated: result.truncated,
  }
}
