import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useSpeech } from './words/index.ts'

interface ComposerProps {
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly say: (text: string) => void
  readonly openTopics: () => void
}

/** Where the visitor writes: Enter sends, Shift and Enter begins a new line. */
export function Composer({ box, say, openTopics }: ComposerProps) {
  const { words } = useSpeech()
  const { text, setText, send, sendOnEnter } = useDraft(box, say)
  return (
    <form class="composer" onSubmit={send}>
      <button
        type="button"
        class="round topics-button"
        aria-label={words.allTopics}
        onClick={openTopics}
      >
        <Icon name="grid" />
      </button>
      <div class="box">
        <textarea
          id="message"
          ref={box}
          rows={1}
          dir="auto"
          maxLength={8000}
          aria-label={words.message}
          placeholder={words.placeholder}
          enterkeyhint="send"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={sendOnEnter}
        />
        <button
          type="submit"
          class="round send"
          aria-label={words.send}
          aria-disabled={text.trim() === ''}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}

/** What is being written; sending it empties the box. */
function useDraft(box: ComposerProps['box'], say: ComposerProps['say']) {
  const [text, setText] = useState('')
  useLayoutEffect(() => growToFit(box.current), [text])
  const send = (event: Event) => {
    event.preventDefault()
    box.current?.focus()
    if (text.trim() === '') return
    say(text.trim())
    setText('')
  }
  const sendOnEnter = (event: KeyboardEvent) => {
    // Enter also picks a word in an input method: that one is not ours.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
  }
  return { text, setText, send, sendOnEnter }
}

function growToFit(box: HTMLTextAreaElement | null): void {
  if (box === null) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight}px`
}
