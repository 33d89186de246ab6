/** An object of an answer. What is in it is not known until it is looked at. */
export type Json = Readonly<Record<string, unknown>>

const nothing: Json = {}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object under a name; an empty one when there is none. */
export const objectIn = (json: Json, name: string): Json => {
  const value = json[name]
  return isObject(value) ? value : nothing
}

/** The list under a name; empty when there is none. */
export const listIn = (json: Json, name: string): readonly unknown[] => {
  const value = json[name]
  return Array.isArray(value) ? value : []
}

/**
 * The text under a name: null, absent and empty are one, and a number is its digits (Nmbrs REST contract,
 * section 4.3). `undefined` for anything else, which no field holds.
 */
export const textIn = (json: Json, name: string): string | undefined => {
  const value = json[name]
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(value) : undefined
}

/** A whole number under a name; `undefined` when there is none. */
export const numberIn = (json: Json, name: string): number | undefined => {
  const value = json[name]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

/** Ids are compared in lower case: nothing says in which case they come. */
export const idIn = (json: Json, name: string): string => {
  const value = json[name]
  return typeof value === 'string' ? value.trim().toLowerCase() : ''
}
