import { safeHref } from './safe-href.ts'
import type { PlaceOnMap } from './wire.ts'

/** The institution's own map with the way drawn on it and a pin where it ends. */
export function CampusMap({ map }: { readonly map: PlaceOnMap }) {
  const { width, height, x, y, route } = map
  // Sizes follow the map's width, so that pin and way look the same on a map of any resolution.
  const unit = width / 100
  const points = route.map((point) => point.join(',')).join(' ')
  const start = route[0]
  return (
    <span class="map">
      <img src={safeHref(map.image)} alt={map.alt} width={width} height={height} loading="lazy" />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {start && (
          <>
            <polyline class="way-casing" points={points} stroke-width={unit * 1.7} />
            <polyline
              class="way"
              points={points}
              stroke-width={unit}
              stroke-dasharray={`${unit * 2} ${unit * 1.6}`}
            />
            <circle
              class="way-start"
              cx={start[0]}
              cy={start[1]}
              r={unit * 1.5}
              stroke-width={unit * 0.8}
            />
          </>
        )}
        <g transform={`translate(${x} ${y}) scale(${unit * 0.85})`}>
          <ellipse class="pin-shadow" rx="2.2" ry="0.8" />
          <path class="pin" d="M0 0C-1.2-2.8-4-4.6-4-8a4 4 0 1 1 8 0C4-4.6 1.2-2.8 0 0Z" />
          <circle class="pin-eye" cy="-8" r="1.5" />
        </g>
      </svg>
    </span>
  )
}
