/**
 * The way of messages nobody waits for: `Answering` takes what came in, `fit` makes a reply what its platform can show,
 * `Sending` sends it at the platform's pace, `newsObserved` tells what platforms report of it. What waits is kept by the `Post` of the state; `doors.ts` puts them together.
 *
 * @module
 */
export * from './answering.ts'
export * from './news.ts'
export * from './sending.ts'
