import { findAt, isRecord, type KeyPath } from '../../yaml/key-path.js'

/**
 * What a connection says on top of what all of them have in common: groups of keys are merged key by key,
 * everything else, lists too, replaces what was there. A connection that is no group of keys stays as it is,
 * so that it is named as wrong.
 */
export const mergeDefaults = (defaults: unknown, own: unknown): unknown => {
  if (!isRecord(defaults) || !isRecord(own)) return own
  const merged = new Map(Object.entries(defaults))
  for (const [key, value] of Object.entries(own))
    merged.set(key, merged.has(key) ? mergeDefaults(merged.get(key), value) : value)
  return Object.fromEntries(merged)
}

/**
 * Which of the two a place of the merged connection comes from. What neither has is missing from the
 * connection.
 */
export const findOrigin = (defaults: unknown, own: unknown, path: KeyPath): 'defaults' | 'own' => {
  let [common, special] = [defaults, own]
  for (const [index, step] of path.entries()) {
    if (!isRecord(common) || !isRecord(special)) return 'own'
    const key = String(step)
    if (!Object.hasOwn(special, key))
      return findAt(common, path.slice(index)) === undefined ? 'own' : 'defaults'
    ;[common, special] = [common[key], special[key]]
  }
  return 'own'
}
