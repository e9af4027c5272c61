import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A conversation as the browser names it and as the desk keeps it. */
export interface WebConversation {
  /** What the browser sends and gets back. */
  readonly token: string
  /** What the desk, its state and its logs know: of no use to whoever reads it there. */
  readonly conversation: string
  /** Whether the desk itself gave this token out. */
  readonly signed: boolean
}

/** Begins a conversation: its token cannot be guessed, nor made without the secret. */
export function mintConversation(channel: string, secret: Uint8Array): WebConversation {
  return signedConversation(channel, secret, randomBytes(16).toString('base64url'))
}

/** The conversation of a token a browser sent; one the desk did not sign gets a name no signed one can have. */
export function conversationOf(
  channel: string,
  secret: Uint8Array,
  token: string,
): WebConversation {
  const random = /^k1\.([\w-]{22})\.[\w-]{22}$/.exec(token)?.[1]
  if (random !== undefined) {
    const signed = signedConversation(channel, secret, random)
    if (timingSafeEqual(Buffer.from(signed.token), Buffer.from(token))) return signed
  }
  const invented = createHash('sha256').update(token).digest('base64url')
  return { token, conversation: `${channel}/~${invented}`, signed: false }
}

function signedConversation(channel: string, secret: Uint8Array, random: string): WebConversation {
  const proof = createHmac('sha256', secret).update(`${channel}\n${random}`).digest()
  const token = `k1.${random}.${proof.subarray(0, 16).toString('base64url')}`
  return { token, conversation: `${channel}/${random}`, signed: true }
}
