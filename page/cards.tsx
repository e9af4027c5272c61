import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { firstLetter } from './first-letter.ts'
import { Icon, type IconName } from './icon.tsx'
import { safeHref } from './safe-href.ts'
import { Link } from './spans.tsx'
import type { Card } from './wire.ts'
import { useSpeech } from './words/index.ts'

const atFirst = 6

/** Things with a title, side by side where there is room. A long list unfolds on demand. */
export function Cards({ cards }: { readonly cards: readonly Card[] }) {
  const { words } = useSpeech()
  const [all, setAll] = useState(cards.length <= atFirst + 1)
  const shown = all ? cards : cards.slice(0, atFirst)
  return (
    <>
      <ul class={cards.length === 1 ? 'cards single' : 'cards'}>
        {shown.map((card, i) => (
          <CardTile key={i} card={card} />
        ))}
      </ul>
      {!all && (
        <button type="button" class="link-button unfold" onClick={() => setAll(true)}>
          {words.showAll(cards.length)}
        </button>
      )}
    </>
  )
}

function CardTile({ card }: { readonly card: Card }) {
  const href = card.image === undefined ? undefined : safeHref(card.image)
  return (
    <li class="card">
      <div class="card-head">
        {href === undefined ? (
          <Initials name={card.title} />
        ) : (
          <img class="portrait" src={href} alt="" loading="lazy" />
        )}
        <div>
          <h4 dir="auto">{card.title}</h4>
          {card.subtitle !== '' && <p dir="auto">{card.subtitle}</p>}
        </div>
      </div>
      {card.facts.length > 0 && (
        <dl>
          {card.facts.map((fact, i) => (
            <div key={i}>
              <dt dir="auto">{fact.label}</dt>
              <dd dir="auto">
                <Breakable text={fact.value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {card.actions.length > 0 && (
        <div class="card-actions">
          {card.actions.map((action, i) => (
            <Link key={i} to={action.url}>
              <Icon name={iconFor(action.url)} />
              <span dir="auto">{action.label}</span>
            </Link>
          ))}
        </div>
      )}
    </li>
  )
}

/** A text in which an address may be broken after its signs, rather than in the middle of a word. */
function Breakable({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=[\p{L}\p{N}][@/]|[\p{L}\p{N}][._](?=[\p{L}\p{N}]{3}))/u).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  )
}

function Initials({ name }: { readonly name: string }) {
  return (
    <span class="portrait initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and last word, titles such as "Dr." left out: "Dr. Anil Rao" is AR. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

function iconFor(url: string): IconName {
  if (url.startsWith('tel:')) return 'phone'
  return url.startsWith('mailto:') ? 'mail' : 'link'
}
