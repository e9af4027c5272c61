import type { Chunk } from './chunk.ts'
import type { Draft, Group, Node, Output, Sort } from './draft.ts'
import { hasWord, isPerson, isRankable, type Scene, type Wanted } from './scene.ts'
import type { Column, Table } from './schema.ts'

/** Makes of everything read what the question asks; null where it is about nothing the schema has. */
export function finish(scene: Scene, chunks: readonly Chunk[]): Draft | null {
  if (scene.focus === null) focusOnWanted(scene, chunks)
  if (scene.focus === null) return null
  refocus(scene)
  return new Finisher(scene, scene.focus).draft()
}

/** Nothing was named but columns and values: the question is about the table most of them are of. */
function focusOnWanted(scene: Scene, chunks: readonly Chunk[]): void {
  const votes = new Map<Table, number>()
  const vote = (table: Table, weight: number) => votes.set(table, (votes.get(table) ?? 0) + weight)
  const once = (columns: readonly Column[], weight: number) => {
    const tables = [...new Set(columns.map(({ table }) => table))]
    tables.forEach((table, i) => vote(table, weight - i * 0.01))
  }
  for (const { columns } of scene.wanted) once(columns, 1)
  for (const { columns } of scene.groups) once(columns, 0.9)
  for (const { columns } of scene.sorts) once(columns, 0.9)
  for (const { column, table } of scene.counted) {
    if (table !== null) vote(table, 2)
    else once(column?.columns ?? [], 1)
  }
  for (const chunk of chunks) {
    once(
      chunk.values.map(({ column }) => column),
      chunk.op === null ? 0.8 : 0.3,
    )
    if (chunk.op === null && chunk.tables.length > 0)
      for (const table of chunk.tables) vote(table, 0.6)
    if (chunk.op === null && chunk.columns.length > 0) once(chunk.columns, 0.3)
  }
  if (votes.size === 0 && scene.schema.tables.length === 1) vote(scene.schema.tables[0]!, 1)
  const isBare = scene.wanted.length + scene.counted.length === 0
  if (scene.asks === 'who')
    for (const table of scene.schema.tables)
      if (isPerson(table) && (votes.has(table) || reaches(table, votes)))
        vote(table, isBare ? 1.5 : votes.has(table) ? 0.5 : 0.1)
  for (const [table] of votes) if (table.isRelation) vote(table, -0.2)
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1])
  if (best !== undefined) scene.addNode(best[0], { implied: true })
}

function reaches(table: Table, votes: ReadonlyMap<Table, number>): boolean {
  return table.links.some(
    ({ to }) => votes.has(to.table) || to.table.links.some((link) => votes.has(link.to.table)),
  )
}

/** "cheapest snack": a kind of thing was named, and the things of that kind are asked for. */
function refocus(scene: Scene): void {
  const { focus, pending } = scene
  if (focus === null || !focus.implied || pending.superlative === null) return
  if (scene.byAdjective(focus, pending.superlative.adjective) !== null) return
  for (const link of focus.table.links) {
    if (link.toOne) continue
    const back = link.to.table.links.find(({ from, to }) => from === link.to && to === link.from)
    const node: Node = { table: link.to.table, conditions: [], parent: null, implied: true }
    if (back === undefined || scene.byAdjective(node, pending.superlative.adjective) === null) continue
    node.conditions.push({ kind: 'link', child: focus, path: [back] })
    scene.nodes.unshift(node)
    scene.focus = node
    return
  }
}

class Finisher {
  readonly #scene: Scene
  readonly #focus: Node
  readonly #outputs: Output[] = []
  readonly #groups: Group[] = []
  readonly #sorts: Sort[] = []
  readonly #having: { output: Output; op: import('../model/index.ts').Ordering; value: number }[] =
    []
  #distinct = false

  constructor(scene: Scene, focus: Node) {
    this.#scene = scene
    this.#focus = focus
  }

  draft(): Draft {
    const scene = this.#scene
    this.#distinct = scene.pending.distinct || scene.wanted.some((one) => one.distinct)
    for (const act of scene.atEnd) act()
    this.#leftovers()
    for (const wanted of scene.wanted) this.#want(wanted)
    this.#count()
    this.#group()
    this.#compareGroups()
    this.#sort()
    this.#rankGroups()
    this.#complete()
    this.#nameRows()
    return {
      focus: this.#focus,
      outputs: this.#outputs,
      groups: this.#groups,
      having: this.#having,
      sorts: this.#sorts,
      limit: scene.limit,
      distinct: this.#distinct,
    }
  }

