import type { RunId, SourceEmployeeId } from '../../domain/ids.js'
import type { FieldName, Section } from '../../domain/sections.js'
import type { ShadowBook } from '../../run/store/shadow.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

interface OfConnection {
  connectionId: number
}

const prepareReads = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<OfConnection>) =>
    query
      .selectFrom('shadow_read')
      .select(['run_id', 'read_at', 'problem', 'people', 'differences', 'not_compared'])
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('id'),
  )

const prepareDifferences = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<OfConnection>) =>
    query
      .selectFrom('shadow_difference')
      .select(['source_id', 'section', 'field'])
      .where('connection_id', '=', bind('connectionId')),
  )

const prepareErase = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<OfConnection>) =>
    query.deleteFrom('shadow_difference').where('connection_id', '=', bind('connectionId')),
  )

const prepareAddRead = ({ sqlite }: ConnectionContext) =>
  prepareWrite(
    sqlite,
    (
      bind: Bind<
        OfConnection & {
          runId: RunId
          readAt: string
          problem: string | null
          people: number
          differences: number
          notCompared: number
        }
      >,
    ) =>
      query.insertInto('shadow_read').values({
        connection_id: bind('connectionId'),
        run_id: bind('runId'),
        read_at: bind('readAt'),
        problem: bind('problem'),
        people: bind('people'),
        differences: bind('differences'),
        not_compared: bind('notCompared'),
      }),
  )

const prepareAddDifference = ({ sqlite }: ConnectionContext) =>
  prepareWrite(
    sqlite,
    (bind: Bind<OfConnection & { subject: SourceEmployeeId; section: Section; field: FieldName }>) =>
      query.insertInto('shadow_difference').values({
        connection_id: bind('connectionId'),
        source_id: bind('subject'),
        section: bind('section'),
        field: bind('field'),
      }),
  )

/** What syncs of one connection saw while they read along over REST. */
export const createShadowBook = (context: ConnectionContext): ShadowBook => {
  const readReads = prepareReads(context)
  const readDifferences = prepareDifferences(context)
  const erase = prepareErase(context)
  const addRead = prepareAddRead(context)
  const addDifference = prepareAddDifference(context)
  const { connectionId, queue } = context
  return {
    readShadowReads: () =>
      readNow(() =>
        readReads({ connectionId }).map((row) => ({
          runId: row.run_id,
          readAt: row.read_at,
          problem: row.problem,
          people: row.people,
          differences: row.differences,
          notCompared: row.not_compared,
        })),
      ),
    readShadowDifferences: () =>
      readNow(() =>
        readDifferences({ connectionId }).map(({ source_id, section, field }) => ({
          subject: source_id,
          section,
          field,
        })),
      ),
    addShadowRead: (read, differences) =>
      queue.run(() => {
        addRead({ connectionId, ...read })
        if (read.problem !== null) return
        erase({ connectionId })
        for (const one of differences) addDifference({ connectionId, ...one })
      }),
  }
}
