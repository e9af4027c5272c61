import { useEffect, useRef, useState } from 'preact/hooks'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { CampusMap } from './map.tsx'
import type { Place, PlaceOnMap } from './wire.ts'
import { useSpeech } from './words/index.ts'

/** A place: on the institution's own map where it has one, always in words. */
export function Location({ place }: { readonly place: Place }) {
  const { words } = useSpeech()
  const [large, setLarge] = useState(false)
  return (
    <div class="bubble location">
      {place.map && (
        <button
          type="button"
          class="location-map"
          aria-label={`${words.enlarge}: ${place.map.alt}, ${place.name}`}
          onClick={() => setLarge(true)}
        >
          <CampusMap map={place.map} />
        </button>
      )}
      <div class="location-words">
        <Icon name="pin" />
        <div>
          <strong dir="auto">{place.name}</strong>
          {place.address !== '' && <p dir="auto">{place.address}</p>}
          <a href={mapLink(place)} target="_blank" rel="noopener noreferrer">
            {words.openMap}
          </a>
        </div>
      </div>
      {place.map && large && (
        <Dialog label={place.name} shape="lightbox" close={() => setLarge(false)}>
          <LargeMap map={place.map} />
        </Dialog>
      )}
    </div>
  )
}

function mapLink({ latitude, longitude }: Place): string {
  const query = new URLSearchParams({ mlat: `${latitude}`, mlon: `${longitude}` })
  return `https://www.openstreetmap.org/?${query}#map=17/${latitude}/${longitude}`
}

/** The map at a size one can read, moved so that the pin is in the middle. */
function LargeMap({ map }: { readonly map: PlaceOnMap }) {
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The dialog around it opens only after this effect.
    const frame = requestAnimationFrame(() => {
      if (stage.current) center(stage.current, map)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div
      class="lightbox-stage map-stage"
      ref={stage}
      tabIndex={0}
      role="group"
      aria-label={map.alt}
    >
      <CampusMap map={map} />
    </div>
  )
}

function center(stage: HTMLElement, { x, y, width, height }: PlaceOnMap): void {
  stage.scrollLeft = (x / width) * stage.scrollWidth - stage.clientWidth / 2
  stage.scrollTop = (y / height) * stage.scrollHeight - stage.clientHeight / 2
}
