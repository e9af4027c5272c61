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
  readonly #figures = new Map<string, number>()
  readonly name: string
  readonly help: string
  readonly kind: 'counter' | 'gauge'

  constructor(kind: 'counter' | 'gauge', name: string, help: string) {
    this.kind = kind
    this.name = name
    this.help = help
  }

  add(labels: Labels): void {
    const key = written(labels)
    this.#figures.set(key, (this.#figures.get(key) ?? 0) + 1)
  }

  set(labels: Labels, value: number): void {
    this.#figures.set(written(labels), value)
  }

  lines(): readonly string[] {
    return Array.from(this.#figures, ([labels, value]) => line(this.name, labels, value))
  }
}

/** How often a measure stayed below each of some bounds. */
export class Histogram implements Family {
  readonly kind = 'histogram'
  readonly name: string
  readonly help: string
  readonly #bounds: readonly number[]
  /** By labels: how many fell below each bound and above the one before, those above all at the end; and their sum. */
  readonly #figures = new Map<string, { readonly counts: number[]; sum: number }>()

  /** @param bounds in ascending order */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.name = name
    this.help = help
    this.#bounds = bounds
  }

  observe(labels: Labels, value: number): void {
    const key = written(labels)
    const figure = this.#figures.get(key) ?? { counts: this.#noCounts(), sum: 0 }
    this.#figures.set(key, figure)
    const bound = this.#bounds.findIndex((most) => value <= most)
    figure.counts[bound === -1 ? this.#bounds.length : bound]! += 1
    figure.sum += value
  }

  lines(): readonly string[] {
    return [...this.#figures].flatMap(([labels, figure]) => this.#linesOf(labels, figure))
  }

  #noCounts(): number[] {
    return Array.from({ length: this.#bounds.length + 1 }, () => 0)
  }

  #linesOf(labels: string, { counts, sum }: { counts: readonly number[]; sum: number }): string[] {
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

function written(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(',')
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
