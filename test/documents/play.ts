import { blocksOf } from './pages.ts'
import type { CodeBlock } from './pages.ts'
import { Playground } from './playground.ts'
import type { World } from './playground.ts'
import { isAsShown } from './printed.ts'
import { compareShapes } from './shapes.ts'

/** Does what a page says, block by block. Rejects with the place of the first block that is not true. */
export async function play(page: string, world: World = {}): Promise<void> {
  const ground = new Playground(world)
  let printed = ''
  try {
    for (const block of blocksOf(page).filter(isPlayed)) {
      try {
        printed = await playBlock(block, ground, printed)
      } catch (cause) {
        throw new Error(`${block.at}: ${String(cause)}`, { cause })
      }
    }
  } finally {
    await ground.close()
  }
}

/** Whether a block is part of what a page has its reader do. */
export function isPlayed({ language, use }: CodeBlock): boolean {
  if (use.startsWith('not run: ')) return false
  const isSaid = language === 'text' && use === 'ask'
  return (
    ['sh', 'diff'].includes(language) ||
    isSaid ||
    isLike(use) ||
    isPath(use) ||
    isOutput({ language, use })
  )
}

function isLike(use: string): boolean {
  return use.startsWith('like ')
}

/** Whether the use of a block names a file. */
export function isPath(use: string): boolean {
  return /^(add )?[\w./-]+\.[a-z]+$|^(add )?[\w./-]*\/\.\w+$/.test(use)
}

function isOutput({ language, use }: Pick<CodeBlock, 'language' | 'use'>): boolean {
  return language === 'text' && use === ''
}

/** Plays one block; returns what was printed last. */
async function playBlock(block: CodeBlock, ground: Playground, printed: string): Promise<string> {
  const { language, use, text } = block
  if (language === 'sh' && use === 'server') return ground.serve(text)
  if (language === 'sh') return type(text, use === 'fails', ground)
  if (language === 'diff') change(use, text, ground)
  else if (use === 'ask') await ground.ask(text.trim().split('\n'))
  else if (isLike(use))
    compareShapes(JSON.parse(text), JSON.parse(ground.read(use.slice('like '.length))))
  else if (isPath(use)) write(use, text, ground)
  else if (!isAsShown(printed, ground.here(text))) throw new Error(`It printed:\n${printed}`)
  return printed
}

async function type(commands: string, fails: boolean, ground: Playground): Promise<string> {
  const { code, output } = await ground.type(commands)
  if ((code !== 0) === fails) return output
  throw new Error(`It ended with ${code} and printed:\n${output}`)
}

function write(use: string, text: string, ground: Playground): void {
  const path = use.replace('add ', '')
  ground.write(path, path === use ? text : `${ground.read(path)}${text}`)
}

/** Puts the lines with a plus in place of those with a minus; those without either must be there. */
function change(path: string, text: string, ground: Playground): void {
  const lines = text.trimEnd().split('\n')
  const side = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')
  const [before, after] = [side('+'), side('-')]
  const parts = ground.read(path).split(before)
  if (parts.length !== 2) throw new Error(`${path} has this ${parts.length - 1} times:\n${before}`)
  ground.write(path, parts.join(after))
}
