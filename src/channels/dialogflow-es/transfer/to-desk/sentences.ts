/** Said by an intent whose agent left the answer to its webhook: true, and courteous. */
const laterIn: Readonly<Record<string, string>> = {
  de: 'Darauf habe ich noch keine Antwort.',
  en: 'I have no answer to that yet.',
  es: 'Todavía no tengo una respuesta para eso.',
  fr: 'Je n’ai pas encore de réponse à cela.',
  hi: 'इसका उत्तर मेरे पास अभी नहीं है।',
  id: 'Saya belum punya jawaban untuk itu.',
  it: 'Non ho ancora una risposta.',
  nl: 'Daar heb ik nog geen antwoord op.',
  pt: 'Ainda não tenho uma resposta para isso.',
  tr: 'Buna henüz bir yanıtım yok.',
}

/** "I have no answer to that yet", in the languages of the agent that it is known in; else in English. */
export function answersLater(
  languages: readonly string[],
): string | Readonly<Record<string, string>> {
  const known = languages.flatMap((language) => {
    const sentence = laterIn[language.split('-')[0] ?? '']
    return sentence === undefined ? [] : [[language, sentence] as const]
  })
  const [[, only] = ['en', laterIn['en']!], another] = known
  return another === undefined && languages.length < 2 ? only : Object.fromEntries(known)
}
