/**
 * One value as it travels through the desk: what a slot holds, what a query binds, what a cell of a result is.
 *
 * The same from every source: numbers that are safe are numbers; larger integers and DECIMAL are strings; dates are
 * `YYYY-MM-DD`; local date-times have no zone; instants are ISO 8601 with `Z`; bytes are base64.
 */
export type Value = string | number | boolean | null

/** Values by name: the slots of an intent, the parameters of a query, a row as an object. */
export type Values = Readonly<Record<string, Value>>
