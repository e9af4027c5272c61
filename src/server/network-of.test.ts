import { expect, test } from 'vitest'
import { fc } from '../../test/dice.ts'
import { networkOf } from './network-of.ts'

test('the addresses of one subscriber are one caller, however they are written', () => {
  const same = ['2001:db8:0:7::1', '2001:DB8::7:ffff:0:0:2', '2001:0db8:0000:0007:1:2:3:4%eth0']
  expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:0:7::/64']))
  expect(networkOf('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})

test('an address of IPv4, and what is no address, stay as they are', () => {
  for (const address of ['203.0.113.9', '::ffff:203.0.113.9', 'unknown', '', 'a::b::c'])
    expect(networkOf(address)).toBe(address)
})

test('any address has a network, and its neighbours the same', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const network = networkOf(address)
      expect(network === address || /^[\da-f:]+::\/64$/.test(network)).toBe(true)
    }),
  )
})
