/** The page for those who use a keyboard, a screen reader, a finger, or little motion; on the college itself. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contrast } from '../../page/brand-colors.ts'
import { answered, ask, openBrowser, visitor } from './browser.ts'
import { serveCollege } from './served-college.ts'
import type { ServedCollege } from './served-college.ts'

let browser: Browser
let college: ServedCollege
beforeAll(async () => {
  ;[browser, college] = await Promise.all([openBrowser(), serveCollege()])
})
afterAll(async () => Promise.all([browser.close(), college.close()]))

const desktop = { width: 1280, height: 800 }
const questions = [
  'who is the HOD of computer science and what is her number?',
  'what is the fee for second year B.Tech CSE?',
  'how do I get from the main gate to the library?',
  'who teaches DBMS and which of its books are free?',
]

async function talk(options: Parameters<typeof visitor>[1] = {}): Promise<Page> {
  const page = await visitor(browser, { viewport: desktop, reducedMotion: 'reduce', ...options })
  await page.goto(college.url)
  for (const question of questions) await ask(page, question)
  return page
}

test('a conversation can be had with the keyboard alone', async () => {
  const page = await visitor(browser, { viewport: desktop })
  await page.goto(college.url)
  await page.getByRole('textbox').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('who is the HOD')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('of computer science?')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Departments' }).waitFor()
  expect(await page.locator('.own').innerText()).toMatch(/^who is the HOD\sof computer science\?$/)
  for (const name of ['Behind this answer', 'Departments', 'Teachers of a department']) {
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toBe(name)
  }
  await page.keyboard.press('Enter')
  await page.locator('.own').nth(1).waitFor()
  await answered(page)
  await page.keyboard.press('Tab')
  const isInAnswer = () => document.activeElement?.closest('.stretch:last-child .desk') !== null
  expect(await page.evaluate(isInAnswer)).toBe(true)
  await page.context().close()
})

test('a dialog takes the focus and gives it back', async () => {
  const page = await talk()
  const opener = page.getByRole('button', { name: 'Behind this answer' }).last()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByText(/intents\/across\.yaml:\d+/).waitFor()
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
  expect(await log.getByRole('heading', { name: 'You said' }).count()).toBe(4)
  expect(await log.getByRole('heading', { name: 'Riverdale College said' }).count()).toBe(4)
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

test('a finger finds everything it may tap within 44 pixels', async () => {
  const page = await talk({ viewport: { width: 360, height: 740 } })
  const narrow = await page.evaluate(() => {
    const reaches = (one: Element, dx: number, dy: number) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const found = document.elementFromPoint(left + width / 2 + dx, top + height / 2 + dy)
      return found !== null && one.contains(found)
    }
    const around: readonly (readonly [number, number])[] = [
      [0, -21],
      [0, 21],
      [-21, 0],
      [21, 0],
    ]
    return [...document.querySelectorAll('button, a:not(.skip)')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        one.scrollIntoView({ block: 'center' })
        return !around.every(([dx, dy]) => reaches(one, dx, dy))
      })
      .map((one) => one.textContent)
  })
  expect(narrow).toEqual([])
  await page.context().close()
})

test('those who ask for less motion get none', async () => {
  const page = await talk()
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => one.playState === 'running').length,
  )
  expect(moving).toBe(0)
  await page.context().close()
})

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  test('every text parts from its ground by 4.5 to 1', async () => {
    const page = await talk({ colorScheme })
    await page.getByRole('button', { name: 'Behind this answer' }).last().click()
    await page.getByText(/intents\/across\.yaml:\d+/).waitFor()
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
