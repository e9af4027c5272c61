import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, openBrowser, visitor } from './browser.ts'
import { fakeDesk } from './fake-desk.ts'
import type { FakeDesk } from './fake-desk.ts'
import { plantedTitle } from './fake-replies.ts'

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
/** Every bubble's text: times are left out, for the desk's clock and the browser's may differ by a minute. */
const said = () => page.getByRole('log').locator('.bubble').allInnerTexts()
const button = (name: string) => page.getByRole('button', { name, exact: true })

describe('opening', () => {
  test('greets, and offers a tile for every topic and three dares', async () => {
    await expect.poll(() => page.title()).toBe('Riverdale College')
    expect(await page.locator('.greeting').innerText()).toContain(
      'I am the front desk of Riverdale College',
    )
    expect(await page.locator('.opening .tile').count()).toBe(14)
    expect(await page.locator('.opening .dare').count()).toBe(3)
  })

  test('a tile asks', async () => {
    await page.locator('.opening').getByRole('button', { name: 'Campus map' }).click()
    await page.getByText('Central Library').waitFor()
    expect(desk.said.at(-1)?.text).toBe('how do I get from the main gate to the library?')
  })

  test('speaks the language that is chosen, and still does after a reload', async () => {
    await button('Menu').click()
    await button('हिन्दी').click()
    await page.getByPlaceholder('अपना सवाल लिखिए').waitFor()
    await page.reload()
    await page.getByPlaceholder('अपना सवाल लिखिए').waitFor()
    await page.locator('html[lang=hi]').waitFor()
  })

  test('a desk that cannot be reached can be tried again', async () => {
    await page.route('**/channels/web/desk*', (route) => route.abort())
    await page.reload()
    await page.getByRole('alert').waitFor()
    await page.unroute('**/channels/web/desk*')
    await button('Try again').click()
    await box().waitFor()
  })
})

