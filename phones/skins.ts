/** What a phone's app is called, by the name of its looks; each has a style sheet of that name. */
const names: Readonly<Record<string, string>> = { telegram: 'Telegram', whatsapp: 'WhatsApp' }

/** The name people know the app by. */
export function nameOf(skin: string): string | undefined {
  return names[skin]
}
