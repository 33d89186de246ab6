import type { SourceEmployeeId } from '../../../domain/ids.js'
import type { CanaryFlaw, CanaryKind } from '../../../domain/run/canary.js'
import type { FieldName, Section } from '../../../domain/sections.js'
import type { CanaryBook } from '../../../run/store/canaries.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../../sqlite/prepare.js'

interface Under {
  connectionId: number
  circumstances: string
}

type OfConnection = Pick<Under, 'connectionId'>

const prepareProofs = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<Under>) =>
    query
      .selectFrom('canary_proof')
      .select('kind')
      .where('connection_id', '=', bind('connectionId'))
      .where('circumstances', '=', bind('circumstances')),
  )

const prepareFlaws = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<Under>) =>
    query
      .selectFrom('canary_flaw')
      .select(['subject', 'kind', 'section', 'field'])
      .where('connection_id', '=', bind('connectionId'))
      .where('circumstances', '=', bind('circumstances'))
      .orderBy('id'),
  )

/**
 * People with a write that reading back did not confirm, and those who were not right among the first of a
 * run.
 */
const prepareUnconfirmed = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<OfConnection>) =>
    query
      .selectFrom('outcome')
      .innerJoin('run', 'run.number', 'outcome.run_number')
      .select('outcome.subject')
      .where('run.connection_id', '=', bind('connectionId'))
      .where('outcome.reason', '=', 'write-not-confirmed')
      .union(
        query.selectFrom('canary_flaw').select('subject').where('connection_id', '=', bind('connectionId')),
      ),
  )

const prepareProve = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Under & { kind: CanaryKind; at: string }>) =>
    query.replaceInto('canary_proof').values({
      connection_id: bind('connectionId'),
      kind: bind('kind'),
      circumstances: bind('circumstances'),
      at: bind('at'),
    }),
  )

const prepareAddFlaw = ({ sqlite }: ConnectionContext) =>
  prepareWrite(
    sqlite,
    (
      bind: Bind<
        Under & {
          subject: SourceEmployeeId
          kind: CanaryKind
          section: Section
          field: FieldName | null
          at: string
        }
      >,
    ) =>
      query.insertInto('canary_flaw').values({
        connection_id: bind('connectionId'),
        circumstances: bind('circumstances'),
        subject: bind('subject'),
        kind: bind('kind'),
        section: bind('section'),
        field: bind('field'),
        at: bind('at'),
      }),
  )

const prepareDropFlaws = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<OfConnection>) =>
    query.deleteFrom('canary_flaw').where('connection_id', '=', bind('connectionId')),
  )

/** What the first people of the runs of one connection showed. */
export const createCanaryBook = (context: ConnectionContext): CanaryBook => {
  const readProofs = prepareProofs(context)
  const readFlaws = prepareFlaws(context)
  const readUnconfirmed = prepareUnconfirmed(context)
  const prove = prepareProve(context)
  const addFlaw = prepareAddFlaw(context)
  const dropFlaws = prepareDropFlaws(context)
  const { connectionId, queue, nowText } = context
  return {
    readCanary: (circumstances) =>
      readNow(() => ({
        proven: new Set(readProofs({ connectionId, circumstances }).map(({ kind }) => kind)),
        flaws: readFlaws({ connectionId, circumstances }).map(({ subject, kind, section, field }) => {
          const flaw: CanaryFlaw = { subject, kind, section, problem: 'differs' }
          return field === null ? flaw : { ...flaw, field }
        }),
        passedOver: new Set(readUnconfirmed({ connectionId }).map(({ subject }) => subject)),
      })),
    noteProven: (circumstances, kinds) =>
      queue.run(() => {
        for (const kind of kinds) prove({ connectionId, circumstances, kind, at: nowText() })
        dropFlaws({ connectionId })
      }),
    noteFlaws: (circumstances, flaws) =>
      queue.run(() => {
        dropFlaws({ connectionId })
        const at = nowText()
        for (const { subject, kind, section, field = null } of flaws)
          addFlaw({ connectionId, circumstances, subject, kind, section, field, at })
      }),
    dropFlaws: () =>
      queue.run(() => {
        dropFlaws({ connectionId })
      }),
  }
}
