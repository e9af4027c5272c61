import { useEffect, useState } from 'preact/hooks'
import { Calls } from './calls.tsx'
import { Phone } from './phone.tsx'
import { openPhones, type PhonesPage, type ShownPhone, watchPhones } from './simulation.ts'
import { TopBar } from './top-bar.tsx'
import { useTour } from './use-tour.ts'

/** The whole page: the bar with the tours, the phones side by side, and what went to the platforms. */
export function App() {
  const page = usePage()
  const [phones, setPhones] = useState<readonly ShownPhone[]>([])
  useEffect(() => watchPhones(setPhones), [])
  const tour = useTour(phones)
  const [front, setFront] = useState(0)
  const chosen = phones[front] ?? phones[0]
  if (page === 'unreachable')
    return (
      <main class="closed">
        <p role="alert">The desk does not answer. Start it again and reload this page.</p>
      </main>
    )
  if (page === null || chosen === undefined) return null
  return (
    <div class="stage">
      <TopBar page={page} phones={phones} front={front} bringToFront={setFront} tour={tour} />
      <main class="phones">
        {phones.map((phone, i) => (
          <Phone
            key={phone.name}
            phone={phone}
            page={page}
            isInFront={i === front}
            typed={tour.typing?.phone === phone.name ? tour.typing.text : null}
          />
        ))}
        <Calls phone={chosen} />
      </main>
    </div>
  )
}

function usePage(): PhonesPage | 'unreachable' | null {
  const [page, setPage] = useState<PhonesPage | 'unreachable' | null>(null)
  useEffect(() => {
    openPhones().then(setPage, () => setPage('unreachable'))
  }, [])
  useEffect(() => {
    if (page !== null && page !== 'unreachable') document.title = `${page.name} on phones`
  }, [page])
  return page
}
