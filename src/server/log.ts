import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import { maskDigits } from '../model/index.ts'
import type { Observation, Observe, Turn } from '../model/index.ts'

/** How a desk logs. */
export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Whether what visitors said is logged, with its digits masked. */
  readonly messages: boolean
  /** Standard error when left out, so that standard output holds only what was asked for. */
  readonly to?: DestinationStream
}

/** Writes what is observed as lines of JSON, without personal data: no names, no rows, no bound values. */
export function log(options: LogOptions): Observe {
  const to = options.to ?? pino.destination({ dest: 2, sync: false })
  const logger = pino({ level: options.level, base: null }, to)
  return (observation) => {
    const level = levelOf(observation)
    if (logger.isLevelEnabled(level)) logger[level](fieldsOf(observation, options))
  }
}

function levelOf(observation: Observation): 'debug' | 'info' | 'warn' | 'error' {
  switch (observation.kind) {
    case 'query':
    case 'request':
    case 'delivery':
    case 'report':
      return 'debug'
    case 'source':
      return observation.state === 'down' ? 'warn' : 'info'
    case 'desk':
      return observation.state === 'kept' ? 'warn' : 'info'
    case 'error':
      return 'error'
    case 'address':
      return observation.reached.kind === 'down' ? 'warn' : 'info'
    case 'registration':
      return observation.outcome === 'failed' ? 'warn' : 'info'
    case 'turn':
    case 'model':
    case 'forgot':
      return 'info'
    default:
      return observation satisfies never
  }
}

function fieldsOf(observation: Observation, options: LogOptions): object {
  switch (observation.kind) {
    case 'turn':
      return turnFields(observation.turn, options)
    case 'query': {
      const { source, milliseconds, result } = observation.asked
      return { observed: 'query', source, milliseconds, rows: result.rowCount }
    }
    case 'error':
      return {
        observed: 'error',
        code: observation.code,
        msg: maskDigits(observation.message),
        hint: observation.hint,
        cause: maskDigits(observation.cause),
      }
    case 'address':
      return { observed: 'address', ...observation.reached }
    case 'request':
    case 'source':
    case 'desk':
    case 'model':
    case 'delivery':
    case 'registration':
    case 'report':
    case 'forgot': {
      const { kind, ...fields } = observation
      return { observed: kind, ...fields }
    }
    default:
      return observation satisfies never
  }
}

function turnFields(turn: Turn, options: LogOptions): object {
  return {
    observed: 'turn',
    turn: turn.id,
    channel: turn.message.channel,
    conversation: turn.message.conversation,
    intent: turn.understanding.intent,
    confidence: turn.understanding.confidence,
    move: turn.move.kind,
    milliseconds: turn.timings.total,
    queries: turn.queries.length,
    ...(turn.error === null ? {} : { error: turn.error.code }),
    ...(options.messages ? { text: maskDigits(turn.message.text) } : {}),
  }
}
