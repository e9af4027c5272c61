import type { RunQuery, Value } from './wire.ts'
import { useSpeech } from './words/index.ts'

const atMost = 20

/** Each query as it was sent: source, text, bound values, what came back, and in what time. */
export function Asked({ queries }: { readonly queries: readonly RunQuery[] }) {
  const { words } = useSpeech()
  return (
    <section>
      <h3>{words.asked}</h3>
      {queries.length === 0 && <p>{words.noQueries}</p>}
      {queries.map((query, i) => (
        <QueryRun key={i} query={query} />
      ))}
    </section>
  )
}

function QueryRun({ query }: { readonly query: RunQuery }) {
  const { words } = useSpeech()
  return (
    <article class="query">
      <header>
        <span class="source">{query.source}</span>
        <span>{words.rows(query.rowCount)}</span>
        <span class="figure">{milliseconds(query.milliseconds)}</span>
      </header>
      <pre tabIndex={0} aria-label={query.source}>
        <code>{query.text}</code>
      </pre>
      {query.parameters.length > 0 && (
        <p class="bound">
          {words.boundValues}:{' '}
          {query.parameters.map((value, i) => (
            <code key={i}>{literal(value)}</code>
          ))}
        </p>
      )}
      {query.rows.length > 0 && <Rows query={query} />}
    </article>
  )
}

function Rows({ query }: { readonly query: RunQuery }) {
  const { words } = useSpeech()
  const shown = query.rows.slice(0, atMost)
  return (
    <>
      <div class="scroller" role="region" aria-label={words.rows(query.rowCount)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {query.columns.map((name, i) => (
                <th key={i} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={i}>
                {row.map((value, j) => (
                  <td key={j} dir="auto" class={typeof value === 'number' ? 'end' : 'start'}>
                    {value === null ? <i>null</i> : `${value}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {query.rows.length > atMost && <p class="note">{words.firstRows(atMost)}</p>}
      {query.truncated && <p class="note">{words.moreRows}</p>}
    </>
  )
}

function literal(value: Value): string {
  return typeof value === 'string' ? `'${value}'` : `${value}`
}

/** A duration as it is read: "0.4 ms", "12 ms". */
export function milliseconds(duration: number): string {
  return `${duration < 10 ? duration.toFixed(1) : Math.round(duration)} ms`
}
