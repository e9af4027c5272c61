import type { Ordering, Value } from '../model/index.ts'
import { type Chunk, does, names } from './chunk.ts'
import type { Node } from './draft.ts'
import { pathBetween } from './paths.ts'
import { bestValue, hasWord, isAkin, isPerson, isRankable, Scene } from './scene.ts'
import type { Column, Table } from './schema.ts'
import { superlativeOf } from './vocabulary/adjectives.ts'
import { personWords } from './vocabulary/function-words.ts'
import { stemOf } from './words.ts'

/** Reads chunks from left to right into a scene. */
export function assemble(chunks: readonly Chunk[], scene: Scene): void {
  const reader = new Reader(chunks, scene)
  reader.read()
}

class Reader {
  readonly #chunks: readonly Chunk[]
  readonly #scene: Scene
  #at = 0
  /** The column named last, for "age of 40". */
  #lastColumn: { columns: readonly Column[]; at: number } | null = null
  #lastNumber: { node: Node; index: number } | null = null

  constructor(chunks: readonly Chunk[], scene: Scene) {
    this.#chunks = chunks
    this.#scene = scene
  }

  read(): void {
    for (; this.#at < this.#chunks.length; this.#at++) {
      const chunk = this.#chunks[this.#at]!
      if (chunk.op !== null) this.#operate(chunk)
      else if (names(chunk)) this.#name(chunk)
      else if (chunk.unknown) this.#unknown(chunk)
      else if (personWords.has(chunk.text) && this.#at < 4) this.#scene.asks ??= 'who'
    }
  }

  #next(n = 1): Chunk | undefined {
    return this.#chunks[this.#at + n]
  }

