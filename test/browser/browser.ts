import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium, provideChromium } from '../servers/chromium.mjs'

/** The browser of this machine, without a window. Rejects with the reason when there is none. */
export async function openBrowser(): Promise<Browser> {
  const found = await provideChromium({ fetch: false, say: () => undefined })
  if ('missing' in found) throw new Error(found.missing)
  return launchChromium(found.path)
}

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
  page.setDefaultTimeout(8000)
  return page
}

/** Types a question and waits until it is answered. */
export async function ask(page: Page, question: string): Promise<void> {
  const answers = page.locator('.group.desk:not(.typing)')
  const before = await answers.count()
  await page.getByRole('textbox').fill(question)
  await page.keyboard.press('Enter')
  await answers.nth(before).waitFor()
}