  /** What waited for words that never came: "who is the oldest". */
  #leftovers(): void {
    const scene = this.#scene
    const { pending } = scene
    if (pending.superlative !== null) {
      const { adjective } = pending.superlative
      const found = scene.byAdjective(this.#focus, adjective)
      const wanted = scene.wanted.find(({ columns }) => columns.some(isRankable))
      if (found !== null) this.#extreme(found.node, found.column, found.direction)
      else if (wanted !== undefined)
        wanted.aggregate = adjective.direction > 0 ? 'maximum' : 'minimum'
      else if (scene.wanted.length > 0) scene.ranksGroups = adjective.direction
      else scene.doubt += 0.4
      pending.superlative = null
    }
    if (pending.most !== null) {
      if (scene.wanted.length > 0) scene.ranksGroups = pending.most
      else scene.doubt += 0.3
    }
    if (pending.mode !== null) scene.ranksGroups = pending.mode
    if (pending.aggregates.length > 0) {
      const [aggregate] = pending.aggregates
      const wanted = scene.wanted.find(
        (one) =>
          one.aggregate === null &&
          (one.adjective !== null || one.columns.some((column) => column.role === 'number')),
      )
      if (wanted !== undefined) wanted.aggregate = aggregate!
      else if (aggregate === 'sum' && (pending.count || scene.counted.length > 0)) scene.doubt += 0
      else scene.doubt += 0.2
    }
    if (pending.howMuch) {
      const price = ['price', 'cost', 'fee', 'fare', 'amount', 'rent', 'salary']
        .map((word) =>
          this.#focus.table.columns.find((one) => one.role === 'number' && hasWord(one, word)),
        )
        .find((one) => one !== undefined)
      if (price === undefined) scene.doubt += 0.4
      else this.#outputs.push(this.#told(this.#focus, price))
    }
    if (pending.compare !== null) scene.doubt += 0.3
    if (pending.not) scene.doubt += 0.2
  }

  #extreme(node: Node, column: Column, direction: 1 | -1): void {
    if (this.#scene.limit !== null)
      this.#sorts.push({ node, column, aggregate: null, descending: direction > 0 })
    else node.conditions.push({ kind: 'extreme', measure: { kind: 'column', column }, direction })
  }

