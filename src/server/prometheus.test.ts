import { expect, test } from 'vitest'
import { exposition, Histogram, looked, Tally } from './prometheus.ts'

test('figures are written as Prometheus reads them, what would end a label or a line escaped', () => {
  const turns = new Tally('counter', 'turns_total', 'Turns.\nAll of them.')
  turns.add({ intent: 'fees', channel: 'web' })
  turns.add({ intent: 'fees', channel: 'web' })
  turns.add({ intent: 'a "b"\\\n', channel: 'web' })
  const up = new Tally('gauge', 'up', 'Whether it answers.')
  up.set({ source: 'library' }, 1)
  up.set({ source: 'library' }, 0)
  const memory = looked('gauge', 'memory_bytes', 'Memory.', () => 12.5)
  expect(exposition([turns, up, memory])).toBe(
    [
      '# HELP turns_total Turns.\\nAll of them.',
      '# TYPE turns_total counter',
      'turns_total{intent="fees",channel="web"} 2',
      'turns_total{intent="a \\"b\\"\\\\\\n",channel="web"} 1',
      '# HELP up Whether it answers.',
      '# TYPE up gauge',
      'up{source="library"} 0',
      '# HELP memory_bytes Memory.',
      '# TYPE memory_bytes gauge',
      'memory_bytes 12.5',
      '',
    ].join('\n'),
  )
})

test('a histogram counts what is at most each bound, all of it, and the sum', () => {
  const took = new Histogram('took_seconds', 'How long.', [0.25, 1])
  for (const value of [0.25, 0.5, 4]) took.observe({ path: '/' }, value)
  took.observe({}, 0.5)
  expect(took.lines()).toEqual([
    'took_seconds_bucket{path="/",le="0.25"} 1',
    'took_seconds_bucket{path="/",le="1"} 2',
    'took_seconds_bucket{path="/",le="+Inf"} 3',
    'took_seconds_sum{path="/"} 4.75',
    'took_seconds_count{path="/"} 3',
    'took_seconds_bucket{le="0.25"} 0',
    'took_seconds_bucket{le="1"} 1',
    'took_seconds_bucket{le="+Inf"} 1',
    'took_seconds_sum 0.5',
    'took_seconds_count 1',
  ])
})
