import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import type { PayrollTask } from '../../domain/pay/payroll-task.js'

/** What only payroll can do, as far as it has to be kept. */
export interface PayrollWork {
  /** Writes that the target refused for good. */
  readRefusals(): Promise<readonly Refusal[]>
  /** Their values moved, or they are not wanted any more. */
  dropRefusals(refusals: readonly Refusal[]): Promise<void>
  /** A person wants them tried again; goes on record. */
  retryRefusals(refusals: readonly Refusal[]): Promise<void>
  /** The tasks of everyone who is connected to the employee that they are about, done ones included. */
  readPayrollTasks(): Promise<readonly PayrollTask[]>
  /** About how many people there are tasks that no one said to be done. */
  countOpenTasks(): Promise<number>
  /** Says that they are done, or open again after all; goes on record. */
  settlePayrollTasks(tasks: readonly PayrollTask[], how: 'done' | 'open'): Promise<void>
}
