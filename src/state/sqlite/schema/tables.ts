import type { AccessTables } from './access.js'
import type { CutoverTables } from './cutover.js'
import type { EngineTables } from './engine.js'
import type { PeopleTables } from './people.js'
import type { RunTables } from './runs.js'
import type { ServiceTables } from './service.js'

/**
 * The tables as the queries see them; the migrations make them. Every statement is prepared when a store is
 * asked for, so a name that is in one and not in the other shows at once.
 */
export interface Tables
  extends EngineTables, PeopleTables, RunTables, AccessTables, CutoverTables, ServiceTables {}
