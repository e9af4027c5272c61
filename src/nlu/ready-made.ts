import { type Intent, type Understood, understoodIntent } from '../model/index.ts'

/** The intent a message is about without reading its words, if there is one. */
export interface ReadyMade {
  readonly intent: string
  readonly confidence: number
}

/** What happened without words, such as `welcome`. */
export function fromEvent(event: string | undefined, intents: readonly Intent[]): ReadyMade | null {
  const intent = intents.find(({ events }) => event !== undefined && events.includes(event))
  return intent === undefined ? null : { intent: intent.name, confidence: 1 }
}

/** What a platform in front understood: the intent of that name, else the one with that action. */
export function fromPlatform(
  understood: Understood | undefined,
  intents: readonly Intent[],
): ReadyMade | null {
  if (understood === undefined) return null
  const intent = understoodIntent(understood, intents)
  return intent === null ? null : { intent: intent.name, confidence: understood.confidence }
}
