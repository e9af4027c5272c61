/** What is not a parameter though it may hold a colon: strings, quoted names, comments and casts. */
const passages =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|::/g

/** The `:name` parameters of SQL text, each once, in order: what an owner has to give values for. */
export function sqlParameters(text: string): readonly string[] {
  const bare = text.replaceAll(passages, ' ')
  const names = [...bare.matchAll(/(?<![\w:]):([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? [])
  return [...new Set(names)]
}
