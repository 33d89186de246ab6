import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Baselines, Seals, SectionBaseline } from '../domain/baseline.js'
import type { Digest } from '../domain/digest.js'
import { toSourceEmployeeId, type SourceEmployeeId, type TargetCompanyId } from '../domain/ids.js'
import type { MappedSection } from '../domain/sections.js'
import type { SettledSection, Store } from '../run/store.js'
import { formatFields, parseFields } from './baseline-text.js'
import { appendAudit } from './audit-writer.js'
import type { ConnectionContext } from './context.js'
import { prepareAll, prepareWrite, query, type Bind } from './prepare.js'
import { readInChunks, toChunks } from './chunks.js'

interface BaselineKey {
  connectionId: number
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  section: MappedSection
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

interface SealPage {
  connectionId: number
  companyId: TargetCompanyId
  /** The last subject of the page before. */
  after: SourceEmployeeId
  limit: number
}

interface SealRow {
  subject: SourceEmployeeId
  /** `section seal section seal …` */
  seals: string
}

/** Comes before every id there is. */
const beforeEverybody = toSourceEmployeeId('')

const prepareSealPage = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<SealPage>) =>
    query
      .selectFrom('baseline')
      .select(['subject', sql<string>`group_concat(section || ' ' || seal, ' ')`.as('seals')])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('subject', '>', bind('after'))
      .where('seal', 'is not', null)
      .groupBy('subject')
      .orderBy('subject')
      .limit(bind('limit')),
  )

const preparePerson = ({ sqlite }: ConnectionContext) =>
  prepareAll(
    sqlite,
    (bind: Bind<{ connectionId: number; companyId: TargetCompanyId; subject: SourceEmployeeId }>) =>
      query
        .selectFrom('baseline')
        .select(['section', 'seal', 'fields', 'digests'])
        .where('connection_id', '=', bind('connectionId'))
        .where('company_id', '=', bind('companyId'))
        .where('subject', '=', bind('subject')),
  )

/** Rows in the order of the table's key are written side by side instead of all over the file. */
const byKey = (left: SettledSection, right: SettledSection): number =>
  left.subject < right.subject ? -1 : left.subject > right.subject ? 1 : 0

/** Reads `section seal section seal …`. */
const parseSeals = (text: string): Seals => {
  const words = text.split(' ')
  const seals: Partial<Record<MappedSection, string>> = {}
  for (let at = 0; at + 1 < words.length; at += 2) seals[words[at] as MappedSection] = words[at + 1] ?? ''
  return seals
}

const noSeals: Seals = {}

/** The baselines of one connection. */
export const createBaselineStore = (
  context: ConnectionContext,
  write: (settled: SettledSection) => void,
): Pick<Store, 'readSeals' | 'readBaselines' | 'writeBaselines' | 'settleDrift'> => {
  const readSealPage = prepareSealPage(context)
  const readPerson = preparePerson(context)
  const { connectionId, phrases, queue } = context

  const readOne = (companyId: TargetCompanyId, subject: SourceEmployeeId): Baselines => {
    const sections: Partial<Record<MappedSection, SectionBaseline>> = {}
    for (const { section, seal, fields, digests } of readPerson({ connectionId, companyId, subject })) {
      const parsed = parseFields({ names: phrases.getText(fields), digests })
      sections[section] = seal === null ? { fields: parsed } : { fields: parsed, seal }
    }
    return sections
  }

  return {
    async readSeals(companyId) {
      // Kept as they come, one text for each person, and taken apart when somebody asks for his.
      const texts = new Map<SourceEmployeeId, string>()
      await readInChunks(
        (last: SealRow | undefined, limit) =>
          readSealPage({ connectionId, companyId, after: last?.subject ?? beforeEverybody, limit }),
        ({ subject, seals }) => texts.set(subject, seals),
      )
      return (subject) => {
        const text = texts.get(subject)
        return text === undefined ? noSeals : parseSeals(text)
      }
    },

    async readBaselines(companyId, subjects) {
      const people = new Map<SourceEmployeeId, Baselines>()
      for (const chunk of toChunks(subjects)) {
        for (const subject of chunk) {
          const sections = readOne(companyId, subject)
          if (Object.keys(sections).length > 0) people.set(subject, sections)
        }
        await setImmediate()
      }
      return people
    },

    async writeBaselines(settled) {
      for (const chunk of toChunks([...settled].sort(byKey))) {
        await queue.run(() => {
          for (const one of chunk) write(one)
        })
      }
    },

    settleDrift: (kind, decided) =>
      queue.run(() => {
        for (const { subject, companyId, targetId, section, baseline, fields } of decided) {
          write({ subject, companyId, section, baseline })
          appendAudit(context, { kind, companyId, subject, targetId, section, fields })
        }
      }),
  }
}