describe('a reply', () => {
  test('shows people as cards with a number to tap', async () => {
    await ask(page, 'who is the HOD?')
    const call = page.getByRole('link', { name: 'Call' })
    expect(await call.getAttribute('href')).toBe('tel:+912225551204')
  })

  test('shows fees as a table that scrolls within its bubble', async () => {
    await ask(page, 'what is the fee?')
    const table = page.getByRole('region', { name: 'B.Tech, second year' })
    expect(await table.getByRole('columnheader').count()).toBe(5)
    expect(await table.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test('draws the way on the campus map, which opens large', async () => {
    await ask(page, 'where is the library?')
    expect(await page.locator('.way').getAttribute('points')).toBe(
      '100,640 400,640 400,380 570,380 570,330',
    )
    await page.getByRole('button', { name: 'Enlarge: Map of the campus, Central Library' }).click()
    await page.getByRole('dialog', { name: 'Central Library' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('unfolds a long list of cards on demand, with nothing left out', async () => {
    await ask(page, 'list the CSE faculty')
    expect(await page.locator('.card').count()).toBe(6)
    await button('Show all 9').click()
    expect(await page.locator('.card').count()).toBe(9)
  })

  test('is text, whatever markup stands in the database', async () => {
    await ask(page, 'a book on hacking')
    expect(await answers().locator('.bubble').first().innerText()).toBe(`Found: ${plantedTitle}`)
    expect(await answers().locator('h4').innerText()).toBe(plantedTitle)
    expect(await answers().locator('img[src="x"]').count()).toBe(0)
    expect(await page.title()).toBe('Riverdale College')
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

test('nothing on the page asks for more than its content security policy allows', async () => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const question of ['hod', 'fee', 'library', 'image', 'long']) await ask(page, question)
  await button('Behind this answer').last().click()
  await page.getByText('intents/library.yaml:48').waitFor()
  expect(complaints).toEqual([])
})

describe('choices', () => {
  test('send their id, retire, and mark what was chosen', async () => {
    await ask(page, 'who is the HOD?')
    await button('All CSE faculty').click()
    await page.getByText('Nine people teach').waitFor()
    expect(desk.said.at(-1)).toMatchObject({ choice: 'c2' })
    expect(await button('Her timetable').count()).toBe(0)
    expect(await page.locator('.chosen').innerText()).toContain('All CSE faculty')
  })

  test('retire as well when something else is said', async () => {
    await ask(page, 'who is the HOD?')
    await ask(page, 'what is the fee?')
    expect(await page.locator('.choices button').count()).toBe(0)
    expect(await page.locator('.chosen').count()).toBe(0)
  })
})

describe('a connection that fails', () => {
  test('keeps what is said offline and sends it once, in order, when it is back', async () => {
    await page.context().setOffline(true)
    await page.getByText('You are offline').waitFor()
    const before = desk.said.length
    for (const question of ['who is the HOD?', 'what is the fee?']) {
      await box().fill(question)
      await page.keyboard.press('Enter')
    }
    await page.getByText('Waiting to be sent').waitFor()
    await page.context().setOffline(false)
    await answers().nth(1).waitFor()
    expect(desk.said.slice(before).map(({ text }) => text)).toEqual([
      'who is the HOD?',
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

describe('a conversation', () => {
  test('survives a reload, tapped choices included', async () => {
    await ask(page, 'who is the HOD?')
    await button('All CSE faculty').click()
    await page.getByText('Nine people teach').waitFor()
    const before = await said()
    expect(before).toContain('All CSE faculty')
    await page.reload()
    await page.getByText('Nine people teach').waitFor()
    expect(await said()).toEqual(before)
  })

  test('starts over when the visitor says so twice', async () => {
    await ask(page, 'who is the HOD?')
    await button('Menu').click()
    await button('Start over').click()
    await button('Keep talking').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await answers().count()).toBe(1)
    await button('Menu').click()
    await button('Start over').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
    await answers().waitFor({ state: 'detached' })
    await page.reload()
    await ask(page, 'what is the fee?')
    expect(await answers().count()).toBe(1)
  })

  test('goes on in a second tab, as it happens', async () => {
    await ask(page, 'who is the HOD?')
    const second = await page.context().newPage()
    await second.goto(desk.url)
    await second.getByText('Dr. Meenakshi Sundaram heads').waitFor()
    await ask(page, 'what is the fee?')
    await second.getByText('B.Tech, second year').waitFor()
    expect(await second.locator('.own').allInnerTexts()).toEqual([
      'who is the HOD?',
      'what is the fee?',
    ])
  })

  test('that the desk no longer knows begins anew', async () => {
    await page.evaluate(() => localStorage.setItem('frontdesk', '{"conversation":"k1.forged"}'))
    await page.reload()
    await ask(page, 'what is the fee?')
    expect(desk.said.at(-1)?.conversation).toBeUndefined()
  })
})

describe('behind an answer', () => {
  test('stand the intent, its runners-up, the entity, each query with its values, and the file', async () => {
    await ask(page, 'who teaches DBMS and which of its books are free?')
    await button('Behind this answer').click()
    const drawer = page.getByRole('dialog', { name: 'Behind this answer' })
    await drawer.getByText('intents/library.yaml:48').waitFor()
    expect(await drawer.locator('mark').innerText()).toContain('DBMS')
    expect(await drawer.getByRole('meter').count()).toBe(7)
    expect(await drawer.locator('.source').allInnerTexts()).toEqual(['office', 'library'])
    expect(await drawer.locator('.bound code').allInnerTexts()).toEqual([
      "'%Database Management Systems%'",
      "'CS301'",
      '0',
    ])
    expect(await drawer.getByRole('cell', { name: 'Database System Concepts' }).count()).toBe(1)
  })

  test('is not offered to a visitor who may not look', async () => {
    await page.route('**/channels/web/desk*', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ json: { ...((await response.json()) as object), behind: false } })
    })
    await page.reload()
    await ask(page, 'who is the HOD?')
    expect(await button('Behind this answer').count()).toBe(0)
  })
})
