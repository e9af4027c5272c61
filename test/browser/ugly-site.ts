/**
 * A college's website as they stand: no doctype, tables for layout, a reset of everything, `!important` on what is left,
 * z-indexes without end. The stricter of its two faces sends a content security policy that allows what the
 * documentation asks for and not a thing more.
 */
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A running website. */
export interface UglySite {
  /** Under another name than the desk: cookies and storage of the one are third parties' to the other. */
  readonly origin: string
  /** Puts what its pages load from the desk at another address. */
  use(settings: Partial<SiteSettings>): void
  close(): Promise<void>
}

/** What the website's owner has written. */
export interface SiteSettings {
  /** The origin of the desk. */
  readonly desk: string
  /** The `Content-Security-Policy` of every page; null for none. */
  readonly policy: string | null
  /** Further attributes of the script tag. */
  readonly attributes: string
  /** What else stands in the head. */
  readonly head: string
}

const style = `
* { margin: 0 !important; padding: 0; font-family: "Comic Sans MS", cursive !important; font-size: 11px !important;
  line-height: 1 !important; box-sizing: content-box !important; transition: none; letter-spacing: 2px }
html { overflow-x: hidden }
body { transform: translateZ(0); filter: saturate(1.2); background: #ffffcc; color: navy; zoom: 1.05; cursor: crosshair }
div, section, frontdesk-widget { display: inline !important; position: static !important; opacity: 0.1 !important;
  transform: rotate(3deg) !important; width: 10px !important; overflow: hidden !important; clip-path: circle(2px) !important }
button, input { all: unset; display: none !important }
iframe { display: none !important; width: 1px !important; height: 1px !important; visibility: hidden !important }
svg, path { fill: red !important; stroke: lime !important; width: 200px !important }
a { color: #f0f !important; text-decoration: blink underline }
h1 { font-size: 30px !important; color: maroon; text-align: center }
table { width: 980px; border-collapse: separate; z-index: 2147483647; position: relative }
td { border: 2px inset #999; background: #fff; vertical-align: top; padding: 6px }
#chat, #close, .panel, .badge, .open, .full { background: red !important; display: none !important }
.news { position: fixed; right: 0; bottom: 0; z-index: 2147483647; width: 240px; height: 60px; background: #ff0;
  border: 3px dashed red; pointer-events: auto }
@media print { * { display: block !important } }
`

const words =
  'Admission to the first year of B.Sc., B.Com. and B.A. is open. Candidates shall submit the form in duplicate at the counter between 10.30 and 13.00. '

const page = ({ desk, attributes, head }: SiteSettings, path: string) => `<html lang=en><head>
<title>Riverdale College of Arts, Science &amp; Commerce</title><link rel=stylesheet href=/ugly.css>${head}
<script async src="${desk}/widget.js" ${attributes}></script></head>
<body bgcolor=#ffffcc><center><h1>RIVERDALE COLLEGE</h1>
<table cellpadding=4><tr><td colspan=3><b>${path === '/' ? 'Welcome' : path}</b>
<tr><td width=180><ul><li><a href=/>Home</a><li><a href=/notices>Notices</a><li><a href=/tenders>Tenders</a></ul>
<td><p>${words.repeat(6)}<p>${words.repeat(4)}<td width=200><font color=red>Tender No. 14 of 2009</font><p>${words.repeat(3)}</table>
</center><div class=news></div><span class=news><font size=7>Results declared!!</font></span></body></html>`

/** Starts the website; it loads its widget from nowhere until it is told from where. */
export async function uglySite(): Promise<UglySite> {
  let settings: SiteSettings = { desk: '', policy: null, attributes: '', head: '' }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname
    if (path === '/ugly.css') return send(response, 'text/css', style)
    if (path === '/favicon.ico') return response.writeHead(404).end()
    if (settings.policy !== null) response.setHeader('content-security-policy', settings.policy)
    return send(response, 'text/html', page(settings, path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    use: (change) => (settings = { ...settings, ...change }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
}
