/** The slice of autocannon that the benchmarks use. */
declare module 'autocannon' {
  interface Shot {
    readonly method: 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }

  interface Shots {
    readonly url: string
    readonly connections: number
    /** Seconds; or instead: */
    readonly duration?: number
    /** Requests. */
    readonly amount?: number
    readonly requests: readonly Shot[]
    /** Called for each connection before it begins. */
    readonly setupClient: (client: {
      readonly setRequests: (requests: readonly Shot[]) => void
    }) => void
    /** Whether `[<id>]` in a body becomes an id that no other request has. */
    readonly idReplacement: boolean
    /** Whether an answer is right. */
    readonly verifyBody: (body: string) => boolean
  }

  interface Hits {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    /** Answers that were not right. */
    readonly mismatches: number
    /** Seconds. */
    readonly duration: number
  }

  export default function autocannon(shots: Shots): Promise<Hits>
}
