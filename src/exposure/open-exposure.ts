import type { Exposure, ExposureSettings } from '../model/index.ts'
import { cloudflared } from './cloudflared.ts'
import { ngrok } from './ngrok.ts'
import { ssh } from './ssh.ts'
import { staticAddress } from './static.ts'

/** The way a desk declares. What it needs besides is loaded when it is opened. */
export function openExposure(settings: ExposureSettings): Exposure {
  switch (settings.kind) {
    case 'static':
      return staticAddress(settings)
    case 'ssh':
      return ssh(settings)
    case 'cloudflared':
      return cloudflared(settings)
    case 'ngrok':
      return ngrok(settings)
    default:
      return settings satisfies never
  }
}
