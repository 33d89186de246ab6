import type { TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { StoredKind } from '../../../domain/service.js'
import type { KindStore } from '../../../run/store/kinds.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'

interface CompanyKey {
  connectionId: number
  companyId: TargetCompanyId
}

const prepareRead = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<CompanyKey>) =>
    query
      .selectFrom('employee_kind')
      .select(['target_id', 'kind'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId')),
  )

const prepareForget = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<CompanyKey>) =>
    query
      .deleteFrom('employee_kind')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId')),
  )

const prepareAdd = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<CompanyKey & { targetId: TargetEmployeeId; kind: StoredKind }>) =>
    query.insertInto('employee_kind').values({
      connection_id: bind('connectionId'),
      company_id: bind('companyId'),
      target_id: bind('targetId'),
      kind: bind('kind'),
    }),
  )

const prepareFindRead = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<CompanyKey>) =>
    query
      .selectFrom('kind_read')
      .select('at')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId')),
  )

const prepareNoteRead = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<CompanyKey & { at: string }>) =>
    query
      .insertInto('kind_read')
      .values({ connection_id: bind('connectionId'), company_id: bind('companyId'), at: bind('at') })
      .onConflict((on) =>
        on.columns(['connection_id', 'company_id']).doUpdateSet({ at: (row) => row.ref('excluded.at') }),
      ),
  )

/** What kind of employee each one was when that was last read, for one connection. */
export const createEmployeeKindStore = (context: ConnectionContext): KindStore => {
  const read = prepareRead(context)
  const forget = prepareForget(context)
  const add = prepareAdd(context)
  const findRead = prepareFindRead(context)
  const noteRead = prepareNoteRead(context)
  const { connectionId, queue } = context
  return {
    readKinds(companyId) {
      const rows = read({ connectionId, companyId })
      const readAt = findRead({ connectionId, companyId })?.at
      return Promise.resolve({ kinds: new Map(rows.map(({ target_id: id, kind }) => [id, kind])), readAt })
    },
    writeKinds: (companyId, kinds) =>
      queue.run(() => {
        forget({ connectionId, companyId })
        for (const [targetId, kind] of kinds) add({ connectionId, companyId, targetId, kind })
        noteRead({ connectionId, companyId, at: context.nowText() })
      }),
  }
}
