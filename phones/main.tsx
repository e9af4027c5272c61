/** The page of phones: the desk as it is on messengers, with no account anywhere. */
import { render } from 'preact'
import { App } from './app.tsx'
import './style/index.css'

render(<App />, document.body)
