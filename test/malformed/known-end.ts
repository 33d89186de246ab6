import { AbortError, AuthError, ConfigError, RemoteError } from '../../src/domain/errors.js'

/**
 * How something that was fed malformed input ended: with a result, or with an error that a person is told how
 * to deal with.
 */
export type KnownEnd<Result> = { result: Result } | { error: Error }

const known = [AbortError, AuthError, ConfigError, RemoteError]

/** Anything else that is thrown is a bug, and is thrown on. */
export const knownEndOf = async <Result>(work: () => Result | Promise<Result>): Promise<KnownEnd<Result>> => {
  try {
    return { result: await work() }
  } catch (error) {
    if (error instanceof Error && known.some((kind) => error instanceof kind)) return { error }
    throw new Error(`an error that nobody is told how to deal with: ${String(error)}`, { cause: error })
  }
}
