/** The college as a visitor meets it: its page in a browser, its own process, its own databases. Nothing is faked. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answered, ask, openBrowser, visitor } from './browser.ts'
import { serveCollege } from './served-college.ts'
import type { ServedCollege } from './served-college.ts'

let browser: Browser
let college: ServedCollege
let page: Page
beforeAll(async () => {
  ;[browser, college] = await Promise.all([openBrowser(), serveCollege()])
})
afterAll(async () => Promise.all([browser.close(), college.close()]))
beforeEach(async () => {
  page = await visitor(browser, { viewport: { width: 360, height: 740 } })
  await page.goto(college.url)
  await page.getByRole('textbox').waitFor()
})
afterEach(async () => page.context().close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const bubbles = () => page.getByRole('log').locator('.bubble').allInnerTexts()
/** What was told last. */
const latest = () => page.locator('.group.desk').last()

const hod = 'who is the HOD of computer science and what is her number?'
const way = 'how do I get from the main gate to the library?'
const fees = 'what is the fee for second year B.Tech CSE?'

test('it opens on a greeting, a tile for each of fourteen topics, and three dares', async () => {
  await expect.poll(() => page.title()).toBe('Riverdale College')
  expect(await page.locator('.greeting').innerText()).toContain('front desk of Riverdale College')
  expect(await page.locator('.opening .tile').count()).toBe(14)
  expect(await page.locator('.opening .dare strong').allInnerTexts()).toEqual([
    'Ask across two databases',
    'Change the subject midway',
    'Meet my elder brother',
  ])
})

test('every tile and every dare is answered out of the databases, or with the question for what is missing', async () => {
  const asks = page.locator('.opening .tile, .opening .dare')
  for (let i = 0; i < (await asks.count()); i++) {
    await asks.nth(i).click()
    await page.locator('.own').nth(i).waitFor()
    await answered(page)
    expect(await latest().innerText()).not.toMatch(/sorry|went wrong|Did you mean/i)
  }
})

test('nothing on the page asks for more than its content security policy allows', async () => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const question of [hod, fees, way]) await ask(page, question)
  await button('Behind this answer').last().click()
  await page.getByText(/intents\/campus\.yaml:\d+/).waitFor()
  expect(complaints).toEqual([])
})

test('it speaks the language that is chosen, and still does after a reload', async () => {
  await button('Menu').click()
  await button('हिन्दी').click()
  await page.getByText('रिवरडेल कॉलेज').first().waitFor()
  await page.reload()
  await page.getByPlaceholder('अपना सवाल लिखिए').waitFor()
  await page.locator('html[lang=hi]').waitFor()
})

