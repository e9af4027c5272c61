/** The simulator as an audience sees it: the college on a phone, said and tapped by hand and by a tour. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/util/package-root.ts'
import { Playground } from '../documents/playground.ts'
import { openBrowser, visitor } from './browser.ts'

const taken = fileURLToPath(new URL('.cache/pictures/simulator.png', packageRoot))
/** The picture in the how-to. Delete it to have it taken anew: its times change with every test. */
const shown = fileURLToPath(new URL('docs/images/simulator.png', packageRoot))

const ground = new Playground()
let browser: Browser
beforeAll(async () => {
  mkdirSync(fileURLToPath(new URL('.cache/pictures/', packageRoot)), { recursive: true })
  browser = await openBrowser()
  await ground.serve('frontdesk simulate examples/college')
})
afterAll(async () => {
  await Promise.all([ground.close(), browser.close()])
})

const desktop = { width: 1400, height: 900 }

/** The page of phones, each given to somebody new. */
async function openPhones(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await visitor(browser, { viewport: desktop, ...options })
  await page.goto(ground.here('http://127.0.0.1:8300/phones'))
  await page.getByRole('button', { name: 'Start afresh' }).click()
  return page
}

function app(page: Page, name: string): Locator {
  return page.getByRole('region', { name })
}

async function ask(phone: Locator, question: string): Promise<void> {
  await phone.getByRole('textbox').fill(question)
  await phone.getByRole('button', { name: 'Send' }).click()
}

test('a question typed on a phone is answered on it, in calls that its platform takes', async () => {
  const page = await openPhones()
  const phone = app(page, 'Telegram')
  await phone.getByRole('button', { name: 'START' }).click()
  await phone.getByText('front desk').first().waitFor()
  await ask(phone, 'who is the HOD of computer science and what is her number?')
  await phone.getByText('heads Computer Science').waitFor()
  await ask(phone, 'how do I get from the main gate to the library?')
  await phone.getByText('about 4 minutes on foot').waitFor()
  const other = app(page, 'WhatsApp')
  await ask(other, 'fees kitni hai BTech ki?')
  await other.getByText('Which B.Tech do you mean?').waitFor()
  const calls = page.getByRole('complementary')
  expect(await calls.getByText('as documented').count()).toBeGreaterThan(3)
  expect(await calls.getByText('refused').count()).toBe(0)
  await page.mouse.move(0, 0)
  await page.screenshot({ path: taken, animations: 'disabled' })
  if (!existsSync(shown)) copyFileSync(taken, shown)
})

test('a list opens over the chat, and a row of it is said by whoever taps it', async () => {
  const page = await openPhones()
  const phone = app(page, 'WhatsApp')
  await ask(phone, 'fees kitni hai BTech ki?')
  await phone.getByRole('button', { name: 'Choose' }).click()
  const sheet = page.getByRole('dialog')
  const [over, glass] = [await sheet.boundingBox(), await phone.locator('.glass').boundingBox()]
  expect([over?.x, over?.width]).toEqual([glass?.x, glass?.width])
  await sheet.getByRole('button', { name: 'B.Tech CSE' }).click()
  await phone.locator('.own').filter({ hasText: 'B.Tech CSE' }).waitFor()
  await phone.locator('.said:not(.own)').nth(1).waitFor()
})

test('the clock can be put forward, until the desk may not write first any more', async () => {
  const page = await openPhones()
  const phone = app(page, 'WhatsApp')
  await ask(phone, 'hello')
  await phone.getByText('may write freely for').waitFor()
  await page.getByRole('button', { name: 'A day later' }).click()
  await phone.getByText('only an approved template').waitFor()
})

test('a tour types, taps and comes to its end by itself', async () => {
  const page = await openPhones()
  await page
    .getByLabel('Tour')
    .selectOption({ label: 'The tour: one thing in the middle of another' })
  await page.getByRole('button', { name: 'Play' }).click()
  await page.getByRole('button', { name: 'Play' }).waitFor({ timeout: 120_000 })
  const own = app(page, 'Telegram').locator('.own')
  expect(await own.allInnerTexts()).toEqual([
    expect.stringContaining('fees kitni hai BTech ki?'),
    expect.stringContaining('when do the mid-sems start?'),
    expect.stringContaining('sharma sir ka number dedo'),
  ])
  await app(page, 'Telegram').getByText('Anil Sharma').last().waitFor()
})

test.each([
  ['a phone', { width: 390, height: 844 }, 'light'],
  ['a phone at night', { width: 390, height: 844 }, 'dark'],
  ['a desktop', desktop, 'light'],
  ['a desktop at night', desktop, 'dark'],
] as const)('on %s nothing stands out of the screen', async (_, viewport, colorScheme) => {
  const page = await openPhones({ viewport, colorScheme })
  const phone = app(page, 'Telegram')
  await phone.getByRole('button', { name: 'START' }).click()
  await ask(phone, 'list the CSE faculty')
  await phone.getByText('Works on').first().waitFor()
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(over)).toBe(0)
  const send = await phone.getByRole('button', { name: 'Send' }).boundingBox()
  expect((send?.y ?? 0) + (send?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
})

test('the web page and the phones lead to each other', async () => {
  const page = await openPhones()
  await page.getByRole('link', { name: 'Web page' }).click()
  await page.getByRole('link', { name: 'On phones' }).click()
  await app(page, 'Telegram').waitFor()
})

test('while only this computer is listened to, the code says how to let a phone in', async () => {
  const page = await openPhones()
  await page.getByRole('button', { name: 'On my phone' }).click()
  await page.getByText('--host 0.0.0.0').waitFor()
})
