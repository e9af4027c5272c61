/** The campus map as SVG, drawn from the plan that the routes are walked on. */
import { campusPlaces, mapSize, metresPerPixel, paths } from '../../data/make/campus-plan.mjs'
import { randomFrom } from '../../data/make/random.mjs'

/** What a building of each kind looks like on the map; the legend tells the same. */
const kinds = {
  academic: { label: 'Teaching', roof: '#c4593f', side: '#8f3d2a' },
  office: { label: 'Offices', roof: '#1f6a8c', side: '#12475f' },
  hostel: { label: 'Hostels', roof: '#7d62a8', side: '#57417b' },
  food: { label: 'Food', roof: '#e3a13c', side: '#ad7420' },
  service: { label: 'Services', roof: '#5c7f95', side: '#3d5a6c' },
  sport: { label: 'Sports', roof: '#3f9159', side: '#2a663d' },
  gate: { label: 'Main gate', roof: '#7a5a43', side: '#543b2a' },
}

/** Width and height in pixels of those that are not of the usual size. */
const sizes = {
  admin: [190, 110],
  library: [170, 110],
  auditorium: [150, 110],
  aryabhata: [190, 90],
  raman: [190, 90],
  visvesvaraya: [190, 90],
  workshops: [190, 70],
  makerspace: [150, 70],
  bose: [150, 90],
  kautilya: [170, 80],
  canteen: [150, 80],
  bank: [90, 44],
  tapri: [70, 40],
  medical: [130, 70],
  gym: [150, 90],
  'guest-house': [110, 60],
  'main-gate': [150, 26],
  parking: [150, 80],
  'bus-bay': [150, 80],
}
const usualSize = [150, 80]

/** Places that are not a building, and how they are drawn. */
const open = { parking, 'bus-bay': parking, garden, amphitheatre, footbridge, ground }

export function campusMap() {
  const places = campusPlaces()
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${mapSize.width}" height="${mapSize.height}"
  viewBox="0 0 ${mapSize.width} ${mapSize.height}" font-family="Noto Sans, DejaVu Sans, sans-serif">
${[land(), river(), street(), roads(places), trees(places), places.map(draw).join('\n')].join('\n')}
${[pathNames(), places.map(label).join('\n'), legend(), title()].join('\n')}
</svg>
`
}

function land() {
  return `<rect width="1600" height="1100" fill="#dcebc8"/>
<rect x="60" y="300" width="1490" height="760" rx="60" fill="#e6f1d6"/>`
}

function river() {
  const bank = 'M0,66 C220,20 420,112 700,78 S1180,30 1600,84'
  return `<path d="${bank}" fill="none" stroke="#c9dfae" stroke-width="92"/>
<path d="${bank}" fill="none" stroke="#8cc4dd" stroke-width="70"/>
<path d="${bank}" fill="none" stroke="#a9d6e8" stroke-width="38" stroke-dasharray="120 60"/>
<path id="river" d="${bank}" fill="none"/>
<text fill="#2f6f8c" font-size="22" font-style="italic" letter-spacing="6" dy="8">
<textPath href="#river" startOffset="62%">the river</textPath></text>`
}

function street() {
  return `<rect y="1066" width="1600" height="34" fill="#b9b4aa"/>
<line x1="0" y1="1083" x2="1600" y2="1083" stroke="#fff" stroke-width="3" stroke-dasharray="26 20"/>
<text x="330" y="1089" font-size="18" fill="#4b473f" stroke="#b9b4aa" stroke-width="12" paint-order="stroke">Nadi Marg, to Pune</text>`
}

/** Wide pale paths with a darker edge, and the short ways from them to the doors. */
function roads(places) {
  const ways = [
    ...places.map(({ x, y, door }) => ({ points: [[x, y], door], width: 14 })),
    ...paths.map(({ from, to }) => ({ points: [from, to], width: 30 })),
    {
      points: [
        [800, 1000],
        [800, 1070],
      ],
      width: 34,
    },
  ]
  const strokes = (extra, colour) => ways.map((way) => stroke(way, extra, colour)).join('\n')
  return `${strokes(6, '#cdbf9f')}
${strokes(0, '#f8f1de')}
<circle cx="800" cy="770" r="44" fill="#f8f1de" stroke="#cdbf9f" stroke-width="3"/>
<circle cx="800" cy="770" r="22" fill="#8cc4dd" stroke="#fff" stroke-width="4"/>
<circle cx="800" cy="770" r="7" fill="#fff"/>`
}

function stroke({ points, width }, extra, colour) {
  const line = points.map((point) => point.join(',')).join(' ')
  return `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="${width + extra}" stroke-linecap="round"/>`
}

/** Trees wherever nothing else stands. */
function trees(places) {
  const random = randomFrom('Riverdale trees')
  const spots = Array.from({ length: 900 }, () => [random.int(14, 1586), random.int(128, 1050)])
  return spots
    .filter((spot) => !isTaken(spot, places))
    .map(([x, y]) => tree(x, y, random.int(8, 15), random.pick(['#7fb069', '#6a9f58', '#93bf7a'])))
    .join('\n')
}

function tree(x, y, radius, colour) {
  return `<circle cx="${x + 2}" cy="${y + 3}" r="${radius}" fill="#00000018"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
}