  /** The place of the next chunk that is not a mere link word, from `from` on. */
  #skip(
    from: number,
    ...skipped: readonly ('be' | 'plain' | 'preposition' | 'relative' | 'all')[]
  ): number {
    let i = from
    for (; i < this.#chunks.length; i++) {
      const chunk = this.#chunks[i]!
      if (chunk.op === null && !names(chunk) && !chunk.unknown && skipped.includes('plain'))
        continue
      if (does(chunk, 'be') && skipped.includes('be')) continue
      if (does(chunk, 'all') && skipped.includes('all')) continue
      if (does(chunk, 'preposition') && skipped.includes('preposition')) continue
      if (does(chunk, 'relative') && skipped.includes('relative')) continue
      break
    }
    return i
  }

  #unknown(chunk: Chunk): void {
    const hinted = this.#scene.nodes.length > 0 || this.#chunks.length > 1
    this.#scene.doubt += chunk.text.length <= 2 ? 0.05 : hinted ? 0.2 : 0.4
  }

  // Words that do something.

  #operate(chunk: Chunk): void {
    const { pending } = this.#scene
    const op = chunk.op!
    switch (op.op) {
      case 'count':
        pending.count = true
        break
      case 'how-much':
        pending.howMuch = true
        break
      case 'how':
        this.#scene.wanted.push({
          columns: [],
          adjective: op.adjective,
          aggregate: null,
          distinct: false,
          plural: false,
          after: this.#scene.nodes.length,
          isName: false,
        })
        break
      case 'aggregate':
        if (
          this.#ranksBefore(op.aggregate === 'maximum' ? 1 : op.aggregate === 'minimum' ? -1 : null)
        )
          break
        pending.aggregates.push(op.aggregate)
        break
      case 'superlative':
        if (this.#ranksBefore(op.adjective.direction)) break
        pending.superlative = op
        break
      case 'most':
        if (this.#ranksBefore(op.direction)) break
        pending.most = op.direction
        break
      case 'mode':
        pending.mode = op.direction
        break
      case 'compare':
        this.#compare(op)
        break
      case 'trailing':
        this.#retrace(op.ordering)
        break
      case 'between':
        this.#between()
        break
      case 'number':
        this.#number(op.value, chunk)
        break
      case 'dates':
        this.#dates(op.from, op.to)
        break
      case 'contains':
        this.#contains(op.how)
        break
      case 'each':
        pending.group = true
        break
      case 'by':
        pending.group = !this.#isAgent()
        break
      case 'order':
        pending.order = true
        break
      case 'direction':
        this.#direct(op.descending)
        break
      case 'not':
        pending.not = true
        break
      case 'or':
        pending.or = true
        break
      case 'distinct':
        pending.distinct = true
        break
      case 'top':
        pending.top = op.direction
        break
      case 'relative':
        if (this.#scene.focus !== null || op.word !== 'have') this.#scene.isWithin = true
        break
      case 'who':
        if (this.#scene.nodes.length === 0 && this.#scene.wanted.length === 0)
          this.#scene.asks = 'who'
        else this.#scene.isWithin = true
        break
      case 'where':
      case 'when':
        if (this.#at === 0 || this.#scene.nodes.length + this.#scene.wanted.length === 0)
          this.#scene.asks = op.op
        else this.#scene.isWithin = true
        break
      case 'average-of-all':
        this.#aboveAverage()
        break
      case 'preposition': {
        const keys = this.#scene.prepositions.get(op.word) ?? []
        if (keys.length > 0 && this.#scene.preferred.length === 0) this.#scene.preferred = keys
        break
      }
      case 'unit':
      case 'and':
      case 'comma':
      case 'both':
      case 'be':
      case 'any':
      case 'all':
      case 'wh':
      case 'percent':
        break
      default:
        op satisfies never
    }
  }

  /** "whose age is the greatest": the column stood before. */
  #ranksBefore(direction: 1 | -1 | null): boolean {
    const scene = this.#scene
    const last = this.#columnBefore()
    const before = this.#chunks.slice(last?.at ?? 0, this.#at)
    const isEnd = this.#next() === undefined || does(this.#next(), 'and', 'comma', 'preposition')
    if (
      direction === null ||
      last === null ||
      !isEnd ||
      scene.focus === null ||
      !before.some((one) => does(one, 'be'))
    )
      return false
    const ranked = last.columns.filter(isRankable)
    if (ranked.length === 0) return false
    if (scene.wanted.at(-1)?.columns === last.columns) scene.wanted.pop()
    const place = scene.place(ranked)
    if (place !== null) this.#rank(place.node, place.column, direction)
    this.#lastColumn = null
    return place !== null
  }

  /** "directed by X", "books by X": what follows is a value, or nothing that rows are grouped by. */
  #isAgent(): boolean {
    const next = this.#chunks[this.#skip(this.#at + 1, 'plain', 'all')]
    const before = this.#chunks[this.#at - 1]
    if (before?.op === null && /(?:ed|en|wn|ught|ld|de)$/.test(before.text) && before.weight < 2.5)
      return true
    return (
      next === undefined ||
      (next.values.length > 0 && next.tables.length + next.columns.length === 0) ||
      next.unknown
    )
  }

  #direct(descending: boolean): void {
    const { sorts } = this.#scene
    const last = sorts.at(-1)
    if (last !== undefined) sorts[sorts.length - 1] = { ...last, descending }
    else if (does(this.#next(), 'order') || does(this.#next(2), 'order'))
      this.#descending = descending
    else if (this.#scene.wanted.length + this.#scene.nodes.length > 0)
      sorts.push({
        columns: this.#lastColumn?.columns ?? [],
        adjective: null,
        count: null,
        aggregate: null,
        descending,
      })
  }

  #descending = false

  #compare(op: {
    ordering: Ordering
    adjective: import('./vocabulary/adjectives.ts').Adjective | null
    word: string
  }): void {
    const { pending } = this.#scene
    const next = this.#chunks[this.#skip(this.#at + 1, 'plain', 'be')]
    pending.compare = {
      op: pending.not ? negated(op.ordering) : op.ordering,
      adjective: op.adjective,
      word: op.word,
    }
    pending.not = false
    if (does(next, 'number', 'dates', 'average-of-all', 'aggregate', 'superlative', 'between'))
      return
    if (next !== undefined && next.values.length > 0 && next.tables.length === 0)
      return this.#compareWithRow(next)
    if (next !== undefined && (next.columns.length > 0 || next.tables.length > 0)) return
    pending.compare = null
  }

  /** "older than Anna", "more credits than DBMS". */
  #compareWithRow(chunk: Chunk): void {
    const scene = this.#scene
    const { compare } = scene.pending
    const option = bestValue(chunk, scene, undefined)
    if (compare === null || option === null) return
    const columns = this.#lastColumn?.columns ?? []
    const others: Chunk[] = []
    this.#at = this.#chunks.indexOf(chunk)
    while (this.#isValueAlone(this.#next())) {
      others.push(this.#next()!)
      this.#at++
    }
    scene.pending.compare = null
    scene.whenFocused(() => {
      const focus = scene.focus!
      const spoken =
        columns.length > 0
          ? scene.place(columns, isRankable)
          : compare.adjective === null
            ? null
            : scene.byAdjective(focus, compare.adjective)
      if (spoken === null || spoken === undefined) {
        scene.doubt += 0.4
        return
      }
      const flipped =
        'direction' in spoken &&
        compare.adjective !== null &&
        spoken.direction !== compare.adjective.direction
      const more = others.flatMap(
        ({ values }) =>
          values.find(
            ({ column }) => column.table === option.column.table && column !== option.column,
          ) ?? [],
      )
      const conditions = [option, ...more].map(
        ({ column, value }) => ({ kind: 'compare', column, op: '=', value }) as const,
      )
      const to: Node = { table: option.column.table, conditions, parent: null, implied: false }
      if (to.table !== spoken.column.table) {
        scene.doubt += 0.4
        return
      }
      scene.attach(spoken.node, {
        kind: 'relative',
        column: spoken.column,
        op: flipped ? mirrored(compare.op) : compare.op,
        to,
        of: spoken.column,
        aggregate: null,
      })
    })
  }

  #isValueAlone(chunk: Chunk | undefined): boolean {
    return (
      chunk !== undefined &&
      chunk.op === null &&
      chunk.values.length > 0 &&
      chunk.tables.length + chunk.columns.length === 0
    )
  }

  /** "above the average", "older than the average age". */
  #aboveAverage(): void {
    const scene = this.#scene
    const { compare } = scene.pending
    const next = this.#chunks[this.#skip(this.#at + 1, 'plain', 'preposition', 'all')]
    const columns =
      next !== undefined && next.columns.length > 0
        ? next.columns
        : (this.#lastColumn?.columns ?? [])
    if (compare === null) return
    if (next !== undefined && next.columns.length > 0) this.#at = this.#chunks.indexOf(next)
    scene.pending.compare = null
    scene.whenFocused(() => {
      const spoken =
        compare.adjective === null
          ? scene.place(columns, isRankable)
          : (scene.place(columns, isRankable) ?? scene.byAdjective(scene.focus!, compare.adjective))
      if (spoken === null) {
        scene.doubt += 0.4
        return
      }
      const to: Node = { table: spoken.column.table, conditions: [], parent: null, implied: true }
      scene.attach(spoken.node, {
        kind: 'relative',
        column: spoken.column,
        op: compare.op,
        to,
        of: spoken.column,
        aggregate: 'average',
      })
    })
  }

  #between(): void {
    const [low, high] = [this.#skip(this.#at + 1, 'plain'), 0]
    const first = this.#chunks[low]
    const second = this.#chunks[low + 2 + high]
    if (does(first, 'number') && does(second, 'number')) {
      const [least, greatest] = [valueOf(first!), valueOf(second!)]
      this.#at = low + 2
      this.#numeric(least, { range: greatest })
    } else if (does(first, 'dates') && does(second, 'dates')) {
      this.#at = low + 2
      const [from, to] = [first!.op, second!.op]
      if (from?.op === 'dates' && to?.op === 'dates') this.#dates(from.from, to.to)
    } else this.#scene.doubt += 0.3
  }

  #number(value: number, chunk: Chunk): void {
    const { pending } = this.#scene
    if (pending.top !== null) {
      this.#scene.limit = value
      const next = this.#chunks[this.#skip(this.#at + 1, 'plain')]
      if (!does(next, 'superlative', 'most') && pending.superlative === null)
        this.#ranksTop = pending.top
      pending.top = null
      return
    }
    if (does(this.#next(), 'superlative', 'most')) {
      this.#scene.limit = value
      return
    }
    const second = this.#next(2)
    if (does(this.#next(), 'or') && does(second, 'number') && this.#isColumnBefore()) {
      const all = [value]
      while (does(this.#next(), 'or', 'comma') && does(this.#next(2), 'number')) {
        all.push(valueOf(this.#next(2)!))
        this.#at += 2
      }
      this.#numeric(value, { values: all, chunk })
      return
    }
    this.#numeric(value, { chunk })
  }

  #ranksTop: 1 | -1 | null = null

  get ranksTop(): 1 | -1 | null {
    return this.#ranksTop
  }

  #isColumnBefore(): boolean {
    return this.#lastColumn !== null || does(this.#chunks[this.#at - 1], 'preposition')
  }

  /** A condition with a number: which column, or what count, is meant is found around it. */
  #numeric(
    value: number,
    { range, values, chunk }: { range?: number; values?: readonly number[]; chunk?: Chunk } = {},
  ): void {
    const scene = this.#scene
    const compare = scene.pending.compare
    scene.pending.compare = null
    const op = compare?.op ?? '='
    const after = this.#skip(this.#at + 1)
    const next = this.#chunks[after]
    const before = this.#columnBefore()
    const condition = (column: Column, flipped = false) =>
      range !== undefined
        ? ({
            kind: 'range',
            column,
            least: fitted(column, value, 'from'),
            greatest: fitted(column, range, 'to'),
          } as const)
        : values !== undefined
          ? ({ kind: 'in', column, values } as const)
          : yearCondition(column, flipped ? mirrored(op) : op, value)
    const put = (place: { node: Node; column: Column } | null, flipped = false) => {
      if (place === null) {
        scene.doubt += 0.5
        return
      }
      scene.attach(place.node, condition(place.column, flipped))
      this.#lastNumber = { node: place.node, index: place.node.conditions.length - 1 }
    }
    const isNumeric = (one: Column) =>
      ['number', 'date', 'key', 'time'].includes(one.role) ||
      (one.role === 'text' && compare === null && range === undefined && !isApart)
    const isApart = does(this.#chunks[this.#at - 1], 'preposition')
    if (before !== null && before.columns.some(isNumeric)) {
      this.#lastColumn = null
      scene.whenFocused(() => put(scene.place(before.columns, isNumeric)))
      return
    }
    if (this.#countBefore && compare !== null) {
      scene.having.push({ column: [], aggregate: null, count: true, op, value })
      return
    }
    if (
      next !== undefined &&
      next.op === null &&
      next.columns.some((one) => one.role === 'number') &&
      (next.tables.length === 0 || compare !== null) &&
      (next.tables.length === 0 || next.columns.some((one) => one.table === scene.focus?.table))
    ) {
      this.#at = after
      scene.whenFocused(() => put(scene.place(next.columns, (one) => one.role === 'number')))
      return
    }
    if (next !== undefined && next.tables.length > 0 && (compare !== null || scene.isWithin)) {
      this.#at = after
      this.#countOf(next.tables, op, value)
      return
    }
    if (next !== undefined && next.tables.length > 0 && compare === null && scene.focus === null) {
      scene.limit = value
      return
    }
    if (does(next, 'unit')) {
      const { op: unit } = next!
      this.#at = after
      scene.whenFocused(() => put(this.#byWords(unit?.op === 'unit' ? unit.columns : [])))
      return
    }
    if (
      chunk !== undefined &&
      chunk.values.length > 0 &&
      compare === null &&
      scene.focus !== null
    ) {
      const option = bestValue(chunk, scene, next)
      if (
        (option !== null && scene.nearest(option.column.table) !== null) ||
        (option !== null && scene.open(option.column.table) !== undefined)
      ) {
        put(scene.place([option!.column]))
        return
      }
    }
    scene.whenFocused(() => {
      const found = compare?.adjective == null ? null : this.#byAdjective(compare.adjective)
      if (found !== null) return put(found, found.direction !== compare?.adjective?.direction)
      put(this.#byRange(value))
    })
  }

  #countBefore = false

  #byAdjective(adjective: import('./vocabulary/adjectives.ts').Adjective) {
    const found = this.#scene.nodes
      .toReversed()
      .flatMap((node) => this.#scene.byAdjective(node, adjective) ?? [])
    return found.toSorted((a, b) => a.rank - b.rank)[0] ?? null
  }

  #byWords(words: readonly string[]): { node: Node; column: Column } | null {
    for (const node of this.#scene.nodes.toReversed())
      for (const word of words) {
        const column = node.table.columns.find(
          (one) => isRankable(one) && one.role !== 'date' && hasWord(one, stemOf(word)),
        )
        if (column !== undefined) return { node, column }
      }
    return null
  }

  /** The column whose values hold a number: years for 2014, else an only one. */
  #byRange(value: number): { node: Node; column: Column } | null {
    const isYear = Number.isInteger(value) && value >= 1000 && value <= 2999
    for (const node of this.#scene.nodes.toReversed()) {
      const { columns } = node.table
      const year = columns.find((one) => hasWord(one, 'year') && one.role !== 'key')
      if (isYear && year !== undefined) return { node, column: year }
      const dates = columns.filter((one) => one.role === 'date')
      if (isYear && dates[0] !== undefined) return { node, column: dates[0] }
    }
    if (isYear) {
      for (const node of this.#scene.nodes.toReversed())
        for (const link of node.table.links) {
          const column = link.to.table.columns.find(
            (one) => (hasWord(one, 'year') && one.role !== 'key') || one.role === 'date',
          )
          if (column !== undefined) return this.#scene.place([column])
        }
    }
    for (const node of this.#scene.nodes.toReversed()) {
      const age = node.table.columns.find((one) => one.role === 'number' && hasWord(one, 'age'))
      if (age !== undefined) return { node, column: age }
      const within = node.table.columns.filter((one) => one.role === 'number' && holds(one, value))
      if (within.length === 1) return { node, column: within[0]! }
    }
    return null
  }

  /** "more than 3 orders". */
  #countOf(tables: readonly Table[], op: Ordering, value: number): void {
    const scene = this.#scene
    const { not } = scene.pending
    scene.pending.not = false
    scene.whenFocused(() => {
      if (scene.focus!.implied && tables.includes(scene.focus!.table)) {
        scene.having.push({ column: [], aggregate: null, count: true, op, value })
        return
      }
      for (const table of tables) {
        const near = scene.nearest(table)
        if (near === null) continue
        const child: Node = { table, conditions: [], parent: near.parent, implied: false }
        scene.nodes.push(child)
        near.parent.conditions.push({
          kind: 'measure',
          measure: { kind: 'linked', aggregate: 'count', column: null, child, path: near.path },
          op,
          value,
          negated: not,
        })
        return
      }
      scene.doubt += 0.5
    })
  }

  #retrace(op: Ordering): void {
    const last = this.#lastNumber
    const condition = last?.node.conditions[last.index]
    if (last === null || condition === undefined) return
    if (condition.kind === 'compare' || condition.kind === 'measure')
      last.node.conditions[last.index] = { ...condition, op }
    else if (condition.kind === 'range') {
      const { column, least, greatest } = condition
      const value = op === '>=' ? least : greatest
      last.node.conditions[last.index] = { kind: 'compare', column, op, value }
    }
  }

  #dates(from: string, to: string): void {
    const scene = this.#scene
    const compare = scene.pending.compare
    scene.pending.compare = null
    const before = this.#columnBefore()
    scene.whenFocused(() => {
      const dated = (one: Column) => one.role === 'date'
      const place =
        (before === null ? null : scene.place(before.columns, dated)) ??
        scene.nodes
          .toReversed()
          .flatMap((node) =>
            node.table.columns.filter(dated).map((column) => ({ node, column })),
          )[0] ??
        null
      if (place === null) {
        scene.doubt += 0.5
        return
      }
      const { column } = place
      if (compare === null)
        scene.attach(place.node, {
          kind: 'range',
          column,
          least: from,
          greatest: atEnd(column, to),
        })
      else
        scene.attach(place.node, {
          kind: 'compare',
          column,
          op: compare.op,
          value: compare.op === '>' || compare.op === '<=' ? atEnd(column, to) : from,
        })
    })
  }

  #contains(how: 'contains' | 'starts' | 'ends'): void {
    const scene = this.#scene
    const at = this.#skip(this.#at + 1, 'plain')
    const chunk = this.#chunks[at]
    if (chunk === undefined) return
    if (!chunk.quoted && (chunk.op !== null || chunk.tables.length + chunk.columns.length > 0))
      return
    const before = this.#columnBefore()
    this.#at = at
    const text = chunk.text
    scene.whenFocused(() => {
      const place =
        (before === null ? null : scene.place(before.columns, (one) => one.role === 'text')) ??
        scene.nodes
          .toReversed()
          .flatMap((node) => node.table.naming.map((column) => ({ node, column })))[0] ??
        null
      if (place === null) scene.doubt += 0.5
      else scene.attach(place.node, { kind: 'match', column: place.column, how, text })
    })
  }

  /** The column named just before, with nothing but link words between. */
  #columnBefore(): { columns: readonly Column[]; at: number } | null {
    const last = this.#lastColumn
    if (last === null) return null
    const between = this.#chunks.slice(last.at + 1, this.#at)
    const isNear = between.every(
      (chunk) =>
        does(
          chunk,
          'be',
          'not',
          'compare',
          'between',
          'contains',
          'number',
          'preposition',
          'or',
          'and',
          'relative',
          'each',
        ) ||
        (chunk.op === null && !names(chunk)),
    )
    return isNear ? last : null
  }

  // Words that name something.

  #name(chunk: Chunk): void {
    switch (this.#roleOf(chunk)) {
      case 'table':
        return this.#table(chunk)
      case 'column':
        return this.#column(chunk)
      case 'value':
        return this.#value(chunk)
    }
  }

  #roleOf(chunk: Chunk): 'table' | 'column' | 'value' {
    const { tables, columns, values } = chunk
    const { pending, focus, wanted } = this.#scene
    if (tables.length === 0 && columns.length === 0) return 'value'
    if (values.length > 0 && this.#isValueHere(chunk)) return 'value'
    if (tables.length === 0) return 'column'
    if (columns.length === 0) return 'table'
    const owned = columns.some((one) => one.table === focus?.table && one.link === null)
    if ((pending.group || pending.order) && owned) return 'column'
    if (pending.count && !pending.group) return owned && focus !== null ? 'column' : 'table'
    const previous = this.#chunks[this.#at - 1]
    const beforeThat = this.#chunks[this.#at - 2]
    const isListed =
      does(previous, 'and', 'comma') &&
      beforeThat !== undefined &&
      beforeThat.columns.length > 0 &&
      (wanted.length > 0 || does(beforeThat, 'comma'))
    const follows = this.#chunks
      .slice(this.#at + 1, this.#at + 12)
      .find((one) => one.tables.length > 0 && one.columns.length === 0)
    const isOwned =
      follows !== undefined && columns.some((one) => follows.tables.includes(one.table))
    if (
      focus === null &&
      isOwned &&
      (isListed || does(this.#next(), 'and', 'comma') || does(this.#next(), 'preposition'))
    )
      return 'column'
    if (isListed && (isOwned || owned)) return 'column'
    if (
      focus !== null &&
      owned &&
      does(this.#chunks[this.#skip(this.#at + 1)], 'be', 'compare', 'number')
    )
      return 'column'
    if (
      focus !== null &&
      owned &&
      this.#chunks[this.#at + 1]?.values.some(({ column }) => columns.includes(column))
    )
      return 'column'
    return 'table'
  }

  /** Words that name a column and are a value of another: the value where a thing was named that has it. */
  #isValueHere(chunk: Chunk): boolean {
    const { focus } = this.#scene
    if (chunk.quoted) return true
    if (chunk.weight >= 2.6) return false
    const last = this.#columnBefore()
    if (last !== null && chunk.values.some(({ column }) => last.columns.includes(column)))
      return true
    return (
      chunk.weight < 1.6 &&
      focus !== null &&
      chunk.values.some(({ column, score }) => score === 1 && column.table === focus.table)
    )
  }

  #table(chunk: Chunk): void {
    const scene = this.#scene
    if (chunk.tables.every(relatesItself) && this.#relation(chunk)) return
    const { pending } = scene
    const [table] = this.#preferred(chunk.tables)
    if (table === undefined) return
    if (pending.group) {
      pending.group = false
      scene.groups.push({ tables: chunk.tables, columns: chunk.columns })
      return
    }
    if (pending.order) {
      pending.order = false
      scene.sorts.push({
        columns: chunk.columns,
        adjective: null,
        count: table,
        aggregate: null,
        descending: this.#descending,
      })
      pending.count = false
      return
    }
    if (pending.count) {
      pending.count = false
      if (scene.isWithin && scene.focus !== null && this.#comparesNext()) {
        const at = this.#skip(this.#at + 1, 'be', 'plain')
        const compare = this.#chunks[at]
        const number = this.#chunks[this.#skip(at + 1, 'plain')]
        if (compare?.op?.op === 'compare' && does(number, 'number')) {
          this.#at = this.#chunks.indexOf(number!)
          this.#countOf([table], compare.op.ordering, valueOf(number!))
          return
        }
      }
      if (pending.most !== null || pending.superlative !== null) {
        const direction = pending.most ?? pending.superlative!.adjective.direction
        pending.most = null
        pending.superlative = null
        this.#most(table, direction)
        return
      }
      scene.counted.push({ table, node: this.#enter(table), column: null })
      return
    }
    if (pending.most !== null) {
      const direction = pending.most
      pending.most = null
      this.#most(table, direction)
      return
    }
    if (pending.mode !== null && scene.focus === null) {
      // "the most common room of guests" names a column, a table has its linked rows counted.
      scene.ranksGroups = pending.mode
      pending.mode = null
    }
    const node = this.#enter(table)
    if (node === null) {
      scene.doubt += 0.5
      return
    }
    if (pending.superlative !== null) this.#superlative(node)
    this.#lastColumn = null
  }

  #comparesNext(): boolean {
    return does(this.#chunks[this.#skip(this.#at + 1, 'be', 'plain')], 'compare')
  }

  /** Of several tables called alike the one that is there already, else the nearest. */
  #preferred(tables: readonly Table[]): readonly Table[] {
    const { nodes } = this.#scene
    const open = tables.filter((table) => nodes.some((node) => node.table === table))
    if (open.length > 0) return open
    if (nodes.length === 0) return tables
    return tables.filter((table) => this.#scene.nearest(table) !== null).concat(tables)
  }

  /** A table is named: again, or as something new that hangs on what was there. */
  #enter(table: Table): Node | null {
    const scene = this.#scene
    const { pending } = scene
    if (scene.focus !== null && (scene.relation !== null || scene.preferred.length > 0)) {
      const related = scene.addRelated(table, pending.not)
      if (related !== null) {
        pending.not = false
        return related
      }
    }
    const open = scene.open(table)
    const previous = this.#chunks[this.#at - 1]
    const isAnother = open !== undefined && scene.isWithin && this.#relates(previous)
    if (open !== undefined && !isAnother) return open
    if (scene.focus === null && scene.asks === 'who') this.#enterPerson(table)
    const { not } = pending
    pending.not = false
    return scene.addNode(table, { negated: not })
  }

  /** "who sings in the opera": the people that what is named has to do with. */
  #enterPerson(table: Table): void {
    const scene = this.#scene
    const leads = this.#chunks.some(
      ({ columns, tables }) => tables.length === 0 && columns.some(({ link }) => link !== null),
    )
    if (isPerson(table) || leads || scene.wanted.length > 0) return
    const paths = scene.schema.tables.flatMap((one) => {
      const isNamed = this.#chunks.some(
        ({ unknown, text }) =>
          unknown && one.called.concat(one.name).some((name) => isAkin(stemOf(text), stemOf(name))),
      )
      const path = isPerson(one) || isNamed ? pathBetween(table, one, scene.hint) : null
      if (path === null) return []
      const hinted = path.reduce((sum, link) => sum + scene.hint(link), 0)
      // Of two people in one relation the first is who does it.
      const last = path.at(-1)
      const place = last === undefined ? 0 : last.from.table.columns.indexOf(last.from) * 0.01
      return [{ one, cost: path.length + place - hinted - (isNamed ? 1 : 0) }]
    })
    const [nearest] = paths.toSorted((a, b) => a.cost - b.cost)
    if (nearest !== undefined) scene.addNode(nearest.one, { implied: true })
  }

  /** A verb or the name of a relation stood between: "states that border states". */
  #relates(previous: Chunk | undefined): boolean {
    return previous?.unknown === true
  }

  #superlative(node: Node): void {
    const scene = this.#scene
    const said = scene.pending.superlative
    if (said === null) return
    scene.pending.superlative = null
    const found = scene.byAdjective(node, said.adjective)
    if (found !== null) {
      this.#rank(found.node, found.column, found.direction)
      return
    }
    scene.doubt += 0.4
  }

  /** The most or the least of a column: all that share it, or so many in order. */
  #rank(node: Node, column: Column, direction: 1 | -1): void {
    const scene = this.#scene
    if (scene.limit !== null && node === scene.focus) {
      scene.sorts.push({
        columns: [column],
        adjective: null,
        count: null,
        aggregate: null,
        descending: direction > 0,
      })
      return
    }
    scene.attach(node, { kind: 'extreme', measure: { kind: 'column', column }, direction })
  }

  /** "the most orders". */
  #most(table: Table, direction: 1 | -1): void {
    const scene = this.#scene
    scene.whenFocused(() => {
      if (scene.focus!.table === table && scene.nodes.length === 1) {
        scene.ranksGroups = direction
        return
      }
      const near = scene.nearest(table)
      if (near === null) {
        scene.doubt += 0.5
        return
      }
      const [link] = near.path
      if (near.path.length === 1 && link!.toOne && near.parent.table.repeats) {
        scene.sorts.push({
          columns: [link!.from],
          adjective: null,
          count: null,
          aggregate: 'count',
          descending: direction > 0,
        })
        scene.ranksGroups = direction
        return
      }
      const child: Node = { table, conditions: [], parent: near.parent, implied: false }
      scene.nodes.push(child)
      if (scene.limit !== null) {
        scene.sorts.push({
          columns: [],
          adjective: null,
          count: table,
          aggregate: null,
          descending: direction > 0,
        })
        return
      }
      near.parent.conditions.push({
        kind: 'extreme',
        measure: { kind: 'linked', aggregate: 'count', column: null, child, path: near.path },
        direction,
      })
    })
  }

  #column(chunk: Chunk): void {
    const scene = this.#scene
    const { pending } = scene
    const columns = chunk.columns
    if (this.#relation(chunk)) return
    if (this.#saidAlready(chunk)) return
    const isName =
      columns[0]!.table.naming.length > 1 &&
      columns[0]!.table.naming.includes(columns[0]!) &&
      /^(?:(?:full|first and last|first name and last) )?names?$/.test(chunk.text)
    this.#lastColumn = { columns, at: this.#at }
    if (pending.group && this.#ranksTop !== null && columns.some(isRankable)) {
      pending.group = false
      scene.sorts.push({
        columns: columns.filter(isRankable),
        adjective: null,
        count: null,
        aggregate: null,
        descending: this.#ranksTop > 0,
      })
      return
    }
    const ranked = columns.find(isRankable)
    const extreme =
      scene.focus?.conditions.findIndex(
        (one) => one.kind === 'extreme' && one.measure.kind === 'column',
      ) ?? -1
    if (
      pending.group &&
      ranked !== undefined &&
      ranked.table === scene.focus?.table &&
      extreme >= 0 &&
      does(this.#chunks[this.#at - 1], 'by')
    ) {
      pending.group = false
      const known = scene.focus.conditions[extreme]!
      if (known.kind === 'extreme')
        scene.focus.conditions[extreme] = { ...known, measure: { kind: 'column', column: ranked } }
      return
    }
    if (pending.group) {
      pending.group = false
      this.#lastColumn = null
      scene.groups.push({ tables: chunk.tables, columns })
      if (
        does(this.#next(), 'and') &&
        this.#next(2)?.columns.length &&
        this.#chunks[this.#at + 3] === undefined
      )
        pending.group = true
      return
    }
    if (pending.order) {
      pending.order = false
      scene.sorts.push({
        columns,
        adjective: null,
        count: null,
        aggregate: pending.aggregates.shift() ?? null,
        descending: this.#descending,
      })
      return
    }
    const noun = this.#next()
    const keys = chunk.weight < 2 ? columns.filter(({ link }) => link !== null) : []
    if (noun?.tables.some((table) => keys.some((one) => one.table === table)) === true) {
      scene.preferred = keys
      this.#lastColumn = null
      return
    }
    if (chunk.weight < 2 && scene.focus !== null && columns.every(({ link }) => link !== null)) {
      scene.preferred = columns
      this.#lastColumn = null
      return
    }
    if (this.#isCondition(chunk)) return
    if (pending.mode !== null) {
      scene.groups.push({ tables: [], columns })
      scene.ranksGroups = pending.mode
      pending.mode = null
      return
    }
    if (this.#extremeByName(chunk)) return
    const direction = pending.superlative?.adjective.direction ?? pending.most
    if (direction !== null && direction !== undefined) return this.#mostOf(columns, direction)
    if (pending.compare !== null && this.#compareColumn(columns)) return
    const want = (aggregate: import('../model/index.ts').Aggregate | null) =>
      scene.wanted.push({
        columns,
        adjective: null,
        aggregate,
        distinct: pending.distinct,
        plural: chunk.plural,
        after: scene.nodes.length,
        isName,
        byKey: /\b(?:ids?|codes?|numbers?)$/.test(chunk.text),
        owner: this.#ownerOf(columns),
      })
    if (pending.count && columns.every((one) => one.role === 'flag')) return this.#flag(columns)
    if (pending.count || pending.howMuch) {
      const numeric =
        columns.some((one) => one.role === 'number') &&
        !columns.some((one) => one.table.naming.includes(one))
      const { howMuch } = pending
      pending.count = false
      pending.howMuch = false
      if (numeric || howMuch) want(pending.aggregates.shift() ?? null)
      else
        scene.counted.push({
          table: null,
          node: null,
          column: {
            columns,
            adjective: null,
            aggregate: 'count',
            distinct: true,
            plural: true,
            after: scene.nodes.length,
            isName: false,
          },
        })
      return
    }
    const [first] = pending.aggregates
    if (scene.isWithin && scene.focus !== null && (first === 'maximum' || first === 'minimum')) {
      pending.aggregates = []
      return this.#mostOf(columns, first === 'maximum' ? 1 : -1)
    }
    if (pending.aggregates.length > 0) {
      for (const aggregate of pending.aggregates) want(aggregate)
      const isListed = does(this.#next(), 'and', 'comma') && this.#next(2)?.columns.length
      if (!isListed) pending.aggregates = []
      return
    }
    if (pending.not && scene.focus !== null) {
      const place = scene.place(columns)
      if (place !== null)
        scene.attach(place.node, { kind: 'compare', column: place.column, op: '!=', value: null })
      return
    }
    if (
      columns.every((one) => one.role === 'flag') &&
      !does(this.#next(), 'preposition', 'and', 'comma')
    )
      return this.#flag(columns)
    const isKnown = scene.wanted.some((one) => one.columns[0] === columns[0])
    if (!isKnown) want(null)
    pending.distinct = false
  }

  /** "what state is Austin the capital of": the column of what was said of the thing asked for. */
  #saidAlready({ columns }: Chunk): boolean {
    const { focus } = this.#scene
    const isLast = does(this.#next(), 'preposition') && this.#next(2) === undefined
    return (
      isLast &&
      focus !== null &&
      focus.conditions.some((one) => one.kind === 'compare' && columns.includes(one.column))
    )
  }

  /** "states that border Texas": a word for a relation of a thing with others of its kind. */
  #relation(chunk: Chunk): boolean {
    const scene = this.#scene
    const tables = [
      ...chunk.tables,
      ...chunk.columns.filter(({ link }) => link !== null).map(({ table }) => table),
    ]
    const others = chunk.columns.some(({ link }) => link === null)
    const relation = tables.find((table) => relatesItself(table))
    if (relation === undefined || others) return false
    scene.relation = relation
    this.#lastColumn = null
    return true
  }

  /** "stadium name" and "name of the stadium"; what is listed after it has the same owner. */
  #ownerOf(columns: readonly Column[]): Node | 'next' | null {
    const scene = this.#scene
    const previous = this.#chunks[this.#at - 1]
    const open = previous?.tables
      .map((table) => scene.open(table))
      .find((node) => node !== undefined)
    if (open !== undefined && columns.some((one) => one.table === open.table)) return open
    const rest = this.#chunks.slice(this.#at + 1)
    const end = rest.findIndex(
      (one) =>
        !(
          does(one, 'and', 'comma', 'aggregate', 'count') ||
          (one.op === null && one.tables.length === 0)
        ),
    )
    if (does(rest[end], 'preposition') && !does(previous, 'relative')) return 'next'
    const last = scene.wanted.at(-1)?.owner
    return does(previous, 'and', 'comma') && last !== undefined && last !== 'next' ? last : null
  }

  /** "active members", "with Wi-Fi". */
  #flag(columns: readonly Column[]): void {
    const scene = this.#scene
    scene.whenFocused(() => {
      const place = scene.place(columns)
      if (place !== null)
        scene.attach(place.node, {
          kind: 'compare',
          column: place.column,
          op: '=',
          value: flagValue(place.column),
        })
    })
  }

  /** A column called `highest_elevation`: "the state with the highest elevation", "the highest point in Texas". */
  #extremeByName(chunk: Chunk): boolean {
    const scene = this.#scene
    const [column] = chunk.columns
    const word = chunk.text.split(' ').find((one) => superlativeOf(one) !== undefined)
    const adjective = word === undefined ? undefined : superlativeOf(word)
    if (
      column === undefined ||
      adjective === undefined ||
      chunk.plural ||
      !hasWord(column, stemOf(word!))
    )
      return false
    const ranked = isRankable(column)
      ? column
      : column.table.columns.find((one) => isRankable(one) && hasWord(one, stemOf(word!)))
    if (ranked === undefined) return false
    const isAsked = scene.focus === null && !scene.isWithin
    if (isAsked) {
      if (isRankable(column)) return false
      scene.atEnd.push(() => {
        const place = scene.nodes.some(isSingle) ? null : scene.place([ranked])
        if (place !== null)
          scene.attach(place.node, {
            kind: 'extreme',
            measure: { kind: 'column', column: ranked },
            direction: adjective.direction,
          })
      })
      return false
    }
    const place = scene.place([ranked])
    if (place === null) return false
    scene.attach(place.node, {
      kind: 'extreme',
      measure: { kind: 'column', column: ranked },
      direction: adjective.direction,
    })
    return true
  }

  /** "more than 30 pages" is read at the number; "cost more than the laptop" at the thing. */
  #compareColumn(columns: readonly Column[]): boolean {
    const next = this.#chunks[this.#skip(this.#at + 1, 'plain', 'preposition')]
    if (!does(next, 'compare') && next?.values.length) {
      this.#lastColumn = { columns, at: this.#at }
      this.#compareWithRow(next)
      return true
    }
    return false
  }

  #mostOf(columns: readonly Column[], direction: 1 | -1): void {
    const scene = this.#scene
    const { pending } = scene
    const family = pending.superlative?.adjective
    pending.superlative = null
    pending.most = null
    const [aggregate] = pending.aggregates
    pending.aggregates = []
    const ranked = columns.filter(isRankable)
    if (aggregate !== undefined) {
      scene.sorts.push({
        columns: ranked,
        adjective: null,
        count: null,
        aggregate,
        descending: direction > 0,
      })
      scene.ranksGroups = direction
      return
    }
    if (ranked.length === 0) {
      scene.wanted.push({
        columns,
        adjective: null,
        aggregate: null,
        distinct: false,
        plural: false,
        after: scene.nodes.length,
        isName: false,
      })
      if (family !== undefined) pending.superlative = { adjective: family, word: '' }
      else pending.most = direction
      return
    }
    if (scene.focus === null && scene.wanted.length === 0 && !scene.asks) {
      scene.wanted.push({
        columns: ranked,
        adjective: null,
        aggregate: direction > 0 ? 'maximum' : 'minimum',
        distinct: false,
        plural: false,
        after: scene.nodes.length,
        isName: false,
      })
      return
    }
    scene.whenFocused(() => {
      const own = scene.nodes
        .filter((node) => !isSingle(node))
        .toReversed()
        .flatMap((node) => ranked.find((one) => one.table === node.table) ?? [])
        .map((column) => ({ column, node: scene.open(column.table)! }))
      const place = own[0] ?? scene.place(ranked)
      if (place !== null) this.#rank(place.node, place.column, direction)
      else scene.doubt += 0.5
    })
  }

  /** A column with what it must be right after it; reads the values, numbers are read where they stand. */
  #isCondition(chunk: Chunk): boolean {
    const scene = this.#scene
    const at = this.#skip(this.#at + 1, 'be', 'plain')
    const next = this.#chunks[at]
    if (next === undefined) return false
    if (does(next, 'compare', 'between', 'contains')) {
      if (scene.pending.aggregates.length > 0) return this.#havingComputed(chunk, at)
      return true
    }
    if (does(next, 'number', 'dates') && !scene.pending.count) return true
    if (
      does(next, 'preposition') &&
      next.text === 'of' &&
      does(this.#chunks[at + 1], 'number', 'compare', 'between') &&
      this.#at > 0
    )
      return true
    const isNot = does(next, 'not')
    const start = isNot
      ? this.#skip(at + 1, 'plain', 'be')
      : this.#skip(
          at,
          'plain',
          'be',
          ...(scene.isWithin || (this.#at > 0 && does(this.#chunks[this.#at - 1], 'preposition'))
            ? (['preposition'] as const)
            : []),
        )
    const value = this.#chunks[start]
    if (isNot && does(value, 'number', 'dates', 'compare')) return true
    if (value === undefined || value.values.length === 0) return this.#literal(chunk, value, at)
    const options = value.values.filter(({ column }) =>
      chunk.columns.some((one) => leadsTo(one, column)),
    )
    if (options.length === 0) return this.#literal(chunk, value, at)
    if (isNot) scene.pending.not = true
    this.#at = start
    this.#values({ ...value, values: options })
    return true
  }

  /** "whose title is 'Unknown'": a value that stands nowhere, as it was written. */
  #literal(chunk: Chunk, value: Chunk | undefined, at: number): boolean {
    const scene = this.#scene
    const isAfter = value !== undefined && at === this.#chunks.indexOf(value)
    const isSaid = value?.quoted === true || (value?.unknown === true && scene.isWithin)
    if (value === undefined || !isAfter || !isSaid) return false
    if (!value.quoted) scene.doubt += 0.3
    this.#at = at
    scene.whenFocused(() => {
      const place = scene.place(chunk.columns)
      if (place !== null)
        scene.attach(place.node, {
          kind: 'compare',
          column: place.column,
          op: '=',
          value: value.text,
        })
    })
    return true
  }

  /** "with an average age above 40". */
  #havingComputed(chunk: Chunk, at: number): boolean {
    const scene = this.#scene
    const compare = this.#chunks[at]
    const number = this.#chunks[this.#skip(at + 1, 'plain', 'be')]
    const aggregate = scene.pending.aggregates.shift()
    if (aggregate === undefined || compare?.op?.op !== 'compare' || !does(number, 'number'))
      return true
    scene.having.push({
      column: chunk.columns,
      aggregate,
      count: false,
      op: compare.op.ordering,
      value: valueOf(number!),
    })
    this.#at = this.#chunks.indexOf(number!)
    return true
  }

  #value(chunk: Chunk): void {
    const scene = this.#scene
    if (scene.pending.compare !== null) {
      this.#compareWithRow(chunk)
      return
    }
    this.#values(chunk)
  }

  /** One value, or several of one column with commas, "or" and "and" between them. */
  #values(chunk: Chunk): void {
    const scene = this.#scene
    const { pending } = scene
    const group = [chunk]
    for (let i = this.#at + 1; i < this.#chunks.length; i++) {
      const other = this.#chunks[i]!
      if (
        does(other, 'comma', 'or', 'and') ||
        (does(other, 'preposition') && does(this.#chunks[i - 1], 'or', 'and', 'comma'))
      )
        continue
      const shares = other.values.some(({ column }) =>
        chunk.values.some((one) => one.column === column),
      )
      if (
        !shares ||
        other.tables.length > 0 ||
        !does(this.#chunks[i - 1], 'comma', 'or', 'and', 'preposition')
      )
        break
      group.push(other)
      this.#at = i
    }
    const next = this.#chunks[this.#skip(this.#at + 1, 'plain')]
    const [not, or] = [pending.not, pending.or]
    const [relation, preferred] = [scene.relation, scene.preferred]
    pending.not = false
    pending.or = false
    scene.preferred = []
    const isBeside = this.#besideOf()
    const after = this.#next()
    if (
      after !== undefined &&
      after.op === null &&
      after.tables.length === 0 &&
      after.columns.some((one) => chunk.values.some(({ column }) => leadsTo(one, column))) &&
      !does(this.#next(2), 'be', 'compare', 'number')
    )
      this.#at++
    const act = () => {
      const related = chunk.values.filter(
        ({ column }) =>
          relation?.links.some(({ to }) => to.table === column.table) === true &&
          column.table.naming.includes(column),
      )
      scene.relation = relation
      scene.preferred = preferred
      const option = bestValue(
        related.length > 0 ? { ...chunk, values: related } : chunk,
        scene,
        next,
        isBeside,
      )
      if (option === null) return
      pending.not = not
      pending.or = or
      this.#say(option, group)
      scene.preferred = []
    }
    if (next?.tables.length && scene.focus === null) {
      scene.whenFocused(act)
      return
    }
    scene.whenFocused(act)
  }

  /** Tables named right before, or with nothing but "is" or "called" between. */
  #besideOf(): (table: Table) => boolean {
    const isArticle = (one: Chunk) =>
      ['the', 'a', 'an', 'prof', 'dr', 'mr', 'mrs', 'ms'].includes(one.text)
    const before = this.#chunks.slice(0, this.#at).findLast((one) => !isArticle(one))
    const i = before === undefined ? -1 : this.#chunks.indexOf(before)
    const named = does(before, 'be')
      ? this.#chunks.slice(0, i).findLast((one) => one.op !== null || names(one))
      : before
    const isSubject =
      does(before, 'be') && before !== undefined && /^(?:is|are|was|were)$/.test(before.text)
    const isColumn = named !== undefined && named.columns.length > 0 && named.tables.length === 0
    return (table) =>
      (!isSubject && named?.tables.includes(table) === true) ||
      (isColumn && named.columns.some((one) => one.table === table && table.naming.includes(one)))
  }

  #say(option: import('./chunk.ts').ValueOption, group: readonly Chunk[]): void {
    const scene = this.#scene
    const { column } = option
    const sameColumn = group.map(({ values }) => values.filter((one) => one.column === column))
    const all = sameColumn
      .flatMap((some) => some.filter((one) => one.score === some[0]?.score))
      .map(({ value }) => value)
    const not = scene.pending.not
    if (column.distinct === 1 && column.table.rows > 3) return
    const related = scene.addRelated(column.table, not)
    if (related !== null) scene.pending.not = false
    const open = related ?? scene.open(column.table)
    if (open === undefined) scene.pending.not = false
    const place = related === null ? scene.place([column]) : { node: related, column }
    if (place === null) {
      scene.doubt += 0.5
      return
    }
    if (open === undefined && not) negateLink(place.node)
    const values = [...new Set(all)]
    const isPart = option.isPart && group.length === 1
    if (isPart && values.length > 1) scene.attach(place.node, { kind: 'in', column, values })
    else if (values.length > 1) scene.attach(place.node, { kind: 'in', column, values })
    else scene.attach(place.node, { kind: 'compare', column, op: '=', value: option.value })
    this.#lastColumn = null
  }
}

