import { isIPv6 } from 'node:net'

/** Groups of four hexadecimal digits that name a subscriber's network: the rest is the subscriber's own to choose. */
const networkGroups = 4

/**
 * What counts as one caller: an IPv4 address as it is; of IPv6 the first 64 bits, such as `2001:db8:0:7::/64`, because
 * one subscriber has all the addresses below.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const network = [...before, ...zeros, ...after].slice(0, networkGroups)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
