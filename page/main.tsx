/** The page visitors talk with: starts the app on the desk that served it. */
import { render } from 'preact'
import { App } from './app.tsx'
import { deskClient } from './desk-client.ts'
import { siteAround } from './site.ts'
import './style/index.css'

const channel = document.querySelector<HTMLMetaElement>('meta[name="frontdesk-channel"]')
const site = siteAround()
site?.tell({ frontdesk: 'ready' })

const phones = document.querySelector<HTMLMetaElement>('meta[name="frontdesk-phones"]')?.content

render(
  <App
    client={deskClient(channel?.content ?? '/channels/web')}
    site={site}
    phones={phones === undefined || phones === '' ? null : phones}
  />,
  document.body,
)
