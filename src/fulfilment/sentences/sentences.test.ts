import { expect, test } from 'vitest'
import type { Sentence } from '../../model/index.ts'
import { sentences } from '../../model/index.ts'
import { templateProblem } from '../template.ts'
import { ownSentences } from './index.ts'

test.each(Object.keys(ownSentences))(
  '%s says every sentence, with the values English has',
  (language) => {
    for (const sentence of sentences) {
      const said = ownSentences[language]?.[sentence] ?? []
      expect(said.length).toBeGreaterThan(0)
      expect(said.map(templateProblem)).toEqual(said.map(() => null))
      for (const template of said)
        expect(
          namesIn(template).filter((name) => !namesIn(english(sentence)).includes(name)),
        ).toEqual([])
    }
  },
)

function english(sentence: Sentence): string {
  return ownSentences['en']?.[sentence].join(' ') ?? ''
}

/** The values a template puts in or asks for. */
function namesIn(template: string): readonly string[] {
  return [...template.matchAll(/\{[{%]\s*(?:if\s+)?(\w+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['else', 'endif'].includes(name))
}
