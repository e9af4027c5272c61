import { Bar } from './bar.tsx'
import { markEntities } from './mark-entities.ts'
import type { Behind } from './wire.ts'
import { useSpeech } from './words/index.ts'

/** What was meant by the message, with the entities marked in the visitor's own words. */
export function Understood({ behind }: { readonly behind: Behind }) {
  const { words } = useSpeech()
  return (
    <section>
      <h3>{words.understood}</h3>
      {behind.text !== '' && (
        <p class="sentence" dir="auto">
          {markEntities(behind.text, behind.entities).map((piece, i) =>
            piece.found ? (
              <mark key={i}>
                {piece.text}
                <small>
                  {piece.found.entity}
                  {`${piece.found.value}` !== piece.text && ` = ${piece.found.value}`}
                </small>
              </mark>
            ) : (
              piece.text
            ),
          )}
        </p>
      )}
      {behind.intent === null && <p>{words.notUnderstood}</p>}
      <ol class="candidates">
        {candidatesOf(behind).map(({ intent, confidence }, i) => (
          <li key={intent} class={intent === behind.intent ? 'winner' : ''}>
            {i === 1 && <span class="heard">{words.runnersUp}</span>}
            <code>{intent}</code>
            <Bar label={intent} value={confidence} most={1} />
            <span class="figure">{Math.round(confidence * 100)} %</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The likeliest few, with the intent that answered on top even if it was reached another way; traces are left out. */
function candidatesOf({ intent, confidence, candidates }: Behind): Behind['candidates'] {
  const rest = candidates.filter((one) => one.intent !== intent && one.confidence >= 0.005)
  return (intent === null ? rest : [{ intent, confidence }, ...rest]).slice(0, 5)
}
