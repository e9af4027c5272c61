/**
 * Draws the pictures of the college anew: `node examples/college/media/draw/draw.mjs`.
 * Wants a Chromium; CHROMIUM names one that is not called `chromium`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { campusMap } from './campus-map.mjs'

const pictures = ['logo', 'library', 'hostel', 'canteen', 'elder-brother']

const folder = mkdtempSync(join(tmpdir(), 'college-media-'))
try {
  render('campus-map', campusMap())
  for (const name of pictures) {
    render(name, readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8'))
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Takes a picture of an SVG as large as it says it is. */
function render(name, svg) {
  const [, width, height] = svg.match(/width="(\d+)" height="(\d+)"/)
  const page = join(folder, `${name}.html`)
  writeFileSync(page, `<meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`)
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--default-background-color=00000000',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${width},${height}`,
      `--screenshot=${join(import.meta.dirname, '..', `${name}.png`)}`,
      page,
    ],
    { stdio: 'ignore' },
  )
}
