import { firstLetter } from './first-letter.ts'
import type { DeskPage } from './wire.ts'

/** The desk's logo, or the first letter of its name. */
export function Crest({ desk }: { readonly desk: Pick<DeskPage, 'name' | 'logo'> }) {
  if (desk.logo !== null) return <img class="crest" src={desk.logo} alt="" />
  return (
    <span class="crest crest-letter" aria-hidden="true">
      {firstLetter(desk.name)}
    </span>
  )
}
