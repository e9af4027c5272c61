/**
 * Numbers by text, in a few bytes each: the text itself is not kept but two hashes of it, 52 bits in all, so that of a
 * million texts two are taken for one less than once in a thousand indexes. Filled first, then sealed, then asked.
 */
export class HashIndex {
  #buckets = new Uint32Array(1024)
  #keys = new Uint32Array(1024)
  #numbers = new Uint32Array(1024)
  #length = 0
  /** One more than the first entry of each bucket, and than the one after each entry; 0 for none. */
  #heads = new Uint32Array(0)
  #nexts = new Uint32Array(0)

  /** Adds a number under a text; the numbers of one text have to come in order. */
  add(text: string, number: number): void {
    if (this.#length === this.#keys.length) this.#grow()
    const at = this.#length++
    this.#buckets[at] = hash(text, seeds.bucket)
    this.#keys[at] = hash(text, seeds.key)
    this.#numbers[at] = number
  }

  /** Makes it ready to be asked; nothing is added afterwards. */
  seal(): void {
    let size = 1024
    while (size < this.#length) size *= 2
    this.#heads = new Uint32Array(size)
    this.#nexts = new Uint32Array(this.#length)
    for (let i = this.#length - 1; i >= 0; i--) {
      const bucket = this.#buckets[i]! & (size - 1)
      this.#nexts[i] = this.#heads[bucket]!
      this.#heads[bucket] = i + 1
    }
    this.#keys = this.#keys.slice(0, this.#length)
    this.#numbers = this.#numbers.slice(0, this.#length)
    this.#buckets = new Uint32Array(0)
  }

  /** The numbers under a text, each once, in order; null where there are more than `most`, which are not read. */
  get(text: string, most: number): readonly number[] | null {
    const key = hash(text, seeds.key)
    const found: number[] = []
    let at = this.#heads[hash(text, seeds.bucket) & (this.#heads.length - 1)] ?? 0
    for (; at !== 0; at = this.#nexts[at - 1]!) {
      if (this.#keys[at - 1] !== key || found.at(-1) === this.#numbers[at - 1]) continue
      if (found.length === most) return null
      found.push(this.#numbers[at - 1]!)
    }
    return found
  }

  /** Whether there is any number under a text. */
  has(text: string): boolean {
    return this.get(text, 0) === null
  }

  #grow(): void {
    const size = 2 * this.#keys.length
    this.#buckets = enlarged(this.#buckets, size)
    this.#keys = enlarged(this.#keys, size)
    this.#numbers = enlarged(this.#numbers, size)
  }
}

function enlarged(array: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size)
  larger.set(array)
  return larger
}

const seeds = { bucket: 0x811c9dc5, key: 0x9747b28c } as const

/** FNV-1a over code points, its bits mixed once more so that the low ones tell texts apart as well. */
function hash(text: string, seed: number): number {
  let h = seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.codePointAt(i)!, 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
