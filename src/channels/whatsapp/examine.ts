import { type Finding, fine, wrong } from '../../model/index.ts'

/** What looking over a number is given. */
export interface NumberToExamine {
  readonly name: string
  /** The id of the number, as Meta shows it. */
  readonly number: string
  readonly token: string
  /** The address of the Graph API with its version. */
  readonly api: string
}

const patience = 10_000

/** Looks over a number: whether Meta knows it, and takes its token. Never rejects. */
export async function examineNumber(settings: NumberToExamine): Promise<readonly Finding[]> {
  const { name, number, token, api } = settings
  const about = `channels/${name}`
  try {
    const response = await fetch(`${api}/${number}?fields=display_phone_number,verified_name`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patience),
    })
    const answer = (await response.json()) as Answer
    if (response.ok) return [fine(about, `The number is ${answer.display_phone_number ?? number}.`)]
    const why = answer.error?.message ?? String(response.status)
    return [
      wrong(
        about,
        `Meta refuses the number or its token: ${why}`,
        'A token of the console lasts a day: make that of a system user, and write it into .env.',
      ),
    ]
  } catch {
    return [
      wrong(about, `${api} does not answer.`, 'See whether this computer reaches the internet.'),
    ]
  }
}

interface Answer {
  readonly display_phone_number?: string
  readonly error?: { readonly message?: string }
}
