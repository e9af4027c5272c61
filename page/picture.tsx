import { useState } from 'preact/hooks'
import { Dialog } from './dialog.tsx'
import { safeHref } from './safe-href.ts'
import { useSpeech } from './words/index.ts'

/** An image; tapping it shows it large. */
export function Picture({ url, alt }: { readonly url: string; readonly alt: string }) {
  const { words } = useSpeech()
  const [large, setLarge] = useState(false)
  const src = safeHref(url)
  if (src === undefined) return null
  return (
    <>
      <button
        type="button"
        class="bubble picture"
        aria-label={`${words.enlarge}: ${alt}`}
        onClick={() => setLarge(true)}
      >
        <img src={src} alt={alt} loading="lazy" />
      </button>
      {large && (
        <Dialog label={alt} shape="lightbox" close={() => setLarge(false)}>
          <div class="lightbox-stage">
            <img src={src} alt={alt} />
          </div>
        </Dialog>
      )}
    </>
  )
}
