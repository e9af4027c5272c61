/** The names that tell one figure of a family from another, such as `{ source: 'library' }`; always in the same order. */
export type Labels = Readonly<Record<string, string | number>>

/** Figures that share a name, in the Prometheus text format: see https://prometheus.io/docs/instrumenting/exposition_formats/. */
export interface Family {
  readonly name: string
  /** What it counts, in a sentence. */
  readonly help: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  /** The lines of its figures, without line breaks. */
  lines(): readonly string[]
}

/** What a scrape is answered with. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/** The families as one text. */
export function exposition(families: readonly Family[]): string {
  return families.map(section).join('')
}

function section(family: Family): string {
  const { name, help, kind } = family
  const about = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return [`# HELP ${name} ${about}`, `# TYPE ${name} ${kind}`, ...family.lines(), ''].join('\n')
}

/** One figure for each set of labels: a counter that grows, or a gauge that is set. */
export class Tally implements Family {
  readonly #figures = new Map<string, { readonly labels: string; value: number }>()
  readonly name: string
  readonly help: string
  readonly kind: 'counter' | 'gauge'

  constructor(kind: 'counter' | 'gauge', name: string, help: string) {
    this.kind = kind
    this.name = name
    this.help = help
  }

  add(labels: Labels): void {
    this.#figure(labels).value += 1
  }

  set(labels: Labels, value: number): void {
    this.#figure(labels).value = value
  }

  lines(): readonly string[] {
    return Array.from(this.#figures.values(), ({ labels, value }) => line(this.name, labels, value))
  }

  #figure(labels: Labels): { value: number } {
    const key = keyOf(labels)
    const known = this.#figures.get(key)
    if (known !== undefined) return known
    const begun = { labels: written(labels), value: 0 }
    this.#figures.set(key, begun)
    return begun
  }
}

/** How often a measure with these labels fell below each bound and above the one before, above all at the end. */
interface Measured {
  readonly labels: string
  readonly counts: number[]
  sum: number
}

/** How often a measure stayed below each of some bounds. */
export class Histogram implements Family {
  readonly kind = 'histogram'
  readonly name: string
  readonly help: string
  readonly #bounds: readonly number[]
  readonly #figures = new Map<string, Measured>()

  /** @param bounds in ascending order */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.name = name
    this.help = help
    this.#bounds = bounds
  }

  observe(labels: Labels, value: number): void {
    const figure = this.#figure(labels)
    const bound = this.#bounds.findIndex((most) => value <= most)
    figure.counts[bound === -1 ? this.#bounds.length : bound]! += 1
    figure.sum += value
  }

  lines(): readonly string[] {
    return [...this.#figures.values()].flatMap((figure) => this.#linesOf(figure))
  }

  #figure(labels: Labels): Measured {
    const key = keyOf(labels)
    const known = this.#figures.get(key)
    if (known !== undefined) return known
    const counts = Array.from({ length: this.#bounds.length + 1 }, () => 0)
    const begun = { labels: written(labels), counts, sum: 0 }
    this.#figures.set(key, begun)
    return begun
  }

  #linesOf({ labels, counts, sum }: Measured): string[] {
    let below = 0
    const buckets = counts.map((count, i) => {
      below += count
      const within = [labels, `le="${this.#bounds[i] ?? '+Inf'}"`].filter(Boolean).join(',')
      return line(`${this.name}_bucket`, within, below)
    })
    return [
      ...buckets,
      line(`${this.name}_sum`, labels, sum),
      line(`${this.name}_count`, labels, below),
    ]
  }
}

/** A figure that is looked up whenever it is asked for. */
export function looked(
  kind: 'counter' | 'gauge',
  name: string,
  help: string,
  value: () => number,
): Family {
  return { kind, name, help, lines: () => [line(name, '', value())] }
}

function line(name: string, labels: string, value: number): string {
  return labels === '' ? `${name} ${value}` : `${name}{${labels}} ${value}`
}

/** Told from others of a family by its values alone: their names are always the same, and only a scrape writes them. */
function keyOf(labels: Labels): string {
  let key = ''
  for (const name in labels) key += `${labels[name]}\0`
  return key
}

function written(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(',')
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
