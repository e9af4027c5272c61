/** A message on its way, as the platform takes it but for whom it goes to. */
export interface Draft {
  readonly type: 'text' | 'image' | 'document' | 'location' | 'interactive'
  readonly content: Readonly<Record<string, unknown>>
  /** Said instead where the platform does not take the file. */
  readonly otherwise?: string
}
