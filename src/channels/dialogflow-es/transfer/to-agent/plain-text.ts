/** What a Dialogflow text can say of a template: `$city` for `{{ city }}`; null for what it cannot. */
export function plainText(template: string): string | null {
  const text = template
    .replaceAll(/\{\{\s*"\{"\s*\}\}/g, '\uE001')
    .replaceAll(/\{%-?\s*if (\S+)\s*-?%\}, \{\{ \1 \}\}\{%-?\s*endif\s*-?%\}/g, '')
    .replaceAll(/\{\{\s*contexts\["([^"]+)"\]\["([^"]+)"\]\s*\}\}/g, '#$1.$2')
    .replaceAll(/\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_-]*)\s*\}\}/gu, '$$$1')
  if (/\{[{%]/.test(text)) return null
  return text.replaceAll('\uE001', '{').replaceAll(/\\([\\*_[\]()])/g, '$1')
}
