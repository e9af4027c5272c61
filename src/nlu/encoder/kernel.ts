import { assemble } from './wat.ts'

/**
 * The product of a matrix with several vectors, the hot loop of the encoder. Weights are bytes, vectors are 16-bit
 * integers, each with a scale; `i32x4.dot_i16x8_s` multiplies eight pairs at once. A sum of 1,536 products of a byte
 * and 16 bits fits into its 32-bit lanes. Four vectors by two rows are worked on together, so every value loaded is
 * used more than once.
 */
const source = `
(module
  (import "encoder" "memory" (memory 1))
  (func (export "multiply")
    (param $vectors i32) (param $vectorScales i32) (param $count i32)      ;; count is a multiple of 4
    (param $weights i32) (param $weightScales i32) (param $biases i32)
    (param $columns i32)                                                   ;; a multiple of 8
    (param $rows i32)                                                      ;; a multiple of 2
    (param $floor i32)                                                     ;; where the least value allowed stands
    (param $out i32)                                                       ;; count times rows numbers
    (local $row i32) (local $vector i32) (local $column i32)
    (local $w0 i32) (local $w1 i32) (local $x0 i32) (local $x1 i32) (local $x2 i32) (local $x3 i32)
    (local $to i32) (local $wide i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local $p v128) (local $q v128) (local $x v128) (local $scale v128)
    (local.set $wide (i32.shl (local.get $columns) (i32.const 1)))
    (loop $eachRow
      (local.set $w0 (i32.add (local.get $weights) (i32.mul (local.get $row) (local.get $columns))))
      (local.set $w1 (i32.add (local.get $w0) (local.get $columns)))
      (local.set $vector (i32.const 0))
      (loop $eachVector
        (local.set $x0 (i32.add (local.get $vectors) (i32.mul (local.get $vector) (local.get $wide))))
        (local.set $x1 (i32.add (local.get $x0) (local.get $wide)))
        (local.set $x2 (i32.add (local.get $x1) (local.get $wide)))
        (local.set $x3 (i32.add (local.get $x2) (local.get $wide)))
        ${forEach('ab', (row) => forEach('0123', (i) => `(local.set $${row}${i} (v128.const i32x4 0 0 0 0))`))}
        (local.set $column (i32.const 0))
        (loop $eachColumn
          (local.set $p (v128.load8x8_s (i32.add (local.get $w0) (local.get $column))))
          (local.set $q (v128.load8x8_s (i32.add (local.get $w1) (local.get $column))))
          ${forEach(
            '0123',
            (i) => `
          (local.set $x (v128.load (i32.add (local.get $x${i}) (i32.shl (local.get $column) (i32.const 1)))))
          (local.set $a${i} (i32x4.add (local.get $a${i}) (i32x4.dot_i16x8_s (local.get $p) (local.get $x))))
          (local.set $b${i} (i32x4.add (local.get $b${i}) (i32x4.dot_i16x8_s (local.get $q) (local.get $x))))`,
          )}
          (local.set $column (i32.add (local.get $column) (i32.const 8)))
          (br_if $eachColumn (i32.lt_u (local.get $column) (local.get $columns))))
        (local.set $scale (v128.load (i32.add (local.get $vectorScales) (i32.shl (local.get $vector) (i32.const 2)))))
        ${forEach('ab', (row, r) => sumAndStore(row, r))}
        (local.set $vector (i32.add (local.get $vector) (i32.const 4)))
        (br_if $eachVector (i32.lt_u (local.get $vector) (local.get $count))))
      (local.set $row (i32.add (local.get $row) (i32.const 2)))
      (br_if $eachRow (i32.lt_u (local.get $row) (local.get $rows))))))`

/** The lanes of the four sums of a row added up, scaled, with its bias, stored one for each vector. */
function sumAndStore(row: string, r: number): string {
  const pair = (a: string, b: string) =>
    `(i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $${a}) (local.get $${b}))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $${a}) (local.get $${b})))`
  const ofRow = (base: string) =>
    `(f32x4.splat (f32.load offset=${4 * r} (i32.add (local.get $${base}) (i32.shl (local.get $row) (i32.const 2)))))`
  return `
        (local.set $p ${pair(`${row}0`, `${row}1`)})
        (local.set $q ${pair(`${row}2`, `${row}3`)})
        (local.set $x (i32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $p) (local.get $q))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $p) (local.get $q))))
        (local.set $x (f32x4.max (f32x4.splat (f32.load (local.get $floor))) (f32x4.add ${ofRow('biases')}
          (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $x)) (local.get $scale)) ${ofRow('weightScales')}))))
        (local.set $to (i32.add (local.get $out) (i32.shl
          (i32.add (i32.mul (local.get $vector) (local.get $rows)) (local.get $row)) (i32.const 2))))
        ${forEach(
          '0123',
          (i) => `
        (v128.store32_lane offset=${4 * r} ${i} (local.get $to) (local.get $x))
        (local.set $to (i32.add (local.get $to) (i32.shl (local.get $rows) (i32.const 2))))`,
        )}`
}

function forEach(letters: string, write: (letter: string, i: number) => string): string {
  return Array.from(letters, write).join('\n')
}

/** Addresses in bytes, counts in elements; see the source. */
type Parameters = readonly [
  vectors: number,
  vectorScales: number,
  count: number,
  weights: number,
  weightScales: number,
  biases: number,
  columns: number,
  rows: number,
  floor: number,
  out: number,
]
type Multiply = (...parameters: Parameters) => void

/** The kernel over a memory. */
export function kernel(memory: WebAssembly.Memory): Multiply {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(source)), {
    encoder: { memory },
  })
  return instance.exports['multiply'] as Multiply
}
