import { InternalError } from '../../../domain/errors.js'
import type { ReadCall } from '../read-calls/find-read-call.js'
import type { ResultTree } from '../wire/tree-reader.js'
import type { Asker } from './ask-once.js'
import { fillParameters, type Subjects } from './subjects/fill-parameters.js'
import { toNoAnswer, type NoAnswer } from './probe/to-answer.js'

/** What a look-up came to. */
export type LookedUp = { tree: ResultTree } | { answer: NoAnswer }

/** Looks up with subjects that are all there. Every trouble of a remote is an answer. */
export const lookUp = async (asker: Asker, call: ReadCall, subjects: Subjects): Promise<LookedUp> => {
  const filled = fillParameters(call.parameters, subjects)
  if ('missing' in filled) throw new InternalError(`${call.call} is looked up without ${filled.missing.name}`)
  try {
    return { tree: await asker.ask(call, filled.args) }
  } catch (error) {
    return { answer: toNoAnswer(error) }
  }
}
