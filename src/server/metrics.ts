import type { Observation, Observe, Turn } from '../model/index.ts'
import { processFigures } from './process-figures.ts'
import { contentType, exposition, Histogram, Tally } from './prometheus.ts'

/** The figures of a running desk, in the Prometheus text format. */
export interface Metrics {
  readonly observe: Observe
  readonly text: () => string
  readonly contentType: string
}

/** Counts what is observed. Labels are names out of the desk's files and codes, never what a visitor said. */
export function metrics(): Metrics {
  const meters = newMeters()
  const families = [...Object.values(meters), ...processFigures()]
  return {
    observe: (observation) => count(observation, meters),
    text: () => exposition(families),
    contentType,
  }
}

type Meters = ReturnType<typeof newMeters>

/** Bounds of the histograms, in seconds. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

function newMeters() {
  const counter = (name: string, help: string) => new Tally('counter', `frontdesk_${name}`, help)
  const histogram = (name: string, help: string) =>
    new Histogram(`frontdesk_${name}`, help, seconds)
  return {
    turns: counter('turns_total', 'Turns, by channel, move and intent.'),
    turnSeconds: histogram('turn_seconds', 'How long a turn took.'),
    querySeconds: histogram('query_seconds', 'How long a query took.'),
    requestSeconds: histogram('http_request_seconds', 'How long a request took.'),
    deliveries: counter('deliveries_total', 'Messages sent, by channel and what came of it.'),
    reports: counter('reports_total', 'What platforms told of what was sent, by channel.'),
    errors: counter('errors_total', 'Errors, by code.'),
    addressUp: new Tally(
      'gauge',
      'frontdesk_address_up',
      'Whether the public address leads to the desk: 1 or 0; not there where it has none.',
    ),
    registrations: counter(
      'registrations_total',
      'Times a platform was told where to call, by channel and what came of it.',
    ),
    sourceUp: new Tally('gauge', 'frontdesk_source_up', 'Whether a source answers: 1 up, 0 down.'),
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
    case 'delivery': {
      const { channel, outcome } = observation
      return meters.deliveries.add({ channel, outcome })
    }
    case 'address':
      return meters.addressUp.set({}, observation.reached.kind === 'up' ? 1 : 0)
    case 'registration': {
      const { channel, outcome } = observation
      return meters.registrations.add({ channel, outcome })
    }
    case 'report': {
      const { channel, state } = observation
      return meters.reports.add({ channel, state })
    }
    case 'error':
      return meters.errors.add({ code: observation.code })
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
  meters.turns.add({ channel, move: turn.move.kind, intent })
  meters.turnSeconds.observe({ channel }, turn.timings.total / 1000)
  for (const asked of turn.queries)
    meters.querySeconds.observe({ source: asked.source }, asked.milliseconds / 1000)
}
