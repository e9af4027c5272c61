/** What the college shows nobody on demand: calls that fail, and replies with unusual things in them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, openBrowser, visitor } from './browser.ts'
import { fakeDesk } from './fake-desk.ts'
import type { FakeDesk } from './fake-desk.ts'

let browser: Browser
let desk: FakeDesk
let page: Page
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), fakeDesk()])
})
afterAll(async () => Promise.all([browser.close(), desk.close()]))
beforeEach(async () => {
  desk.behave({ kind: 'at once' })
  page = await visitor(browser, { viewport: { width: 360, height: 740 } })
  await page.goto(desk.url)
  await box().waitFor()
})
afterEach(async () => page.context().close())

const box = () => page.getByRole('textbox', { name: 'Your message' })
const answers = () => page.locator('.group.desk:not(.typing)')
const button = (name: string) => page.getByRole('button', { name, exact: true })

test('a desk that cannot be reached at first can be tried again', async () => {
  await page.route('**/channels/web/desk*', (route) => route.abort())
  await page.reload()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/channels/web/desk*')
  await button('Try again').click()
  await box().waitFor()
})

describe('a reply', () => {
  test('unfolds a long list of cards on demand, with nothing left out', async () => {
    await ask(page, 'list the CSE faculty')
    expect(await page.locator('.card').count()).toBe(6)
    await button('Show all 9').click()
    expect(await page.locator('.card').count()).toBe(9)
  })

  test('has no link that runs a script', async () => {
    await ask(page, 'unsafe')
    expect(await answers().getByRole('link').allInnerTexts()).toEqual(['the portal'])
  })

  test('is written from right to left where its language is', async () => {
    await ask(page, 'urdu')
    const bubble = answers().locator('.bubble')
    expect(await bubble.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
  })
})

describe('a connection that fails', () => {
  test('keeps what is said offline and sends it once, in order, when it is back', async () => {
    await page.context().setOffline(true)
    await page.getByText('You are offline').waitFor()
    const before = desk.said.length
    for (const question of ['list the CSE faculty', 'what is the fee?']) {
      await box().fill(question)
      await page.keyboard.press('Enter')
    }
    await page.getByText('Waiting to be sent').waitFor()
    await page.context().setOffline(false)
    await answers().nth(1).waitFor()
    expect(desk.said.slice(before).map(({ text }) => text)).toEqual([
      'list the CSE faculty',
      'what is the fee?',
    ])
    expect(await page.getByText('You are offline').count()).toBe(0)
  })

  test('says so when the desk hangs up, and sends the message when the visitor knocks', async () => {
    // Nothing is tried by itself here, so that it is the knock that helps.
    await page.addInitScript(() => Object.assign(globalThis, { setInterval: () => 0 }))
    await page.reload()
    desk.behave({ kind: 'hang up' })
    await box().fill('what is the fee?')
    await page.keyboard.press('Enter')
    await page.getByText('The desk cannot be reached just now').waitFor()
    desk.behave({ kind: 'at once' })
    await button('Try again').click()
    await page.getByText('B.Tech, second year').waitFor()
  })

  test('tries again by itself until the desk is back', async () => {
    desk.behave({ kind: 'hang up' })
    await box().fill('what is the fee?')
    await page.keyboard.press('Enter')
    await page.getByText('The desk cannot be reached just now').waitFor()
    desk.behave({ kind: 'at once' })
    await page.getByText('B.Tech, second year').waitFor()
    expect(await page.getByText('The desk cannot be reached just now').count()).toBe(0)
  })

  test('a refused message says why and can be tried again', async () => {
    desk.behave({ kind: 'refuse', status: 503, message: 'The desk is busy just now.' })
    await box().fill('what is the fee?')
    await page.keyboard.press('Enter')
    await page.getByText('The desk is busy just now.').waitFor()
    desk.behave({ kind: 'at once' })
    await button('Try again').click()
    await page.getByText('B.Tech, second year').waitFor()
    expect(await page.locator('.own').count()).toBe(1)
  })

  test('too fast waits as long as it is told and goes on by itself', async () => {
    desk.behave({ kind: 'refuse', status: 429, message: 'One moment.' })
    const refused = page.waitForResponse((response) => response.status() === 429)
    await box().fill('what is the fee?')
    await page.keyboard.press('Enter')
    await refused
    desk.behave({ kind: 'at once' })
    await page.getByText('B.Tech, second year').waitFor()
  })

  test('what was not sent is still there after a reload, and is sent then', async () => {
    desk.behave({ kind: 'hang up' })
    await box().fill('what is the fee?')
    await page.keyboard.press('Enter')
    await page.getByText('cannot be reached').waitFor()
    desk.behave({ kind: 'at once' })
    await page.reload()
    await page.getByText('B.Tech, second year').waitFor()
  })

  test('three dots show while the desk looks something up', async () => {
    let release = () => {}
    desk.behave({ kind: 'after', event: new Promise<void>((resolve) => (release = resolve)) })
    await box().fill('what is the fee?')
    await page.keyboard.press('Enter')
    await page.locator('.dots').waitFor()
    release()
    await page.getByText('B.Tech, second year').waitFor()
    expect(await page.locator('.dots').count()).toBe(0)
  })
})

test('a conversation that the desk no longer knows begins anew', async () => {
  await page.evaluate(() => localStorage.setItem('frontdesk', '{"conversation":"k1.forged"}'))
  await page.reload()
  await ask(page, 'what is the fee?')
  expect(desk.said.at(-1)?.conversation).toBeUndefined()
})

test('what is behind an answer is not offered to a visitor who may not look', async () => {
  await page.route('**/channels/web/desk*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ json: { ...((await response.json()) as object), behind: false } })
  })
  await page.reload()
  await ask(page, 'list the CSE faculty')
  expect(await button('Behind this answer').count()).toBe(0)
})
