/** The record's own value under `key`: never what every object inherits, such as `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Gives the record a value of its own under `key`, which may be `__proto__`: no value becomes its prototype. */
export function putOwn<T>(record: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true })
  else record[key] = value
}
