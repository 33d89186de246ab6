import { sql } from 'kysely'
import type { RunStore } from '../run/store/runs.js'
import { appendAudit } from './audit/writer.js'
import type { ConnectionContext } from './sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from './sqlite/prepare.js'
import { createAccessPurger } from './access/purge.js'

/**
 * Runs in one transaction. With everything that hangs on them that is a tenth of a second, so a run that goes
 * on is not held up.
 */
const runsAtOnce = 50

interface Old {
  connectionId: number
  before: string
  keep: number
  limit: number
}

/**
 * Runs that may go: old, not among the newest of their mode, not the one that goes on, and without a write
 * whose end someone has still to find out.
 */
const prepareOld = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<Old>) =>
    query
      .selectFrom('run')
      .select(['number', 'mode', 'finished_at'])
      .where('connection_id', '=', bind('connectionId'))
      .where('started_at', '<', bind('before'))
      .where(
        sql<boolean>`number NOT IN (
          SELECT number FROM run AS newer
          WHERE newer.connection_id = run.connection_id AND newer.mode = run.mode
          ORDER BY number DESC LIMIT ${bind('keep')})`,
      )
      .where('id', 'not in', query.selectFrom('lease').select('run_id'))
      .where('number', 'not in', query.selectFrom('intent').select('run_number').where('settled', 'is', null))
      .orderBy('number')
      .limit(bind('limit')),
  )

interface RunNumber {
  number: number
}

/** What hangs on a run, in the order in which it can go. */
const prepareRemovals = ({ sqlite }: ConnectionContext) => [
  ...(['finding', 'outcome', 'intent'] as const).map((table) =>
    prepareWrite(sqlite, (bind: Bind<RunNumber>) =>
      query.deleteFrom(table).where('run_number', '=', bind('number')),
    ),
  ),
  prepareWrite(sqlite, (bind: Bind<RunNumber>) =>
    query.deleteFrom('run').where('number', '=', bind('number')),
  ),
]

const prepareCount = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<{ connectionId: number; syncs: number }>) =>
    query
      .updateTable('connection')
      .set({ purged_syncs: sql<number>`purged_syncs + ${bind('syncs')}` })
      .where('id', '=', bind('connectionId')),
  )

/**
 * Gives the function that removes up to `runsAtOnce` old runs inside a transaction, and says how many it
 * removed.
 */
const createPurger = (context: ConnectionContext): ((before: string, keep: number) => number) => {
  const readOld = prepareOld(context)
  const removals = prepareRemovals(context)
  const count = prepareCount(context)
  const { connectionId } = context

  return (before, keep) => {
    const old = readOld({ connectionId, before, keep, limit: runsAtOnce })
    if (old.length === 0) return 0
    for (const { number } of old) for (const remove of removals) remove({ number })
    const syncs = old.filter(({ mode, finished_at: end }) => mode === 'sync' && end !== null).length
    count({ connectionId, syncs })
    appendAudit(context, {
      kind: 'state-purged',
      runId: null,
      code: `runs=${old.length}`,
      detail: `started before ${before}`,
    })
    return old.length
  }
}

/**
 * Lets the old runs of one connection go, and old work about logins. Links, baselines, logins and the audit
 * record stay.
 */
export const createPurgeStore = (context: ConnectionContext): Pick<RunStore, 'purgeRuns'> => {
  const purge = createPurger(context)
  const purgeAccess = createAccessPurger(context)
  const { queue } = context
  return {
    async purgeRuns({ before, keep }) {
      await queue.run(() => {
        purgeAccess(before)
      })
      let removed = 0
      for (;;) {
        const runs = await queue.run(() => purge(before, keep))
        removed += runs
        if (runs < runsAtOnce) return removed
      }
    },
  }
}

/** Gives the function that says how many ended syncs of a connection were removed. */
export const createPurgedCount = ({ sqlite, connectionId }: ConnectionContext): (() => number) => {
  const find = prepareFirst(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query.selectFrom('connection').select('purged_syncs').where('id', '=', bind('connectionId')),
  )
  return () => find({ connectionId })?.purged_syncs ?? 0
}
