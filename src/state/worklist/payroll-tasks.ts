import { sql } from 'kysely'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { PayrollTask, PayrollTaskCode } from '../../domain/pay/payroll-task.js'
import type { PayrollWork } from '../../run/store/payroll-work.js'
import { appendAudit } from '../audit/writer.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

interface TaskKey {
  connectionId: number
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  targetId: TargetEmployeeId
  code: PayrollTaskCode
}

/** A task about an employee to whom the person is not connected any more waits for no one. */
const tasksOf = (bind: Bind<{ connectionId: number }>) =>
  query
    .selectFrom('payroll_task as task')
    .innerJoin('link', (join) =>
      join
        .onRef('link.connection_id', '=', 'task.connection_id')
        .onRef('link.company_id', '=', 'task.company_id')
        .onRef('link.source_id', '=', 'task.subject')
        .onRef('link.target_id', '=', 'task.target_id'),
    )
    .where('task.connection_id', '=', bind('connectionId'))
    .where('link.status', '=', 'connected')

const prepareRead = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    tasksOf(bind)
      .select([
        'task.company_id',
        'task.subject',
        'task.target_id',
        'task.code',
        'task.opened_at',
        'task.done_at',
      ])
      .orderBy('task.company_id')
      .orderBy('task.subject')
      .orderBy('task.code'),
  )

/** Counted where they are kept: after a first export there may be tens of thousands. */
const prepareCount = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<{ connectionId: number }>) =>
    tasksOf(bind)
      .select((row) => row.fn.count<number>('task.subject').distinct().as('people'))
      .where('task.done_at', 'is', null),
  )

/** What comes up again is open again. */
const prepareOpen = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<TaskKey & { at: string }>) =>
    query
      .insertInto('payroll_task')
      .values({
        connection_id: bind('connectionId'),
        company_id: bind('companyId'),
        subject: bind('subject'),
        target_id: bind('targetId'),
        code: bind('code'),
        opened_at: bind('at'),
        done_at: null,
      })
      .onConflict((on) =>
        on
          .columns(['connection_id', 'company_id', 'subject', 'target_id', 'code'])
          .doUpdateSet({ opened_at: (row) => row.ref('excluded.opened_at'), done_at: null }),
      ),
  )

const isTask = (bind: Bind<TaskKey>) =>
  sql<boolean>`(connection_id, company_id, subject, target_id, code)
    = (${bind('connectionId')}, ${bind('companyId')}, ${bind('subject')}, ${bind('targetId')}, ${bind('code')})`

const prepareDone = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<TaskKey & { at: string | null }>) =>
    query
      .updateTable('payroll_task')
      .set({ done_at: bind('at') })
      .where(isTask(bind)),
  )

/** Gives the function that opens a task, inside the transaction of the write that it comes from. */
export const createTaskOpener = (
  context: ConnectionContext,
): ((task: Omit<TaskKey, 'connectionId'>) => void) => {
  const open = prepareOpen(context)
  return (task) => {
    open({ connectionId: context.connectionId, ...task, at: context.nowText() })
  }
}

const toPlace = ({
  companyId,
  subject,
  targetId,
  code,
}: PayrollTask): Pick<PayrollTask, 'companyId' | 'subject' | 'targetId' | 'code'> => ({
  companyId,
  subject,
  targetId,
  code,
})

/** Work of payroll about the people of one connection that a person says is done. */
export const createPayrollTaskStore = (
  context: ConnectionContext,
): Pick<PayrollWork, 'readPayrollTasks' | 'countOpenTasks' | 'settlePayrollTasks'> => {
  const read = prepareRead(context)
  const count = prepareCount(context)
  const setDone = prepareDone(context)
  const { connectionId, queue } = context

  return {
    readPayrollTasks: () =>
      readNow(() =>
        read({ connectionId }).map((row) => ({
          companyId: row.company_id,
          subject: row.subject,
          targetId: row.target_id,
          code: row.code,
          openedAt: row.opened_at,
          doneAt: row.done_at,
        })),
      ),
    countOpenTasks: () => readNow(() => count({ connectionId })?.people ?? 0),
    settlePayrollTasks: (tasks, how) =>
      queue.run(() => {
        const at = how === 'done' ? context.nowText() : null
        for (const task of tasks) {
          setDone({ connectionId, ...toPlace(task), at })
          appendAudit(context, {
            kind: how === 'done' ? 'payroll-work-done' : 'payroll-work-reopened',
            ...toPlace(task),
          })
        }
      }),
  }
}
