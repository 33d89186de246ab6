import type { IncomingMessage } from 'node:http'

import type { AxiosResponse } from 'axios'

/**
 * Lets go of the pieces that an answer came in. axios listens to the answer with functions that hold all of
 * them, and a kept connection leads to its last answer: what is old by then keeps what is new from being
 * collected, from answer to answer, until tens of megabytes are there that no one needs.
 */
export const letGoOfPieces = ({ request }: Pick<AxiosResponse<unknown>, 'request'>): void => {
  const answer = findAnswer(request)
  if (answer?.complete !== true) return
  answer.removeAllListeners()
  answer.on('error', () => undefined)
}

/** Node's request knows its answer; axios does not say so in its types. */
const findAnswer = (request: unknown): IncomingMessage | undefined =>
  typeof request === 'object' && request !== null ? (request as { res?: IncomingMessage }).res : undefined
