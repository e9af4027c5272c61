import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { play } from './play.ts'
import { act, reset, type ShownPhone, type Tour } from './simulation.ts'

/** A tour that plays. */
export interface Playing {
  /** What is being typed on the phone of this name; null where nothing is. */
  readonly typing: { readonly phone: string; readonly text: string } | null
  readonly isPlaying: boolean
  readonly start: (tour: Tour, phone: string) => void
  readonly stop: () => void
}

/** Plays tours, one at a time, each on a phone that was given to somebody new. */
export function useTour(phones: readonly ShownPhone[]): Playing {
  const shown = useRef(phones)
  useEffect(() => void (shown.current = phones), [phones])
  const [typing, setTyping] = useState<Playing['typing']>(null)
  const [running, setRunning] = useState<AbortController | null>(null)
  const stop = useCallback(() => running?.abort(), [running])
  const start = (tour: Tour, phone: string) => {
    running?.abort()
    const controller = new AbortController()
    const { signal } = controller
    setRunning(controller)
    const stage = {
      phone: () => shown.current.find(({ name }) => name === phone),
      act: (done: Parameters<typeof act>[1]) => act(phone, done),
      type: (text: string) => setTyping({ phone, text }),
      wait: (milliseconds: number) => waitFor(milliseconds, signal),
    }
    const end = () => {
      setTyping(null)
      setRunning((now) => (now === controller ? null : now))
    }
    reset()
      .then(() => play(tour, stage))
      .then(end, end)
  }
  return { typing, isPlaying: running !== null, start, stop }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('The tour was stopped.'))
    if (signal.aborted) return stop()
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      stop()
    })
  })
}
