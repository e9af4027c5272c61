import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium, provideChromium } from '../servers/chromium.mjs'

/** The browser of this machine, without a window. Rejects with the reason when there is none. */
export async function openBrowser(): Promise<Browser> {
  const found = await provideChromium({ fetch: false, say: () => undefined })
  if ('missing' in found) throw new Error(found.missing)
  return launchChromium(found.path)
}

/** Milliseconds until what does not happen is a failure: long, because the machine may be busy with something else. */
const patience = 60_000

/** A visitor with a screen of their own: nothing is remembered from another one. */
export async function visitor(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  return page
}

/** Types a question and waits until it is answered. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').fill(question)
  await page.keyboard.press('Enter')
  await page.locator('.own').filter({ hasText: question }).last().waitFor()
  await answered(page)
}

/** Waits until the last thing that was said is an answer. */
export async function answered(page: Page): Promise<void> {
  await page.locator('[role=log] > .stretch:last-child > .group.desk').waitFor()
}
