/** Whether something printed is what a page shows; `…` in the page stands for anything. */
export function isAsShown(printed: string, shown: string): boolean {
  const pieces = tidy(shown).split('…').map(escape)
  return new RegExp(`^${pieces.join('[^]*?')}$`).test(tidy(printed))
}

/** Without spaces at the ends of lines, and without empty lines around. */
function tidy(text: string): string {
  return text
    .replaceAll('\r', '')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
