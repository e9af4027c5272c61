import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/util/package-root.ts'
import { ask, openBrowser, visitor } from './browser.ts'
import { fakeDesk } from './fake-desk.ts'
import type { FakeDesk } from './fake-desk.ts'

/** Where the pictures are left to be looked at. */
const pictures = new URL('.cache/pictures/', packageRoot)
const questions = [
  'who teaches DBMS and which of its books are free?',
  'who is the HOD of computer science and what is her number?',
  'what is the fee for second year B.Tech CSE?',
  'how do I get from the main gate to the library?',
  'list the CSE faculty',
  'हॉस्टल में कमरा मिलेगा?',
  'urdu',
  'long',
]
const screens = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
}

let browser: Browser
let desk: FakeDesk
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, desk] = await Promise.all([openBrowser(), fakeDesk()])
})
afterAll(async () => Promise.all([browser.close(), desk.close()]))

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  test.each(Object.entries(screens))('nothing leaves a %s', async (screen, viewport) => {
    const page = await visitor(browser, { viewport, colorScheme })
    const keep = (name: string) => picture(page, `${screen}-${colorScheme}-${name}`)
    await page.goto(desk.url)
    await page.getByRole('textbox').waitFor()
    await keep('opening')
    for (const [i, question] of questions.entries()) {
      await ask(page, question)
      await keep(`answer-${i + 1}`)
      expect(await sidewaysScroll(page)).toBe(0)
    }
    await page.getByRole('button', { name: 'Behind this answer' }).first().click()
    await page.getByText('intents/library.yaml:48').waitFor()
    await keep('drawer')
    expect(await sidewaysScroll(page)).toBe(0)
    await page.context().close()
  })
})

test('on a phone the menu, the topics, the map and a lost connection fit as well, in Hindi', async () => {
  const page = await visitor(browser, { viewport: screens.phone, locale: 'hi-IN' })
  const keep = (name: string) => picture(page, `phone-hindi-${name}`)
  await page.goto(desk.url)
  await page.getByRole('textbox').waitFor()
  await keep('opening')
  await ask(page, questions[3] ?? '')
  await page.locator('.location-map').click()
  await keep('map')
  await page.keyboard.press('Escape')
  await page.locator('.topics-button').click()
  await keep('topics')
  await page.keyboard.press('Escape')
  await page.locator('.menu-button').click()
  await keep('menu')
  await page.keyboard.press('Escape')
  desk.behave({ kind: 'refuse', status: 503, message: 'The desk is busy just now.' })
  await page.getByRole('textbox').fill('एक')
  await page.keyboard.press('Enter')
  await page.locator('.not-sent').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('textbox').fill('दो')
  await page.keyboard.press('Enter')
  await page.locator('.banner-text').waitFor()
  await keep('offline')
  expect(await sidewaysScroll(page)).toBe(0)
  await page.context().close()
})

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity,
      ),
  )
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, pictures)) })
}

/** By how many pixels the page is wider than the screen. */
async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const widest = Math.max(
      document.documentElement.scrollWidth,
      document.querySelector('.log')?.scrollWidth ?? 0,
    )
    return Math.max(0, widest - innerWidth)
  })
}
