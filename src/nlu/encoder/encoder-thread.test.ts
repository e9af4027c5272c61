import { expect, onTestFinished, test } from 'vitest'
import { encodeAll, EncoderThread } from './encoder-thread.ts'
import { openEncoder } from './open-encoder.ts'

test('a thread gives the vectors the encoder gives, in the order of the texts', async () => {
  const thread = new EncoderThread()
  onTestFinished(() => thread.close())
  const encode = await openEncoder()
  const texts = ['how much are the fees', 'फीस कितनी है', 'where is the library']
  expect(await thread.encode(texts)).toEqual(texts.map((text) => encode?.(text)))
})

test('what a closed thread was asked rejects, and the next text starts it again', async () => {
  const thread = new EncoderThread()
  onTestFinished(() => thread.close())
  const lost = thread.encode(['hello'])
  await Promise.all([expect(lost).rejects.toThrow('closed'), thread.close()])
  expect(await thread.encode(['hello'])).toEqual([expect.any(Float32Array)])
})

test('many texts are encoded once each, and progress is told', async () => {
  const texts = Array.from({ length: 150 }, (_, i) => `is room ${i % 100} free`)
  const shares: number[] = []
  const vectors = await encodeAll(texts, (done) => shares.push(done))
  expect(vectors.size).toBe(100)
  expect(vectors.get('is room 7 free')).toHaveLength(1024)
  expect(shares.at(-1)).toBe(1)
})
