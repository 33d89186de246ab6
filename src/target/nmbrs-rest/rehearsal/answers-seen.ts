import type { HttpAnswer } from '../../../http/exchange/exchange.js'
import { readJsonBody } from '../../../http/parse-json-body.js'
import { isObject } from '../wire/json.js'

/** What is looked at of an answer beside what it says: the form, never a value. */
export interface SeenAnswer {
  operation: string
  status: number
  contentType: string
  retryAfter: string | undefined
  /** `undefined`: empty, or not JSON. */
  keys: readonly string[] | undefined
  isEmpty: boolean
}

/** The forms of the answers that came in the course of a rehearsal. */
export interface AnswersSeen {
  note: (operation: string, answer: HttpAnswer) => void
  last(operation: string): SeenAnswer | undefined
  /** The first with this status. */
  withStatus(status: number): SeenAnswer | undefined
}

export const createAnswersSeen = (): AnswersSeen => {
  const last = new Map<string, SeenAnswer>()
  const byStatus = new Map<number, SeenAnswer>()
  return {
    note: (operation, answer) => {
      const seen = toSeen(operation, answer)
      last.set(operation, seen)
      if (!byStatus.has(seen.status)) byStatus.set(seen.status, seen)
    },
    last: (operation) => last.get(operation),
    withStatus: (status) => byStatus.get(status),
  }
}

const toSeen = (operation: string, answer: HttpAnswer): SeenAnswer => {
  const { status, bytes } = answer
  const isEmpty = bytes.length === 0
  const body = isEmpty ? undefined : readJsonBody(bytes)
  const value = body !== undefined && 'value' in body ? body.value : undefined
  return {
    operation,
    status,
    contentType: answer.header('content-type') ?? '',
    retryAfter: answer.header('retry-after'),
    keys: isObject(value) ? Object.keys(value) : undefined,
    isEmpty,
  }
}

/** The form of an error (Nmbrs REST contract, section 15, row 26). */
export const toErrorForm = ({ contentType, keys, isEmpty }: SeenAnswer): string => {
  if (isEmpty) return 'empty'
  if (keys === undefined) return /html/i.test(contentType) ? 'html' : 'other'
  if (keys.includes('statusCode') && keys.includes('message')) return 'gateway'
  if (/problem\+json/i.test(contentType) || (keys.includes('type') && keys.includes('title')))
    return 'problem'
  return keys.includes('title') ? 'titleDetailCode' : 'other'
}

/** What a 429 looks like (section 15, row 25). */
export const toLimitForm = ({ retryAfter, contentType, keys }: SeenAnswer): string => {
  if (retryAfter !== undefined) return /^\d+$/.test(retryAfter.trim()) ? 'seconds' : 'httpDate'
  if (keys !== undefined) return 'json'
  return /html/i.test(contentType) ? 'html' : 'none'
}
