import { connect } from 'node:tls'
import { type Finding, fine, warning, wrong } from '../model/index.ts'
import { lookAt } from './look.ts'

/** Milliseconds to wait for a certificate. */
const patience = 8_000

/** Days before the end of a certificate at which it should have been renewed. */
const soon = 14

const day = 86_400_000

/** What looking at an address is given. */
export interface AddressToExamine {
  /** What the desk answers to a nonce. */
  readonly prove: (nonce: string) => string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Looks from outside whether an address leads to the desk, and how long its certificate lasts. Never rejects. */
export async function examineAddress(
  url: string,
  { prove, now }: AddressToExamine,
): Promise<readonly Finding[]> {
  const about = 'address'
  const started = performance.now()
  const reason = await lookAt(url, prove, new AbortController().signal)
  const milliseconds = Math.round(performance.now() - started)
  if (reason !== null)
    return [
      wrong(
        about,
        `${url} ${reason}.`,
        'Serve the desk, if it is not; then look at the tunnel or proxy, the name and the firewall.',
      ),
    ]
  const led = fine(about, `${url} leads to this desk, in ${milliseconds} ms.`)
  return url.startsWith('https:') ? [led, await examineCertificate(new URL(url), now)] : [led]
}

async function examineCertificate({ hostname, port }: URL, now: number): Promise<Finding> {
  const about = 'address'
  const end = await endOfCertificate(hostname, Number(port || 443))
  if (end === null) return warning(about, `${hostname} shows no certificate.`, 'Try again later.')
  const days = Math.floor((end - now) / day)
  const says = `The certificate of ${hostname} lasts ${days} more days.`
  if (days >= soon) return fine(about, says)
  return warning(about, says, 'See why the proxy does not renew it: its log tells.')
}

/** Milliseconds since 1970; null where none is shown. */
function endOfCertificate(host: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, timeout: patience }, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to))
      socket.destroy()
    })
    socket.on('error', () => resolve(null))
    socket.on('timeout', () => {
      resolve(null)
      socket.destroy()
    })
  })
}
