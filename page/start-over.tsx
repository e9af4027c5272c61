import { Dialog } from './dialog.tsx'
import { useSpeech } from './words/index.ts'

/** Asks before a conversation is cleared. */
export function StartOver(props: { readonly startOver: () => void; readonly close: () => void }) {
  const { words } = useSpeech()
  return (
    <Dialog label={words.startOver} shape="question" close={props.close}>
      <p>{words.startOverQuestion}</p>
      <div class="question-buttons">
        <button type="button" class="button quiet" onClick={props.close}>
          {words.keep}
        </button>
        <button type="button" class="button" onClick={props.startOver}>
          {words.startOver}
        </button>
      </div>
    </Dialog>
  )
}
