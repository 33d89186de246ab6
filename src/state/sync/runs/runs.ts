import { sql } from 'kysely'
import { InternalError } from '../../../domain/errors.js'
import type { RunId } from '../../../domain/ids.js'
import type { CallCounts, PeopleCounts, RunMode, RunResult, RunTrigger } from '../../../domain/run/run.js'
import type { RunStore, StoredRun } from '../../../run/store/runs.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, readNow, type Bind } from '../../sqlite/prepare.js'
import { createPurgedCount } from '../../purge.js'

interface RunKey {
  connectionId: number
  id: RunId
}

interface RunRow {
  number: number
  id: RunId
  mode: RunMode
  trigger: RunTrigger
  started_at: string
  finished_at: string | null
  result: RunResult | null
  people: string | null
  calls: string | null
  error: string | null
  failure_code: string | null
  whole: number
}

/** A run as it is stored: with the number that its rows in other tables carry. */
export interface FoundRun {
  number: number
  run: StoredRun
  error: string | null
}

const columns = [
  'number',
  'id',
  'mode',
  'trigger',
  'started_at',
  'finished_at',
  'result',
  'people',
  'calls',
  'error',
  'failure_code',
  'whole',
] as const

/** A run that was killed has no end; it reads as aborted, at a moment that no one knows. */
const toFoundRun = (row: RunRow, connection: string): FoundRun => ({
  number: row.number,
  error: row.error,
  run: {
    id: row.id,
    connection,
    mode: row.mode,
    trigger: row.trigger,
    result: row.result ?? 'aborted',
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ended: row.finished_at !== null,
    // Both were written by finishRun and nothing else.
    people: row.people === null ? null : (JSON.parse(row.people) as PeopleCounts),
    calls: row.calls === null ? null : (JSON.parse(row.calls) as CallCounts),
    whole: row.whole === 1,
    failureCode: row.failure_code,
  },
})

const prepareFindRun = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<RunKey>) =>
    query
      .selectFrom('run')
      .select(columns)
      .where('connection_id', '=', bind('connectionId'))
      .where('id', '=', bind('id')),
  )

/** Gives the function that finds a run of this connection. */
export const createRunFinder = (context: ConnectionContext): ((id: RunId) => FoundRun | undefined) => {
  const findRun = prepareFindRun(context)
  return (id) => {
    const row = findRun({ connectionId: context.connectionId, id })
    return row === undefined ? undefined : toFoundRun(row, context.connection)
  }
}

const prepareFindNumber = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<RunKey>) =>
    query
      .selectFrom('run')
      .select('number')
      .where('connection_id', '=', bind('connectionId'))
      .where('id', '=', bind('id')),
  )

/** Gives the function that gives a run's number. It throws `InternalError` for a run that was not started. */
export const createRunNumbers = (context: ConnectionContext): ((id: RunId) => number) => {
  const findNumber = prepareFindNumber(context)
  return (id) => {
    const row = findNumber({ connectionId: context.connectionId, id })
    if (row === undefined) throw new InternalError(`run ${id} was not started`)
    return row.number
  }
}

interface RunStart {
  mode: RunMode
  trigger: RunTrigger
  startedAt: string
  whole: number
}

const prepareStart = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<RunKey & RunStart>) =>
    query.insertInto('run').values({
      id: bind('id'),
      connection_id: bind('connectionId'),
      mode: bind('mode'),
      trigger: bind('trigger'),
      started_at: bind('startedAt'),
      whole: bind('whole'),
    }),
  )

interface RunEnd {
  result: RunResult
  finishedAt: string
  people: string
  calls: string
  error: string | null
  failureCode: string | null
}

const prepareFinish = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<RunKey & RunEnd>) =>
    query
      .updateTable('run')
      .set({
        result: bind('result'),
        finished_at: bind('finishedAt'),
        people: bind('people'),
        calls: bind('calls'),
        error: bind('error'),
        failure_code: bind('failureCode'),
      })
      .where('connection_id', '=', bind('connectionId'))
      .where('id', '=', bind('id'))
      .where('finished_at', 'is', null),
  )

