/** Where something stands in a file a person wrote: keys and list positions from the top. */
export type KeyPath = readonly (string | number)[]

/** `connections[0].nmbrs.token`. */
export const formatKeyPath = (path: KeyPath): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')

/** Whether plain data is a group of keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const stepInto = (value: unknown, step: string | number): unknown => {
  if (Array.isArray(value)) return typeof step === 'number' ? (value as unknown[])[step] : undefined
  if (isRecord(value) && Object.hasOwn(value, String(step))) return value[String(step)]
  return undefined
}

/** The value at a path of plain data; `undefined` when there is nothing. */
export const findAt = (data: unknown, path: KeyPath): unknown => path.reduce(stepInto, data)

/** The keys and values of plain data; none when it is not a mapping of keys. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  isRecord(value) ? Object.entries(value) : []
