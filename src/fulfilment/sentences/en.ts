import type { Sentence } from '../../model/index.ts'

/** What every desk can say, in English. Templates: `desk` is the desk's name; the rest is named where it is used. */
export const en: Readonly<Record<Sentence, readonly string[]>> = {
  welcome: ['Hello! This is the front desk of *{{ desk }}*. What would you like to know?'],
  help: ['You can ask me about any of these, in your own words:'],
  'not-understood': [
    'I am not sure I can answer that. The nearest things I know about:',
    'Sorry, I do not know that one. Perhaps one of these helps:',
  ],
  'did-you-mean': ['Did you mean one of these?'],
  'which-one': ['Which {{ what }} do you mean?'],
  cancelled: ['All right, cancelled. What else can I do for you?'],
  'nothing-to-cancel': ['There is nothing to cancel just now. What would you like to know?'],
  'started-over': ['A fresh start. What would you like to know?'],
  proven: [
    'Thank you{% if name %}, {{ name }}{% endif %}. You are signed in for this conversation.',
  ],
  'not-proven': ['That does not match our records. Please check both and try again.'],
  'signed-in-as': [
    'You are signed in as {{ name }}, and I tell only what is yours. To sign in as somebody else, say “log me out” first.',
  ],
  locked: [
    'There were too many attempts. Please try again {% if until %}after {{ until | time }}{% else %}later{% endif %}, or visit the office.',
  ],
  'logged-out': ['You are logged out. Private things stay private.'],
  'not-logged-in': ['You were not logged in.'],
  'no-proof-here': [
    'I can only tell that in a conversation of your own. Please open the desk’s page and ask there.',
  ],
  'gave-up-asking': ['Let us leave that for now. You can ask again any time.'],
  'nothing-said': ['I did not catch anything there. What would you like to know?'],
  'too-long': ['That is longer than I can read at once. Could you put it in a few sentences?'],
  'no-attachments': [
    'Thank you, but I cannot take files yet, and have not kept this one. What would you like to know?',
  ],
  'not-taken': ['I cannot take that the way it was sent.'],
  failed: ['Sorry, something went wrong on my side. Please try again in a moment.'],
  busy: ['Many people are asking just now. Please try again in a moment.'],
  'too-slow': ['That is taking longer than it should. Please ask me again in a moment.'],
  unavailable: [
    'I cannot reach the records for that just now. Please try again in a little while.',
  ],
  'nothing-found': ['I found nothing for that.'],
  counted: ['{{ number }} {{ what }}'],
  'read-as': ['_I read this as: {{ reading }}_'],
  'and-more': ['… and {{ left }} more. Ask more narrowly to see them.'],
  'show-more': ['Show more'],
  'no-more': ['That was all of it.'],
  'too-many-requests': ['That was a lot at once. Please wait a moment before the next message.'],
  again: ['Sorry, I did not get that.'],
  choose: ['Choose'],
  'which-slot': ['Which {{ what }}?'],
  'share-phone': ['Share my phone number'],
  'share-location': ['Share my location'],
  'no-such': ['I know of no “{{ said }}” here.'],
}
