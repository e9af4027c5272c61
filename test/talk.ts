import { randomUUID } from 'node:crypto'
import { judgeRequest } from './judges/dialogflow-es.ts'
import type { testApp } from './test-app.ts'

type App = ReturnType<typeof testApp>['app']

/** What the web channel answers: see docs/reference/http.md. */
export interface Answer {
  readonly conversation: string
  readonly turn: string
  readonly at: string
  readonly blocks: readonly { readonly kind: string; readonly plain: string }[]
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string }
}

/** Says something as the page does. */
export async function say(app: App, body: object) {
  const response = await post(app, '/channels/web', body)
  return { response, status: response.status, body: (await response.json()) as Answer }
}

/** Posts JSON. */
export async function post(
  app: App,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** The session of the calls made here. */
export const session = 'projects/riverdale/agent/sessions/8c6b1d3a-7f3e-4a61-b3c7-5f6f0f7f3f11'

/** A call as Dialogflow makes it, with some members of its `queryResult` replaced. */
export function callOf(queryResult: object = {}, source = ''): Record<string, unknown> {
  const request = {
    responseId: `${randomUUID()}-4c7b8f0d`,
    session,
    originalDetectIntentRequest: { source, payload: {} },
    queryResult: {
      queryText: 'fee for computer engineering second year',
      action: 'fees.get',
      parameters: { course: 'Computer Engineering', year: 2, hostel: '' },
      allRequiredParamsPresent: true,
      intent: { name: 'projects/riverdale/agent/intents/3c0a', displayName: 'fees' },
      intentDetectionConfidence: 0.87,
      languageCode: 'en',
      ...queryResult,
    },
  }
  judgeRequest(request)
  return request
}
