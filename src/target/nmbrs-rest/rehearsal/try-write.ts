import { RemoteError } from '../../../domain/errors.js'

/** How a write ended. `lost`: no one knows whether it was carried out, and what shows has to say it. */
export type WriteEnd =
  { end: 'accepted'; answer: unknown } | { end: 'refused'; status: string } | { end: 'lost' }

const refusals: ReadonlySet<string> = new Set(['refused', 'already-exists', 'not-found'])

/** Makes a write that may be refused. Throws what says nothing about the values, such as a missing right. */
export const tryWrite = async (write: () => Promise<unknown>): Promise<WriteEnd> => {
  try {
    return { end: 'accepted', answer: await write() }
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error
    const { code, status = '', carried } = error.facts
    if (refusals.has(code)) return { end: 'refused', status }
    if (carried !== 'unknown') throw error
    return { end: 'lost' }
  }
}

/** A refusal in the words of the Nmbrs REST contract, section 15, rows 6 to 8. */
export const toRefusal = ({ status }: { status: string }): string => `refuse${status}`
