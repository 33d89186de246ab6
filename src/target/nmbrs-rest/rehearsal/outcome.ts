/**
 * What came of one unknown. `value` is in the words of the Nmbrs REST contract, section 15. `partly`:
 * something was learnt, and the note says what is still open.
 */
export type Outcome =
  | { result: 'found'; value: string; note?: string }
  | { result: 'partly'; value: string; note: string }
  | { result: 'not-tried'; note: string }

export const found = (value: string, note?: string): Outcome => ({
  result: 'found',
  value,
  ...(note === undefined ? {} : { note }),
})
export const partly = (value: string, note: string): Outcome => ({ result: 'partly', value, note })
export const notTried = (note: string): Outcome => ({ result: 'not-tried', note })
