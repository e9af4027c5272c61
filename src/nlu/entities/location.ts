import type { Entity, Message } from '../../model/index.ts'
import { foundBy, foundValue } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const pattern =
  /(?<![\p{L}\p{N}.-])(-?\d{1,2}\.\d{1,10}),\s?(-?\d{1,3}\.\d{1,10})(?![\p{L}\p{N}])/gu

/** Positions as maps write them, "19.0760, 72.8777". Values are like `19.076,72.8777`. */
export const recogniseLocation: Recognise = (text) =>
  foundBy('location', text, pattern, ([, latitude, longitude]) =>
    Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180
      ? null
      : valueOf(Number(latitude), Number(longitude)),
  )

/** The position a visitor shared beside what was said, at its end. */
export function sharedLocation({ location }: Message, text: string): readonly Entity[] {
  if (location === undefined) return []
  return [foundValue('location', valueOf(location.latitude, location.longitude), '', text.length)]
}

function valueOf(latitude: number, longitude: number): string {
  return `${latitude},${longitude}`
}
