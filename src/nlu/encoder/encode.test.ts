import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encoderFile } from '../../../build.mjs'
import { openEncoder } from './open-encoder.ts'
import { weightsFormat } from './weights.ts'

const encode = (await openEncoder()) ?? expect.fail('npm could not fetch the encoder’s weights')

/** What `@energetic-ai/embeddings` 0.2.0, which runs the weights as published on TensorFlow.js, makes of some texts. */
const references = JSON.parse(
  readFileSync(new URL('reference-vectors.json', import.meta.url), 'utf8'),
) as readonly { readonly text: string; readonly vector: string }[]

function decode(vector: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(vector, 'base64'))
  return Float32Array.from(new Int16Array(bytes.buffer))
}

function halves(vector: Float32Array): [Float32Array, Float32Array] {
  return [vector.subarray(0, vector.length / 2), vector.subarray(vector.length / 2)]
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, v, i) => sum + v * y[i]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

const likeness = (a: string, b: string) => cosine(halves(encode(a)!)[0], halves(encode(b)!)[0])

test.each(references)('"$text" is placed where the published weights place it', (reference) => {
  const published = decode(reference.vector)
  expect(published).toHaveLength(512)
  const [vector] = halves(encode(reference.text)!)
  expect(cosine(vector, published)).toBeGreaterThan(0.999)
})

test('both halves of a vector have length 1, and are the same every time', () => {
  const vector = encode('how much are the fees')!
  for (const half of halves(vector)) expect(Math.hypot(...half)).toBeCloseTo(1, 5)
  expect(encode('how much are the fees')).toEqual(vector)
})

test('what means alike is near, whatever its words', () => {
  expect(likeness('how old are you', 'what is your age')).toBeGreaterThan(0.7)
  expect(likeness('how old are you', 'where is the library')).toBeLessThan(0.5)
})

test('Hindi in Latin letters is placed by what its words mean', () => {
  const where = likeness('library kahan hai', 'where is the library')
  expect(where).toBeGreaterThan(
    likeness('library kahan hai', 'what does a library card cost') + 0.1,
  )
})

test.each(['फीस कितनी है', 'ich habe gestern keine Zeit gehabt', 'qwrtpsd zzyzx', '?!', ''])(
  '"%s" is in no language the encoder knows',
  (text) => expect(encode(text)).toBeNull(),
)

test('weights of another format are another file, and are made anew', () => {
  expect(encoderFile.endsWith(`encoder-${weightsFormat}.bin`)).toBe(true)
})
