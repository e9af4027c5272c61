import type { ComponentChildren } from 'preact'
import { leadsAway, safeHref } from './safe-href.ts'
import type { Span } from './wire.ts'

/** Runs of text in their styles. Line breaks are kept by the style sheet. */
export function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, i) => (
        <Run key={i} span={span} />
      ))}
    </>
  )
}

function Run({ span }: { readonly span: Span }) {
  let run: ComponentChildren = span.text
  if (span.italic) run = <em>{run}</em>
  if (span.bold) run = <strong>{run}</strong>
  return span.href === undefined ? <>{run}</> : <Link to={span.href}>{run}</Link>
}

/** A link, or its text alone where following it would not be safe. */
export function Link(props: { readonly to: string; readonly children: ComponentChildren }) {
  const href = safeHref(props.to)
  if (href === undefined) return <>{props.children}</>
  const beside = leadsAway(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return (
    <a href={href} {...beside}>
      {props.children}
    </a>
  )
}
