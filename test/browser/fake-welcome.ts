import { plain } from '../../src/model/plain.ts'
import { text } from './fake-replies.ts'

/** What the page opens on. */
export function fakeWelcome(): object {
  const greeting = text('Namaste! I am the front desk of *Riverdale College*.')
  return {
    name: 'Riverdale College',
    tagline: 'Ask anything about the college',
    languages: ['en', 'hi'],
    color: '#17506b',
    logo: '/media/logo.svg',
    greeting: [{ ...greeting, plain: plain(greeting) }],
    topics: [{ name: 'fees', title: 'Fees', icon: '💰', ask: 'what is the fee?' }],
    dares: [],
    behind: true,
  }
}
