/** The desk in the corner of a website nobody has cared for since 2009; on the college itself. */
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answered, openBrowser, visitor } from './browser.ts'
import { type ServedCollege, serveCollege } from './served-college.ts'
import { type SiteSettings, type UglySite, uglySite } from './ugly-site.ts'

let browser: Browser
let college: ServedCollege
let desk: string
let site: UglySite
let stranger: UglySite
beforeAll(async () => {
  ;[browser, site, stranger] = await Promise.all([openBrowser(), uglySite(), uglySite()])
  college = await serveCollege([site.origin])
  desk = new URL(college.url).origin
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})
afterAll(async () =>
  Promise.all([browser.close(), college.close(), site.close(), stranger.close()]),
)

const desktop = { width: 1280, height: 800 }
const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
}
const mobileHead = '<meta name=viewport content="width=device-width">'
const question = 'who is the HOD of computer science and what is her number?'

/** Two lines, as docs/how-to/put-it-on-your-website.md asks for them, among the strictest there are. */
const lines = () => ({ 'script-src': desk, 'frame-src': desk })
const strict = (allowed: Readonly<Record<string, string>>) =>
  [
    "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    ...Object.entries(allowed).map(([directive, source]) => `${directive} ${source}`),
  ].join('; ')

/** A visitor on the website, which its owner set up like this. */
async function surf(
  settings: Partial<SiteSettings> = {},
  options: BrowserContextOptions = {},
  where: UglySite = site,
): Promise<Page> {
  where.use({ desk, policy: null, attributes: '', head: '', ...settings })
  const page = await visitor(browser, { viewport: desktop, ...options })
  await page.goto(where.origin)
  return page
}

const opener = (page: Page) => page.getByRole('button', { name: 'Ask Riverdale College' })
const closer = (page: Page) => page.getByRole('button', { name: 'Close the conversation' })
const inside = (page: Page): FrameLocator => page.frameLocator('iframe')
const box = (page: Page) => inside(page).getByRole('textbox')
const questions = (page: Page) => inside(page).locator('.own')

async function ask(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press('Enter')
  await questions(page).filter({ hasText: text }).last().waitFor()
  await inside(page).locator('[role=log] > .stretch:last-child > .group.desk').waitFor()
}

/** The errors of a page from now on. */
function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()))
  return errors
}

describe('on a page that does everything to its elements', () => {
  test('the bubble is as large as anywhere, above everything, and answers', async () => {
    const page = await surf({ policy: strict(lines()) })
    const errors = errorsOf(page)
    await page.reload()
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
    await opener(page).waitFor()
    expect(await opener(page).boundingBox()).toEqual({ x: 1202, y: 722, width: 58, height: 58 })
    const top = await page.evaluate(() => document.elementFromPoint(1230, 750)?.localName)
    expect(top).toBe('frontdesk-widget')
    await opener(page).click()
    await ask(page, question)
    await inside(page).getByText('Dr. Meenakshi Iyer').first().waitFor()
    const frame = await page.locator('iframe').boundingBox()
    expect(frame).toMatchObject({ width: 406, height: 678 })
    expect(errors.filter((error) => !error.includes('favicon'))).toEqual([])
  })

  test('the page’s own links work beside it', async () => {
    const page = await surf()
    await opener(page).waitFor()
    await page.getByRole('link', { name: 'Tenders' }).click()
    await page.getByText('/tenders').waitFor()
  })

  test('a second tag makes no second bubble', async () => {
    const page = await surf({ head: `<script async src="${desk}/widget.js"></script>` })
    await opener(page).waitFor()
    await page.waitForLoadState('load')
    expect(await page.locator('frontdesk-widget').count()).toBe(1)
  })
})

