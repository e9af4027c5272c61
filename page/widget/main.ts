/** The desk in a corner of another website: what `<script async src="https://desk.example.edu/widget.js">` runs. */
import { Bubble, elementName } from './bubble.ts'
import { type DeskOfWidget, readTag } from './tag.ts'

/** Takes the place of what the desk's server writes here. */
declare const FRONTDESK_DESK: DeskOfWidget

const desk = FRONTDESK_DESK
const script = document.currentScript

function begin(): void {
  if (!(script instanceof HTMLScriptElement) || document.querySelector(elementName)) return
  new Bubble(desk, readTag(script, desk)).appear()
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
else begin()
