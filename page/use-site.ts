import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Conversation } from './conversation.ts'
import type { Site } from './site.ts'
import { useUnread } from './unread.ts'

/** Keeps a website around the page informed of how many answers wait unseen, and of a visitor who wants to leave. */
export function useSite(
  site: Site | null,
  conversation: Conversation,
  box: RefObject<HTMLTextAreaElement | null>,
): void {
  const isShown = useShown(site, box)
  const unread = useUnread(conversation, isShown)
  const begun = conversation.id !== null
  useEffect(() => {
    if (conversation.isRecalled) site?.tell({ frontdesk: 'talk', begun, unread })
  }, [site, conversation.isRecalled, begun, unread])
  useEffect(() => (site === null ? undefined : leaveOnEscape(site)), [site])
}

/** Whether the visitor can see the page. Opened by hand, it takes the focus. */
function useShown(site: Site | null, box: RefObject<HTMLTextAreaElement | null>): boolean {
  const [isShown, setShown] = useState(site === null)
  useEffect(
    () =>
      site?.listen(({ shown, asked }) => {
        setShown(shown)
        if (shown && asked) takeFocus(box.current)
      }),
    [site],
  )
  return isShown
}

/** A finger that opened it would have half of what it came to read covered by a keyboard. */
function takeFocus(box: HTMLTextAreaElement | null): void {
  const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)').matches
  const first = hasKeyboard ? box : document.querySelector<HTMLElement>('h1')
  first?.focus({ preventScroll: true })
}

/** Escape closes what is open over the page first: a dialog, the menu. */
function leaveOnEscape(site: Site): () => void {
  const leave = (event: KeyboardEvent) => {
    const isOver = document.querySelector('dialog[open], .menu-items.open') !== null
    if (event.key === 'Escape' && !event.isComposing && !isOver) site.leave()
  }
  document.addEventListener('keydown', leave, { capture: true })
  return () => document.removeEventListener('keydown', leave, { capture: true })
}
