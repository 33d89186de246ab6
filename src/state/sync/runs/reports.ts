import type { ChangeReport } from '../../../domain/change.js'
import type { Finding, FindingCode } from '../../../domain/finding.js'
import type { Severity } from '../../../domain/findings/severity.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../../domain/ids.js'
import type { FieldName, Section } from '../../../domain/sections.js'
import type { RunStore } from '../../../run/store/runs.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { formatFieldNames, parseFieldNames } from '../../sqlite/field-names.js'
import { prepareOutcome } from './outcomes.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../../sqlite/prepare.js'
import { writeInChunks } from '../../sqlite/chunks.js'
import { createRunFinder, createRunNumbers } from './runs.js'

interface FindingValues {
  runNumber: number
  code: FindingCode
  severity: Severity
  subject: SourceEmployeeId
  section: Section | null
  field: FieldName | null
  message: number
  remedy: number
}

const prepareFinding = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<FindingValues>) =>
    query.insertInto('finding').values({
      run_number: bind('runNumber'),
      code: bind('code'),
      severity: bind('severity'),
      subject: bind('subject'),
      section: bind('section'),
      field: bind('field'),
      message: bind('message'),
      remedy: bind('remedy'),
    }),
  )

const prepareOutcomes = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ runNumber: number }>) =>
    query
      .selectFrom('outcome')
      .select(['subject', 'target_id', 'kind', 'section', 'fields', 'outcome', 'reason'])
      .where('run_number', '=', bind('runNumber'))
      .orderBy('id'),
  )

const prepareUnanswered = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ runNumber: number }>) =>
    query
      .selectFrom('intent')
      .leftJoin('outcome', 'outcome.intent_id', 'intent.id')
      .select(['intent.subject', 'intent.target_id', 'intent.kind', 'intent.section', 'intent.fields'])
      .where('intent.run_number', '=', bind('runNumber'))
      .where('outcome.id', 'is', null)
      .orderBy('intent.id'),
  )

const prepareFindings = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ runNumber: number }>) =>
    query
      .selectFrom('finding')
      .select(['code', 'severity', 'subject', 'section', 'field', 'message', 'remedy'])
      .where('run_number', '=', bind('runNumber'))
      .orderBy('id'),
  )

type ChangeRow = Pick<ChangeReport, 'subject' | 'kind' | 'section' | 'outcome' | 'reason'> & {
  target_id: TargetEmployeeId | null
  fields: number
}

type FindingRow = Omit<FindingValues, 'runNumber'>

/**
 * A write whose end was never recorded: the process was stopped between the call and its answer, or the call
 * is under way.
 */
const unanswered = { outcome: 'unknown', reason: 'write-unknown' } as const

const createWriters = (context: ConnectionContext) => {
  const addOutcome = prepareOutcome(context)
  const addFinding = prepareFinding(context)
  const { phrases } = context

  const writeChange = (runNumber: number, change: ChangeReport): void => {
    const { subject, targetId, kind, section, outcome, reason } = change
    const fields = phrases.ensureId(formatFieldNames(change.fields))
    addOutcome({ runNumber, intentId: null, subject, targetId, kind, section, fields, outcome, reason })
  }

  const writeFinding = (runNumber: number, finding: Finding): void => {
    const { code, severity, subject, section = null, field = null } = finding
    const message = phrases.ensureId(finding.message)
    const remedy = phrases.ensureId(finding.remedy)
    addFinding({ runNumber, code, severity, subject, section, field, message, remedy })
  }

  return { writeChange, writeFinding }
}

const createReaders = (context: ConnectionContext) => {
  const readOutcomes = prepareOutcomes(context)
  const readUnanswered = prepareUnanswered(context)
  const readFindings = prepareFindings(context)
  const { phrases } = context

  const toChange = ({ target_id: targetId, fields, ...row }: ChangeRow): ChangeReport => ({
    ...row,
    targetId,
    fields: parseFieldNames(phrases.getText(fields)),
  })

  const toFinding = ({ section, field, message, remedy, ...row }: FindingRow): Finding => ({
    ...row,
    ...(section === null ? {} : { section }),
    ...(field === null ? {} : { field }),
    message: phrases.getText(message),
    remedy: phrases.getText(remedy),
  })

  return {
    readChanges: (runNumber: number): ChangeReport[] => [
      ...readOutcomes({ runNumber }).map(toChange),
      ...readUnanswered({ runNumber }).map((row) => toChange({ ...row, ...unanswered })),
    ],
    readFindings: (runNumber: number): Finding[] => readFindings({ runNumber }).map(toFinding),
  }
}

/** What the runs of one connection said about people and changes. */
export const createReportStore = (context: ConnectionContext): Pick<RunStore, 'writeReports' | 'readRun'> => {
  const { writeChange, writeFinding } = createWriters(context)
  const { readChanges, readFindings } = createReaders(context)
  const findRun = createRunFinder(context)
  const getRunNumber = createRunNumbers(context)
  const { queue } = context

  return {
    async writeReports(id, changes, findings) {
      const runNumber = await queue.run(() => getRunNumber(id))
      await writeInChunks(queue, changes, (change) => {
        writeChange(runNumber, change)
      })
      await writeInChunks(queue, findings, (finding) => {
        writeFinding(runNumber, finding)
      })
    },

    readRun: (id) =>
      readNow(() => {
        const found = findRun(id)
        if (found === undefined) return undefined
        const { number, run, error } = found
        return { run, error, changes: readChanges(number), findings: readFindings(number) }
      }),
  }
}
