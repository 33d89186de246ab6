import type { RememberedCheck } from './compare-check.js'

/** Which check it is: the same profiles for the same company of a connection. */
export interface CheckKey {
  connection: string
  companyId: string
  /** Ids of profiles, in the order they were given. */
  profiles: readonly string[]
}

/** Keeps what checks found, between runs of the daemon too. */
export interface CheckMemory {
  read(key: CheckKey): Promise<RememberedCheck | undefined>
  write(key: CheckKey, remembered: RememberedCheck): Promise<void>
}
