/** The looks of the page, in the desk's colour; dark where the reader's screen is, light on paper. */
export function style(color: string): string {
  return `
:root { color-scheme: light dark; --brand: ${color};
  --ink: light-dark(#1c2026, #e7e9ec); --soft: light-dark(#575c65, #a6aeb9);
  --paper: light-dark(#ffffff, #14181d); --tint: light-dark(#f3f1ec, #1e242b);
  --fill: light-dark(${color}, color-mix(in srgb, ${color} 55%, #ffffff)); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Devanagari', sans-serif; }
main { max-width: 880px; margin: 0 auto; padding: 40px 24px 64px; }
header p, .small, footer { color: var(--soft); }
h1 { margin: 0 0 20px; font-size: 2.1rem; line-height: 1.2; }
h2 { margin: 0 0 12px; font-size: 1.15rem; }
h3 { margin: 0 0 8px; color: var(--soft); font-size: 0.85rem; font-weight: 500; }
header p { margin: 0; }
section { margin-top: 40px; break-inside: avoid; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 12px; margin: 0; }
.figures div { display: flex; flex-direction: column-reverse; padding: 16px; border-radius: 14px; background: var(--tint); }
.figures dt { color: var(--soft); font-size: 0.9rem; }
.figures dd { margin: 0; font-size: 1.7rem; font-weight: 650; }
ul { margin: 0; padding: 0; list-style: none; }
.bars li { display: grid; grid-template-columns: minmax(120px, 260px) 1fr 3.5em; gap: 12px; align-items: center; padding: 4px 0; }
.bar { height: 14px; border-radius: 7px; background: var(--tint); overflow: hidden; }
.bar i { display: block; height: 100%; border-radius: 7px; background: var(--fill); }
.of-unanswered .bar i { background: light-dark(#b7791f, #e0b050); }
.of-failed .bar i { background: light-dark(#a8241d, #ff9d94); }
.bars b { text-align: end; font-variant-numeric: tabular-nums; }
.open li { padding: 6px 0; border-bottom: 1px solid var(--tint); }
.chats { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 16px; }
article { padding: 16px; border-radius: 16px; background: var(--tint); break-inside: avoid; }
article p { width: fit-content; max-width: 92%; margin: 0 0 8px; padding: 8px 12px; border-radius: 14px;
  background: var(--paper); font-size: 0.92rem; white-space: pre-wrap; overflow-wrap: anywhere; }
article .own { margin-inline-start: auto; background: var(--brand); color: #ffffff; }
.total { margin: 0 0 8px; font-size: 1.7rem; font-weight: 650; }
footer { margin-top: 48px; font-size: 0.85rem; }
@media (max-width: 560px) { .bars li { grid-template-columns: 1fr 3em; } .bars .bar { grid-column: 1 / -1; grid-row: 2; } }
@media print { :root { color-scheme: light; } main { padding: 0; } }
`
}
