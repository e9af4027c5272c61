import { workerData } from 'node:worker_threads'
import { takePart } from './planes.ts'
import type { SharedWork } from './planes.ts'

const work = workerData as SharedWork
takePart(work)
Atomics.add(work.done, 0, 1)
Atomics.notify(work.done, 0)
