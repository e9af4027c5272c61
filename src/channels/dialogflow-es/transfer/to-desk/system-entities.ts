/** What stands in the place of a system entity. */
export type Stand =
  /** An entity every desk has. `loses` is what it does not tell. */
  | {
      readonly kind: 'built-in'
      readonly entity: string
      readonly loses?: string
      readonly sample: string
    }
  /** A pattern of the desk's own. */
  | { readonly kind: 'pattern'; readonly pattern: string; readonly sample: string }
  /** A list: of what is known of the world, and of what the phrases name. */
  | { readonly kind: 'list' }

/** What stands in the place of each system entity that is no list. */
const stands: Readonly<Record<string, Stand>> = {
  any: builtIn('text', 'something'),
  number: builtIn('number', '3'),
  'number-integer': builtIn('number', '3'),
  'number-sequence': pattern(String.raw`\d+(?:[ -]\d+)*`, '12345'),
  cardinal: builtIn('number', '3'),
  ordinal: builtIn('number', 'second'),
  percentage: builtIn('number', '20'),
  age: builtIn('number', '20', 'the unit'),
  date: builtIn('date', 'tomorrow'),
  'date-time': builtIn('date', 'tomorrow', 'the time of day'),
  'date-period': builtIn('date', 'tomorrow', 'the end of the period'),
  time: builtIn('time', '4 pm'),
  'time-period': builtIn('time', '4 pm', 'the end of the period'),
  'unit-currency': builtIn('money', '$20', 'the currency'),
  email: builtIn('email', 'asha@example.com'),
  'phone-number': builtIn('phone', '+91 98765 43210'),
  person: builtIn('person-name', 'Asha Rao'),
  'given-name': builtIn('person-name', 'Asha'),
  'last-name': builtIn('person-name', 'Rao'),
  url: pattern(
    String.raw`(?:https?:\/\/|www\.)[^\s<>"]+|[a-z\d-]+\.(?:com|org|net|edu|gov|io|info)`,
    'https://example.com',
  ),
  'zip-code': pattern(
    String.raw`\d{4,6}(?:-\d{3,4})?|[a-z]\d[a-z] ?\d[a-z]\d|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}`,
    '94043',
  ),
  'flight-number': pattern(String.raw`[a-z]{2} ?\d{1,4}`, 'LH 123'),
  duration: measure(
    'seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|m[eê]s|anos?|secondes?|heures?|jours?|semaines?|mois|ans?|ann[ée]es?|second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]',
    '2 hours',
  ),
  'unit-length': measure(
    'mm|cm|m|km|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?|kilomet(?:er|re)s?|inch(?:es)?|feet|foot|ft|yards?|miles?|metros?|kilómetros?|quilômetros?|metri|chilometri|mètres?|kilomètres?',
    '5 km',
  ),
  'unit-weight': measure(
    'mg|g|kg|grams?|gramme?n?|kilograms?|kilos?|kilogramm|pounds?|lbs?|ounces?|oz|tons?|tonnes?|tonnen?|gramos?|quilos?|grammi|chili',
    '5 kg',
  ),
  'unit-volume': measure(
    'ml|cl|l|millilit(?:er|re)s?|lit(?:er|re)s?|gallons?|pints?|cups?|litros?|litri',
    '2 litres',
  ),
  'unit-speed': measure('km\\/h|kmh|kph|mph|m\\/s', '50 km/h'),
  'unit-area': measure('m²|m2|km²|km2|square \\p{L}+|hectares?|acres?', '5 acres'),
  'unit-information': measure(
    'bits?|bytes?|kb|mb|gb|tb|kilobytes?|megabytes?|gigabytes?|terabytes?',
    '5 GB',
  ),
  temperature: pattern(
    String.raw`-?\d+(?:[.,]\d+)?\s?(?:°\s?[cfk]?|degrees?(?: (?:celsius|fahrenheit))?|celsius|fahrenheit|grad|grados|graus|gradi|degrés)`,
    '20 degrees',
  ),
}

/** What stands in the place of a system entity, named without its `sys.`. */
export function standFor(entity: string): Stand {
  return (Object.hasOwn(stands, entity) ? stands[entity] : undefined) ?? { kind: 'list' }
}

function builtIn(entity: string, sample: string, loses?: string): Stand {
  return { kind: 'built-in', entity, sample, ...(loses === undefined ? {} : { loses }) }
}

function pattern(text: string, sample: string): Stand {
  return { kind: 'pattern', pattern: text, sample }
}

/** A number and a unit. */
function measure(units: string, sample: string): Stand {
  return pattern(String.raw`\d+(?:[.,]\d+)?\s?(?:${units})`, sample)
}
