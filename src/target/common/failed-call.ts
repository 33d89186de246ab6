// What is known of a failed call besides its error: the error is told to people, this only decides what the
// connection does next.

const retryAfters = new WeakMap<Error, string>()
const overran = new WeakSet<Error>()

/** Notes the `Retry-After` header of the answer behind an error; `undefined` where there was none. */
export const noteRetryAfter = (error: Error, header: string | undefined): void => {
  if (header !== undefined) retryAfters.set(error, header)
}

export const findRetryAfter = (error: Error): string | undefined => retryAfters.get(error)

/** Notes that a call was given up because all of its time was used. */
export const noteOverrun = (error: Error): void => {
  overran.add(error)
}

export const hasOverrun = (error: Error): boolean => overran.has(error)
