/**
 * Throws unless two values have the same members, all the way down; what the members hold may differ. Of lists the first
 * elements are compared, and null goes with everything.
 */
export function compareShapes(shown: unknown, real: unknown, path = 'it'): void {
  if (!isObject(shown) || !isObject(real)) return
  if (Array.isArray(shown) && Array.isArray(real)) {
    compareShapes(shown[0], real[0], `${path}[0]`)
    return
  }
  const [shownNames, realNames] = [shown, real].map((one) => Object.keys(one).toSorted().join(', '))
  if (shownNames !== realNames)
    throw new Error(`${path} is shown with ${shownNames}, and really has ${realNames}`)
  for (const [name, value] of Object.entries(shown))
    compareShapes(value, Reflect.get(real, name), `${path}.${name}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