/** How a column says yes. */
function flagValue({ type, greatest }: Column): Value {
  if (type === 'boolean') return true
  return typeof greatest === 'string' ? greatest : 1
}

/** A thing given by its name: there is no most or least of it. */
function isSingle({ conditions, table }: Node): boolean {
  return conditions.some(
    (one) =>
      one.kind === 'compare' &&
      one.op === '=' &&
      (table.naming.includes(one.column) || one.column.unique),
  )
}

function negateLink(node: Node): void {
  const { parent } = node
  const i = parent?.conditions.findIndex((one) => one.kind === 'link' && one.child === node) ?? -1
  const link = parent?.conditions[i]
  if (parent !== null && link !== undefined) parent.conditions[i] = { ...link, negated: true }
}

/** The column itself, or the one that names what it leads to. */
function leadsTo(one: Column, column: Column): boolean {
  if (one === column) return true
  return (
    one.link !== null && one.link.to.table === column.table && column.table.naming.includes(column)
  )
}

/** A relation of a thing with others of its kind: two keys to the same table, and nothing that names a row. */
function relatesItself(table: Table): boolean {
  const targets = table.columns.flatMap(({ link }) => (link === null ? [] : [link.to.table]))
  return table.isRelation && targets.some((one, i) => targets.indexOf(one) !== i)
}

