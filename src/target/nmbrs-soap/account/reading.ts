import type { Reading } from '../../../onboarding/check/account-reader.js'
import type { ReadCall } from '../read-calls/find-read-call.js'
import type { ResultTree } from '../wire/tree-reader.js'
import type { Asker } from './ask-once.js'
import type { Subjects } from './subjects/fill-parameters.js'
import { lookUp } from './look-up.js'
import type { NoAnswer } from './probe/to-answer.js'

export const unread = (
  { service, call }: ReadCall,
  answer: NoAnswer,
): Extract<Reading<never>, { status: 'unread' }> => ({ status: 'unread', call: { service, call }, answer })

/** Looks up and makes a value of the answer; `undefined` from `parse` means that it cannot be read. */
export const read = async <Value>(
  asker: Asker,
  call: ReadCall,
  subjects: Subjects,
  parse: (tree: ResultTree) => Value | undefined,
): Promise<Reading<Value>> => {
  const found = await lookUp(asker, call, subjects)
  if ('answer' in found) return unread(call, found.answer)
  const value = parse(found.tree)
  return value === undefined
    ? unread(call, { answer: 'lost', reason: 'unreadable', code: null })
    : { status: 'read', value }
}
