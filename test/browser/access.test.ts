import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, openBrowser, visitor } from './browser.ts'
import { fakeDesk } from './fake-desk.ts'
import type { FakeDesk } from './fake-desk.ts'
import { contrast } from '../../page/brand-colors.ts'

let browser: Browser
let desk: FakeDesk
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), fakeDesk()])
})
afterAll(async () => Promise.all([browser.close(), desk.close()]))

async function talk(options: Parameters<typeof visitor>[1] = {}): Promise<Page> {
  const page = await visitor(browser, { viewport: { width: 1280, height: 800 }, ...options })
  await page.goto(desk.url)
  for (const question of [
    'who is the HOD?',
    'what is the fee?',
    'way to the library',
    'image',
    'hod',
  ])
    await ask(page, question)
  return page
}

test('a conversation can be had with the keyboard alone', async () => {
  const page = await visitor(browser, { viewport: { width: 1280, height: 800 } })
  await page.goto(desk.url)
  await page.getByRole('textbox').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('who is the HOD?')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('and her number?')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Her timetable' }).waitFor()
  expect(desk.said.at(-1)?.text).toBe('who is the HOD?\nand her number?')
  for (const name of ['Behind this answer', 'Someone else', 'All CSE faculty']) {
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toBe(name)
  }
  await page.keyboard.press('Enter')
  await page.getByText('Nine people teach').waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Call')
  await page.context().close()
})

test('a dialog takes the focus and gives it back', async () => {
  const page = await talk()
  const opener = page.getByRole('button', { name: 'Behind this answer' }).last()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByText('intents/library.yaml:48').waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('Behind this answer')
  await page.context().close()
})

test('those who listen hear who said what, as it is said', async () => {
  const page = await talk()
  const log = page.getByRole('log', { name: 'Conversation' })
  expect(await log.getAttribute('aria-live')).toBe('polite')
  expect(await log.getByRole('heading', { name: 'You said' }).count()).toBe(5)
  expect(await log.getByRole('heading', { name: 'Riverdale College said' }).count()).toBe(5)
  await page.context().close()
})

test('everything that can be used has a name, every image a text, and no id stands twice', async () => {
  const page = await talk()
  const faults = await page.evaluate(() => {
    const nameOf = (one: Element) => one.getAttribute('aria-label') ?? one.textContent ?? ''
    const nameless = [...document.querySelectorAll('button, a, textarea, [role=region], nav')]
      .filter((one) => nameOf(one).trim() === '')
      .map((one) => one.outerHTML.slice(0, 80))
    const textless = [...document.querySelectorAll('img:not([alt])')].map((one) => one.outerHTML)
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
    return [...nameless, ...textless, ...ids.filter((id, i) => ids.indexOf(id) !== i)]
  })
  expect(faults).toEqual([])
  await page.context().close()
})

test('what is tapped on a phone is at least 24 pixels, and mostly 44', async () => {
  const page = await talk({ viewport: { width: 360, height: 740 } })
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('button, .choices a, .card-actions a')]
      .map((one) => one.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ height }) => Math.round(height)),
  )
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
  expect(heights.filter((height) => height >= 44).length / heights.length).toBeGreaterThan(0.7)
  await page.context().close()
})

test('those who ask for less motion get none', async () => {
  const page = await talk({ reducedMotion: 'reduce' })
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => one.playState === 'running').length,
  )
  expect(moving).toBe(0)
  await page.context().close()
})

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  test('every text parts from its ground by 4.5 to 1', async () => {
    const page = await talk({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Behind this answer' }).first().click()
    await page.getByText('intents/library.yaml:48').waitFor()
    const texts = await textsOf(page)
    const faint = texts.filter(({ color, ground }) => contrast(color, ground) < 4.5)
    expect(texts.length).toBeGreaterThan(60)
    expect(faint).toEqual([])
    await page.context().close()
  })
})

/** The name of what has the focus. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim())
}

type Rgb = [number, number, number]

/** Every piece of text on the page with its own colour and the nearest opaque ground under it. */
function textsOf(page: Page): Promise<{ text: string; color: Rgb; ground: Rgb }[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (canvas === null) throw new Error('no canvas')
    const paint = (color: string, clear: boolean) => {
      if (clear) canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
    }
    const pixel = () => Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)) as Rgb
    const groundOf = (element: Element) => {
      const layers: string[] = []
      for (let one: Element | null = element; one !== null; one = one.parentElement)
        layers.unshift(getComputedStyle(one).backgroundColor)
      layers.forEach((layer, i) => paint(layer, i === 0))
      return pixel()
    }
    const holders = [...document.body.querySelectorAll('*')].filter(
      (one) =>
        one.checkVisibility() &&
        one.closest('.heard, svg') === null &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    return holders.map((one) => {
      const ground = groundOf(one)
      paint(getComputedStyle(one).color, false)
      return { text: one.textContent?.slice(0, 40) ?? '', color: pixel(), ground }
    })
  })
}
