import { performance } from 'node:perf_hooks'
import { type Family, looked } from './prometheus.ts'

/** What the process takes, under the names that dashboards for Node programs know. */
export function processFigures(): readonly Family[] {
  const { memoryUsage } = process
  const started = Math.round(performance.timeOrigin) / 1000
  return [
    looked('counter', 'process_cpu_seconds_total', 'Processor time spent.', () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1_000_000
    }),
    looked('gauge', 'process_resident_memory_bytes', 'Memory in use.', () => memoryUsage.rss()),
    looked('gauge', 'process_start_time_seconds', 'When it started, since 1970.', () => started),
    looked(
      'gauge',
      'nodejs_heap_size_used_bytes',
      'Memory its objects take.',
      () => memoryUsage().heapUsed,
    ),
    looked(
      'counter',
      'nodejs_eventloop_active_seconds_total',
      'Time the main thread was busy.',
      () => performance.eventLoopUtilization().active / 1000,
    ),
  ]
}
