import { expect } from '@jest/globals'

import { toLook } from '../../../src/report/kit/look.js'

/** Wide enough that no table is stacked and no sentence is broken. */
export const wideLook = toLook({ colour: false, width: 2000, showNames: true, timeZone: 'Europe/Amsterdam' })

/** What stands for a person, a pair, a run or a hold. */
const idKeys = new Set(['subject', 'targetId', 'formerTargetId', 'id', 'hold'])

const isShown = (key: string, value: unknown): value is string | number =>
  typeof value === 'number' ? value !== 0 : typeof value === 'string' && idKeys.has(key)

/** Every id and every count but 0 of a document, with the keys that lead to it. */
const collect = (value: unknown, path: readonly string[] = []): [string, string][] => {
  const key = path.at(-1) ?? ''
  if (isShown(key, value)) return [[path.join('.'), String(value)]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => collect(inner, [...path, name]))
}

/**
 * Each id and each count of the document stands in the text as a word of its own. `but`: keys of which the
 * text says less by design.
 */
export const expectSaidAlike = (document: unknown, text: string, but: readonly string[] = []): void => {
  const words = new Set(text.split(/[^\p{L}\p{N}_-]+/u))
  const left = collect(document).filter(
    ([path, value]) => !words.has(value) && !but.some((key) => path.split('.').includes(key)),
  )
  expect(left).toEqual([])
}
