import { parsePayrollPeriod, toPeriodOf, type PayrollPeriod } from '../../../../domain/pay/payroll-period.js'
import type { CallName } from '../../../../onboarding/calls/call-name.js'
import type { ProbeSubjects } from '../../../../onboarding/check/prober.js'
import { findReadCall } from '../../read-calls/find-read-call.js'
import type { Filling } from '../../read-calls/parameter.js'
import type { Asker } from '../ask-once.js'
import { findEmployee, readEmployeeTypes } from './find-employee.js'
import { findRun } from './find-run.js'
import { lookUp } from '../look-up.js'
import { lookUps } from '../look-ups.js'
import { findFirstId } from '../rows.js'

/** What these calls need; a call that fetches a report needs what starting one needs. */
const needsOf = (calls: readonly CallName[]): ReadonlySet<Filling> => {
  const own = calls.flatMap(({ service, call }) => findReadCall(service, call)?.parameters ?? [])
  const ofTask = own.some(({ filling }) => filling === 'task') ? lookUps.startedTask.parameters : []
  return new Set([...own, ...ofTask].map(({ filling }) => filling))
}

const periodNeeds: readonly Filling[] = ['period', 'year', 'firstDay', 'lastDay', 'run']

/**
 * Something real of the account for each need of these calls. The list of companies is asked for ahead of
 * everything: it shows whether the account lets anyone in. When the payroll period cannot be read, the month
 * of `today` stands in for it, if that is given: any period will do for a try.
 */
export const findSubjects = async (
  asker: Asker,
  companyId: string | undefined,
  calls: readonly CallName[],
  today: string | undefined,
): Promise<ProbeSubjects> => {
  const needs = needsOf(calls)
  await lookUp(asker, lookUps.companies, {})
  const [debtorId, ofCompany] = await Promise.all([
    needs.has('debtor') ? findDebtor(asker) : undefined,
    companyId === undefined ? {} : findOfCompany(asker, companyId, needs, today),
  ])
  return { ...(debtorId !== undefined && { debtorId }), ...ofCompany }
}

const findDebtor = async (asker: Asker): Promise<string | undefined> => {
  const list = await lookUp(asker, lookUps.debtors, {})
  return 'answer' in list ? undefined : findFirstId(list.tree, 'Id')
}

const findOfCompany = async (
  asker: Asker,
  companyId: string,
  needs: ReadonlySet<Filling>,
  today: string | undefined,
): Promise<ProbeSubjects> => {
  const [ofPeople, ofPeriod] = await Promise.all([
    needs.has('employee') || needs.has('employeeType') ? findPeople(asker, companyId, needs) : {},
    periodNeeds.some((need) => needs.has(need)) ? findPeriodAndRun(asker, companyId, needs, today) : {},
  ])
  return { companyId, ...ofPeople, ...ofPeriod }
}

const findPeople = async (
  asker: Asker,
  companyId: string,
  needs: ReadonlySet<Filling>,
): Promise<ProbeSubjects> => {
  const { types } = await readEmployeeTypes(asker)
  const [employeeTypeId] = types
  const employeeId = needs.has('employee') ? await findEmployee(asker, companyId, types) : undefined
  return {
    ...(employeeTypeId !== undefined && { employeeTypeId }),
    ...(employeeId !== undefined && { employeeId }),
  }
}

const findPeriodAndRun = async (
  asker: Asker,
  companyId: string,
  needs: ReadonlySet<Filling>,
  today: string | undefined,
): Promise<ProbeSubjects> => {
  const period = await findPeriod(asker, companyId, today)
  if (period === undefined) return {}
  const run = needs.has('run') ? await findRun(asker, companyId, period) : undefined
  return { period, ...(run !== undefined && { run }) }
}

const findPeriod = async (
  asker: Asker,
  companyId: string,
  today: string | undefined,
): Promise<PayrollPeriod | undefined> => {
  const found = await lookUp(asker, lookUps.currentPeriod, { companyId })
  const period = 'answer' in found ? undefined : parsePayrollPeriod(found.tree.text)
  return period ?? (today === undefined ? undefined : toPeriodOf(today, 'month'))
}
