/**
 * Asks SQLite files, one request at a time, as a thread or as a process of its own (see `crew.ts`). A thread
 * looks at `workerData.stop` between two rows and stops when it is 1.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { SqliteFiles } from './files.ts'
import { describeFailure } from './failure.ts'
import type { SqliteAnswer, SqliteRequest } from './requests.ts'

const stop = (workerData as { stop?: Int32Array } | null)?.stop ?? new Int32Array(1)
const files = new SqliteFiles(() => Atomics.load(stop, 0) === 1)

function answer(request: SqliteRequest, send: (answer: SqliteAnswer) => void): void {
  try {
    const value = files.take(request)
    if (request.kind !== 'forget' && request.kind !== 'leave') send({ ok: true, value })
  } catch (error) {
    send({ ok: false, ...describeFailure(error) })
  }
}

if (parentPort) {
  const port = parentPort
  port.on('message', (request: SqliteRequest) => {
    answer(request, (sent) => port.postMessage(sent))
    if (request.kind === 'leave') port.close()
  })
} else {
  process.on('message', (request: SqliteRequest) => answer(request, (sent) => process.send?.(sent)))
}
