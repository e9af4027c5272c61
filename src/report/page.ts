import type { Cost } from './cost.ts'
import type { Count, Figures, Outcome, Sample } from './figures.ts'
import { style } from './style.ts'

/** What the page tells. */
export interface Report {
  readonly desk: string
  /** `#rrggbb`. */
  readonly color: string
  /** A BCP 47 tag for the way numbers are written. */
  readonly locale: string
  readonly days: number
  /** ISO 8601. */
  readonly made: string
  readonly figures: Figures
  readonly samples: readonly Sample[]
  readonly unanswered: readonly Count[]
  readonly cost: Cost
}

/** Rows of a list at the most: who wants all of them reads the JSON. */
const mostRows = 12

/** The page for those who decide: one file of HTML that needs nothing else, on a screen and on paper. */
export function reportPage(report: Report): string {
  const { desk, color, days, made, figures } = report
  const parts = [
    headline(report),
    section('What came of it', outcomes(figures)),
    section('What was asked', bars(figures.intents, report)),
    section('Where', bars(figures.channels, report)),
    section('When', bars(figures.days.slice(-mostRows * 2), report, mostRows * 2)),
    section('Not answered yet', unanswered(report)),
    section('How it reads', samples(report)),
    section(`On ${escaped(report.cost.tariff.platform)}`, cost(report)),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(desk)}: ${days} days</title>
<style>${style(color)}</style>
</head>
<body>
<main>
${parts.join('\n')}
<footer>Made on ${escaped(made.slice(0, 10))} out of what the desk keeps. Digits and e-mail addresses of visitors are masked.</footer>
</main>
</body>
</html>
`
}

function headline({ desk, days, figures, locale }: Report): string {
  const { messages, conversations, outcomes: of, medianMilliseconds } = figures
  const share = messages === 0 ? null : (of.answered + of.asked) / messages
  const percent = share?.toLocaleString(locale, { style: 'percent' }) ?? '–'
  const time = medianMilliseconds === null ? '–' : `${Math.round(medianMilliseconds)} ms`
  return `<header>
<p>The last ${days} days</p>
<h1>${escaped(desk)}</h1>
<dl class="figures">
${figure(messages.toLocaleString(locale), 'messages')}
${figure(conversations.toLocaleString(locale), 'conversations')}
${figure(percent, 'answered, or asked back')}
${figure(time, 'half the answers took less')}
</dl>
</header>`
}

function figure(value: string, label: string): string {
  return `<div><dt>${label}</dt><dd>${escaped(value)}</dd></div>`
}

function section(title: string, body: string): string {
  return `<section><h2>${title}</h2>\n${body}\n</section>`
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  answered: 'Answered',
  asked: 'Asked back: which one, or who is asking',
  refused: 'Refused: private, or too often',
  unanswered: 'Not understood',
  failed: 'Failed: a database was away',
}

function outcomes({ outcomes: of, messages }: Figures): string {
  if (messages === 0) return '<p>Nobody has asked anything yet.</p>'
  const rows = Object.entries(outcomeWords).map(([name, words]) => {
    const count = of[name as Outcome]
    return bar({ name: words, count }, messages, `of-${name}`)
  })
  return `<ul class="bars">${rows.join('')}</ul>`
}

function bars(counts: readonly Count[], { locale }: Report, most = mostRows): string {
  if (counts.length === 0) return '<p>Nothing yet.</p>'
  const largest = Math.max(...counts.map(({ count }) => count))
  const rows = counts.slice(0, most).map((one) => bar(one, largest, ''))
  const left = counts.length - most
  const more = left > 0 ? `<p>… and ${left.toLocaleString(locale)} more.</p>` : ''
  return `<ul class="bars">${rows.join('')}</ul>${more}`
}

function bar({ name, count }: Count, largest: number, kind: string): string {
  const width = largest === 0 ? 0 : (100 * count) / largest
  return `<li class="${kind}"><span class="name">${escaped(name)}</span><span class="bar"><i style="width:${width.toFixed(1)}%"></i></span><b>${count}</b></li>`
}

function unanswered({ unanswered: open }: Report): string {
  if (open.length === 0) return '<p>Everything that was asked was answered.</p>'
  const rows = open
    .slice(0, mostRows)
    .map(({ name, count }) => `<li>${count} × “${escaped(name)}”</li>`)
  return `<ul class="open">${rows.join('')}</ul>`
}

function samples({ samples: some }: Report): string {
  if (some.length === 0) return '<p>No conversation of several answers yet.</p>'
  const chats = some.map(({ channel, at, lines }) => {
    const said = lines.map(
      ({ own, text }) => `<p class="${own ? 'own' : 'told'}">${escaped(text)}</p>`,
    )
    return `<article><h3>${escaped(channel)}, ${escaped(at.slice(0, 10))}</h3>${said.join('')}</article>`
  })
  return `<div class="chats">${chats.join('')}</div>`
}

function cost({ cost: of, locale }: Report): string {
  const { tariff, conversations, repliesEach, replies, charged, total } = of
  const money = (amount: number, digits: number) =>
    amount.toLocaleString(locale, {
      style: 'currency',
      currency: tariff.currency,
      maximumFractionDigits: digits,
    })
  const number = (amount: number) => amount.toLocaleString(locale, { maximumFractionDigits: 1 })
  return `<p class="total">${escaped(money(total, 2))} a month</p>
<p>${escaped(number(conversations))} conversations of ${escaped(number(repliesEach))} replies are ${escaped(number(replies))} replies; ${escaped(number(tariff.freeReplies))} are free, ${escaped(number(charged))} cost ${escaped(money(tariff.reply, 5))} each. Whoever has not written for 24 hours is reached by a template, at ${escaped(money(tariff.template, 5))}.</p>
<p class="small">Prices in ${escaped(tariff.market)} as of ${escaped(tariff.asOf)}, without tax and what a reseller adds.</p>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
