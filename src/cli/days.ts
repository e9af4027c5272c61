import { InvalidArgumentError } from 'commander'

/** A century, so that the day it leads to is one. */
const mostDays = 36_500

/** Reads how many days to look back. */
export function parseDays(text: string): number {
  const days = Number(text)
  if (days > 0 && days <= mostDays) return days
  throw new InvalidArgumentError(`Give a number of days, from 1 to ${mostDays}.`)
}
