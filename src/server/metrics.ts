import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Observation, Observe, Turn } from '../model/index.ts'

/** The figures of a running desk, in the Prometheus text format. */
export interface Metrics {
  readonly observe: Observe
  readonly text: () => Promise<string>
  readonly contentType: string
}

/** Counts what is observed. Labels are names out of the desk's files and codes, never what a visitor said. */
export function metrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const meters = metersIn(registry)
  return {
    observe: (observation) => count(observation, meters),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

type Meters = ReturnType<typeof metersIn>

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

function metersIn(registry: Registry) {
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: T[]) =>
    new Counter({ name: `frontdesk_${name}`, help, labelNames, registers })
  const histogram = <T extends string>(name: string, help: string, labelNames: T[]) =>
    new Histogram({ name: `frontdesk_${name}`, help, labelNames, registers, buckets: seconds })
  return {
    turns: counter('turns_total', 'Turns, by channel, move and intent.', [
      'channel',
      'move',
      'intent',
    ]),
    turnSeconds: histogram('turn_seconds', 'How long a turn took.', ['channel']),
    querySeconds: histogram('query_seconds', 'How long a query took.', ['source']),
    requestSeconds: histogram('http_request_seconds', 'How long a request took.', [
      'method',
      'path',
      'status',
    ]),
    errors: counter('errors_total', 'Errors, by code.', ['code']),
    sourceUp: new Gauge({
      name: 'frontdesk_source_up',
      help: 'Whether a source answers: 1 up, 0 down.',
      labelNames: ['source'],
      registers,
    }),
  }
}

function count(observation: Observation, meters: Meters): void {
  switch (observation.kind) {
    case 'turn':
      return countTurn(observation.turn, meters)
    case 'request':
      return meters.requestSeconds.observe(
        { method: observation.method, path: observation.path, status: observation.status },
        observation.milliseconds / 1000,
      )
    case 'source':
      return meters.sourceUp.set(
        { source: observation.source },
        observation.state === 'down' ? 0 : 1,
      )
    case 'error':
      return meters.errors.inc({ code: observation.code })
    // The queries of a turn are counted with it.
    case 'query':
    case 'desk':
    case 'model':
    case 'forgot':
      return
    default:
      observation satisfies never
  }
}

function countTurn(turn: Turn, meters: Meters): void {
  const { channel } = turn.message
  const intent = turn.understanding.intent ?? 'none'
  meters.turns.inc({ channel, move: turn.move.kind, intent })
  meters.turnSeconds.observe({ channel }, turn.timings.total / 1000)
  for (const asked of turn.queries)
    meters.querySeconds.observe({ source: asked.source }, asked.milliseconds / 1000)
}