  #told(
    node: Node,
    column: Column,
    aggregate: Wanted['aggregate'] = null,
    distinct = false,
  ): Output {
    return { kind: 'column', node, column, aggregate, distinct }
  }

  #want(wanted: Wanted): void {
    const place = this.#placeOf(wanted)
    if (place === null) {
      this.#scene.doubt += 0.5
      return
    }
    const { node, column, direction } = place
    const { link } = column
    const target = link?.to.table
    if (wanted.isName && node.table.naming.includes(column)) {
      for (const one of node.table.naming)
        this.#outputs.push(this.#told(node, one, wanted.aggregate, wanted.distinct))
      return
    }
    if (
      link !== null &&
      target !== undefined &&
      target.naming.length > 0 &&
      !target.naming.includes(link.to) &&
      wanted.aggregate === null &&
      wanted.byKey !== true
    ) {
      this.#nameOf(node, link, wanted)
      return
    }
    const aggregate =
      direction < 0 && wanted.aggregate !== null ? flipped(wanted.aggregate) : wanted.aggregate
    this.#outputs.push(this.#told(node, column, aggregate, wanted.distinct))
  }

  /** A key is told by the name of what it leads to. */
  #nameOf(node: Node, link: import('./schema.ts').Link, wanted: Wanted): void {
    const known = node.conditions.find(
      (one) =>
        one.kind === 'link' &&
        one.path.length === 1 &&
        one.path[0] === link &&
        one.negated !== true,
    )
    const child: Node =
      known?.kind === 'link'
        ? known.child
        : { table: link.to.table, conditions: [], parent: node, implied: true }
    if (known === undefined) {
      this.#scene.nodes.push(child)
      node.conditions.push({ kind: 'link', child, path: [link] })
    }
    for (const one of child.table.naming)
      this.#outputs.push(this.#told(child, one, wanted.aggregate, wanted.distinct))
    if (node.implied && node.table.isRelation) this.#distinct = true
  }

  #placeOf({
    columns,
    adjective,
    after,
    owner,
  }: Wanted): { node: Node; column: Column; direction: 1 | -1 } | null {
    const scene = this.#scene
    const next = scene.nodes.slice(after, after + 1)
    const own = owner === 'next' ? next : owner ? [owner] : []
    const owners = [...own, this.#focus, ...next, ...scene.nodes.toReversed()]
    if (adjective !== null) {
      for (const node of owners) {
        const found = scene.byAdjective(node, adjective)
        if (found !== null) return found
      }
      for (const node of owners) {
        const [only, more] = node.table.columns.filter((one) => one.role === 'number')
        if (only !== undefined && more === undefined) return { node, column: only, direction: 1 }
      }
      return null
    }
    for (const node of owners) {
      const column = columns.find((one) => one.table === node.table)
      if (column !== undefined) return { node, column, direction: 1 }
    }
    const place = scene.place(columns)
    return place === null ? null : { ...place, direction: 1 }
  }

  #count(): void {
    const scene = this.#scene
    for (const { table, node: known, column } of scene.counted) {
      if (column !== null) {
        const place = this.#placeOf(column)
        if (place !== null) this.#outputs.push(this.#told(place.node, place.column, 'count', true))
        continue
      }
      const node = known ?? scene.open(table!) ?? scene.addNode(table!)
      if (node === null) scene.doubt += 0.5
      else this.#outputs.push({ kind: 'count', node })
    }
    const isBare = scene.counted.length === 0 && this.#outputs.length === 0
    if (scene.pending.count && isBare) this.#outputs.push({ kind: 'count', node: this.#focus })
    else if (scene.pending.count && scene.counted.length === 0)
      this.#outputs.push({ kind: 'count', node: this.#focus })
  }

  get #computed(): readonly Output[] {
    return this.#outputs.filter(
      (one) => one.kind === 'count' || (one.kind === 'column' && one.aggregate !== null),
    )
  }

  get #plain(): readonly Extract<Output, { kind: 'column' }>[] {
    return this.#outputs.flatMap((one) =>
      one.kind === 'column' && one.aggregate === null ? [one] : [],
    )
  }

  #group(): void {
    const scene = this.#scene
    for (const { tables, columns } of scene.groups) {
      const group = this.#groupOf(tables, columns)
      if (group === null) {
        scene.doubt += 0.3
        continue
      }
      const isItself =
        group.node === this.#focus &&
        tables.length > 0 &&
        this.#computed.length === 0 &&
        scene.ranksGroups === null &&
        !scene.pending.count
      if (isItself && this.#outputs.length > 0) {
        this.#outputs.unshift(
          ...group.columns
            .filter((one) => !this.#plain.some(({ column }) => column === one))
            .map((one) => this.#told(group.node, one)),
        )
        continue
      }
      if (isItself) continue
      this.#groups.push(group)
    }
    this.#extremeOfGroups()
    if (this.#computed.length === 0 && this.#groups.length > 0) {
      const numeric = this.#plain.filter(({ column }) => column.role === 'number')
      if (this.#outputs.length === 0) this.#outputs.push({ kind: 'count', node: this.#focus })
      else if (numeric.length === 0 || this.#scene.ranksGroups !== null) return this.#dropGroups()
      else return this.#dropGroups()
    }
    if (this.#groups.length === 0 && this.#computed.length > 0 && this.#plain.length > 0)
      this.#groupByPlain()
  }

  /** Listed for each group without anything being computed: the group is told beside it. */
  #dropGroups(): void {
    if (this.#scene.ranksGroups !== null) return
    const told = this.#groups
      .splice(0)
      .flatMap(({ node, columns }) => columns.map((one) => this.#told(node, one)))
    const known = new Set(this.#plain.map(({ column }) => column))
    this.#outputs.unshift(...told.filter((one) => one.kind === 'column' && !known.has(one.column)))
  }

  /** "the oldest student in each class": the greatest of each group. */
  #extremeOfGroups(): void {
    if (this.#groups.length === 0) return
    const i = this.#focus.conditions.findIndex(
      (one) => one.kind === 'extreme' && one.measure.kind === 'column',
    )
    const extreme = this.#focus.conditions[i]
    if (extreme?.kind !== 'extreme' || extreme.measure.kind !== 'column') return
    this.#focus.conditions.splice(i, 1)
    this.#outputs.splice(
      0,
      this.#outputs.length,
      ...this.#computed,
      this.#told(
        this.#focus,
        extreme.measure.column,
        extreme.direction > 0 ? 'maximum' : 'minimum',
      ),
    )
  }

  #groupByPlain(): void {
    const byNode = new Map<Node, Column[]>()
    for (const { node, column } of this.#plain)
      byNode.set(node, [...(byNode.get(node) ?? []), column])
    for (const [node, columns] of byNode) this.#groups.push({ node, columns })
    this.#outputs.splice(0, this.#outputs.length, ...this.#computed)
  }

  #groupOf(tables: readonly Table[], columns: readonly Column[]): Group | null {
    const scene = this.#scene
    const [first] = tables
    const open = tables.map((table) => scene.open(table)).find((node) => node !== undefined)
    const own = columns.find((one) => one.table === this.#focus.table && one.link === null)
    if (own !== undefined && open === undefined) return { node: this.#focus, columns: [own] }
    if (first !== undefined) {
      const node = open ?? scene.addNode(first)
      if (node !== null) return { node, columns: namesOf(node.table) }
    }
    const place = this.#placeOf({
      columns,
      adjective: null,
      aggregate: null,
      distinct: false,
      plural: false,
      after: 0,
      isName: false,
    })
    if (place === null) return null
    const { node, column } = place
    const { link } = column
    if (
      link !== null &&
      link.to.table.naming.length > 0 &&
      !link.to.table.naming.includes(link.to)
    ) {
      const child: Node = { table: link.to.table, conditions: [], parent: node, implied: true }
      node.conditions.push({ kind: 'link', child, path: [link] })
      return { node: child, columns: namesOf(child.table) }
    }
    return { node, columns: [column] }
  }

  #compareGroups(): void {
    for (const { column, aggregate, count, op, value } of this.#scene.having) {
      const place = count
        ? null
        : this.#placeOf({
            columns: column,
            adjective: null,
            aggregate,
            distinct: false,
            plural: false,
            after: 0,
            isName: false,
          })
      const output: Output | null = count
        ? { kind: 'count', node: this.#focus }
        : place === null
          ? null
          : this.#told(place.node, place.column, aggregate)
      if (output === null) {
        this.#scene.doubt += 0.4
        continue
      }
      if (this.#groups.length === 0) this.#groupForHaving()
      this.#having.push({ output, op, value })
    }
  }

  #groupForHaving(): void {
    if (this.#plain.length > 0) this.#groupByPlain()
    else this.#groups.push({ node: this.#focus, columns: namesOf(this.#focus.table) })
  }

  #sort(): void {
    const scene = this.#scene
    for (const { columns, count, aggregate, descending } of scene.sorts) {
      if (
        (count !== null && columns.length === 0) ||
        (count !== null && scene.open(count) !== undefined && scene.open(count) !== this.#focus)
      ) {
        const node = scene.open(count!) ?? scene.addNode(count!)
        if (node === null) continue
        if (this.#groups.length === 0) this.#groupForHaving()
        this.#sorts.push({ node, column: null, aggregate: null, descending })
        continue
      }
      if (columns.length === 0) {
        const [first] = this.#computed.length > 0 ? this.#computed : this.#plain
        if (first?.kind === 'column')
          this.#sorts.push({
            node: first.node,
            column: first.column,
            aggregate: first.aggregate,
            descending,
          })
        else if (first?.kind === 'count')
          this.#sorts.push({ node: first.node, column: null, aggregate: null, descending })
        else if (this.#focus.table.naming[0] !== undefined)
          this.#sorts.push({
            node: this.#focus,
            column: this.#focus.table.naming[0],
            aggregate: null,
            descending,
          })
        continue
      }
      const place = this.#placeOf({
        columns,
        adjective: null,
        aggregate: null,
        distinct: false,
        plural: false,
        after: 0,
        isName: false,
      })
      if (place === null) {
        scene.doubt += 0.3
        continue
      }
      if (aggregate !== null && this.#groups.length === 0) this.#groupForHaving()
      const computed =
        aggregate ??
        this.#computed.flatMap((one) =>
          one.kind === 'column' && one.column === place.column ? [one.aggregate] : [],
        )[0] ??
        null
      this.#sorts.push({ node: place.node, column: place.column, aggregate: computed, descending })
    }
  }

  /** "the most common", "which department has the most employees": the group with the most or the least. */
  #rankGroups(): void {
    const scene = this.#scene
    const direction = scene.ranksGroups
    if (direction === null) return
    if (this.#groups.length === 0) {
      if (this.#plain.length === 0)
        this.#groups.push({ node: this.#focus, columns: namesOf(this.#focus.table) })
      else this.#groupByPlain()
    }
    if (this.#sorts.length === 0) {
      const [computed] = this.#computed
      if (computed?.kind === 'column')
        this.#sorts.push({
          node: computed.node,
          column: computed.column,
          aggregate: computed.aggregate,
          descending: direction > 0,
        })
      else
        this.#sorts.push({
          node: this.#focus,
          column: null,
          aggregate: null,
          descending: direction > 0,
        })
    }
    if (this.#computed.length === 0 && this.#sorts[0]?.column === null)
      this.#outputs.push({ kind: 'count', node: this.#focus })
    scene.limit ??= 1
  }

  /** What is listed of several rows is told with what each row is called. */
  #nameRows(): void {
    const { table } = this.#focus
    const isRows = this.#outputs.some((one) => one.kind === 'row')
    if (isRows && table.naming.length === 0) this.#nameLinked()
    const isListed =
      this.#plain.length > 0 &&
      this.#plain.length === this.#outputs.length &&
      this.#groups.length === 0
    if (
      !isListed ||
      this.#distinct ||
      this.#focus.implied ||
      !this.#plain.some(({ node }) => node === this.#focus)
    )
      return
    const isSingle = this.#focus.conditions.some(
      (one) =>
        one.kind === 'compare' &&
        one.op === '=' &&
        (table.naming.includes(one.column) || one.column.unique),
    )
    const names = table.naming.length > 0 ? table.naming : table.key === null ? [] : [table.key]
    if (isSingle || this.#plain.some(({ column }) => names.includes(column))) return
    for (const one of names) this.#outputs.push(this.#told(this.#focus, one))
  }

  /** Rows that have no name of their own are told by what they link. */
  #nameLinked(): void {
    for (const { link } of this.#focus.table.columns) {
      if (
        link === null ||
        !link.toOne ||
        link.to.table.naming.length === 0 ||
        link.to.table === this.#focus.table
      )
        continue
      const known = this.#focus.conditions.find(
        (one) =>
          one.kind === 'link' &&
          one.path[0] === link &&
          one.path.length === 1 &&
          one.negated !== true,
      )
      const child: Node =
        known?.kind === 'link'
          ? known.child
          : { table: link.to.table, conditions: [], parent: this.#focus, implied: true }
      if (known === undefined)
        this.#focus.conditions.push({ kind: 'link', child, path: [link], optional: true })
      for (const one of link.to.table.naming) this.#outputs.push(this.#told(child, one))
    }
  }

  #complete(): void {
    const scene = this.#scene
    if (this.#outputs.length > 0 || this.#groups.length > 0) return
    const asked =
      scene.asks === 'where'
        ? placesIn(this.#focus.table)
        : scene.asks === 'when'
          ? timesIn(this.#focus.table)
          : []
    if (scene.asks === 'where' || scene.asks === 'when') {
      for (const column of asked)
        this.#want({
          columns: [column],
          adjective: null,
          aggregate: null,
          distinct: false,
          plural: false,
          after: 0,
          isName: false,
        })
      if (this.#outputs.length > 0) return
      scene.doubt += 0.3
    }
    this.#outputs.push({ kind: 'row', node: this.#focus })
  }
}

function flipped(aggregate: NonNullable<Wanted['aggregate']>): NonNullable<Wanted['aggregate']> {
  return aggregate === 'maximum' ? 'minimum' : aggregate === 'minimum' ? 'maximum' : aggregate
}

/** What a row of a table is called by. */
function namesOf(table: Table): readonly Column[] {
  if (table.naming.length > 0) return table.naming
  if (table.key !== null) return [table.key]
  return table.columns.slice(0, 1)
}

function placesIn(table: Table): readonly Column[] {
  const words = [
    'location',
    'address',
    'place',
    'venue',
    'room',
    'building',
    'city',
    'state',
    'country',
    'headquarters',
    'campus',
    'town',
    'cabin',
    'shelf',
    'floor',
    'hometown',
  ]
  return words
    .flatMap(
      (word) =>
        table.columns.find((one) => hasWord(one, word) && !table.naming.includes(one)) ?? [],
    )
    .slice(0, 3)
}

function timesIn(table: Table): readonly Column[] {
  const dates = table.columns.filter(
    (one) =>
      one.role === 'date' ||
      one.role === 'time' ||
      hasWord(one, 'year') ||
      hasWord(one, 'date') ||
      hasWord(one, 'time'),
  )
  return dates.slice(0, 2)
}
