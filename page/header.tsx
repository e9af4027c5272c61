import { useEffect, useRef, useState } from 'preact/hooks'
import { Crest } from './crest.tsx'
import { Icon } from './icon.tsx'
import type { Theme } from './memory.ts'
import { Topics } from './opening.tsx'
import type { DeskPage } from './wire.ts'
import { nameOf, useSpeech } from './words/index.ts'

/** What a visitor can set, and what is set. */
export interface Settings {
  readonly theme: Theme
  readonly switchTheme: () => void
  readonly speak: (language: string) => void
  /** Where the desk is shown on phones; null where it is not. */
  readonly phones: string | null
}

interface HeaderProps {
  readonly desk: DeskPage
  readonly settings: Settings
  /** Null while there is nothing to clear. */
  readonly startOver: (() => void) | null
  /** Null where the page is no part of another. */
  readonly leave: (() => void) | null
  readonly ask: (text: string) => void
}

/** The desk's name and what can be set: a bar on a phone, a side column on a wide screen. */
export function Header({ desk, settings, startOver, leave, ask }: HeaderProps) {
  const { words } = useSpeech()
  return (
    <header class="header">
      <div class="brand">
        <Crest desk={desk} />
        <div class="brand-words">
          <h1 dir="auto" tabIndex={-1}>
            {desk.name}
          </h1>
          {desk.tagline !== null && <p dir="auto">{desk.tagline}</p>}
        </div>
      </div>
      <div class="aside-topics">
        <Topics topics={desk.topics} ask={ask} />
      </div>
      <div class="header-buttons">
        <Menu languages={desk.languages} settings={settings} startOver={startOver} />
        {leave && (
          <button type="button" class="round leave" aria-label={words.close} onClick={leave}>
            <Icon name="close" />
          </button>
        )}
      </div>
    </header>
  )
}

type MenuProps = Pick<HeaderProps, 'settings' | 'startOver'> & Pick<DeskPage, 'languages'>

function Menu(props: MenuProps) {
  const { words } = useSpeech()
  const { open, setOpen, root } = useFolding()
  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        class="round menu-button"
        aria-expanded={open}
        aria-controls="menu"
        aria-label={words.menu}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      <div id="menu" class={open ? 'menu-items open' : 'menu-items'} onClick={() => setOpen(false)}>
        <MenuItems {...props} />
      </div>
    </div>
  )
}

function MenuItems({ languages, settings, startOver }: MenuProps) {
  const { language, words } = useSpeech()
  const other = languages.filter((one) => one !== language)
  const look = settings.theme === 'dark' ? words.lightLook : words.darkLook
  return (
    <>
      {startOver && (
        <button type="button" onClick={startOver}>
          <Icon name="again" />
          {words.startOver}
        </button>
      )}
      <button type="button" onClick={settings.switchTheme}>
        <Icon name={settings.theme === 'dark' ? 'sun' : 'moon'} />
        {look}
      </button>
      {settings.phones !== null && (
        <a class="menu-link" href={settings.phones}>
          <Icon name="mobile" />
          {words.onPhones}
        </a>
      )}
      {other.map((tag) => (
        <button key={tag} type="button" lang={tag} onClick={() => settings.speak(tag)}>
          <Icon name="language" />
          {nameOf(tag)}
        </button>
      ))}
    </>
  )
}

/** Whether a menu is open; Escape and a tap elsewhere fold it. */
function useFolding() {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const fold = (event: Event) => {
      const inside = event.target instanceof Node && root.current?.contains(event.target)
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !inside) setOpen(false)
    }
    document.addEventListener('pointerdown', fold)
    document.addEventListener('keydown', fold)
    return () => {
      document.removeEventListener('pointerdown', fold)
      document.removeEventListener('keydown', fold)
    }
  }, [open])
  return { open, setOpen, root }
}
