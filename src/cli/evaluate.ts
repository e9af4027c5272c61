import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import * as z from 'zod'
import { FrontdeskError } from '../errors.ts'
import { evaluate, type Evaluation, type LabelledText } from '../nlu/index.ts'
import { examples } from './examples.ts'
import { print, printJson } from './print.ts'

interface EvaluateOptions {
  readonly json?: boolean
  readonly predictions?: string
  readonly strictness?: string
}

/** `frontdesk evaluate <train.jsonl> <test.jsonl>`: how well understanding does on sentences it has not seen. */
export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('train on one file of labelled sentences, measure on another')
    .argument('<train>', 'one JSON object per line: {"text": …, "intent": … or null}')
    .argument('<test>', 'the same; null means that none of the intents is meant')
    .option('--json', 'print the figures as one line of JSON')
    .option(
      '--predictions <file>',
      'write what was made of every sentence, one JSON object per line',
    )
    .option(
      '--strictness <share>',
      'the share of good questions one accepts to refuse (default: 0.05; nothing is refused where nothing is out of scope)',
    )
    .addHelpText('after', examples('frontdesk evaluate train.jsonl test.jsonl --json'))
    .action((train: string, test: string, options: EvaluateOptions) => {
      const strictness = options.strictness === undefined ? null : readShare(options.strictness)
      const measured = evaluate(readLabelled(train), readLabelled(test), strictness)
      const { evaluation, predictions } = measured
      if (options.predictions !== undefined) {
        const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`)
        writeFileSync(options.predictions, lines.join(''))
      }
      if (options.json === true) printJson(evaluation)
      else print(describe(evaluation))
    })
}

const labelled = z.object({ text: z.string(), intent: z.string().nullable() })

/** Reads labelled sentences. Throws `cli/usage` naming the file and line of the first that is not one. */
function readLabelled(file: string): readonly LabelledText[] {
  return readText(file)
    .split(/\r?\n/)
    .flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, `${file}:${i + 1}`)]))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new FrontdeskError('cli/usage', `The file ${file} cannot be read.`, { cause })
  }
}

function readLine(line: string, at: string): LabelledText {
  try {
    return labelled.parse(JSON.parse(line))
  } catch (cause) {
    throw new FrontdeskError('cli/usage', 'This line is no labelled sentence.', {
      at,
      hint: 'Write {"text": "…", "intent": "…"}, or null for the intent.',
      cause,
    })
  }
}

function readShare(text: string): number {
  const share = Number(text)
  if (text.trim() !== '' && share >= 0 && share <= 1) return share
  throw new FrontdeskError('cli/usage', `--strictness ${JSON.stringify(text)} is no share.`, {
    hint: 'Give a number from 0 to 1, such as 0.05.',
  })
}

function describe({ outOfScope, ...evaluation }: Evaluation): string {
  const lines: readonly (readonly [string, string])[] = [
    ['sentences', `${evaluation.rows} (${outOfScope.rows} out of scope)`],
    ['intents', String(evaluation.intents)],
    ['accuracy', `${percent(evaluation.accuracy)} (a refusal counts as wrong)`],
    ['without refusal', percent(evaluation.accuracyWithoutRefusal)],
    ['macro-F1', percent(evaluation.macroF1)],
    ['refused', percent(evaluation.refused)],
    ['out of scope found', percent(outOfScope.recall)],
    ['refusals right', percent(outOfScope.precision)],
    ['calibration error', percent(evaluation.calibrationError)],
    ['training', `${evaluation.trainSeconds.toFixed(2)} s`],
    ['one sentence', `${evaluation.classifyMilliseconds.toFixed(2)} ms`],
  ]
  return lines.map(([name, figure]) => `${name.padEnd(20)}${figure}`).join('\n')
}

function percent(share: number | null): string {
  return share === null ? 'nothing to measure' : `${(share * 100).toFixed(1)} %`
}
