/**
 * The plan of the campus: places and the paths between them, in pixels of the map. The map in
 * media/ is drawn from it, the routes are walked on it.
 */
import { readRows } from './content.mjs'

/** Half a metre to a pixel. */
export const metresPerPixel = 0.5

export const mapSize = { width: 1600, height: 1100 }

/** Straight paths; `from` and `to` are their ends. */
export const paths = [
  { name: 'Gulmohar Avenue', from: [800, 1000], to: [800, 690] },
  { name: 'Banyan Walk', from: [430, 770], to: [1170, 770] },
  { name: 'Mango Lane', from: [430, 900], to: [1170, 900] },
  { name: 'Neem Road', from: [430, 968], to: [430, 330] },
  { name: 'Ashoka Road', from: [1170, 900], to: [1170, 330] },
  { name: 'River Road', from: [290, 330], to: [1410, 330] },
]

/** Where two paths meet, with a name if people have one for it. */
export const crossings = [
  { at: [800, 770], name: 'the Fountain Circle' },
  { at: [800, 900] },
  { at: [430, 770] },
  { at: [430, 900] },
  { at: [1170, 770] },
  { at: [1170, 900] },
  { at: [430, 330] },
  { at: [1170, 330] },
]

/** The north-west corner of the map on the globe. */
const corner = { latitude: 18.7312, longitude: 73.7418 }
const metresPerDegree = 111_320

/** Places with pixel numbers, the pixel of their door, and where they are on the globe. */
export function campusPlaces() {
  return readRows('places').map(({ door_x: doorX, door_y: doorY, ...place }) => {
    const [x, y] = [Number(place.x), Number(place.y)]
    return { ...place, x, y, door: [Number(doorX), Number(doorY)], ...onTheGlobe(x, y) }
  })
}

function onTheGlobe(x, y) {
  const degrees = metresPerPixel / metresPerDegree
  const narrowing = Math.cos((corner.latitude * Math.PI) / 180)
  return {
    latitude: round(corner.latitude - y * degrees),
    longitude: round(corner.longitude + (x * degrees) / narrowing),
  }
}

function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6
}