function isTaken([x, y], places) {
  const near = (ax, ay, width, height) => Math.abs(x - ax) < width && Math.abs(y - ay) < height
  const onPath = paths.some(({ from, to }) =>
    near(
      (from[0] + to[0]) / 2,
      (from[1] + to[1]) / 2,
      halfSpan(from[0], to[0]),
      halfSpan(from[1], to[1]),
    ),
  )
  const onPlace = places.some((place) => {
    const [width, height] = place.code === 'ground' ? [370, 230] : (sizes[place.code] ?? usualSize)
    return near(place.x, place.y + 12, width / 2 + 34, height / 2 + 42) || isOnWay([x, y], place)
  })
  return onPath || onPlace || near(1510, 520, 100, 190) || near(1420, 1015, 190, 70)
}

function halfSpan(from, to) {
  return Math.abs(from - to) / 2 + 36
}

function isOnWay([x, y], { x: placeX, y: placeY, door }) {
  const inside = (value, a, b) => value > Math.min(a, b) - 26 && value < Math.max(a, b) + 26
  return inside(x, placeX, door[0]) && inside(y, placeY, door[1])
}

function draw(place) {
  const drawOpen = open[place.code]
  return drawOpen ? drawOpen(place) : building(place)
}

/** A roof with a side below it, ridge lines and a soft shadow. */
function building({ code, kind, x, y }) {
  const [width, height] = sizes[code] ?? usualSize
  const [left, top] = [x - width / 2, y - height / 2]
  const { roof, side } = kinds[kind]
  return `<rect x="${left + 8}" y="${top + 14}" width="${width}" height="${height}" rx="6" fill="#00000026"/>
<rect x="${left}" y="${top + 10}" width="${width}" height="${height}" rx="5" fill="${side}"/>
<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="5" fill="${roof}"/>
<rect x="${left + 9}" y="${top + 9}" width="${width - 18}" height="${height - 18}" rx="3" fill="none" stroke="#ffffff55" stroke-width="2"/>
${code === 'main-gate' ? '' : `<line x1="${left + 9}" y1="${y}" x2="${left + width - 9}" y2="${y}" stroke="#ffffff40" stroke-width="2"/>`}`
}

function parking({ code, x, y }) {
  const colours = code === 'parking' ? ['#d8604a', '#4d7ea8', '#f0f0f0', '#e3a13c'] : ['#e9b824']
  const bays = Array.from({ length: code === 'parking' ? 6 : 4 }, (_, at) => at)
  const step = 140 / bays.length
  const cars = bays.map((at) => {
    const left = x - 66 + at * step
    return `<rect x="${left}" y="${y - 22}" width="${step - 9}" height="46" rx="5" fill="${colours[at % colours.length]}" stroke="#0000002a"/>
<rect x="${left + 3}" y="${y - 12}" width="${step - 15}" height="9" rx="2" fill="#ffffffa0"/>`
  })
  return `<rect x="${x - 76}" y="${y - 34}" width="152" height="68" rx="8" fill="#c9c4b8" stroke="#a9a294" stroke-width="2"/>
${cars.join('\n')}`
}

function garden({ x, y }) {
  const flowers = [
    '#e07a9b',
    '#f2c14e',
    '#ffffff',
    '#e07a9b',
    '#f2c14e',
    '#ffffff',
    '#e07a9b',
    '#f2c14e',
  ]
  const petals = flowers.map((colour, at) => {
    const angle = (at / flowers.length) * 2 * Math.PI
    return `<circle cx="${round(x + 62 * Math.cos(angle))}" cy="${round(y + 33 * Math.sin(angle))}" r="6" fill="${colour}"/>`
  })
  return `<ellipse cx="${x}" cy="${y}" rx="84" ry="50" fill="#a9d18e" stroke="#86b56c" stroke-width="3"/>
${petals.join('\n')}
<circle cx="${x}" cy="${y}" r="17" fill="#f8f1de" stroke="#b79d6b" stroke-width="3"/>`
}

