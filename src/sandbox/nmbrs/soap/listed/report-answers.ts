import { intArgument, textArgument } from '../request/arguments.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { escapeText } from '../xml/escape-xml.js'
import type { CallContext, ListedOperation } from '../operations/handler.js'
import type { ReportTask } from '../report-tasks.js'
import { refuse } from '../soap-refusal.js'
import type { OutgoingRecord } from '../xml/write-xml.js'

const startReport = (args: DecodedRecord, { reports }: CallContext): string =>
  reports.start({
    companyId: intArgument(args, 'companyId'),
    runId: intArgument(args, 'runId'),
    year: intArgument(args, 'year'),
  })

/** The wage lines of the run, as XML inside a text. */
const writeReport = ({ companyId, runId, year }: ReportTask, { store }: CallContext): string => {
  const period = store.findCompany(companyId)?.runs?.find(({ id }) => id === runId)?.periodStart ?? 0
  const reports = store
    .employeesOf(companyId)
    .map(
      ({ id }) =>
        `<report><employeeid>${id}</employeeid><period>${period}</period><year>${year}</year><runnumber>1</runnumber>` +
        `<lines><line><code>1</code><description>${escapeText('Bruto salaris')}</description><value>-</value></line></lines></report>`,
    )
  return `<reports>${reports.join('')}</reports>`
}

const readResult = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const { reports, switches } = context
  const task = reports.find(textArgument(args, 'TaskId'))
  // A task no one started: its status is not available.
  if (task === undefined) throw refuse(2019)
  const asked = reports.ask(task.id)
  if (asked < switches.reportPolls) return { TaskId: task.id, Status: asked === 0 ? 'Enqueued' : 'Executing' }
  const Status = switches.reportOutcome
  return { TaskId: task.id, Status, ...(Status === 'Success' ? { Content: writeReport(task, context) } : {}) }
}

/** Reports that are started, worked on in the background and fetched (Nmbrs contract, section 2.11). */
export const reportAnswers: Readonly<Record<string, Omit<ListedOperation, 'kind'>>> = {
  Reports_GetWageCodesByRunCompany_FilterByWageCode_Background: { answer: startReport },
  Reports_BackgroundTask_Result: { answer: readResult },
}
