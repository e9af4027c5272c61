import * as z from 'zod'

/** A JSON object whose members are anybody's: looked through later, and only where they are needed. */
const members = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

/** The slice of a v2 `WebhookRequest` that is read. What Google adds beside it is let through. */
export const webhookRequest = z.object({
  responseId: z.string().optional(),
  session: z.string().regex(/^projects\/.+\/sessions\/[^/]+$/),
  queryResult: z.object({
    queryText: z.string().nullish(),
    languageCode: z.string().nullish(),
    action: z.string().nullish(),
    parameters: members.nullish(),
    allRequiredParamsPresent: z.boolean().nullish(),
    intentDetectionConfidence: z.number().nullish(),
    intent: z
      .object({ displayName: z.string().nullish(), isFallback: z.boolean().nullish() })
      .nullish(),
    outputContexts: z
      .array(
        z.object({
          name: z.string(),
          lifespanCount: z.number().nullish(),
          parameters: members.nullish(),
        }),
      )
      .nullish(),
  }),
  originalDetectIntentRequest: z.object({ source: z.string().nullish() }).nullish(),
})

/** A call of Dialogflow ES. */
export type WebhookRequest = z.infer<typeof webhookRequest>

/** A v2 `WebhookResponse`: these seven members are legal, and Dialogflow refuses a reply with any other. */
export interface WebhookResponse {
  readonly fulfillmentText?: string
  readonly fulfillmentMessages?: readonly PlatformMessage[]
  readonly source?: string
  readonly payload?: object
  readonly outputContexts?: readonly OutputContext[]
  readonly followupEventInput?: object
  readonly sessionEntityTypes?: readonly object[]
}

/** A context as it is written: one without a lifespan would end at once. */
export interface OutputContext {
  readonly name: string
  readonly lifespanCount: number
  readonly parameters: object
}

/** The platforms rich messages are written for, by what Dialogflow calls the source of a call. */
export const platforms = {
  facebook: 'FACEBOOK',
  line: 'LINE',
  skype: 'SKYPE',
  slack: 'SLACK',
  telegram: 'TELEGRAM',
  viber: 'VIBER',
} as const

/** A platform of Dialogflow's enum; a message without one is for every platform. */
export type Platform = (typeof platforms)[keyof typeof platforms]

/** One rich message, for one platform or for all: exactly one of the kinds. */
export type PlatformMessage = RichMessage & { readonly platform?: Platform }

/** The kinds of rich message. */
export type RichMessage =
  | { readonly text: { readonly text: readonly string[] } }
  | { readonly image: { readonly imageUri: string; readonly accessibilityText: string } }
  | { readonly quickReplies: { readonly title: string; readonly quickReplies: readonly string[] } }
  | { readonly card: RichCard }
  | { readonly payload: { readonly richContent: readonly (readonly object[])[] } }

/** A card; `postback` is the address its button opens. */
export interface RichCard {
  readonly title: string
  readonly subtitle: string
  readonly imageUri?: string
  readonly buttons: readonly { readonly text: string; readonly postback: string }[]
}
