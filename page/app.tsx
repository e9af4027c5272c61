import { useCallback, useEffect, useState } from 'preact/hooks'
import type { DeskClient } from './desk-client.ts'
import { Icon } from './icon.tsx'
import { deviceTheme, dress, watchDeviceTheme } from './look.ts'
import { recall, remember, type Theme } from './memory.ts'
import { Room } from './room.tsx'
import type { Site } from './site.ts'
import type { DeskPage } from './wire.ts'
import { primaryTag, Speaking, speechIn, useSpeech } from './words/index.ts'

interface AppProps {
  readonly client: DeskClient
  /** The page of a site around it; null where it stands by itself. */
  readonly site: Site | null
  /** Where the desk is shown on phones; null where it is not. */
  readonly phones: string | null
}

/** The whole page: reads what the desk is called and looks like, then opens the room. */
export function App({ client, site, phones }: AppProps) {
  const [language, setLanguage] = useState(wantedLanguage)
  const { desk, open } = useDesk(client, language)
  const { theme, switchTheme } = useTheme(isOpen(desk) ? desk.color : null)
  const speech = speechIn(spokenBy(desk, language), navigator.languages)

  useEffect(() => {
    document.documentElement.lang = speech.language
    document.documentElement.dir = speech.direction
    if (isOpen(desk)) document.title = desk.name
  }, [desk, speech.language, speech.direction])

  const speak = (chosen: string) => {
    remember({ language: chosen })
    setLanguage(chosen)
  }
  return (
    <Speaking value={speech}>
      {desk === 'unreachable' ? (
        <Closed open={() => void open()} site={site} />
      ) : (
        desk && (
          <Room
            desk={desk}
            client={client}
            site={site}
            settings={{ theme, switchTheme, speak, phones }}
          />
        )
      )}
    </Speaking>
  )
}

function Closed({ open, site }: { readonly open: () => void; readonly site: Site | null }) {
  const { words } = useSpeech()
  return (
    <main class="closed">
      <p role="alert">{words.cannotOpen}</p>
      <button type="button" class="button" onClick={open}>
        <Icon name="again" />
        {words.retry}
      </button>
      {site && (
        <button type="button" class="button quiet" onClick={site.leave}>
          {words.close}
        </button>
      )}
    </main>
  )
}

function useDesk(client: DeskClient, language: string) {
  const [desk, setDesk] = useState<DeskPage | 'unreachable' | undefined>()
  const open = useCallback(async () => {
    const found = await client.open(language)
    setDesk((shown) => found ?? (isOpen(shown) ? shown : 'unreachable'))
  }, [client, language])
  useEffect(() => void open(), [open])
  useEffect(() => {
    const again = () => void open()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [open])
  return { desk, open }
}

function useTheme(color: string | null) {
  const [chosen, setChosen] = useState(() => recall().theme)
  const [device, setDevice] = useState(deviceTheme)
  const theme = chosen ?? device
  useEffect(() => watchDeviceTheme(setDevice), [])
  useEffect(() => dress(theme, color), [theme, color])
  const switchTheme = () => {
    const other: Theme = theme === 'dark' ? 'light' : 'dark'
    remember({ theme: other })
    setChosen(other)
  }
  return { theme, switchTheme }
}

function isOpen(desk: DeskPage | 'unreachable' | undefined): desk is DeskPage {
  return desk !== undefined && desk !== 'unreachable'
}

/** What the visitor chose here, else the language of the website around, else the browser's. */
function wantedLanguage(): string {
  const asked = new URLSearchParams(location.search).get('language')
  return recall().language ?? primaryTag(asked ?? navigator.language)
}

/** The visitor's language if the desk speaks it, else the desk's own. */
function spokenBy(desk: DeskPage | 'unreachable' | undefined, wanted: string): string {
  if (!isOpen(desk) || desk.languages.includes(wanted)) return wanted
  return desk.languages[0] ?? wanted
}
