/**
 * The sentences every desk can say, one file per language. A desk has its own words for any of them under `sentences`
 * in desk.yaml. To add a language, add its file and its line here.
 *
 * @module
 */
import type { Language, Sentence } from '../../model/index.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { it } from './it.ts'
import { pt } from './pt.ts'

/** Every sentence in every language that ships with the product. */
export const ownSentences: Readonly<
  Record<Language, Readonly<Record<Sentence, readonly string[]>>>
> = { en, hi, de, es, fr, it, pt }
