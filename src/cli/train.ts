import type { Command } from 'commander'
import { trainDesk, type Trained } from '../lesson.ts'
import { examples } from './examples.ts'
import { print } from './print.ts'

/** `frontdesk train <desk>`: learns a desk's phrases with everything there is, before somebody asks. */
export function trainCommand(program: Command): void {
  program
    .command('train')
    .description('learn the phrases of a desk, and keep what was learned for when it opens')
    .argument('<desk>', 'the desk folder')
    .addHelpText('after', examples('frontdesk train examples/college'))
    .action(async (folder: string) => {
      const trained = await trainDesk(folder, showProgress)
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
      print(describe(trained))
    })
}

const barLength = 30

/** A bar that grows in place, where somebody watches. */
function showProgress(done: number): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(done * barLength)
  const bar = '█'.repeat(full) + '░'.repeat(barLength - full)
  process.stderr.write(`\r${bar} encoding phrases ${Math.round(done * 100)} %`)
}

function describe({ intents, phrases, encoderWeight, milliseconds }: Trained): string {
  const seconds = (milliseconds / 1000).toFixed(1)
  return `${phrases} phrases of ${intents} intents learned in ${seconds} s; ${encoderPart(encoderWeight)}.`
}

function encoderPart(weight: number | null): string {
  if (weight === null) return 'the sentence encoder is not there, so by words alone'
  if (weight === 0) return 'the sentence encoder does not help with these, so by words alone'
  return `by words and by the sentence encoder, which counts for ${weight}`
}
