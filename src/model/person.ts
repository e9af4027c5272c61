/** Who a conversation has proven to be. */
export interface Person {
  /** The identity of `desk.yaml` that was proven, such as `student`. */
  readonly identity: string
  /** The value of the identity's key column, such as a roll number. */
  readonly key: string
  /** What to call the person, when the identity's table tells. */
  readonly name?: string
}
