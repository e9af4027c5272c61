/** The college buses and their stops. */
import { readSections } from './content.mjs'

export function busRoutes() {
  return readSections('buses').map(({ heading, lines }) => {
    const [number, name, driver, phone, reaches, returns, fare, seats] = heading
    const [firstStop, leaves] = lines[0]
    return {
      number,
      name,
      driver,
      phone,
      first_stop: firstStop,
      leaves_at: leaves,
      reaches_at: reaches,
      returns_at: returns,
      fare_per_term: Number(fare),
      seats: Number(seats),
    }
  })
}

/** The way home takes as long as the way in. */
export function busStops() {
  return readSections('buses').flatMap(({ heading, lines }) => {
    const [number, , , , reaches, returns] = heading
    return lines.map(([stop, morning], at) => ({
      route_number: number,
      stop_number: at + 1,
      stop,
      morning_at: morning,
      evening_at: clock(minutes(returns) + minutes(reaches) - minutes(morning)),
    }))
  })
}

function minutes(time) {
  const [hour, minute] = time.split(':').map(Number)
  return hour * 60 + minute
}

function clock(count) {
  const two = (number) => String(number).padStart(2, '0')
  return `${two(Math.floor(count / 60))}:${two(count % 60)}`
}
