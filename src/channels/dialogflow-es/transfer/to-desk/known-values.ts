import type { AgentValue } from '../agent.ts'

/** The values of a system entity that are known to every computer, by their names in the agent's languages. */
export function knownValues(
  entity: string,
  languages: readonly string[],
): readonly AgentValue[] | null {
  if (/^geo-country(-code)?$/.test(entity)) return named('region', regions(), languages)
  if (entity === 'language') return named('language', languageCodes, languages)
  if (/^currency-name$/.test(entity))
    return named('currency', Intl.supportedValuesOf('currency'), languages)
  if (entity === 'color') return colors
  return null
}

/** Values called as in the first language; the other languages, and English, are synonyms. */
function named(
  type: 'region' | 'language' | 'currency',
  codes: readonly string[],
  languages: readonly string[],
): readonly AgentValue[] {
  const namers = [...new Set([...languages, 'en'])].map(
    (language) => new Intl.DisplayNames([language], { type, fallback: 'none' }),
  )
  return codes.flatMap((code) => {
    const [value, ...synonyms] = namers.flatMap((namer) => namer.of(code) ?? [])
    if (value === undefined) return []
    const more = type === 'currency' ? [code] : (nicknames[code] ?? [])
    return [
      { value, synonyms: [...new Set([...synonyms, ...more])].filter((one) => one !== value) },
    ]
  })
}

/** The codes of countries, as far as this computer has a name for them. */
export function regions(): readonly string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const none = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !none.has(code) && names.of(code) !== undefined)
}

const nicknames: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates'],
  CZ: ['Czech Republic'],
  GB: ['UK', 'Great Britain', 'England'],
  NL: ['Holland'],
  US: ['USA', 'America', 'United States of America'],
}

const languageCodes = listed(`
  af sq am ar hy as az eu be bn bs bg my ca zh hr cs da nl en et fi fr gl ka de el gu he hi hu is id ga it ja kn kk km
  ko ku lo lv lt mk ms ml mt mr mn ne no or ps fa pl pt pa ro ru sa sr sd si sk sl so es sw sv ta te th tr uk ur uz vi
  cy xh yo zu la
`)

/** Colours by their English names, with what they are called in the languages most agents speak. */
const colors: readonly AgentValue[] = [
  'black: schwarz, negro, negra, noir, noire, nero, nera, preto, preta, काला, काली',
  'blue: blau, azul, bleu, bleue, blu, नीला, नीली',
  'brown: braun, marrón, brun, marron, marrone, marrom, भूरा',
  'cyan: türkis, cian, ciano',
  'gold: golden, dorado, doré, oro, dourado, सुनहरा',
  'gray: grey, grau, gris, grigio, cinza, cinzento, धूसर',
  'green: grün, verde, vert, verte, हरा, हरी',
  'indigo: índigo, indaco',
  'magenta:',
  'maroon: kastanienbraun, granate, bordeaux, bordô',
  'orange: naranja, arancione, laranja, नारंगी',
  'pink: rosa, rose, cor-de-rosa, गुलाबी',
  'purple: lila, violett, morado, morada, pourpre, viola, roxo, roxa, बैंगनी',
  'red: rot, rojo, roja, rouge, rosso, rossa, vermelho, vermelha, लाल',
  'silver: silbern, plateado, argenté, argento, prateado',
  'turquoise: turquesa, turchese',
  'violet: violeta, violett, violetto',
  'white: weiß, weiss, blanco, blanca, blanc, blanche, bianco, bianca, branco, branca, सफ़ेद, सफेद',
  'yellow: gelb, amarillo, amarilla, jaune, giallo, gialla, amarelo, amarela, पीला, पीली',
].map((line) => {
  const [value = '', synonyms = ''] = line.split(':')
  return {
    value,
    synonyms: synonyms
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  }
})

function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/)
}
