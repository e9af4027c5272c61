/** A word of the text, or a parenthesised list of them. */
type Expression = string | readonly Expression[]

/** Instructions with their code; those of vectors are prefixed. Source: the WebAssembly specification, 5.4. */
const plainCodes: Readonly<Record<string, number>> = {
  br_if: 0x0d,
  'local.get': 0x20,
  'local.set': 0x21,
  'f32.load': 0x2a,
  'i32.const': 0x41,
  'i32.lt_u': 0x49,
  'i32.add': 0x6a,
  'i32.mul': 0x6c,
  'i32.shl': 0x74,
}

const vectorCodes: Readonly<Record<string, number>> = {
  'v128.load': 0x00,
  'v128.load8x8_s': 0x01,
  'v128.const': 0x0c,
  'i8x16.shuffle': 0x0d,
  'f32x4.splat': 0x13,
  'v128.store32_lane': 0x5a,
  'i32x4.add': 0xae,
  'i32x4.dot_i16x8_s': 0xba,
  'f32x4.add': 0xe4,
  'f32x4.mul': 0xe6,
  'f32x4.max': 0xe9,
  'f32x4.convert_i32x4_s': 0xfa,
}

const types: Readonly<Record<string, number>> = { i32: 0x7f, f32: 0x7d, v128: 0x7b }

/** What a module begins with: its name and version. */
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]

const [loop, end, emptyBlock, vectorPrefix] = [0x03, 0x0b, 0x40, 0xfd]

/**
 * Assembles the text form of WebAssembly, as far as a kernel needs it: folded instructions, one module that imports a
 * memory and exports its functions, which give nothing back. Throws on a word it does not know.
 */
export function assemble(text: string): Uint8Array<ArrayBuffer> {
  const [, [, from, name] = [], ...functions] = parse(text) as readonly (readonly Expression[])[]
  const parts = functions.map((one) => functionOf(one))
  const imported = [...nameOf(from), ...nameOf(name), 0x02, 0x00, 1]
  return Uint8Array.from([
    ...magic,
    ...section(
      1,
      parts.map(({ signature }) => signature),
    ),
    ...section(2, [imported]),
    ...section(
      3,
      parts.map((_, i) => [i]),
    ),
    ...section(
      7,
      parts.map(({ exported }, i) => [...exported, 0x00, i]),
    ),
    ...section(
      10,
      parts.map(({ body }) => sized(body)),
    ),
  ])
}

function parse(text: string): readonly Expression[] {
  const tokens = text.replaceAll(/;;.*/g, '').match(/[()]|"[^"]*"|[^\s()]+/g) ?? []
  let at = 0
  function list(): Expression[] {
    const found: Expression[] = []
    for (; at < tokens.length && tokens[at] !== ')'; at++) {
      if (tokens[at] === '(') {
        at++
        found.push(list())
      } else found.push(tokens[at]!)
    }
    return found
  }
  return list()[0] as readonly Expression[]
}

/** What is declared, its name, its type. */
type Declarations = readonly (readonly [string, string, string])[]

/** A function: `(func (export "name") (param …)* (local …)* instruction*)`. */
function functionOf([, exported, ...rest]: readonly Expression[]) {
  const declares = (one: Expression, what: string) => Array.isArray(one) && one[0] === what
  const parameters = rest.filter((one) =>
    declares(one, 'param'),
  ) as readonly Expression[] as Declarations
  const locals = rest.filter((one) =>
    declares(one, 'local'),
  ) as readonly Expression[] as Declarations
  const names = [...parameters, ...locals].map(([, name]) => name)
  const body = rest.slice(names.length).flatMap((one) => emit(one, { names, labels: [] }))
  return {
    exported: nameOf((exported as readonly Expression[])[1]),
    signature: [0x60, ...vector(parameters.map(([, , type]) => [types[type]!])), 0],
    body: [...vector(locals.map(([, , type]) => [1, types[type]!])), ...body, end],
  }
}

/** What a name means where an instruction stands: locals by number, labels by how far out they are. */
interface Scope {
  readonly names: readonly string[]
  readonly labels: readonly string[]
}

/** The bytes of a folded instruction: first what it works on, then itself. */
function emit(expression: Expression, scope: Scope): readonly number[] {
  const [instruction, ...rest] = expression as readonly [string, ...Expression[]]
  if (instruction === 'loop') {
    const [label, ...body] = rest as [string, ...Expression[]]
    const inner = { ...scope, labels: [label, ...scope.labels] }
    return [loop, emptyBlock, ...body.flatMap((one) => emit(one, inner)), end]
  }
  const operands = rest.filter((one) => typeof one !== 'string')
  const words = rest.filter((one) => typeof one === 'string')
  return [
    ...operands.flatMap((one) => emit(one, scope)),
    ...codeOf(instruction),
    ...immediates(instruction, words, scope),
  ]
}

function codeOf(instruction: string): readonly number[] {
  const plain = plainCodes[instruction]
  if (plain !== undefined) return [plain]
  const code = vectorCodes[instruction]
  if (code === undefined) throw new Error(`unknown instruction ${instruction}`)
  return [vectorPrefix, ...unsigned(code)]
}

function immediates(
  instruction: string,
  words: readonly string[],
  { names, labels }: Scope,
): readonly number[] {
  const [first = ''] = words
  if (instruction.startsWith('local.')) return unsigned(known(names, first))
  if (instruction === 'br_if') return unsigned(known(labels, first))
  if (instruction === 'i32.const') return signed(Number(first))
  if (instruction === 'v128.const') return Array.from({ length: 16 }, () => 0)
  if (instruction === 'i8x16.shuffle') return words.map(Number)
  if (!/load|store/.test(instruction)) return []
  const offset = words.find((word) => word.startsWith('offset='))?.slice('offset='.length) ?? 0
  const lane = instruction.endsWith('_lane') ? [Number(words.at(-1))] : []
  return [0, ...unsigned(Number(offset)), ...lane]
}

function known(names: readonly string[], name: string): number {
  const at = names.indexOf(name)
  if (at < 0) throw new Error(`unknown name ${name}`)
  return at
}

function section(id: number, entries: readonly (readonly number[])[]): readonly number[] {
  return [id, ...sized(vector(entries))]
}

function vector(entries: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(entries.length), ...entries.flat()]
}

function sized(bytes: readonly number[]): readonly number[] {
  return [...unsigned(bytes.length), ...bytes]
}

/** A name is written in quotation marks. */
function nameOf(quoted: Expression | undefined): readonly number[] {
  return sized([...Buffer.from(String(quoted).slice(1, -1))])
}

/** LEB128: seven bits to the byte, the lowest first. */
function unsigned(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value: number): readonly number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)]
}
