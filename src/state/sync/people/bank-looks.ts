import { sql } from 'kysely'
import type { SourceEmployeeId, TargetCompanyId } from '../../../domain/ids.js'
import type { AccountStore } from '../../../run/store/accounts.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'
import { readInChunks, writeInChunks } from '../../sqlite/chunks.js'

interface CompanyKey {
  connectionId: number
  companyId: TargetCompanyId
}

interface BankLookRow {
  subject: SourceEmployeeId
  at: string
}

const preparePage = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<CompanyKey & { subject: string; limit: number }>) =>
    query
      .selectFrom('bank_look')
      .select(['subject', 'at'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where(sql<boolean>`subject > ${bind('subject')}`)
      .orderBy('subject')
      .limit(bind('limit')),
  )

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<CompanyKey & { subject: SourceEmployeeId; at: string }>) =>
    query
      .insertInto('bank_look')
      .values({
        connection_id: bind('connectionId'),
        company_id: bind('companyId'),
        subject: bind('subject'),
        at: bind('at'),
      })
      .onConflict((on) =>
        on
          .columns(['connection_id', 'company_id', 'subject'])
          .doUpdateSet({ at: (row) => row.ref('excluded.at') }),
      ),
  )

/** When each person's bank account was last looked at, for one connection. */
export const createBankLookStore = (
  context: ConnectionContext,
): Pick<AccountStore, 'readBankLooks' | 'writeBankLooks'> => {
  const readPage = preparePage(context)
  const upsert = prepareUpsert(context)
  const { connectionId, queue } = context

  return {
    async readBankLooks(companyId) {
      const looks = new Map<SourceEmployeeId, string>()
      // A run looks at many people in one moment, which is kept once for all of them.
      const moments = new Map<string, string>()
      await readInChunks(
        (last: BankLookRow | undefined, limit) =>
          readPage({ connectionId, companyId, subject: last?.subject ?? '', limit }),
        ({ subject, at }) => {
          const moment = moments.get(at) ?? at
          moments.set(moment, moment)
          looks.set(subject, moment)
        },
      )
      return looks
    },

    writeBankLooks: (companyId, subjects, at) =>
      writeInChunks(queue, subjects, (subject) => {
        upsert({ connectionId, companyId, subject, at })
      }),
  }
}
