import { assemble } from './encoder/wat.ts'

/**
 * Every vector times every row of a matrix, four numbers at a time: the hot loop of training a head. Four vectors are
 * worked on together, so every number of the matrix that is loaded is used four times.
 */
const source = `
(module
  (import "head" "memory" (memory 1))
  (func (export "multiply")
    (param $vectors i32) (param $count i32)      ;; count is a multiple of 4
    (param $matrix i32) (param $columns i32)     ;; a multiple of 4
    (param $rows i32)
    (param $out i32)                             ;; count times rows numbers
    (local $row i32) (local $vector i32) (local $at i32) (local $wide i32) (local $tall i32)
    (local $w i32) (local $to i32) (local $x0 i32) (local $x1 i32) (local $x2 i32) (local $x3 i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128) (local $p v128) (local $q v128)
    (local.set $wide (i32.shl (local.get $columns) (i32.const 2)))
    (local.set $tall (i32.shl (local.get $rows) (i32.const 2)))
    (loop $eachRow
      (local.set $w (i32.add (local.get $matrix) (i32.mul (local.get $row) (local.get $wide))))
      (local.set $vector (i32.const 0))
      (loop $eachVector
        (local.set $x0 (i32.add (local.get $vectors) (i32.mul (local.get $vector) (local.get $wide))))
        (local.set $x1 (i32.add (local.get $x0) (local.get $wide)))
        (local.set $x2 (i32.add (local.get $x1) (local.get $wide)))
        (local.set $x3 (i32.add (local.get $x2) (local.get $wide)))
        ${four((i) => `(local.set $a${i} (v128.const i32x4 0 0 0 0))`)}
        (local.set $at (i32.const 0))
        (loop $eachFour
          (local.set $p (v128.load (i32.add (local.get $w) (local.get $at))))
          ${four(
            (i) => `(local.set $a${i} (f32x4.add (local.get $a${i})
            (f32x4.mul (local.get $p) (v128.load (i32.add (local.get $x${i}) (local.get $at))))))`,
          )}
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $eachFour (i32.lt_u (local.get $at) (local.get $wide))))
        (local.set $p ${interleaved('a0', 'a1')})
        (local.set $q ${interleaved('a2', 'a3')})
        (local.set $p (f32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $p) (local.get $q))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $p) (local.get $q))))
        (local.set $to (i32.add (local.get $out) (i32.shl
          (i32.add (i32.mul (local.get $vector) (local.get $rows)) (local.get $row)) (i32.const 2))))
        ${four(
          (i) => `(v128.store32_lane ${i} (local.get $to) (local.get $p))
        (local.set $to (i32.add (local.get $to) (local.get $tall)))`,
        )}
        (local.set $vector (i32.add (local.get $vector) (i32.const 4)))
        (br_if $eachVector (i32.lt_u (local.get $vector) (local.get $count))))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $eachRow (i32.lt_u (local.get $row) (local.get $rows))))))`

function four(write: (i: number) => string): string {
  return [0, 1, 2, 3].map(write).join('\n')
}

/** The upper and the lower halves of two sums, added and interleaved. */
function interleaved(a: string, b: string): string {
  return `(f32x4.add
    (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $${a}) (local.get $${b}))
    (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $${a}) (local.get $${b})))`
}

type Parameters = readonly [
  vectors: number,
  count: number,
  matrix: number,
  columns: number,
  rows: number,
  out: number,
]
type Multiply = (...parameters: Parameters) => void

/** Arrays of numbers side by side in a memory, and the product of two of them into a third. */
export interface Workspace {
  readonly arrays: readonly Float32Array[]
  /** By number of the array; `count` and `columns` are multiples of 4. */
  readonly multiply: Multiply
}

/** A workspace with arrays of these lengths, all zero. */
export function workspace(lengths: readonly number[]): Workspace {
  const starts: number[] = []
  let end = 0
  for (const length of lengths) {
    starts.push(end)
    end += (4 * length + 15) & ~15
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65_536) })
  const compiled = new WebAssembly.Module(assemble(source))
  const { exports } = new WebAssembly.Instance(compiled, { head: { memory } })
  const multiply = exports['multiply'] as Multiply
  const at = (number: number) => starts[number]!
  return {
    arrays: lengths.map((length, i) => new Float32Array(memory.buffer, at(i), length)),
    multiply: (...[vectors, count, matrix, columns, rows, out]) =>
      multiply(at(vectors), count, at(matrix), columns, rows, at(out)),
  }
}
