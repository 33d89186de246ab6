import { parseShortId } from '../../domain/text/short-id.js'
import type { AnswerTarget } from '../access-book.js'

/** What people call a batch: the key of its hand-over, a dash and its number in it, counted from 1. */
export const nameBatch = (handOver: string, number: number): string => `${handOver}-${number}`

/** What someone means who types the name of a batch or of a hand-over; `undefined`: it can be neither. */
export const parseBatchName = (typed: string): Exclude<AnswerTarget, { subjects: unknown }> | undefined => {
  const [, key, number] = /^\s*([0-9A-Z]{6})(?:-(\d{1,4}))?\s*$/i.exec(typed) ?? []
  if (key === undefined) return undefined
  const handOver = parseShortId(key)
  return number === undefined ? { handOver } : { batch: nameBatch(handOver, Number(number)) }
}
