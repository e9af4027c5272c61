import { stringify } from 'yaml'

/** A document of a desk's file, with what stands above it. */
export interface WrittenDocument {
  readonly comment: string
  readonly document: Readonly<Record<string, unknown>>
}

/** Documents as one file of a desk. */
export function yamlOf(documents: readonly WrittenDocument[]): string {
  return documents.map(documentText).join('---\n')
}

function documentText({ comment, document }: WrittenDocument): string {
  const above = comment
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `#${line}\n`)
  return (
    above.join('') +
    stringify(document, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false })
  )
}
