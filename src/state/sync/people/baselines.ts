import { setImmediate } from 'node:timers/promises'
import type { Baselines, Seals, SectionBaseline } from '../../../domain/baseline.js'
import type { Digest } from '../../../domain/digest.js'
import type { SourceEmployeeId, TargetCompanyId } from '../../../domain/ids.js'
import type { MappedSection } from '../../../domain/sections.js'
import type { BaselineStore, SettledSection } from '../../../run/store/baselines.js'
import { formatFields, formatRows, parseFields, parseRows } from './baseline-text.js'
import { appendAudit } from '../../audit/writer.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'
import { toChunks, writeInChunks } from '../../sqlite/chunks.js'

interface BaselineKey {
  connectionId: number
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  section: MappedSection
}

interface StoredBaseline extends BaselineKey {
  seal: Digest | null
  fields: number
  digests: string
  rows: string | null
}

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<StoredBaseline>) =>
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
        known_rows: bind('rows'),
      })
      .onConflict((on) =>
        on.columns(['connection_id', 'company_id', 'subject', 'section']).doUpdateSet({
          seal: (row) => row.ref('excluded.seal'),
          fields: (row) => row.ref('excluded.fields'),
          digests: (row) => row.ref('excluded.digests'),
          known_rows: (row) => row.ref('excluded.known_rows'),
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
      rows: formatRows(baseline.rows),
    })
  }
}

type PersonKey = Omit<BaselineKey, 'section'>

const prepareSeals = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<PersonKey>) =>
    query
      .selectFrom('baseline')
      .select(['section', 'seal'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('subject', '=', bind('subject')),
  )

const preparePerson = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<PersonKey>) =>
    query
      .selectFrom('baseline')
      .select(['section', 'seal', 'fields', 'digests', 'known_rows'])
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('subject', '=', bind('subject')),
  )

/** Rows in the order of the table's key are written side by side instead of all over the file. */
const byKey = (left: SettledSection, right: SettledSection): number =>
  left.subject < right.subject ? -1 : left.subject > right.subject ? 1 : 0

/**
 * Reads what there is of each person, letting others in between; someone of whom there is nothing is left
 * out.
 */
const readEach = async <Sections extends object>(
  subjects: readonly SourceEmployeeId[],
  read: (subject: SourceEmployeeId) => Sections,
): Promise<Map<SourceEmployeeId, Sections>> => {
  const people = new Map<SourceEmployeeId, Sections>()
  for (const chunk of toChunks(subjects)) {
    for (const subject of chunk) {
      const sections = read(subject)
      if (Object.keys(sections).length > 0) people.set(subject, sections)
    }
    await setImmediate()
  }
  return people
}

/** The baselines of one connection. */
export const createBaselineStore = (
  context: ConnectionContext,
  write: (settled: SettledSection) => void,
): Pick<BaselineStore, 'readSeals' | 'readBaselines' | 'writeBaselines' | 'settleDrift'> => {
  const readSealsByKey = prepareSeals(context)
  const readPerson = preparePerson(context)
  const { connectionId, phrases, queue } = context

  const readOne = (companyId: TargetCompanyId, subject: SourceEmployeeId): Baselines => {
    const sections: Partial<Record<MappedSection, SectionBaseline>> = {}
    for (const row of readPerson({ connectionId, companyId, subject })) {
      const { section, seal, fields, digests, known_rows: rows } = row
      sections[section] = {
        fields: parseFields({ names: phrases.getText(fields), digests }),
        ...(seal === null ? {} : { seal }),
        ...parseRows(rows),
      }
    }
    return sections
  }

  const readSealsOf = (companyId: TargetCompanyId, subject: SourceEmployeeId): Seals =>
    Object.fromEntries(
      readSealsByKey({ connectionId, companyId, subject }).map(({ section, seal }) => [section, seal ?? '']),
    )

  return {
    readSeals: (companyId, subjects) => readEach(subjects, (subject) => readSealsOf(companyId, subject)),

    readBaselines: (companyId, subjects) => readEach(subjects, (subject) => readOne(companyId, subject)),

    writeBaselines: (settled) => writeInChunks(queue, [...settled].sort(byKey), write),

    settleDrift: (kind, decided) =>
      queue.run(() => {
        for (const { subject, companyId, targetId, section, baseline, fields } of decided) {
          write({ subject, companyId, section, baseline })
          appendAudit(context, { kind, companyId, subject, targetId, section, fields })
        }
      }),
  }
}
