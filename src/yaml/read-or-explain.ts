import { ConfigError, findErrorCode } from '../domain/errors.js'

/** What reading a file or folder gives. Throws `ConfigError` that says which one cannot be read and why. */
export const readOrExplain = async <Result>(
  reading: Promise<Result>,
  { message, file, expected }: { message: string; file: string; expected: string },
): Promise<Result> => {
  try {
    return await reading
  } catch (cause) {
    const found = findErrorCode(cause) ?? 'unreadable'
    const problem = { severity: 'error', file, line: 0, key: '', expected, found } as const
    throw new ConfigError(message, [problem], { cause })
  }
}