test('the way across the campus is drawn on the map, which opens large', async () => {
  await ask(page, way)
  expect((await page.locator('.way').getAttribute('points'))?.split(' ').length).toBeGreaterThan(2)
  await page.getByRole('button', { name: /^Enlarge: .*Central Library$/ }).click()
  await page.getByRole('dialog', { name: 'Central Library' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('choices retire once something was said, and what was chosen is marked', async () => {
  await ask(page, hod)
  await ask(page, fees)
  expect(await page.locator('.choices button').allInnerTexts()).toEqual([
    'Compare the categories',
    'Scholarships',
    'Ways to pay',
  ])
  expect(await page.locator('.chosen').count()).toBe(0)
  await button('Scholarships').click()
  await answered(page)
  expect(await page.locator('.chosen').innerText()).toContain('Scholarships')
  expect(await button('Compare the categories').count()).toBe(0)
})

test('a second tab follows the conversation as it happens', async () => {
  await ask(page, hod)
  const second = await page.context().newPage()
  await second.goto(college.url)
  await second.getByText('heads Computer Science').waitFor()
  await ask(page, fees)
  await second.getByText('In total').waitFor()
  expect(await second.locator('.own').allInnerTexts()).toEqual([hod, fees])
})

test('it starts over when the visitor says so twice', async () => {
  await ask(page, hod)
  await button('Menu').click()
  await button('Start over').click()
  await button('Keep talking').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await bubbles()).toHaveLength(2)
  await button('Menu').click()
  await button('Start over').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
  await latest().waitFor({ state: 'detached' })
  await page.reload()
  await ask(page, fees)
  expect(await page.locator('.own').allInnerTexts()).toEqual([fees])
})

test('the number of a head of department comes from her row, and changes with it', async () => {
  await ask(page, hod)
  const call = latest().getByRole('link', { name: 'Call' })
  expect(await call.getAttribute('href')).toBe('tel:+912055504101')
  college.change(
    'office',
    "update faculty set phone = '+91 20 5550 9999' where name = 'Meenakshi Iyer'",
  )
  await ask(page, `${hod} please`)
  expect(await call.getAttribute('href')).toBe('tel:+912055509999')
})

test('the fees are a table that scrolls in its own bubble on a phone', async () => {
  await ask(page, fees)
  await button('Compare the categories').click()
  await answered(page)
  const table = latest().getByRole('region').first()
  expect(await table.getByRole('columnheader').count()).toBe(4)
  expect(await table.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('dues are told after roll number and date of birth, and no more after "log me out"', async () => {
  await ask(page, 'what is my fees status?')
  expect(await latest().innerText()).toContain('roll number')
  await ask(page, 'RC1042')
  expect(await latest().innerText()).toContain('date of birth')
  await ask(page, '2005-04-12')
  expect(await latest().innerText()).toContain('Tuition, first half')
  await ask(page, 'log me out')
  await ask(page, 'what is my fees status?')
  expect(await latest().innerText()).toContain('roll number')
  await page.reload()
  await page.getByText('You are logged out').waitFor()
  expect((await bubbles()).join('\n')).not.toContain('2005-04-12')
})

test('behind an answer stand its intent, its file, and each query with its values, rows and time', async () => {
  await ask(page, 'who teaches DBMS and which of its books are free?')
  await button('Behind this answer').click()
  const drawer = page.getByRole('dialog', { name: 'Behind this answer' })
  await drawer.getByText(/intents\/across\.yaml:\d+/).waitFor()
  expect(await drawer.locator('.winner code').first().innerText()).toBe('course-books-and-teacher')
  expect(await drawer.locator('mark').innerText()).toContain('DBMS')
  expect(await drawer.locator('.source').allInnerTexts()).toEqual(['office', 'library'])
  expect(await drawer.locator('.query pre').first().innerText()).toMatch(/^select /)
  expect(await drawer.locator('.bound').first().innerText()).toContain(
    "'Database Management Systems'",
  )
  expect(await drawer.getByRole('cell', { name: 'Database System Concepts' }).count()).toBe(1)
  expect(await drawer.locator('.query .figure').first().innerText()).toMatch(/^[\d.]+ ms$/)
})

test('what was said is there again after a reload, and the talk goes on', async () => {
  await ask(page, fees)
  await button('Scholarships').click()
  await answered(page)
  const before = await bubbles()
  await page.reload()
  await answered(page)
  expect(await bubbles()).toEqual(before)
  await ask(page, hod)
  expect((await bubbles()).slice(0, before.length)).toEqual(before)
})

test('markup in the title of a book is text, in a table and in a sentence', async () => {
  const title = `<img src=x onerror="document.title='owned'"> & <b>Compilers</b>`
  college.change(
    'library',
    `update books set title = '${title.replaceAll("'", "''")}' where title = 'Operating System Concepts'`,
  )
  await ask(page, 'books by Silberschatz')
  expect(await latest().getByRole('rowheader').allInnerTexts()).toContain(title)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(await page.title()).toBe('Riverdale College')
})

describe('a process that is killed in the middle of a conversation', () => {
  test('is waited for, and goes on where it was with nothing lost and nothing said twice', async () => {
    await ask(page, 'who is the HOD?')
    expect(await latest().innerText()).toContain('which department?')
    await college.kill()
    await page.getByRole('textbox').fill('mechanical')
    await page.keyboard.press('Enter')
    await page.getByText('The desk cannot be reached just now').waitFor()
    expect(await page.locator('.own').last().innerText()).toBe('mechanical')
    await page.getByText('Waiting to be sent').waitFor()
    await college.start()
    await page.getByText(/heads Mechanical Engineering/).waitFor()
    expect(await page.getByText('The desk cannot be reached just now').count()).toBe(0)
    expect(await page.locator('.own').allInnerTexts()).toEqual(['who is the HOD?', 'mechanical'])
    const before = await bubbles()
    await page.reload()
    await page.getByText(/heads Mechanical Engineering/).waitFor()
    expect(await bubbles()).toEqual(before)
  })
})
