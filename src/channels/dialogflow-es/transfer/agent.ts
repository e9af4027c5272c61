/** A Dialogflow ES agent as its export tells it, every layout of every year read into one shape. */
export interface Agent {
  readonly name: string
  /** The agent's own language first, as BCP 47 tags. */
  readonly languages: readonly string[]
  /** An IANA time zone; empty when the export has none. */
  readonly timezone: string
  readonly intents: readonly AgentIntent[]
  readonly entities: readonly AgentEntity[]
  readonly smallTalk: readonly SmallTalk[]
  /** Settings of the agent that change how it behaves. */
  readonly settings: AgentSettings
}

/** What `agent.json` says beside the name and the languages. */
export interface AgentSettings {
  /** The least confidence an intent needs, 0 to 1. */
  readonly threshold: number | null
  /** Where the webhook is; empty for none. Never printed: an address may hold a password. */
  readonly webhook: string
  readonly knowledgeBases: number
  readonly spelling: boolean
  readonly sentiment: boolean
  /** Intents, by id, after which the conversation is over. */
  readonly endings: readonly string[]
}

/** One intent. */
export interface AgentIntent {
  readonly id: string
  readonly parent: string
  readonly name: string
  /** The file it stands in, relative to the agent's root. */
  readonly file: string
  readonly action: string
  readonly events: readonly string[]
  /** Contexts that must all be alive, in lower case. */
  readonly within: readonly string[]
  readonly sets: readonly { readonly name: string; readonly lifespan: number }[]
  /** Whether it ends every context that was alive. */
  readonly resets: boolean
  readonly parameters: readonly AgentParameter[]
  readonly messages: readonly AgentMessage[]
  readonly phrases: readonly AgentPhrase[]
  /** 500000 is usual; a negative one turns the intent off. */
  readonly priority: number
  readonly isFallback: boolean
  readonly ends: boolean
  /** Whether its phrases match to the letter only. */
  readonly literal: boolean
  readonly webhook: boolean
  readonly webhookForSlots: boolean
  /** Whether one of the members for conditions says something: the console never had them. */
  readonly conditional: boolean
}

/** Something an intent wants to know. */
export interface AgentParameter {
  readonly name: string
  /** Without the `@`: `sys.number`, `course`; empty when it has none. */
  readonly entity: string
  /** `$name`, `#context.name`, `$name.original` or a constant. */
  readonly value: string
  readonly fallback: string
  readonly required: boolean
  readonly isList: boolean
  readonly prompts: ByLanguage<readonly string[]>
}

/** Something for each language it is there in, by BCP 47 tag. */
export type ByLanguage<T> = Readonly<Record<string, T>>

/** A training phrase in pieces, to be read one after the other. */
export interface AgentPhrase {
  readonly language: string
  readonly parts: readonly PhrasePart[]
}

/** A piece of a training phrase; one with an alias fills that parameter. */
export interface PhrasePart {
  readonly text: string
  readonly alias: string
  /** Without the `@`; empty for none. */
  readonly entity: string
}

/** One message of a response, as it stands in the export. */
export interface AgentMessage {
  /** `0`, `4`, `simple_response`: numbers and texts alike as text. */
  readonly type: string
  /** In lower case; empty for every platform. */
  readonly platform: string
  readonly language: string
  readonly content: Readonly<Record<string, unknown>>
}

/** A kind of value. */
export interface AgentEntity {
  readonly name: string
  readonly file: string
  readonly kind: 'map' | 'list' | 'regexp'
  /** Values of all languages, those of one value put together. */
  readonly values: readonly AgentValue[]
  /** Whether values that are not listed are taken as well. */
  readonly open: boolean
  readonly fuzzy: boolean
}

/** A value of an entity, with what it is called. */
export interface AgentValue {
  readonly value: string
  readonly synonyms: readonly string[]
}

/** An answer to small talk that the agent's owner wrote. */
export interface SmallTalk {
  /** `smalltalk.agent.age` */
  readonly action: string
  readonly language: string
  readonly answers: readonly string[]
}

/** Something of an agent that is not as it was: what became of it, and why. */
export interface Note {
  readonly kind: 'changed' | 'left-out' | 'to-do'
  /** The intent, the entity or the file it is about. */
  readonly about: string
  readonly what: string
}
