import { type EverydayTalk, listed } from './everyday-talk.ts'

/** What every desk does at once, as people ask for it. No reply is written: what was done is said. */
export const commands = [
  {
    name: 'frontdesk.help',
    title: { en: ['Help'], hi: ['मदद'] },
    phrases: {
      en: listed(`
        help, help me, i need help, what can you do, what can i ask, what do you know, show
        me the menu, menu, options, what are my options, how does this work, how do i use
        this, list the topics, main menu, can you help me
      `),
      hi: listed(`
        madad, madad karo, meri madad karo, help karo, kya kar sakte ho, kya pooch sakta
        hoon, aap kya jante ho, menu dikhao, मदद, मदद करो, मेरी मदद कीजिए, आप क्या कर सकते
        हैं, क्या पूछ सकता हूँ, मेन्यू
      `),
    },
    reply: {},
  },
  {
    name: 'frontdesk.cancel',
    title: { en: ['Cancel'], hi: ['रद्द करें'] },
    phrases: {
      en: listed(`
        cancel, cancel it, cancel that, never mind, nevermind, forget it, stop, stop it,
        leave it, drop it, stop asking, i changed my mind, abort, no forget that, exit, quit, i do
        not want it, not interested
      `),
      hi: listed(`
        rehne do, rahne do, cancel karo, cancel kar do, chhodo, chodo, jaane do, jane do,
        ruko, band karo, mat karo, nahi chahiye, nahi chahie, mujhe nahi chahiye, नहीं चाहिए, रहने दो, रद्द करो, छोड़ो, जाने दो, रुको, बंद करो
      `),
    },
    reply: {},
  },
  {
    name: 'frontdesk.start-over',
    title: { en: ['Start over'], hi: ['फिर से शुरू करें'] },
    phrases: {
      en: listed(`
        start over, start again, restart, begin again, reset, start from the beginning,
        start afresh, let us start over, new conversation, clear everything, forget
        everything
      `),
      hi: listed(`
        phir se shuru karo, fir se shuru, shuru se, naye sire se, dobara shuru karo, sab
        bhool jao, फिर से शुरू करो, शुरू से, नए सिरे से, दोबारा शुरू करो, सब भूल जाओ
      `),
    },
    reply: {},
  },
  {
    name: 'frontdesk.log-out',
    title: { en: ['Log me out'], hi: ['लॉग आउट'] },
    phrases: {
      en: listed(`
        log me out, log out, logout, sign out, sign me out, forget who i am, log off, end my
        session, i want to log out, please log me out
      `),
      hi: listed(`
        logout karo, log out kar do, mujhe logout karo, mujhe log out kar do, sign out karo,
        लॉग आउट, लॉग आउट करो, मुझे लॉग आउट कर दो, साइन आउट करो, मुझे भूल जाओ
      `),
    },
    reply: {},
  },
] as const satisfies readonly EverydayTalk[]

/** The name of an intent that is a command. */
export type Command = (typeof commands)[number]['name']

/** Whether an intent of this name is a command. */
export function isCommand(name: string): name is Command {
  return commands.some((command) => command.name === name)
}
