import type { Digest } from '../../../domain/digest.js'
import type { TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { AccountStore } from '../../../run/store/accounts.js'
import { writeInChunks } from '../../sqlite/chunks.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'

interface EmployeeKey {
  connectionId: number
  companyId: TargetCompanyId
  targetId: TargetEmployeeId
}

const prepareReadAll = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('account')
      .select(['company_id', 'target_id', 'digest'])
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('company_id')
      .orderBy('target_id')
      .orderBy('digest'),
  )

const prepareReadOne = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<EmployeeKey>) =>
    query
      .selectFrom('account')
      .select('digest')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('target_id', '=', bind('targetId'))
      .orderBy('digest'),
  )

const prepareForget = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<EmployeeKey>) =>
    query
      .deleteFrom('account')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('target_id', '=', bind('targetId')),
  )

const prepareAdd = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<EmployeeKey & { digest: Digest }>) =>
    query.insertInto('account').values({
      connection_id: bind('connectionId'),
      company_id: bind('companyId'),
      target_id: bind('targetId'),
      digest: bind('digest'),
    }),
  )

/** The bank accounts of one connection's employees, as digests. */
export const createAccountStore = (
  context: ConnectionContext,
): Pick<AccountStore, 'readAccounts' | 'writeAccounts'> => {
  const readAll = prepareReadAll(context)
  const readOne = prepareReadOne(context)
  const forget = prepareForget(context)
  const add = prepareAdd(context)
  const { connectionId, queue } = context

  return {
    readAccounts() {
      const accounts = new Map<TargetCompanyId, Map<TargetEmployeeId, Digest[]>>()
      for (const { company_id: companyId, target_id: targetId, digest } of readAll({ connectionId })) {
        const company = accounts.get(companyId) ?? new Map<TargetEmployeeId, Digest[]>()
        company.set(targetId, [...(company.get(targetId) ?? []), digest])
        accounts.set(companyId, company)
      }
      return Promise.resolve(accounts)
    },
    writeAccounts: (companyId, accounts) =>
      writeInChunks(queue, [...accounts], ([targetId, digests]) => {
        const key = { connectionId, companyId, targetId }
        const wanted = [...new Set(digests)].sort()
        if (
          readOne(key)
            .map(({ digest }) => digest)
            .join() === wanted.join()
        )
          return
        forget(key)
        for (const digest of wanted) add({ ...key, digest })
      }),
  }
}
