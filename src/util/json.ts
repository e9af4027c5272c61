/**
 * A JSON response. The headers are a plain object and the body a string, which the HTTP server writes as they are,
 * without building a `Headers`: half the cost of a small response.
 */
export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...jsonHeaders, ...headers } })
}

/** A response whose JSON is written already. */
export function jsonText(body: string): Response {
  return new Response(body, { headers: jsonHeaders })
}

const jsonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}
