/**
 * Where the shells say what they do. A fixed message plus fields: ids, codes and counts, never a personal
 * value.
 */
export interface Log {
  error(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  debug(message: string, fields?: LogFields): void
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Says nothing; for tests and for code that runs before logging is set up. */
const say = (): void => undefined
export const silentLog: Log = { error: say, warn: say, info: say, debug: say }
