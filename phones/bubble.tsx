import { Rows } from './rows.tsx'
import type { PhoneBody, PhoneBubble, Span } from './simulation.ts'

interface BubbleProps {
  readonly bubble: PhoneBubble
  /** What the desk's own addresses begin with: another device finds them below its own. */
  readonly base: string
  readonly tap: (button: string) => void
}

/** One message, with its time, its ticks and its buttons. */
export function Bubble({ bubble, base, tap }: BubbleProps) {
  const { own, at, body, buttons, list, ticks } = bubble
  return (
    <article class={own ? 'said own' : 'said'}>
      <div class={`bubble ${body.kind}`}>
        <Body body={body} base={base} />
        <span class="meta">
          <time dateTime={at}>{timeOf(at)}</time>
          {ticks !== null && <Ticks ticks={ticks} />}
        </span>
      </div>
      {list !== null && <Rows list={list} tap={tap} />}
      {buttons.length > 0 && (
        <div class="buttons">
          {buttons.map((row) => (
            <div class="row">
              {row.map(({ id, label, url }) =>
                url === null ? (
                  <button type="button" onClick={() => tap(id)}>
                    {label}
                  </button>
                ) : (
                  <a class="link" href={url} target="_blank" rel="noopener noreferrer">
                    {label}
                  </a>
                ),
              )}
            </div>
          ))}
        </div>
      )}
    </article>
  )
}

function Body({ body, base }: { readonly body: PhoneBody; readonly base: string }) {
  switch (body.kind) {
    case 'text':
      return <Words spans={body.spans} />
    case 'photo':
      return (
        <>
          {body.url === null ? (
            <span class="no-picture">Photo</span>
          ) : (
            <img src={nearest(body.url, base)} alt="" />
          )}
          {body.caption.length > 0 && <Words spans={body.caption} />}
        </>
      )
    case 'document':
      return body.url === null ? (
        <span class="file">{body.name}</span>
      ) : (
        <a class="file" href={nearest(body.url, base)} target="_blank" rel="noopener noreferrer">
          {body.name}
        </a>
      )
    case 'place':
      return <Place place={body} />
    default:
      return body satisfies never
  }
}

function Words({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <p dir="auto">
      {spans.map(({ text, bold, italic, href }) => {
        const styled = italic ? <em>{text}</em> : text
        const weighed = bold ? <strong>{styled}</strong> : styled
        return href === undefined ? (
          weighed
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {weighed}
          </a>
        )
      })}
    </p>
  )
}

function Place({ place }: { readonly place: Extract<PhoneBody, { kind: 'place' }> }) {
  const { latitude, longitude, title, address } = place
  return (
    <>
      <span class="map" role="img" aria-label={`Map at ${latitude}, ${longitude}`} />
      {title !== '' && <strong>{title}</strong>}
      <small>{address === '' ? `${latitude}, ${longitude}` : address}</small>
    </>
  )
}

function Ticks({ ticks }: { readonly ticks: NonNullable<PhoneBubble['ticks']> }) {
  return (
    <span class={`ticks ${ticks}`} role="img" aria-label={ticks}>
      {ticks === 'sent' ? '✓' : '✓✓'}
    </span>
  )
}

/** Below the page's own address where it is one of the desk's. */
function nearest(url: string, base: string): string {
  return url.startsWith(`${base}/`) ? url.slice(base.length) : url
}

function timeOf(at: string): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
