import { expect, test } from 'vitest'
import { Pool } from './pool.ts'

interface Thing {
  readonly id: number
  isAlive: boolean
  stops: number
}

function setUp(most = 2, patience = 0) {
  const opened: Thing[] = []
  const pool = new Pool<Thing>({
    most,
    kept: 1,
    patience,
    idleSeconds: 0.01,
    open() {
      const thing = { id: opened.length, isAlive: true, stops: 0 }
      opened.push(thing)
      return Promise.resolve(thing)
    },
    close: (thing) => void (thing.isAlive = false),
    isAlive: (thing) => thing.isAlive,
    stop: (thing) => thing.stops++,
  })
  return { pool, opened }
}

const nobody = new AbortController().signal
const later = <T>(value: T, milliseconds = 5) =>
  new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value))

test('what was given back is used again', async () => {
  const { pool, opened } = setUp()
  await pool.run(nobody, () => later(1))
  await pool.run(nobody, () => later(1))
  expect(opened).toHaveLength(1)
})

test('no more are opened than allowed; the rest wait for their turn', async () => {
  const { pool, opened } = setUp()
  const used = await Promise.all([1, 2, 3, 4, 5].map(() => pool.run(nobody, ({ id }) => later(id))))
  expect(opened).toHaveLength(2)
  expect(used).toHaveLength(5)
})

test('work waits a moment for one in use before another is opened', async () => {
  const { pool, opened } = setUp(2, 50)
  await Promise.all([pool.run(nobody, () => later(1)), pool.run(nobody, () => later(2))])
  expect(opened).toHaveLength(1)
  await Promise.all([1, 2, 3].map((one) => pool.run(nobody, () => later(one, 200))))
  expect(opened).toHaveLength(2)
})

test('one that broke while it lay idle is replaced without notice', async () => {
  const { pool, opened } = setUp()
  await pool.run(nobody, () => later(1))
  if (opened[0]) opened[0].isAlive = false
  expect(await pool.run(nobody, ({ id }) => later(id))).toBe(1)
})

test('work on a kept one that breaks is done again, once', async () => {
  const { pool, opened } = setUp()
  await pool.run(nobody, () => later(1))
  const breaks = pool.run(nobody, (thing) => {
    thing.isAlive = false
    return Promise.reject(new Error(`broke ${thing.id}`))
  })
  await expect(breaks).rejects.toThrow('broke 1')
  expect(opened).toHaveLength(2)
})

test('who stops waiting leaves the queue, and what is under way is told to stop', async () => {
  const { pool, opened } = setUp(1)
  const working = new AbortController()
  const waiting = new AbortController()
  const work = pool.run(working.signal, () => later('done', 20))
  const queued = pool.run(waiting.signal, () => later('never'))
  waiting.abort(new Error('left'))
  await expect(queued).rejects.toThrow('left')
  working.abort()
  expect(await work).toBe('done')
  expect(opened[0]?.stops).toBe(1)
  expect(await pool.run(nobody, () => later('next'))).toBe('next')
})

test('more than are kept are closed after a while, and all when the pool closes', async () => {
  const { pool, opened } = setUp()
  await Promise.all([pool.run(nobody, () => later(1)), pool.run(nobody, () => later(2))])
  await later(null, 40)
  expect(opened.filter((thing) => thing.isAlive)).toHaveLength(1)
  void pool.close()
  expect(opened.filter((thing) => thing.isAlive)).toHaveLength(0)
})
