import { Icon } from './icon.tsx'
import { useSpeech } from './words/index.ts'

/** Says that the desk is out of reach, and lets the visitor knock again. The element stays, so that it is announced. */
export function Banner(props: { readonly reachable: boolean; readonly knock: () => void }) {
  const { words } = useSpeech()
  return (
    <div class="banner" role="status">
      {!props.reachable && (
        <div class="banner-text">
          <Icon name="offline" />
          <p>{navigator.onLine ? words.unreachable : words.offline}</p>
          <button type="button" class="link-button" onClick={props.knock}>
            {words.retry}
          </button>
        </div>
      )}
    </div>
  )
}
