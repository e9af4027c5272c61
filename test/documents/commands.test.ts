import { test } from 'vitest'
import { blocksOf } from './pages.ts'
import { isPlayed, play } from './play.ts'
import { byThemselves } from './played.ts'

const pages = byThemselves.filter((page) => blocksOf(page).some(isPlayed))

test.concurrent.each(pages)('%s does what it says', { timeout: 600_000 }, (page) => play(page))
