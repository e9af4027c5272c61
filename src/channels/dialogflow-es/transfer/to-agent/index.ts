/**
 * A desk as a Dialogflow agent: `intent`, `messages` and `entity` write what is new, `changed-intent` what was changed
 * of an agent that was imported, `gson` as the console does. Only `transfer/` imports it.
 *
 * @module
 */
export { agentJson, webhookAddress } from './agent.ts'
export { changedIntent, isSame } from './changed-intent.ts'
export { dialogflowName, entityJson, entriesJson } from './entity.ts'
export { readGson, writeGson } from './gson.ts'
export { intentJson, phraseOf } from './intent.ts'
export type { AgentWorld } from './intent.ts'