describe('a content security policy', () => {
  test('without the frame shows a way to the desk, and tells the owner which line is missing', async () => {
    const { 'frame-src': _, ...allowed } = lines()
    const page = await surf({ policy: strict(allowed) })
    const errors = errorsOf(page)
    await opener(page).click()
    await page.getByText('The front desk cannot be shown on this page.').waitFor()
    const link = page.getByRole('link', { name: 'Open it in a new tab' })
    expect(await link.getAttribute('href')).toBe(`${desk}/?language=en`)
    expect(errors.join('\n')).toContain(`Frontdesk: ${desk} cannot be shown on this page.`)
    expect(errors.join('\n')).toContain(`frame-src ${desk}`)
  })

  test('without the script shows nothing of the desk', async () => {
    const { 'script-src': _, ...allowed } = lines()
    const page = await surf({ policy: strict(allowed) })
    await page.waitForLoadState('load')
    expect(await page.locator('frontdesk-widget').count()).toBe(0)
  })

  test('with a nonce needs it on the tag', async () => {
    const policy = strict({ ...lines(), 'script-src': "'nonce-r4nd0m' 'strict-dynamic'" })
    const page = await surf({ policy, attributes: 'nonce=r4nd0m' })
    await opener(page).click()
    await box(page).waitFor()
  })
})

test('a site the desk does not know shows a way to the desk, and its owner what to write', async () => {
  const page = await surf({}, {}, stranger)
  const errors = errorsOf(page)
  await opener(page).click()
  await page.getByRole('link', { name: 'Open it in a new tab' }).waitFor()
  expect(errors.join('\n')).toContain(
    `channels.web.origins in its desk.yaml has ${stranger.origin}`,
  )
  expect(await page.locator('iframe').count()).toBe(0)
})

