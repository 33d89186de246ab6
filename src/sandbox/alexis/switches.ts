import * as z from 'zod'

/**
 * Where the API's behaviour is not documented, the sandbox can be told which way it goes (AlexisHR contract,
 * section 10).
 */
export const switchesSchema = z.strictObject({
  /** Whether `relations` brings only the rows that an employee points at, or their whole history. */
  relations: z.enum(['current', 'history']),
  /** The largest page; a larger `limit` is cut down to it. */
  limitCap: z.int().positive(),
  /** The page size when no `limit` is sent. */
  defaultLimit: z.int().positive(),
  /** Whether `total` counts what the filters leave, or everything. */
  totalHonoursFilters: z.boolean(),
  /** How calendar days are written. `as-stored` leaves each as it is kept. */
  dates: z.enum(['as-stored', 'utc-midnight', 'local-midnight', 'date-only']),
  /** Whether `select` takes the fields away that it cannot name: address, bank account, custom fields. */
  selectDropsNested: z.boolean(),
  /** The order when no `sort` is sent: as kept, or another one for every request. */
  order: z.enum(['sorted', 'unstable']),
  /** How long every answer takes, in milliseconds. */
  latencyMs: z.int().nonnegative(),
})

export type AlexisSwitches = z.infer<typeof switchesSchema>

export const defaultSwitches: AlexisSwitches = {
  relations: 'history',
  limitCap: 1000,
  defaultLimit: 50,
  totalHonoursFilters: true,
  dates: 'as-stored',
  selectDropsNested: true,
  order: 'sorted',
  latencyMs: 0,
}
