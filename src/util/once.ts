/** Makes a value when it is first needed, and keeps it: formats of the platform take two tenths of a megabyte each. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
