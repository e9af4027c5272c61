/**
 * Phones for a desk that has no accounts yet: what is on their screens, what is done with them, and the tours that play
 * by themselves. It knows no platform: a phone is given to it. Only `simulate.ts` imports this room.
 *
 * @module
 */
export * from './routes.ts'
export * from './screens.ts'
export * from './tours.ts'