describe('from page to page', () => {
  test('an open conversation goes on, and takes nobody’s focus', async () => {
    const page = await surf()
    await opener(page).click()
    await ask(page, question)
    await page.getByRole('link', { name: 'Notices' }).click()
    await page.getByText('/notices').waitFor()
    await questions(page).filter({ hasText: question }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
    await ask(page, 'and of mechanical?')
    expect(await questions(page).count()).toBe(2)
  })

  test('one that was closed stays closed, and is still there', async () => {
    const page = await surf()
    await opener(page).click()
    await ask(page, question)
    await closer(page).click()
    await page.getByRole('link', { name: 'Notices' }).click()
    await page.getByText('/notices').waitFor()
    await opener(page).click()
    await questions(page).filter({ hasText: question }).waitFor()
  })

  test('what is answered meanwhile is told on the closed bubble', async () => {
    const page = await surf()
    await opener(page).click()
    await ask(page, question)
    const conversation = await conversationOf(page)
    await closer(page).click()
    await page.getByRole('link', { name: 'Notices' }).click()
    await page.locator('iframe').waitFor({ state: 'attached' })
    await sayElsewhere(conversation, 'who is the principal?')
    await page.getByRole('button', { name: 'Ask Riverdale College, 1 new message' }).waitFor()
    await page.getByRole('status').filter({ hasText: '1 new message' }).waitFor()
    await sayElsewhere(conversation, 'thank you')
    await page.getByRole('button', { name: 'Ask Riverdale College, 2 new messages' }).click()
    await questions(page).filter({ hasText: 'thank you' }).waitFor()
    await closer(page).click()
    await page.getByRole('button', { name: 'Ask Riverdale College', exact: true }).waitFor()
  })
})

describe('with the keyboard alone', () => {
  test('it is opened, talked with and closed, and gives the focus back', async () => {
    const page = await surf()
    await opener(page).waitFor()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
    expect(await opener(page).evaluate((one) => one.matches(':focus-visible'))).toBe(true)
    expect(await opener(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    await box(page).and(inside(page).locator(':focus')).waitFor()
    expect(await closer(page).getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByRole('dialog', { name: 'Riverdale College' }).count()).toBe(1)
    await page.keyboard.type('thank you')
    await page.keyboard.press('Enter')
    await answered(page.frames()[1] as unknown as Page)
    await inside(page).getByRole('button', { name: 'Menu' }).click()
    await page.keyboard.press('Escape')
    expect(await closer(page).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await opener(page).waitFor()
    expect(await opener(page).evaluate((one) => one.matches(':focus'))).toBe(true)
  })
})

describe('on a phone', () => {
  test.each([
    ['made for it', mobileHead],
    ['made for wide screens', ''],
  ])('it takes the whole screen of a page %s, and gives it back', async (_, head) => {
    const page = await surf({ head }, phone)
    await opener(page).tap()
    await box(page).waitFor()
    const seen = await page.evaluate(() => [visualViewport?.width, visualViewport?.height])
    const frame = await page.locator('iframe').boundingBox()
    expect([frame?.width, frame?.height].map(rounded)).toEqual(seen.map(rounded))
    expect(await box(page).evaluate(() => innerWidth)).toBe(360)
    await tapInside(page, inside(page).getByRole('button', { name: 'Close' }))
    await opener(page).waitFor()
    const { width = 0 } = (await opener(page).boundingBox()) ?? {}
    const unit = (await page.evaluate(() => visualViewport?.scale ?? 1)) * width
    expect(Math.round(unit)).toBe(58)
  })

  test('the next page is not covered', async () => {
    const page = await surf({ head: mobileHead }, phone)
    await opener(page).tap()
    await ask(page, 'thank you')
    await page.goto(`${site.origin}/notices`)
    await opener(page).waitFor()
    expect(await page.locator('iframe').isVisible()).toBe(false)
  })
})

test('it speaks the language of the website, on the side its owner likes', async () => {
  const page = await surf({ attributes: 'data-language=hi data-side=left' })
  const button = page.getByRole('button', { name: 'Riverdale College से पूछिए' })
  await button.click()
  expect(
    await button.or(page.getByRole('button', { name: 'बातचीत बंद कीजिए' })).boundingBox(),
  ).toMatchObject({ x: 20 })
  await inside(page).locator('.opening-topics').getByText('इनके बारे में पूछिए').waitFor()
})

test('until it is opened it costs one small request, moves nothing and leaves no name behind', async () => {
  const bare = await surf({ head: '', desk: stranger.origin })
  const namesOf = (page: Page) => page.evaluate(() => Object.keys(globalThis).toSorted())
  await bare.waitForLoadState('load')
  const before = await namesOf(bare)
  const requests: string[] = []
  const page = await surf()
  page.on('request', (request) => requests.push(request.url()))
  const loaded = page.waitForResponse(`${desk}/widget.js`)
  await page.reload()
  const { encodedBodySize, layoutShift } = await page.evaluate(measure)
  await opener(page).waitFor()
  expect((await loaded).status()).toBe(200)
  expect(requests.filter((url) => url.startsWith(desk))).toEqual([`${desk}/widget.js`])
  expect(encodedBodySize).toBeLessThan(5_000)
  expect(layoutShift).toBe(0)
  expect(await namesOf(page)).toEqual(before)
})

test('a desk that does not answer holds up nothing of the page', async () => {
  const page = await visitor(browser, { viewport: desktop })
  site.use({ desk, policy: null, attributes: '', head: '' })
  await page.route('**/widget.js', () => undefined)
  await page.goto(site.origin, { waitUntil: 'domcontentloaded' })
  await page.getByText('Tender No. 14').waitFor()
  await page.getByRole('link', { name: 'Tenders' }).click()
  await page.getByText('/tenders').waitFor()
})

/** Puts a finger where the visitor sees something of the frame, which may be scaled. */
async function tapInside(page: Page, target: Locator): Promise<void> {
  const frame = (await page.locator('iframe').boundingBox()) ?? { x: 0, y: 0, width: 0 }
  const { x, y, innerWidth } = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2, innerWidth: globalThis.innerWidth }
  })
  const scale = frame.width / innerWidth
  await page.touchscreen.tap(frame.x + x * scale, frame.y + y * scale)
}

/** What the desk calls the conversation of a page that is about to ask. */
async function conversationOf(page: Page): Promise<string> {
  const [response] = await Promise.all([
    page.waitForResponse(`${desk}/channels/web`),
    ask(page, 'who is the librarian?'),
  ])
  const { conversation } = (await response.json()) as { conversation: string }
  return conversation
}

function rounded(pixels: number | undefined): number {
  return Math.round((pixels ?? 0) / 2)
}

/** Says something in a conversation as another device would that has it. */
async function sayElsewhere(conversation: string, text: string): Promise<void> {
  const response = await fetch(`${desk}/channels/web`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ conversation, text }),
  })
  expect(response.status).toBe(200)
}

/** What the script weighed on its way, and by how much it moved what was there. */
async function measure() {
  await new Promise((resolve) => setTimeout(resolve))
  const shifts: number[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')))
  }).observe({ type: 'layout-shift', buffered: true })
  await new Promise((resolve) => requestAnimationFrame(resolve))
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const script = entries.find(({ name }) => name.endsWith('/widget.js'))
  return {
    encodedBodySize: script?.encodedBodySize ?? 0,
    layoutShift: shifts.reduce((sum, one) => sum + one, 0),
  }
}
