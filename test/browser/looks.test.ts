/** Every state of the page on a phone and a desktop, light and dark; the pictures are left to be looked at. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/util/package-root.ts'
import { answered, ask, openBrowser, visitor } from './browser.ts'
import { fakeDesk } from './fake-desk.ts'
import type { FakeDesk } from './fake-desk.ts'
import { serveCollege } from './served-college.ts'
import type { ServedCollege } from './served-college.ts'

const pictures = new URL('.cache/pictures/', packageRoot)
const screens = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
}

/** What is asked for each picture of the college. */
const states: readonly (readonly [string, readonly string[]])[] = [
  ['cards', ['who is the HOD of computer science and what is her number?']],
  ['two-databases', ['who teaches DBMS and which of its books are free?']],
  ['fees', ['what is the fee for second year B.Tech CSE?', 'Compare the categories']],
  ['map', ['how do I get from the main gate to the library?']],
  ['long-table', ['list the CSE faculty']],
  ['hindi-answer', ['हॉस्टल में कमरा मिलेगा?']],
  ['not-understood', ['what is the meaning of life?']],
  ['verification', ['what is my fees status?', 'RC1042', '2005-04-12']],
  ['small-talk', ['meet my elder brother', 'thank you']],
]

let browser: Browser
let college: ServedCollege
let fake: FakeDesk
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, college, fake] = await Promise.all([openBrowser(), serveCollege(), fakeDesk()])
})
afterAll(async () => Promise.all([browser.close(), college.close(), fake.close()]))

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  describe.each(Object.entries(screens))('nothing leaves a %s', (screen, viewport) => {
    const open = async (url: string, locale = 'en-IN') => {
      const page = await visitor(browser, { viewport, colorScheme, locale })
      await page.goto(url)
      await page.getByRole('textbox').waitFor()
      const keep = async (name: string) => {
        await picture(page, `${screen}-${colorScheme}-${name}`)
        expect(await sidewaysScroll(page)).toBe(0)
      }
      return { page, keep }
    }

    test('while the college is talked with', async () => {
      const { page, keep } = await open(college.url)
      await keep('opening')
      for (const [name, questions] of states) {
        for (const question of questions) await ask(page, question)
        await keep(name)
      }
      await page.getByRole('button', { name: 'Behind this answer' }).nth(1).click()
      await page.getByText(/intents\/across\.yaml:\d+/).waitFor()
      await keep('drawer')
      await page.context().close()
    })

    test('in Hindi, with what opens over the page', async () => {
      const { page, keep } = await open(college.url, 'hi-IN')
      await keep('hindi-opening')
      await ask(page, 'हॉस्टल में कमरा मिलेगा?')
      await ask(page, 'how do I get from the main gate to the library?')
      await page.locator('.location-map').click()
      await keep('hindi-map')
      await page.keyboard.press('Escape')
      if (screen === 'phone') {
        await page.locator('.topics-button').click()
        await keep('hindi-topics')
        await page.keyboard.press('Escape')
        await page.locator('.menu-button').click()
        await keep('hindi-menu')
      }
      await page.context().close()
    })

    test('whatever happens to the connection and whatever stands in a reply', async () => {
      const { page, keep } = await open(fake.url)
      for (const question of ['urdu', 'long', 'list the CSE faculty']) await ask(page, question)
      await keep('odd-replies')
      fake.behave({ kind: 'refuse', status: 503, message: 'The desk is busy just now.' })
      await say(page, 'what is the fee?')
      await page.locator('.not-sent').waitFor()
      await keep('refused')
      await page.context().setOffline(true)
      await say(page, 'list the CSE faculty')
      await page.locator('.banner-text').waitFor()
      await keep('offline')
      fake.behave({ kind: 'at once' })
      await page.context().setOffline(false)
      await answered(page)
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.locator('.not-sent').waitFor({ state: 'detached' })
      await page.context().close()
    })
  })
})

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text)
  await page.keyboard.press('Enter')
}

/** Takes a picture once all that moves for a moment has come to rest. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(passing.map((one) => one.finished))
  })
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
