import { milliseconds } from './asked.tsx'
import { Bar } from './bar.tsx'
import type { Behind } from './wire.ts'
import { useSpeech } from './words/index.ts'

const stages = ['understand', 'decide', 'query', 'speak'] as const

/** Where the time of an answer went, stage by stage. */
export function Timings({ timings }: { readonly timings: Behind['timings'] }) {
  const { words } = useSpeech()
  const longest = Math.max(...stages.map((stage) => timings[stage]), 0.1)
  return (
    <section>
      <h3>{words.time}</h3>
      <ol class="candidates timings">
        {stages.map((stage) => (
          <li key={stage}>
            <span>{words[stage]}</span>
            <Bar label={words[stage]} value={timings[stage]} most={longest} />
            <span class="figure">{milliseconds(timings[stage])}</span>
          </li>
        ))}
        <li class="total">
          <span>{words.total}</span>
          <span />
          <span class="figure">{milliseconds(timings.total)}</span>
        </li>
      </ol>
    </section>
  )
}
