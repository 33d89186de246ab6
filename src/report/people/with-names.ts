import type { FindName } from './find-name.js'

/** A document with the names of everyone whom it is about, by their ids; for a reader who asked for names. */
export const withNames = (document: object, findName: FindName): object => {
  const subjects = new Set<string>()
  collect(document, subjects)
  const named = [...subjects].sort().flatMap((subject): [string, string][] => {
    const name = findName(subject)
    return name === undefined || name === '' || name === subject ? [] : [[subject, name]]
  })
  return { ...document, names: Object.fromEntries(named) }
}

const collect = (value: unknown, into: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'subject' && typeof inner === 'string') into.add(inner)
    else collect(inner, into)
  }
}
