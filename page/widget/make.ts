/** An element with these attributes and children. Made without HTML: some sites forbid it to scripts. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, value)
  element.append(...children)
  return element
}

/** A line drawing in a square of 24. */
export function drawing(path: string, name: string): SVGElement {
  const within = (element: string) =>
    document.createElementNS('http://www.w3.org/2000/svg', element)
  const svg = within('svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add(name)
  const line = within('path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
