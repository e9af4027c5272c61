import type { PlatformCall, ShownPhone } from './simulation.ts'
import { nameOf } from './skins.ts'

/** What the desk sent to the platform, latest first, and whether the platform took it. */
export function Calls({ phone }: { readonly phone: ShownPhone }) {
  const app = nameOf(phone.skin) ?? phone.name
  return (
    <aside class="calls" aria-label={`What went to ${app}`}>
      <h2>What went to {app}</h2>
      <p>
        Each call is checked against what {app} documents: types, required fields, lengths. Here
        nothing leaves this computer.
      </p>
      {phone.calls.length === 0 && <p class="none">Nothing yet.</p>}
      <ol>
        {phone.calls.toReversed().map((call) => (
          <Call key={`${call.at} ${call.name}`} call={call} />
        ))}
      </ol>
    </aside>
  )
}

function Call({ call: { name, parameters, refused } }: { readonly call: PlatformCall }) {
  return (
    <li>
      <details>
        <summary>
          <code>{name}</code>
          <span class={refused === null ? 'taken' : 'refused'}>
            {refused === null ? 'as documented' : 'refused'}
          </span>
        </summary>
        {refused !== null && <p>{refused}</p>}
        <pre>{JSON.stringify(parameters, null, 2)}</pre>
      </details>
    </li>
  )
}
