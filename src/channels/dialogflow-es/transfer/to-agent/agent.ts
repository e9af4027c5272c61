import type { DeskDefinition } from '../../../../model/index.ts'

/** The `agent.json` of a desk that never was an agent. */
export function agentJson(desk: DeskDefinition): object {
  const { name, languages, timezone } = desk
  const [own = 'en', ...more] = languages.map((language) => language.toLowerCase())
  const url = webhookAddress(desk)
  return {
    description: '',
    language: own,
    displayName: name,
    disableInteractionLogs: false,
    disableStackdriverLogs: true,
    defaultTimezone: timezone,
    webhook: {
      ...(url === null ? {} : { url, username: '', headers: {} }),
      available: url !== null,
      useForDomains: false,
      cloudFunctionsEnabled: false,
      cloudFunctionsInitialized: false,
    },
    isPrivate: true,
    customClassifierMode: 'use.after',
    mlMinConfidence: 0.3,
    supportedLanguages: more,
    enableOnePlatformApi: true,
    onePlatformApiVersion: 'v2',
    analyzeQueryTextSentiment: false,
    enabledKnowledgeBaseNames: [],
    dialogBuilderMode: false,
  }
}

/** Where Dialogflow calls the desk; null while the world cannot reach it, or it has no such channel. */
export function webhookAddress({ publicUrl, channels }: DeskDefinition): string | null {
  const door = channels.find(({ kind }) => kind === 'dialogflow-es')
  if (publicUrl === null || door === undefined) return null
  return `${publicUrl.replace(/\/$/, '')}/channels/${door.name}`
}
