import { ConfigError, findErrorCode } from '../domain/errors.js'

const noRight = 'no right to read it; give this account the right, or run as its owner'

const words: Readonly<Record<string, string>> = {
  ENOENT: 'none there',
  EISDIR: 'a folder; name a file in it',
  ENOTDIR: 'a file where a folder should be',
  EACCES: noRight,
  EPERM: noRight,
  ELOOP: 'links that lead in a circle',
}

/** Why a file or folder cannot be read, with the code of the operating system. */
export const describeReadFailure = (cause: unknown): string => {
  const code = findErrorCode(cause) ?? 'unreadable'
  const said = words[code]
  return said === undefined ? code : `${said} (${code})`
}

/** What reading a file or folder gives. Throws `ConfigError` that says which one cannot be read and why. */
export const readOrExplain = async <Result>(
  reading: Promise<Result>,
  { message, file, expected, remedy }: { message: string; file: string; expected: string; remedy?: string },
): Promise<Result> => {
  try {
    return await reading
  } catch (cause) {
    const found = describeReadFailure(cause)
    const problem = { severity: 'error', file, line: 0, key: '', expected, found } as const
    throw new ConfigError(message, [problem], { cause, ...(remedy !== undefined && { remedy }) })
  }
}
