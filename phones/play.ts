import type { PhoneAct, ShownPhone, Tour } from './simulation.ts'

/** What a tour is played with. */
export interface Stage {
  /** What is on the phone at this moment. */
  readonly phone: () => ShownPhone | undefined
  readonly act: (done: PhoneAct) => Promise<void>
  /** Shows what is being typed. */
  readonly type: (text: string) => void
  /** Resolves after so many milliseconds; rejects once the tour is stopped. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Milliseconds between two letters, after which an answer is over, and in which it has to come. */
const [perLetter, quiet, patience] = [28, 1_400, 20_000]
const look = 100

/** Plays what a tour's visitor says and taps, waiting for the desk after each. Rejects when it is stopped. */
export async function play({ steps }: Tour, stage: Stage): Promise<void> {
  for (const { kind, text } of steps) {
    const before = toldOn(stage.phone())
    if (kind === 'say' || !(await tap(text, stage))) await say(text, stage)
    await answered(before, stage)
  }
}

async function say(text: string, stage: Stage): Promise<void> {
  for (let length = 1; length <= text.length; length++) {
    stage.type(text.slice(0, length))
    await stage.wait(perLetter)
  }
  await stage.wait(3 * perLetter)
  stage.type('')
  await stage.act({ kind: 'say', text })
}

/** Taps the latest button or row of this label; false where there is none, as on a platform that writes choices out. */
async function tap(label: string, stage: Stage): Promise<boolean> {
  const bubbles = stage.phone()?.bubbles ?? []
  for (const { id, buttons, list } of bubbles.toReversed()) {
    const button = buttons.flat().find((one) => one.label === label && one.url === null)
    const row = list?.rows.find(({ title, description }) => [title, description].includes(label))
    const found = button ?? row
    if (found === undefined) continue
    await stage.act({ kind: 'tap', bubble: id, button: found.id })
    return true
  }
  return false
}

/** Waits until the desk has said something more, and then nothing for a moment. */
async function answered(before: number, stage: Stage): Promise<void> {
  let [told, still] = [before, 0]
  for (let waited = 0; waited < patience; waited += look) {
    await stage.wait(look)
    const now = toldOn(stage.phone())
    still = now === told ? still + look : 0
    told = now
    if (told > before && still >= quiet) return
  }
}

function toldOn(phone: ShownPhone | undefined): number {
  return phone?.bubbles.filter(({ own }) => !own).length ?? 0
}
