import type { Agent, AgentIntent, ByLanguage } from './agent.ts'

/**
 * The agent with every language it uses among its languages. `en-US` in an agent that speaks `en` is that; a language
 * that the agent does not name, as old exports have some, is one more.
 */
export function settleLanguages(agent: Agent): Agent {
  const settle = (tag: string) =>
    agent.languages.find((one) => one === tag) ??
    agent.languages.find((one) => baseOf(one) === baseOf(tag)) ??
    tag
  const intents = agent.intents.map((intent) => withLanguages(intent, settle))
  const smallTalk = agent.smallTalk.map((one) => ({ ...one, language: settle(one.language) }))
  const used = [...intents.flatMap(languagesIn), ...smallTalk.map(({ language }) => language)]
  return { ...agent, intents, smallTalk, languages: [...new Set([...agent.languages, ...used])] }
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag
}

function withLanguages(intent: AgentIntent, settle: (tag: string) => string): AgentIntent {
  return {
    ...intent,
    phrases: intent.phrases.map((phrase) => ({ ...phrase, language: settle(phrase.language) })),
    messages: intent.messages.map((one) => ({ ...one, language: settle(one.language) })),
    parameters: intent.parameters.map((one) => ({ ...one, prompts: settled(one.prompts, settle) })),
  }
}

function settled(
  prompts: ByLanguage<readonly string[]>,
  settle: (tag: string) => string,
): ByLanguage<readonly string[]> {
  const all: Record<string, readonly string[]> = {}
  for (const [tag, texts] of Object.entries(prompts))
    all[settle(tag)] = [...new Set([...(all[settle(tag)] ?? []), ...texts])]
  return all
}

function languagesIn({ phrases, messages, parameters }: AgentIntent): readonly string[] {
  return [
    ...[...phrases, ...messages].map(({ language }) => language),
    ...parameters.flatMap(({ prompts }) => Object.keys(prompts)),
  ]
}