function valueOf(chunk: Chunk): number {
  return chunk.op?.op === 'number' ? chunk.op.value : 0
}

function negated(op: Ordering): Ordering {
  const others: Readonly<Record<Ordering, Ordering>> = {
    '=': '!=',
    '!=': '=',
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
  }
  return others[op]
}

function mirrored(op: Ordering): Ordering {
  const others: Readonly<Record<Ordering, Ordering>> = {
    '=': '=',
    '!=': '!=',
    '<': '>',
    '<=': '>=',
    '>': '<',
    '>=': '<=',
  }
  return others[op]
}

/** A year compared with a date means its first or its last day. */
function yearCondition(column: Column, op: Ordering, value: number) {
  if (column.role !== 'date' || !Number.isInteger(value) || value > 2999)
    return { kind: 'compare', column, op, value: typed(column, value) } as const
  const [first, last] = [`${value}-01-01`, atEnd(column, `${value}-12-31`)]
  if (op === '=') return { kind: 'range', column, least: first, greatest: last } as const
  return { kind: 'compare', column, op, value: op === '>' || op === '<=' ? last : first } as const
}

function typed(column: Column, value: number): Value {
  return column.type === 'text' ? String(value) : value
}

function fitted(column: Column, value: number, end: 'from' | 'to'): Value {
  if (column.role !== 'date') return typed(column, value)
  return end === 'from' ? `${value}-01-01` : atEnd(column, `${value}-12-31`)
}

/** A column with a time of day holds its last moment. */
function atEnd(column: Column, date: string): string {
  const hasTime =
    column.type === 'datetime' || column.type === 'instant' || String(column.greatest).length > 10
  return hasTime ? `${date}T23:59:59` : date
}

function holds(column: Column, value: number): boolean {
  const [least, greatest] = [Number(column.least), Number(column.greatest)]
  const margin = 0.1 * (greatest - least)
  return value >= least - margin && value <= greatest + margin
}
