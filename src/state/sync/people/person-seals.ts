import { sql } from 'kysely'
import type { PersonSeal } from '../../../domain/baseline.js'
import type { SourceEmployeeId, TargetCompanyId } from '../../../domain/ids.js'
import type { BaselineStore } from '../../../run/store/baselines.js'
import { readInChunks, writeInChunks } from '../../sqlite/chunks.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'

interface CompanyKey {
  connectionId: number
  companyId: TargetCompanyId
}

interface PersonSealRow {
  subject: SourceEmployeeId
  seal: string
  has_account: 0 | 1
}

const preparePage = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<CompanyKey & { subject: string; limit: number }>) =>
    query
      .selectFrom('person_seal')
      .select(['subject', 'seal', 'has_account'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where(sql<boolean>`subject > ${bind('subject')}`)
      .orderBy('subject')
      .limit(bind('limit')),
  )

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(
    sqlite,
    (bind: Bind<CompanyKey & { subject: SourceEmployeeId; seal: string; hasAccount: 0 | 1 }>) =>
      query
        .insertInto('person_seal')
        .values({
          connection_id: bind('connectionId'),
          company_id: bind('companyId'),
          subject: bind('subject'),
          seal: bind('seal'),
          has_account: bind('hasAccount'),
        })
        .onConflict((on) =>
          on.columns(['connection_id', 'company_id', 'subject']).doUpdateSet({
            seal: (row) => row.ref('excluded.seal'),
            has_account: (row) => row.ref('excluded.has_account'),
          }),
        ),
  )

/** The seals of whole people, for one connection. What is stored of a section takes that person's away. */
export const createPersonSealStore = (
  context: ConnectionContext,
): Pick<BaselineStore, 'readPersonSeals' | 'writePersonSeals'> => {
  const readPage = preparePage(context)
  const upsert = prepareUpsert(context)
  const { connectionId, queue } = context

  return {
    async readPersonSeals(companyId) {
      const seals = new Map<SourceEmployeeId, PersonSeal>()
      await readInChunks(
        (last: PersonSealRow | undefined, limit) =>
          readPage({ connectionId, companyId, subject: last?.subject ?? '', limit }),
        ({ subject, seal, has_account: hasAccount }) =>
          seals.set(subject, { seal, hasAccount: hasAccount === 1 }),
      )
      return seals
    },

    writePersonSeals: (companyId, seals) =>
      writeInChunks(queue, [...seals], ([subject, { seal, hasAccount }]) => {
        upsert({ connectionId, companyId, subject, seal, hasAccount: hasAccount ? 1 : 0 })
      }),
  }
}
