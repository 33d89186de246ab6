/** Someone else's run that keeps this one from starting. */
export interface LeaseHolder {
  pid: number
  host: string
  since: string
}

/**
 * What a lease keeps others from: the whole file, or one connection with the accounts whose calls it makes.
 * Two connections with an account in common exclude each other, so that one process at a time keeps the pace
 * of an account.
 */
export type LeaseScope = 'whole-file' | { connection: string; accounts: readonly string[] }

/**
 * Held while a run goes on; renewed in the background. `lost` turns true when another process took it over.
 */
export interface Lease {
  isLost(): boolean
  release(): Promise<void>
}
