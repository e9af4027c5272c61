import { hash } from 'node:crypto'
import { FrontdeskError } from '../../errors.ts'
import type { Context, Message, Understood } from '../../model/index.ts'
import { cleanText } from '../clean-text.ts'
import { toContexts } from './contexts.ts'
import { toOriginals, toSlots } from './parameters.ts'
import { platforms, webhookRequest } from './wire.ts'
import type { Platform, WebhookRequest } from './wire.ts'

/** What a call of Dialogflow is. */
export type Parsed =
  | { readonly kind: 'call'; readonly request: WebhookRequest }
  /** The agent still speaks API v1, which is shut down. */
  | { readonly kind: 'v1' }

/** What the reply must know of the call. */
export interface EsCall {
  /** The session's full path: the names of contexts begin with it. */
  readonly session: string
  readonly contexts: readonly Context[]
  readonly platform: Platform | null
  readonly language: string
}

/** Reads the body of a call. Throws `channel/bad-body`. */
export function parseCall(body: unknown): Parsed {
  if (typeof body === 'object' && body !== null && 'result' in body && !('queryResult' in body))
    return { kind: 'v1' }
  const parsed = webhookRequest.safeParse(body)
  if (parsed.success) return { kind: 'call', request: parsed.data }
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the body')
  throw new FrontdeskError('channel/bad-body', 'The body is no WebhookRequest of Dialogflow v2.', {
    hint: `Look at ${[...new Set(places)].slice(0, 5).join(', ').slice(0, 300)}.`,
  })
}

/** What the reply will need. */
export function toCall(request: WebhookRequest): EsCall {
  const source = request.originalDetectIntentRequest?.source?.toLowerCase() ?? ''
  return {
    session: request.session,
    contexts: toContexts(request.queryResult.outputContexts ?? []),
    platform: isPlatform(source) ? platforms[source] : null,
    language: request.queryResult.languageCode ?? '',
  }
}

/** What a message needs besides the call. */
export interface MessageWorld {
  /** The channel's name in `desk.yaml`. */
  readonly name: string
  readonly clock: () => number
  readonly newId: () => string
  /** Whether nobody checks who calls. */
  readonly open: boolean
}

/** Milliseconds in which the reply must leave: Dialogflow waits for five seconds, network included. */
const deadline = 4_500

/** The message of a call, already understood unless Dialogflow fell back. */
export function toMessage(request: WebhookRequest, call: EsCall, world: MessageWorld): Message {
  const { queryText } = request.queryResult
  const conversation = `${world.name}/${sessionHash(request.session)}`
  return {
    id: `${conversation}/${deliveryOf(request) ?? world.newId()}`,
    conversation,
    channel: world.name,
    text: cleanText(queryText ?? ''),
    at: new Date(world.clock()).toISOString(),
    withinMilliseconds: deadline,
    understood: toUnderstood(request, call.contexts),
    ...(call.language === '' ? {} : { language: call.language }),
    ...(world.open ? { anonymous: true as const } : {}),
  }
}

/** The same for a call that is repeated. An intent that triggers another may call twice under one `responseId`. */
function deliveryOf({ responseId, queryResult }: WebhookRequest): string | null {
  if (responseId === undefined || responseId === '') return null
  const { intent, action, queryText } = queryResult
  return shortHash(JSON.stringify([responseId, intent?.displayName, action, queryText]))
}

function toUnderstood(request: WebhookRequest, contexts: readonly Context[]): Understood {
  const { queryResult } = request
  const { intent, action } = queryResult
  const parameters = queryResult.parameters ?? {}
  return {
    intent: intent?.isFallback === true ? null : emptyToNull(intent?.displayName),
    action: intent?.isFallback === true ? null : emptyToNull(action),
    parameters: toSlots(parameters),
    originals: toOriginals(queryResult.outputContexts ?? []),
    contexts,
    confidence: Math.min(1, Math.max(0, queryResult.intentDetectionConfidence ?? 1)),
    complete: queryResult.allRequiredParamsPresent ?? true,
  }
}

function emptyToNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text
}

/** The hashes of sessions that spoke lately, by their path. */
const sessionHashes = new Map<string, string>()
const mostSessions = 10_000

function sessionHash(session: string): string {
  const known = sessionHashes.get(session)
  if (known !== undefined) return known
  const made = shortHash(session)
  if (sessionHashes.size >= mostSessions) sessionHashes.clear()
  if (session.length <= longestSession) sessionHashes.set(session, made)
  return made
}

/** Dialogflow's own paths are shorter. */
const longestSession = 500

/** A session's path names the agent and, on some platforms, the visitor: neither belongs in state and logs. */
function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 32)
}

function isPlatform(source: string): source is keyof typeof platforms {
  return Object.hasOwn(platforms, source)
}
