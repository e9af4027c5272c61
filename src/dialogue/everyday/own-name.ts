import type { Intent } from '../../model/index.ts'
import type { EverydayTalk } from './everyday-talk.ts'

/** "What is my name?": the name that some intent remembers, else that of whoever has proven who they are. */
export function ownName(intents: readonly Intent[]): EverydayTalk {
  const name = `remembered.${rememberedName(intents) ?? 'name'} | default: person.name`
  return {
    name: 'frontdesk.own-name',
    title: { en: ['Ask for your own name'], hi: ['अपना नाम पूछना'] },
    phrases: {
      en: ['what is my name', 'whats my name', 'do you know my name', 'who am i', 'say my name'],
      hi: ['mera naam kya hai', 'mera naam batao', 'main kaun hoon', 'मेरा नाम क्या है', 'मैं कौन हूँ'],
    },
    reply: {
      en: [reply(name, 'You are {{ name }}.', 'You have not told me your name.')],
      hi: [reply(name, 'आप {{ name }} हैं।', 'आपने अपना नाम अभी नहीं बताया है।')],
    },
  }
}

/** "My name is Asha": kept under the name by which some intent remembers it. It is told by the name, so it has no phrases. */
export function introduction(intents: readonly Intent[]): EverydayTalk {
  const name = rememberedName(intents) ?? 'name'
  return {
    name: introduced,
    title: { en: ['Say who you are'], hi: ['अपना परिचय देना'] },
    phrases: { en: [], hi: [] },
    reply: {
      en: [`Nice to meet you, {{ ${name} }}. What would you like to know?`],
      hi: [`आपसे मिलकर ख़ुशी हुई, {{ ${name} }}। बताइए, क्या जानना है?`],
    },
    keeps: {
      name,
      entity: 'person-name',
      required: true,
      ask: {},
      again: {},
      default: null,
      offer: 0,
      carries: false,
      minimum: null,
      maximum: null,
    },
  }
}

/** The intent of whoever says what they are called and nothing else. */
export const introduced = 'frontdesk.introduced'

function reply(name: string, known: string, unknown: string): string {
  return `{% assign name = ${name} %}{% if name %}${known}{% else %}${unknown}{% endif %}`
}

/** The first slot kept for the conversation that holds somebody's name. */
function rememberedName(intents: readonly Intent[]): string | undefined {
  return intents
    .flatMap(({ slots, remembers }) => slots.filter((slot) => remembers.includes(slot.name)))
    .find((slot) => slot.entity === 'person-name')?.name
}
