import { asFrontdeskError, failureObserved } from '../errors.ts'
import type { FrontdeskError } from '../errors.ts'
import type { Observe, Sentence } from '../model/index.ts'
import { json } from '../util/json.ts'

/** A sentence of the desk's own as plain text, in the language the caller asks for. */
export type Courtesy = (sentence: Sentence, request: Request) => Promise<string>

/** The one place where an error becomes a status and a body. What only an operator should know stays in the log. */
export async function failure(
  thrown: unknown,
  request: Request,
  world: { readonly courtesy: Courtesy; readonly observe: Observe },
): Promise<Response> {
  const error = asFrontdeskError(thrown)
  const { status } = error.entry
  if (status >= 500 || status === 401) world.observe(failureObserved(error))
  if (status === 401) return json({}, status)
  const message = await world.courtesy(error.entry.visitor, request).catch(() => lastWords)
  const body = { code: error.code, message, ...advice(error) }
  return json({ error: body }, status, retryHeader(error))
}

/** Said when not even the desk's own sentences can be had. */
const lastWords = 'Something went wrong on our side. Please try again in a moment.'

function advice(error: FrontdeskError): { hint?: string; retryAfter?: number } {
  return {
    ...(error.entry.status < 500 ? { hint: error.hint } : {}),
    ...(error.retryAfter === null ? {} : { retryAfter: error.retryAfter }),
  }
}

function retryHeader(error: FrontdeskError): Record<string, string> {
  return error.retryAfter === null ? {} : { 'retry-after': String(error.retryAfter) }
}
