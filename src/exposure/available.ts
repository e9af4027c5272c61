import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createRequire } from 'node:module'
import { FrontdeskError } from '../errors.ts'
import type { ExposureSettings } from '../model/index.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The best way there is on this computer for a desk that declares none: ngrok where an account's token and its package
 * are there, because its address stays; else a quick tunnel of cloudflared. Throws `exposure/none`.
 */
export function availableExposure(
  environment: Environment,
  isInstalled: (name: string) => boolean = hasPackage,
): ExposureSettings {
  const token = environment['NGROK_AUTHTOKEN'] ?? ''
  if (token !== '' && isInstalled('@ngrok/ngrok')) return { kind: 'ngrok', token, domain: null }
  const program = programIn(environment['PATH'] ?? '', 'cloudflared')
  if (program !== null) return { kind: 'cloudflared', program, tunnel: null }
  throw new FrontdeskError(
    'exposure/none',
    'This computer has nothing that makes it reachable from outside.',
  )
}

function hasPackage(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

function programIn(path: string, name: string): string | null {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name]
  const paths = path.split(delimiter).flatMap((folder) => names.map((each) => join(folder, each)))
  return paths.find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
