import type { Note } from './agent.ts'
import type { Agent, AgentIntent } from './agent.ts'
import { isEmpty } from './to-desk/index.ts'
import type { Figures } from './to-desk/index.ts'

/** What was brought over and what is not as it was, for whoever takes the desk over, in Markdown. */
export function reportOf(agent: Agent, figures: Figures, notes: readonly Note[]): string {
  return [
    `# ${oneLine(agent.name)}: from Dialogflow to this desk`,
    `${figures.intents} intents with ${figures.phrases} phrases and ${figures.entities} entities, in ${agent.languages.join(', ')}.`,
    'The agent as it was exported stands in `dialogflow/`: nothing of it is lost, and the desk can be exported again.',
    ...webhookSection(agent),
    ...section('To do', 'to-do', notes),
    ...section('Does the same in another way', 'changed', notes),
    ...section('Not in the desk', 'left-out', notes),
  ]
    .join('\n\n')
    .concat('\n')
}

/** One line for each thing that happened, with all it happened to. */
function section(title: string, kind: Note['kind'], notes: readonly Note[]): readonly string[] {
  const about = new Map<string, Set<string>>()
  for (const note of notes.filter((one) => one.kind === kind))
    about.set(note.what, (about.get(note.what) ?? new Set()).add(note.about))
  if (about.size === 0) return []
  const lines = [...about].map(([what, names]) => `- ${listed([...names])}: ${oneLine(what)}`)
  return [`## ${title}`, lines.join('\n')]
}

/** Things named in one line; the rest is counted. */
const mostNamed = 12

function listed(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).map((name) => `**${oneLine(name)}**`)
  const more = names.length - named.length
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** What each intent needs from whoever answers in the place of the webhook. */
function webhookSection({ intents, settings }: Agent): readonly string[] {
  const asking = intents.filter(({ webhook, webhookForSlots }) => webhook || webhookForSlots)
  if (asking.length === 0) return []
  const rows = asking.map(
    (intent) =>
      `| ${cell(intent.name)} | ${cell(intent.action)} | ${cell(needs(intent))} | ${cell(says(intent))} |`,
  )
  const switchedOff = settings.webhook === '' ? ' The export names no address for it.' : ''
  return [
    '## Answered by the webhook until now',
    `The desk says the text that stood beside the webhook.${switchedOff} Write an \`answer\` from a source for each; until then the agent can go on in front with this desk as its webhook, intent by intent. Entities that the webhook gave a session are not in an export.`,
    ['| intent | action | parameters | says without it |', '|---|---|---|---|', ...rows].join('\n'),
  ]
}

function needs({ parameters, webhookForSlots }: AgentIntent): string {
  const named = parameters.map(
    ({ name, entity, required }) =>
      `${name}${entity === '' ? '' : ` @${entity}`}${required ? ' (required)' : ''}`,
  )
  return [...named, ...(webhookForSlots ? ['asked while slots are filled'] : [])].join(', ')
}

function says({ messages }: AgentIntent): string {
  return messages.every(isEmpty) ? 'nothing' : 'its own text'
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', String.raw`\|`)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