function amphitheatre({ x, y }) {
  const rows = [64, 50, 36].map(
    (radius) =>
      `<path d="M${x - radius},${y} A${radius},${radius} 0 0 0 ${x + radius},${y}" fill="none" stroke="#b8a684" stroke-width="9"/>`,
  )
  return `${rows.join('\n')}
<path d="M${x - 22},${y - 2} A22,22 0 0 0 ${x + 22},${y - 2} Z" fill="#e8dcc0" stroke="#b8a684" stroke-width="3"/>`
}

function footbridge({ x }) {
  const planks = Array.from({ length: 12 }, (_, at) => 26 + at * 9)
  return `<rect x="${x - 15}" y="16" width="30" height="128" rx="3" fill="#a9825a"/>
${planks.map((y) => `<line x1="${x - 15}" y1="${y}" x2="${x + 15}" y2="${y}" stroke="#7a5a3b" stroke-width="2"/>`).join('\n')}
<path d="M${x - 17},16 V144 M${x + 17},16 V144" stroke="#5f452c" stroke-width="4"/>`
}

function ground({ x, y }) {
  return `<ellipse cx="${x}" cy="${y}" rx="175" ry="104" fill="#c96f4a"/>
<ellipse cx="${x}" cy="${y}" rx="166" ry="95" fill="none" stroke="#ffffff90" stroke-width="2"/>
<ellipse cx="${x}" cy="${y}" rx="156" ry="86" fill="none" stroke="#ffffff90" stroke-width="2"/>
<ellipse cx="${x}" cy="${y}" rx="145" ry="76" fill="#79b35f"/>
<ellipse cx="${x}" cy="${y}" rx="92" ry="56" fill="#86c06b" stroke="#ffffffb0" stroke-width="2"/>
<rect x="${x - 7}" y="${y - 26}" width="14" height="52" fill="#dcc79a"/>`
}

function pathNames() {
  const spots = [
    ['Gulmohar Avenue', 806, 935, -90],
    ['Banyan Walk', 500, 776, 0],
    ['Mango Lane', 500, 906, 0],
    ['Neem Road', 436, 640, -90],
    ['Ashoka Road', 1176, 715, -90],
    ['River Road', 610, 336, 0],
    ['River Road', 1290, 336, 0],
  ]
  return spots
    .map(
      ([name, x, y, turn]) =>
        `<text transform="translate(${x},${y}) rotate(${turn})" text-anchor="middle" font-size="15" fill="#8a7a55">${name}</text>`,
    )
    .join('\n')
}

/** A name below its building, or above where a path runs below. */
function label({ code, kind, name, x, y }) {
  const [, height] = sizes[code] ?? usualSize
  const below = { ground: 4, garden: 72, amphitheatre: 92, footbridge: 30, 'main-gate': 5 }
  const offset = below[code] ?? height / 2 + 30
  const isInside = code === 'main-gate' || code === 'ground'
  const style = isInside
    ? 'fill="#fff" stroke="#00000055" stroke-width="3"'
    : 'fill="#2b2b2b" stroke="#f4f9ea" stroke-width="5"'
  const size = kind === 'gate' ? 17 : 18
  return `<text x="${x}" y="${y + offset}" text-anchor="middle" font-size="${size}" font-weight="600" paint-order="stroke" stroke-linejoin="round" ${style}>${name}</text>`
}

function legend() {
  const lines = Object.values(kinds).map(
    ({ label: text, roof }, at) =>
      `<rect x="1440" y="${392 + at * 34}" width="22" height="22" rx="4" fill="${roof}"/>
<text x="1474" y="${409 + at * 34}" font-size="17" fill="#333">${text}</text>`,
  )
  return `<rect x="1424" y="345" width="160" height="290" rx="14" fill="#fffdf6" stroke="#cdbf9f" stroke-width="2"/>
<text x="1440" y="375" font-size="17" font-weight="700" fill="#17506b">Legend</text>
${lines.join('\n')}`
}

function title() {
  const hundredMetres = 100 / metresPerPixel
  return `<rect x="1262" y="957" width="322" height="100" rx="14" fill="#17506b"/>
<text x="1282" y="992" font-size="25" font-weight="700" fill="#fff">Riverdale College</text>
<path d="M1284,1022 h${hundredMetres}" stroke="#fff" stroke-width="4"/>
<path d="M1284,1014 v16 M${1284 + hundredMetres},1014 v16" stroke="#fff" stroke-width="3"/>
<text x="1284" y="1048" font-size="15" fill="#d9ecf3">100 metres</text>
<circle cx="1545" cy="1007" r="28" fill="#ffffff1c"/>
<path d="M1545,984 l10,26 -10,-6 -10,6 Z" fill="#fff"/>
<text x="1545" y="1030" text-anchor="middle" font-size="15" font-weight="700" fill="#fff">N</text>`
}

function round(number) {
  return Math.round(number * 10) / 10
}
