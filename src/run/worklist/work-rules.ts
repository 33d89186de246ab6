import type { FindingCode } from '../../domain/finding.js'

/** How something comes on payroll's worklist, and what payroll does about it. */
export interface WorkRule {
  /**
   * `hold`: it is on the list as long as a change is held for this reason; `fixed-hold`: only where no
   * release lets it go. `finding`: as long as the finding is said about a person, no matter what is planned
   * for them. `task`: until a person says that it is done.
   */
  on: 'hold' | 'fixed-hold' | 'finding' | 'task'
  /** What to do, ending in what takes it off the list. `{id}` stands for the AlexisHR id. */
  todo: string
}

/**
 * What only payroll can do, by the code that says so: one row brings a finding on the worklist until it is
 * settled. What the list shows of it beside these words is in `read-worklist`.
 */
export const workRules = {
  'before-current-period': {
    on: 'hold',
    todo: 'Enter it in Nmbrs, or let it through for one run: nmbrs-sync sync --allow-past-periods --employee {id}',
  },
  'not-supported': { on: 'hold', todo: 'Make the change in Nmbrs; the next run sees it' },
  'address-next-period': {
    on: 'hold',
    todo: 'Change the address in Nmbrs, or wait: it is sent in the next payroll period',
  },
  'salary-rate-changed': {
    on: 'finding',
    todo: 'Check the amount and the part-time percentage; if all is right: nmbrs-sync drift --accept-target {id} --section salary',
  },
  'write-refused': {
    on: 'hold',
    todo: 'Do it in Nmbrs, and the next run sees it; to have it sent once more: nmbrs-sync worklist retry {id}',
  },
  'employee-to-complete': {
    on: 'task',
    todo: 'Fill in what is missing in Nmbrs, then: nmbrs-sync worklist done {id}',
  },
  'start-date-differs': { on: 'finding', todo: 'Correct the start date in Nmbrs or in AlexisHR' },
  'salary-withdrawn': { on: 'fixed-hold', todo: 'Take the salary of that day out in Nmbrs' },
  'salary-by-table': {
    on: 'hold',
    todo: 'Set the table and step in Nmbrs, or see the hold that lets the amount through: nmbrs-sync holds',
  },
  'salary-full-time-rate': {
    on: 'hold',
    todo: 'Check the part-time percentage in Nmbrs, then see the hold that lets the amount through: nmbrs-sync holds',
  },
  'left-service': {
    on: 'finding',
    todo: 'Enter the last day of the employment in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'gone-from-source': {
    on: 'finding',
    todo: 'If they left, enter the last day of the employment in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'left-scope': {
    on: 'finding',
    todo: 'If they left the company, enter the last day of the employment in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'moved-company': {
    on: 'finding',
    todo: 'Enter the last day of the employment in the former company in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'paid-twice': { on: 'finding', todo: 'Enter the last day of the employment that ended in Nmbrs' },
  'employments-overlap': { on: 'finding', todo: 'End the extra employment in Nmbrs' },
  rehired: { on: 'finding', todo: 'Enter the new employment in Nmbrs; the next sync then continues' },
  'employment-ended': {
    on: 'hold',
    todo: 'Enter it in Nmbrs if the last payments need it, or see the hold that lets it through: nmbrs-sync holds',
  },
  'salary-after-end': {
    on: 'hold',
    todo: 'If the person still works here, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR',
  },
  'salary-off-payroll': {
    on: 'hold',
    todo: 'Put the person on the payroll in Nmbrs, or see the hold that lets the salary through: nmbrs-sync holds',
  },
} as const satisfies Partial<Record<FindingCode, WorkRule>>

/** What payroll does about a full-time amount that was sent. */
export const checkedTodo = 'Check the part-time percentage in Nmbrs, then: nmbrs-sync worklist done {id}'

export type WorkReason = keyof typeof workRules

/** The rule of a code; `undefined` when it is not payroll's work. */
export const findWorkRule = (code: FindingCode): { reason: WorkReason; rule: WorkRule } | undefined => {
  const rules: Partial<Record<FindingCode, WorkRule>> = workRules
  const rule = Object.hasOwn(rules, code) ? rules[code] : undefined
  return rule && { reason: code as WorkReason, rule }
}