const prepareNewest = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number; limit: number }>) =>
    query
      .selectFrom('run')
      .select(columns)
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('number', 'desc')
      .limit(bind('limit')),
  )

const prepareNewestSyncs = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number; limit: number }>) =>
    query
      .selectFrom('run')
      .select(columns)
      .where('connection_id', '=', bind('connectionId'))
      .where('mode', '=', 'sync')
      .orderBy('number', 'desc')
      .limit(bind('limit')),
  )

const prepareCountSyncs = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('run')
      .select((row) => row.fn.countAll<number>().as('syncs'))
      .where('connection_id', '=', bind('connectionId'))
      .where('mode', '=', 'sync')
      .where('finished_at', 'is not', null),
  )

const prepareSyncEnd = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<{ connectionId: number; skipped: number }>) =>
    query
      .selectFrom('run')
      .select('finished_at')
      .where('connection_id', '=', bind('connectionId'))
      .where('mode', '=', 'sync')
      .where('whole', '=', 1)
      .where('result', 'in', ['ok', 'held', 'failed'])
      .where(sql<boolean>`json_extract(people, '$.read') > 0`)
      .orderBy('number', 'desc')
      .limit(1)
      .offset(bind('skipped')),
  )

const prepareScope = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('run')
      .select([
        sql<number>`json_extract(people, '$.inScope')`.as('people'),
        sql<number>`coalesce(json_extract(people, '$.outOfScope'), 0)`.as('outOfScope'),
        'started_at as startedAt',
      ])
      .where('connection_id', '=', bind('connectionId'))
      .where('mode', '=', 'sync')
      .where('whole', '=', 1)
      .where('result', 'in', ['ok', 'held', 'failed'])
      // A run that failed before its end of reading counted no one.
      .where(sql<boolean>`json_extract(people, '$.read') > 0`)
      .orderBy('number', 'desc')
      .limit(1),
  )

/** The runs of one connection. */
export const createRunStore = (
  context: ConnectionContext,
): Pick<
  RunStore,
  'startRun' | 'finishRun' | 'readRuns' | 'readSyncs' | 'findLastScope' | 'findSyncEnd' | 'countSyncs'
> => {
  const start = prepareStart(context)
  const finish = prepareFinish(context)
  const readNewest = prepareNewest(context)
  const readNewestSyncs = prepareNewestSyncs(context)
  const findScope = prepareScope(context)
  const findEnd = prepareSyncEnd(context)
  const countSyncs = prepareCountSyncs(context)
  const countPurged = createPurgedCount(context)
  const { connection, connectionId, queue } = context

  return {
    startRun: async (run) => {
      await queue.run(() => {
        start({ connectionId, ...run, whole: run.whole ? 1 : 0 })
      })
    },

    finishRun: async (id, { people, calls, failure, ...end }) => {
      await queue.run(() => {
        const ending = {
          ...end,
          people: JSON.stringify(people),
          calls: JSON.stringify(calls),
          error: failure?.message ?? null,
          failureCode: failure?.code ?? null,
        }
        if (finish({ connectionId, id, ...ending }).changes === 0) {
          throw new InternalError(`run ${id} was not started, or has ended before`)
        }
      })
    },

    readRuns: (limit) =>
      readNow(() => readNewest({ connectionId, limit }).map((row) => toFoundRun(row, connection).run)),

    readSyncs: (limit) =>
      readNow(() => readNewestSyncs({ connectionId, limit }).map((row) => toFoundRun(row, connection).run)),

    findLastScope: () => readNow(() => findScope({ connectionId })),

    countSyncs: () => readNow(() => (countSyncs({ connectionId })?.syncs ?? 0) + countPurged()),
    findSyncEnd: (back) =>
      readNow(() => findEnd({ connectionId, skipped: back - 1 })?.finished_at ?? undefined),
  }
}
