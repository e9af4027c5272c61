import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import * as z from 'zod'
import { FrontdeskError } from '../errors.ts'
import { examineDesk } from '../lesson.ts'
import { evaluate, type Evaluation, type LabelledText, usualStrictness } from '../nlu/index.ts'
import { describeExamination, drawConfusions } from './examination.ts'
import { examples } from './examples.ts'
import { print, printJson } from './print.ts'

interface Options {
  readonly json?: boolean
  readonly predictions?: string
  readonly picture?: string
  readonly encoder: boolean
  readonly strictness?: string
}

/**
 * `frontdesk evaluate <train.jsonl> <test.jsonl>`: how well understanding does on sentences it has not seen;
 * `frontdesk evaluate <desk>`: how well a desk's phrases tell its intents apart, and which stand in the way.
 */
export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('measure understanding: on labelled sentences, or on the phrases of a desk')
    .argument('<train>', 'one JSON object per line: {"text": …, "intent": … or null}; or a desk')
    .argument('[test]', 'the same; null means that none of the intents is meant')
    .option('--json', 'print the figures as one line of JSON')
    .option(
      '--predictions <file>',
      'write what was made of every sentence, one JSON object per line',
    )
    .option('--picture <file>', 'of a desk: draw which intents are taken for which, as SVG')
    .option(
      '--strictness <share>',
      `the share of good questions one accepts to refuse (default: ${usualStrictness})`,
    )
    .option('--no-encoder', 'understand by words alone')
    .addHelpText(
      'after',
      examples(
        'frontdesk evaluate train.jsonl test.jsonl --json',
        'frontdesk evaluate examples/college --picture blur.svg',
      ),
    )
    .action((train: string, test: string | undefined, options: Options) =>
      test === undefined ? examineFolder(train, options) : evaluateFiles(train, test, options),
    )
}

async function examineFolder(folder: string, { json, picture }: Options): Promise<void> {
  const examination = await examineDesk(folder)
  if (picture !== undefined) writeFileSync(picture, drawConfusions(examination))
  if (json === true) printJson(examination)
  else print(describeExamination(examination))
}

async function evaluateFiles(train: string, test: string, options: Options): Promise<void> {
  const strictness =
    options.strictness === undefined ? usualStrictness : readShare(options.strictness)
  const { evaluation, predictions } = await evaluate(readLabelled(train), readLabelled(test), {
    strictness,
    encoder: options.encoder,
  })
  if (options.predictions !== undefined) {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`)
    writeFileSync(options.predictions, lines.join(''))
  }
  if (options.json === true) printJson(evaluation)
  else print(describe(evaluation))
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

function describe(evaluation: Evaluation): string {
  const lines: readonly (readonly [string, string])[] = [
    ['sentences', String(evaluation.rows)],
    ['intents', String(evaluation.intents)],
    ['accuracy', `${percent(evaluation.accuracy)} (nothing refused)`],
    ['macro-F1', percent(evaluation.macroF1)],
    ['in scope', `${percent(evaluation.inScopeAccuracy)} (a refusal counts as wrong)`],
    ['in scope, refused', percent(evaluation.inScopeRefused)],
    ['out of scope found', percent(evaluation.outOfScopeRecall)],
    ['refusals right', percent(evaluation.outOfScopePrecision)],
    ['AUROC', evaluation.auroc?.toFixed(3) ?? 'nothing to measure'],
    ['correlation (MCC)', evaluation.mcc.toFixed(3)],
    ['calibration error', percent(evaluation.calibrationError)],
    ['encoder counts for', evaluation.encoderWeight.toFixed(2)],
    ['training', `${evaluation.trainSeconds.toFixed(2)} s`],
    [
      'one sentence',
      `${evaluation.medianMs.toFixed(2)} ms (95 %: ${evaluation.p95Ms.toFixed(2)} ms)`,
    ],
    ['model', `${(evaluation.modelBytes / 1e6).toFixed(1)} MB`],
    ['memory at most', `${(evaluation.peakMemoryBytes / 1e6).toFixed(0)} MB`],
  ]
  return lines.map(([name, figure]) => `${name.padEnd(20)}${figure}`).join('\n')
}

function percent(share: number | null): string {
  return share === null ? 'nothing to measure' : `${(share * 100).toFixed(1)} %`
}
