import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dayOf } from './clock.ts'
import type { Bubble } from './conversation.ts'
import { DeskGroup, Typing, VisitorGroup } from './group.tsx'
import { groupsOf } from './groups.ts'
import { Icon } from './icon.tsx'
import { Opening } from './opening.tsx'
import type { Choice, DeskPage } from './wire.ts'
import { useSpeech } from './words/index.ts'

interface LogProps {
  readonly desk: DeskPage
  readonly bubbles: readonly Bubble[]
  readonly answering: boolean
  readonly ask: (text: string) => void
  readonly choose: (choice: Choice) => void
  readonly retry: (message: string) => void
  /** Null when this visitor may not look. */
  readonly lookBehind: ((turn: string) => void) | null
}

/** All that was said, newest last, under the opening. */
export function Log({ desk, bubbles, answering, ask, choose, retry, lookBehind }: LogProps) {
  const { locale, words } = useSpeech()
  const { scroller, isAway, toNewest } = useFollowing(bubbles, answering)
  const groups = groupsOf(bubbles)
  const now = new Date()
  return (
    <div class="log" ref={scroller}>
      <div class="column">
        <Opening desk={desk} ask={ask} />
        <div role="log" aria-live="polite" aria-label={words.conversation}>
          {groups.map((group) => (
            <div key={group.key} class="stretch">
              {group.opensDay && (
                <p class="day">
                  <span>{dayOf(group.at, now, locale)}</span>
                </p>
              )}
              {group.who === 'visitor' ? (
                <VisitorGroup group={group} retry={retry} />
              ) : (
                <DeskGroup group={group} desk={desk} choose={choose} lookBehind={lookBehind} />
              )}
            </div>
          ))}
          {answering && <Typing desk={desk} />}
        </div>
      </div>
      {isAway && (
        <button type="button" class="newest" aria-label={words.newest} onClick={toNewest}>
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}

/**
 * Keeps the newest in sight: an answer taller than the screen is shown from the question on, and a visitor who
 * has scrolled back is left where they read.
 */
function useFollowing(bubbles: readonly Bubble[], answering: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAway, setAway] = useState(false)
  const newest = bubbles.at(-1)
  const own = newest?.who === 'visitor'
  const toNewest = () => scrollToNewest(scroller.current)
  useLayoutEffect(() => {
    if (newest && (own || !isAway)) toNewest()
  }, [newest?.who, newest?.message, own && newest.delivery.kind, answering])
  useLayoutEffect(() => {
    if (own) focusNewest(scroller.current)
  }, [own && newest.message])
  useEffect(() => {
    const element = scroller.current
    const look = () => element && setAway(distanceToEnd(element) > element.clientHeight * 1.5)
    element?.addEventListener('scroll', look, { passive: true })
    return () => element?.removeEventListener('scroll', look)
  }, [])
  return { scroller, isAway, toNewest }
}

/** After a button was tapped the focus goes to what was said with it, so that the answer is what Tab reaches next. */
function focusNewest(scroller: HTMLElement | null): void {
  if (document.activeElement instanceof HTMLTextAreaElement) return
  newestQuestion(scroller)?.focus({ preventScroll: true })
}

function newestQuestion(scroller: HTMLElement | null): HTMLElement | undefined {
  return [...(scroller?.querySelectorAll<HTMLElement>('.visitor') ?? [])].at(-1)
}

function distanceToEnd(element: HTMLElement): number {
  return element.scrollHeight - element.scrollTop - element.clientHeight
}

function scrollToNewest(scroller: HTMLElement | null): void {
  if (scroller === null) return
  const question = newestQuestion(scroller)
  const end = scroller.scrollHeight - scroller.clientHeight
  scroller.scrollTop = question === undefined ? end : Math.min(end, topOf(question, scroller) - 16)
}

/** How far down in what scrolls an element begins. */
function topOf(element: Element, scroller: Element): number {
  const { top } = element.getBoundingClientRect()
  return top - scroller.getBoundingClientRect().top + scroller.scrollTop
}
