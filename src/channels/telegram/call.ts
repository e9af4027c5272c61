/** The parameters of a call. A file is named by its address; one of the desk's own begins with `/`. */
export type Params = Readonly<Record<string, unknown>>

/** A call of the Bot API. */
export interface Call {
  readonly method:
    | 'sendMessage'
    | 'sendPhoto'
    | 'sendVoice'
    | 'sendAudio'
    | 'sendVideo'
    | 'sendDocument'
    | 'sendMediaGroup'
    | 'sendVenue'
    | 'sendLocation'
  readonly params: Params
  /** Said instead when Telegram cannot fetch a file. */
  readonly otherwise?: string
}
