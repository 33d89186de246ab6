import Database from 'better-sqlite3'

const readForgotten = (path: string): ReadonlySet<unknown> => {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return new Set(sqlite.prepare("SELECT detail FROM audit WHERE kind = 'person-forgotten'").pluck().all())
  } finally {
    sqlite.close()
  }
}

/** How many people a state file has forgotten of whom a backup still knows, or knew when it was made. */
export const countForgottenSince = (stateFile: string, backup: string): number => {
  const then = readForgotten(backup)
  return [...readForgotten(stateFile)].filter((pseudonym) => !then.has(pseudonym)).length
}
