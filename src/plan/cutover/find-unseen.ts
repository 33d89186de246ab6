import type { Side } from './judge-ids.js'

/**
 * Employees of payroll whom no one is connected to and whom REST does not show, though the converter knows
 * their id there: over REST a person of AlexisHR who is one of them would look new. Pure.
 */
export const findUnseen = ({
  converter,
  soap,
  rest,
  connected,
}: {
  /** Ids of REST by numbers. */
  converter: ReadonlyMap<string, string>
  soap: Side
  rest: Side
  /** Keys of links, over either transport. */
  connected: ReadonlySet<string>
}): readonly string[] => {
  const shown = new Set<string>(rest.keys())
  return [...soap.keys()].filter((number) => {
    const id = converter.get(number)
    return id !== undefined && !shown.has(id) && !connected.has(number) && !connected.has(id)
  })
}
