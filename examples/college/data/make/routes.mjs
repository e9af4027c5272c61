/** Walks from every place to every other and says how. */
import { crossings, metresPerPixel, paths } from './campus-plan.mjs'

const metresPerMinute = 75

export function routes(places) {
  const graph = buildGraph(places)
  return places.flatMap((from) => {
    const reached = shortestWays(graph, keyOf(from.door))
    return places
      .filter((to) => to.code !== from.code)
      .map((to) => route(from, to, reached.get(keyOf(to.door))))
  })
}

function route(from, to, points) {
  const line = withoutRepeats([[from.x, from.y], ...points, [to.x, to.y]])
  const metres = Math.round((lengthOf(line) * metresPerPixel) / 10) * 10
  return {
    from_code: from.code,
    to_code: to.code,
    metres,
    minutes: Math.max(1, Math.round(metres / metresPerMinute)),
    directions: directions(from, to, points)
      .map((step, at) => `${at + 1}. ${step}`)
      .join('\n'),
    polyline: line.map(([x, y]) => `${x},${y}`).join(' '),
  }
}

/** Doors and crossings, each with its neighbours along a path: `Map key → [{ point, length }]`. */
function buildGraph(places) {
  const stops = [...places.map((place) => place.door), ...crossings.map((crossing) => crossing.at)]
  const graph = new Map()
  for (const path of paths) {
    const along = stops
      .filter((stop) => isOn(path, stop))
      .toSorted((a, b) => distance(path.from, a) - distance(path.from, b))
    along.slice(1).forEach((stop, at) => {
      connect(graph, along[at], stop)
      connect(graph, stop, along[at])
    })
  }
  return graph
}

function connect(graph, from, to) {
  const neighbours = graph.get(keyOf(from)) ?? []
  graph.set(keyOf(from), [...neighbours, { point: to, length: distance(from, to) }])
}

/** Dijkstra over some forty stops: `Map key → points walked from the start`. */
function shortestWays(graph, start) {
  const best = new Map([[start, { length: 0, points: [start.split(',').map(Number)] }]])
  const open = new Set([start])
  while (open.size > 0) {
    const nearest = [...open].reduce((a, b) => (best.get(a).length <= best.get(b).length ? a : b))
    open.delete(nearest)
    const here = best.get(nearest)
    for (const { point, length } of graph.get(nearest)) {
      const total = here.length + length
      if (total >= (best.get(keyOf(point))?.length ?? Infinity)) continue
      best.set(keyOf(point), { length: total, points: [...here.points, point] })
      open.add(keyOf(point))
    }
  }
  return new Map([...best].map(([key, way]) => [key, way.points]))
}

function directions(from, to, points) {
  const legs = legsOf(points)
  if (legs.length === 0) return [`Cross the path: ${article(to.name)} is right opposite.`]
  const first = legs[0]
  const steps = legs.map((leg, at) => {
    const walk = `walk ${metresOf(leg)} m`
    if (at > 0) return `Turn ${turn(legs[at - 1], leg)} onto ${leg.path.name} and ${walk}.`
    const towards = landmark(leg.to)
    return `From ${article(from.name)}, ${walk} ${compass(leg)} on ${first.path.name}${towards}.`
  })
  return [...steps, `${capital(article(to.name))} is ${sideOf(legs.at(-1), to)}.`]
}

/** Stretches walked on one path in one go. */
function legsOf(points) {
  const legs = []
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1], points[at]]
    const path = paths.find((candidate) => isOn(candidate, from) && isOn(candidate, to))
    const last = legs.at(-1)
    if (last?.path === path) legs[legs.length - 1] = { ...last, to }
    else legs.push({ path, from, to })
  }
  return legs
}

function landmark(point) {
  const name = crossings.find((crossing) => keyOf(crossing.at) === keyOf(point))?.name
  return name ? `, as far as ${name}` : ''
}

function sideOf(leg, place) {
  const [dx, dy] = heading(leg)
  const across = dx * (place.y - leg.to[1]) - dy * (place.x - leg.to[0])
  if (Math.abs(across) < 1) return 'straight ahead'
  return across > 0 ? 'on your right' : 'on your left'
}

function turn(before, after) {
  const [ax, ay] = heading(before)
  const [bx, by] = heading(after)
  return ax * by - ay * bx > 0 ? 'right' : 'left'
}

function compass(leg) {
  const [dx, dy] = heading(leg)
  if (dx === 0) return dy < 0 ? 'north' : 'south'
  return dx > 0 ? 'east' : 'west'
}

function heading({ from, to }) {
  return [Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])]
}

function metresOf(leg) {
  return Math.max(10, Math.round((distance(leg.from, leg.to) * metresPerPixel) / 10) * 10)
}

function isOn({ from, to }, [x, y]) {
  const between = (value, a, b) => value >= Math.min(a, b) && value <= Math.max(a, b)
  return between(x, from[0], to[0]) && between(y, from[1], to[1])
}

function lengthOf(line) {
  return line.slice(1).reduce((sum, point, at) => sum + distance(line[at], point), 0)
}

function withoutRepeats(line) {
  return line.filter((point, at) => at === 0 || keyOf(point) !== keyOf(line[at - 1]))
}

function article(name) {
  return name.startsWith('The ') || name.endsWith('Hostel') ? name : `the ${name}`
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1)
}

function keyOf([x, y]) {
  return `${x},${y}`
}

function distance([ax, ay], [bx, by]) {
  return Math.abs(ax - bx) + Math.abs(ay - by)
}
