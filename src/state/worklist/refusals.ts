import type { SourceEmployeeId, TargetCompanyId } from '../../domain/ids.js'
import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import type { PayrollWork } from '../../run/store/payroll-work.js'
import { appendAudit } from '../audit/writer.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

interface RefusalKey {
  connectionId: number
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  digest: string
}

const prepareRead = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('refusal')
      .select(['company_id', 'subject', 'section', 'digest', 'code'])
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('company_id')
      .orderBy('subject'),
  )

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(
    sqlite,
    (bind: Bind<RefusalKey & { section: Refusal['section']; code: Refusal['code']; at: string }>) =>
      query
        .insertInto('refusal')
        .values({
          connection_id: bind('connectionId'),
          company_id: bind('companyId'),
          subject: bind('subject'),
          section: bind('section'),
          digest: bind('digest'),
          code: bind('code'),
          at: bind('at'),
        })
        .onConflict((on) =>
          on
            .columns(['connection_id', 'company_id', 'subject', 'digest'])
            .doUpdateSet({ code: (row) => row.ref('excluded.code'), at: (row) => row.ref('excluded.at') }),
        ),
  )

const prepareDelete = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<RefusalKey>) =>
    query
      .deleteFrom('refusal')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('subject', '=', bind('subject'))
      .where('digest', '=', bind('digest')),
  )

/** Gives the function that remembers a refused write, inside the transaction of its outcome. */
export const createRefusalWriter = (context: ConnectionContext): ((refusal: Refusal) => void) => {
  const upsert = prepareUpsert(context)
  return (refusal) => {
    upsert({ connectionId: context.connectionId, ...refusal, at: context.nowText() })
  }
}

/** Writes of one connection that the target refused for good. */
export const createRefusalStore = (
  context: ConnectionContext,
): Pick<PayrollWork, 'readRefusals' | 'dropRefusals' | 'retryRefusals'> => {
  const read = prepareRead(context)
  const remove = prepareDelete(context)
  const { connectionId, queue } = context
  const drop = ({ companyId, subject, digest }: Refusal): boolean =>
    remove({ connectionId, companyId, subject, digest }).changes > 0

  return {
    readRefusals: () =>
      readNow(() =>
        read({ connectionId }).map(({ company_id: companyId, ...row }) => ({ companyId, ...row })),
      ),
    dropRefusals: (refusals) =>
      queue.run(() => {
        for (const refusal of refusals) drop(refusal)
      }),
    retryRefusals: (refusals) =>
      queue.run(() => {
        for (const refusal of refusals) {
          const { companyId, subject, section, code } = refusal
          if (drop(refusal))
            appendAudit(context, { kind: 'refusal-retried', companyId, subject, section, code })
        }
      }),
  }
}
