import type { Finding } from '../../domain/finding.js'
import { isOpenTask, type PayrollTask } from '../../domain/pay/payroll-task.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { RunDeps } from '../settings.js'

/** What payroll has to complete or check, and no one has said to be done. */
export const readOpenTasks = async ({ store }: Pick<RunDeps, 'store'>): Promise<readonly PayrollTask[]> =>
  (await store.work.readPayrollTasks()).filter(isOpenTask)

export const toTaskFinding = ({ code, subject }: PayrollTask): Finding =>
  toFinding(code, subject, code === 'employee-to-complete' ? 'employee' : 'salary')
