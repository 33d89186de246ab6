import { sql } from 'kysely'
import type { SectionBaseline } from '../domain/baseline.js'
import type { Digest } from '../domain/digest.js'
import type { SourceEmployeeId, TargetCompanyId } from '../domain/ids.js'
import type { MappedSection } from '../domain/sections.js'
import type { SettledSection, Store } from '../run/store.js'
import { formatFields, toSectionBaseline } from './baseline-text.js'
import type { ConnectionContext } from './context.js'
import { prepareAll, prepareWrite, query, type Bind } from './prepare.js'
import { readInChunks, toChunks } from './chunks.js'

interface BaselineKey {
  connectionId: number
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  section: MappedSection
}

interface BaselineRow {
  subject: SourceEmployeeId
  section: MappedSection
  seal: Digest | null
  fields: number
  digests: string
}

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<BaselineKey & { seal: Digest | null; fields: number; digests: string }>) =>
    query
      .insertInto('baseline')
      .values({
        connection_id: bind('connectionId'),
        company_id: bind('companyId'),
        subject: bind('subject'),
        section: bind('section'),
        seal: bind('seal'),
        fields: bind('fields'),
        digests: bind('digests'),
      })
      .onConflict((on) =>
        on.columns(['connection_id', 'company_id', 'subject', 'section']).doUpdateSet({
          seal: (row) => row.ref('excluded.seal'),
          fields: (row) => row.ref('excluded.fields'),
          digests: (row) => row.ref('excluded.digests'),
        }),
      ),
  )

/** Gives the function that stores one section's baseline inside a transaction. */
export const createBaselineWriter = (context: ConnectionContext): ((settled: SettledSection) => void) => {
  const upsert = prepareUpsert(context)
  return ({ subject, companyId, section, baseline }) => {
    const { names, digests } = formatFields(baseline.fields)
    upsert({
      connectionId: context.connectionId,
      companyId,
      subject,
      section,
      seal: baseline.seal ?? null,
      fields: context.phrases.ensureId(names),
      digests,
    })
  }
}

const preparePage = ({ sqlite }: ConnectionContext) =>
  prepareAll(
    sqlite,
    (
      bind: Bind<{
        connectionId: number
        companyId: TargetCompanyId
        subject: string
        section: string
        limit: number
      }>,
    ) =>
      query
        .selectFrom('baseline')
        .select(['subject', 'section', 'seal', 'fields', 'digests'])
        .where('connection_id', '=', bind('connectionId'))
        .where('company_id', '=', bind('companyId'))
        .where(sql<boolean>`(subject, section) > (${bind('subject')}, ${bind('section')})`)
        .orderBy('subject')
        .orderBy('section')
        .limit(bind('limit')),
  )

/** Rows in the order of the table's key are written side by side instead of all over the file. */
const byKey = (left: SettledSection, right: SettledSection): number =>
  left.subject < right.subject ? -1 : left.subject > right.subject ? 1 : 0

/** The baselines of one connection. */
export const createBaselineStore = (
  context: ConnectionContext,
  write: (settled: SettledSection) => void,
): Pick<Store, 'readBaselines' | 'writeBaselines'> => {
  const readPage = preparePage(context)
  const { connectionId, phrases, queue } = context

  return {
    async readBaselines(companyId) {
      const people = new Map<SourceEmployeeId, Partial<Record<MappedSection, SectionBaseline>>>()
      const take = (row: BaselineRow): void => {
        const baseline = toSectionBaseline(
          { names: phrases.getText(row.fields), digests: row.digests },
          row.seal,
        )
        const person = people.get(row.subject)
        if (person === undefined) people.set(row.subject, { [row.section]: baseline })
        else person[row.section] = baseline
      }
      await readInChunks(
        (last: BaselineRow | undefined, limit) =>
          readPage({
            connectionId,
            companyId,
            subject: last?.subject ?? '',
            section: last?.section ?? '',
            limit,
          }),
        take,
      )
      return people
    },

    async writeBaselines(settled) {
      for (const chunk of toChunks([...settled].sort(byKey))) {
        await queue.run(() => {
          for (const one of chunk) write(one)
        })
      }
    },
  }
}
