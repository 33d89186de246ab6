/** The system's code of a failed file operation, `ENOENT` for a file that is not there; `undefined` when it has none. */
export const findErrorCode = (cause: unknown): string | undefined =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined
