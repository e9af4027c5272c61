import { expect, test } from 'vitest'
import { kernel } from './kernel.ts'
import { assemble } from './wat.ts'

/** Numbers from -1 to 1, the same at every run. */
function sequence(seed: number): () => number {
  let state = seed
  return () => ((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * 2 - 1
}

test('gives the product of bytes and 16-bit integers, scaled, with biases, and nothing below the floor', () => {
  const [count, columns, rows] = [8, 24, 6]
  const memory = new WebAssembly.Memory({ initial: 1 })
  const random = sequence(5)
  const at = { x: 0, xs: 1024, w: 2048, ws: 4096, b: 5120, floor: 6144, y: 8192 }
  const view = <T>(
    Numbers: new (b: ArrayBuffer, o: number, n: number) => T,
    o: number,
    n: number,
  ) => new Numbers(memory.buffer, o, n)
  const x = view(Int16Array, at.x, count * columns).map(() => random() * 32_767)
  const xs = view(Float32Array, at.xs, count).map(() => (random() + 2) / 1e5)
  const w = view(Int8Array, at.w, rows * columns).map(() => random() * 127)
  const ws = view(Float32Array, at.ws, rows).map(() => (random() + 2) / 1e3)
  const b = view(Float32Array, at.b, rows).map(() => random())
  view(Int16Array, at.x, x.length).set(x)
  view(Float32Array, at.xs, count).set(xs)
  view(Int8Array, at.w, w.length).set(w)
  view(Float32Array, at.ws, rows).set(ws)
  view(Float32Array, at.b, rows).set(b)
  const floor = -0.25
  view(Float32Array, at.floor, 1)[0] = floor
  kernel(memory)(at.x, at.xs, count, at.w, at.ws, at.b, columns, rows, at.floor, at.y)
  const y = view(Float32Array, at.y, count * rows)
  for (let v = 0; v < count; v++) {
    for (let r = 0; r < rows; r++) {
      let sum = 0
      for (let c = 0; c < columns; c++) sum += x[v * columns + c]! * w[r * columns + c]!
      expect(y[v * rows + r]).toBeCloseTo(Math.max(floor, sum * xs[v]! * ws[r]! + b[r]!), 3)
    }
  }
})

test.each([
  ['(f32.sqrt (local.get $a))', 'f32.sqrt'],
  ['(local.set $b (i32.const 1))', '$b'],
])('a text with a mistake is not assembled: %s', (instruction, complaint) => {
  const text = `(module (import "e" "memory" (memory 1)) (func (export "f") (param $a i32) ${instruction}))`
  expect(() => assemble(text)).toThrow(complaint)
})
