import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/util/package-root.ts'
import { Playground } from '../documents/playground.ts'
import { ask, openBrowser, visitor } from './browser.ts'

const taken = fileURLToPath(new URL('.cache/pictures/two-databases.png', packageRoot))
/** The picture in the README. Delete it to have it taken anew: its times change with every test. */
const shown = fileURLToPath(new URL('docs/images/two-databases.png', packageRoot))

const ground = new Playground()
let browser: Browser
beforeAll(async () => {
  mkdirSync(fileURLToPath(new URL('.cache/pictures/', packageRoot)), { recursive: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await Promise.all([ground.close(), browser.close()])
})

test('the college desk answers from two databases in the browser', async () => {
  await ground.serve('frontdesk serve examples/college')
  const page = await visitor(browser, { viewport: { width: 1280, height: 860 } })
  await page.goto(ground.here('http://127.0.0.1:8300/'))
  await page.getByRole('textbox').waitFor()
  await ask(page, 'who teaches DBMS and which of its books are free?')
  const answer = page.locator('.group.desk').last()
  await answer.getByText(/is taught by/).waitFor()
  expect(await answer.getByRole('row').count()).toBeGreaterThan(2)
  await page.screenshot({ path: taken, animations: 'disabled' })
  if (!existsSync(shown)) copyFileSync(taken, shown)
})
