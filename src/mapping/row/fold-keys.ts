import { foldName } from '../transforms/salary-type.js'

/** A table with its keys in folded spelling. A key that two spellings share is given to `onDouble`. */
export const foldKeys = <Value extends string>(
  table: Readonly<Record<string, Value>>,
  onDouble: (key: string) => void,
): Record<string, Value> => {
  const folded = new Map<string, Value>()
  for (const [key, value] of Object.entries(table)) {
    if (folded.has(foldName(key))) onDouble(key)
    folded.set(foldName(key), value)
  }
  return Object.fromEntries(folded)
}
