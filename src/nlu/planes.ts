import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerUrl } from '../util/package-root.ts'
import { separate } from './svm.ts'
import type { Effort, Plane, Rows } from './svm.ts'

/** Rows held out in one round: those of example `i` from `firsts[i]` (inclusive) to `ends[i]` (exclusive). */
export interface HeldRows {
  readonly firsts: Int32Array
  readonly ends: Int32Array
}

/** What planes are learned from. */
export interface Lesson {
  readonly rows: Rows
  /** By row: the number of its intent, -1 for none. */
  readonly owners: Int32Array
  readonly intents: number
  readonly effort: Effort
  /** Rounds in which rows are held out, and how hard to try in those. */
  readonly rounds: readonly HeldRows[]
  readonly effortAgain: Effort
}

/** One plane for each intent. */
export interface Planes {
  /** By feature, then by intent: weights in units of the intent's `scales`. */
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** By round; in it by example held out, then by intent: the score, -Infinity where the intent had no row left. */
  readonly held: readonly Float32Array[]
}

/** A lesson and its planes in memory that threads share, and what they agree by. */
export interface SharedWork {
  readonly lesson: Lesson
  readonly planes: Planes
  /** The next intent nobody has taken, and how many helpers are done. */
  readonly next: Int32Array
  readonly done: Int32Array
}

/** Numbers to look at, over all intents, that are worth the start of a thread. */
const worthHelp = 5_000_000

/**
 * Learns a plane for each intent, and scores what is held out with planes that were not trained on it. Intents are
 * shared out among the cores when there is enough to do. The same lesson gives the same planes, whoever learns them.
 */
export function learnPlanes(lesson: Lesson): Planes {
  const isMuch = lesson.rows.ids.length * lesson.intents > worthHelp
  const helpers = isMuch ? Math.min(3, availableParallelism() - 1) : 0
  const work = shared(lesson)
  const workers = Array.from(
    { length: helpers },
    () => new Worker(workerUrl('nlu/planes-worker'), { workerData: work }),
  )
  takePart(work)
  while (Atomics.load(work.done, 0) < workers.length) {
    const before = Atomics.load(work.done, 0)
    if (before < workers.length && Atomics.wait(work.done, 0, before, mostWait) === 'timed-out')
      throw new Error('a thread that helps with learning does not answer')
  }
  for (const worker of workers) void worker.terminate()
  return own(work.planes)
}

/** Milliseconds a helper may take for its last intent. */
const mostWait = 120_000

/** Learns intents until nobody has any left. */
export function takePart(work: SharedWork): void {
  const { intents } = work.lesson
  for (let k = Atomics.add(work.next, 0, 1); k < intents; k = Atomics.add(work.next, 0, 1))
    learnOne(work, k)
}

function learnOne({ lesson, planes }: SharedWork, k: number): void {
  const { rows, effort, effortAgain, intents } = lesson
  const sides = sidesOf(lesson.owners, k)
  const plane = separate(rows, sides, effort)
  pack(planes, plane, k, intents)
  lesson.rounds.forEach(({ firsts, ends }, round) => {
    const left = sides.slice()
    firsts.forEach((first, i) => left.fill(0, first, ends[i]))
    const again = left.includes(1) ? separate(rows, left, effortAgain, plane.alphas) : null
    firsts.forEach((first, i) => {
      planes.held[round]![i * intents + k] =
        again === null ? -Infinity : meanScore(rows, again, first, ends[i]!)
    })
  })
}

/** By row: 1 for the intent's own, -1 for the others. */
function sidesOf(owners: Int32Array, intent: number): Int8Array {
  return Int8Array.from(owners, (owner) => (owner === intent ? 1 : -1))
}

/** Puts a plane among the others as small integers, a quarter of the memory at no loss of accuracy. */
function pack({ weights, scales, biases }: Planes, plane: Plane, k: number, intents: number): void {
  const greatest = plane.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = greatest / 127 || 1
  plane.weights.forEach((weight, d) => (weights[d * intents + k] = Math.round(weight / scale)))
  scales[k] = scale
  biases[k] = plane.bias
}

function meanScore(rows: Rows, plane: Plane, first: number, end: number): number {
  let sum = 0
  for (let p = rows.starts[first]!; p < rows.starts[end]!; p++)
    sum += plane.weights[rows.ids[p]!]! * rows.values[p]!
  return sum / (end - first) + plane.bias
}

/** Memory for a lesson and its planes. */
function shared(lesson: Lesson): SharedWork {
  const { rows, intents, owners, rounds } = lesson
  return {
    lesson: {
      ...lesson,
      owners: share(owners),
      rounds: rounds.map(({ firsts, ends }) => ({ firsts: share(firsts), ends: share(ends) })),
      rows: {
        ...rows,
        starts: share(rows.starts),
        ids: share(rows.ids),
        values: share(rows.values),
        squares: share(rows.squares),
      },
    },
    planes: {
      weights: new Int8Array(new SharedArrayBuffer(rows.dimensions * intents)),
      scales: share(new Float32Array(intents)),
      biases: share(new Float32Array(intents)),
      held: rounds.map(({ firsts }) => share(new Float32Array(firsts.length * intents))),
    },
    next: share(new Int32Array(1)),
    done: share(new Int32Array(1)),
  }
}

function share<Numbers extends Int32Array | Float32Array>(numbers: Numbers): Numbers {
  const buffer = new SharedArrayBuffer(numbers.byteLength)
  const copy = numbers instanceof Int32Array ? new Int32Array(buffer) : new Float32Array(buffer)
  copy.set(numbers)
  return copy as Numbers
}

/** The planes in memory of their own, so that they can be kept. */
function own({ weights, scales, biases, held }: Planes): Planes {
  return {
    weights: Int8Array.from(weights),
    scales: Float32Array.from(scales),
    biases: Float32Array.from(biases),
    held: held.map((scores) => Float32Array.from(scores)),
  }
}
