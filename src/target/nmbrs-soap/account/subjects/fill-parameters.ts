import { toFirstDay, toLastDay, type PayrollPeriod } from '../../../../domain/pay/payroll-period.js'
import type { NotTestedReason } from '../../../../onboarding/check/call-result.js'
import type { ProbeSubjects } from '../../../../onboarding/check/prober.js'
import type { Filling, Parameter, Parameters } from '../../read-calls/parameter.js'
import { toWireDate } from '../../../common/wire-values.js'
import type { XmlElement } from '../../wire/xml/xml-element.js'

/**
 * What the parameters are filled with: what was found, and for the result of a report the task it is worked
 * on in.
 */
export interface Subjects extends ProbeSubjects {
  taskId?: string
}

type NamedFilling = Extract<Filling, string>
type OfPeriod = 'period' | 'year' | 'firstDay' | 'lastDay'

const ofPeriod: Readonly<Record<OfPeriod, (period: PayrollPeriod) => string>> = {
  period: ({ period }) => String(period),
  year: ({ year }) => String(year),
  firstDay: (period) => toWireDate(toFirstDay(period)),
  lastDay: (period) => toWireDate(toLastDay(period)),
}

const findNamed = (filling: NamedFilling, subjects: Subjects): string | undefined => {
  switch (filling) {
    case 'company':
      return subjects.companyId
    case 'employee':
      return subjects.employeeId
    case 'employeeType':
      return subjects.employeeTypeId
    case 'debtor':
      return subjects.debtorId
    case 'run':
      return subjects.run?.id
    case 'runYear':
      return subjects.run && String(subjects.run.year)
    case 'period':
    case 'year':
    case 'firstDay':
    case 'lastDay':
      return subjects.period && ofPeriod[filling](subjects.period)
    case 'task':
      return subjects.taskId
    case 'unknown':
      return undefined
  }
}

export type FilledParameters = { args: readonly XmlElement[] } | { missing: Parameter }

/** The arguments of a call in their order, or the first parameter for which nothing was found. */
export const fillParameters = (parameters: Parameters, subjects: Subjects): FilledParameters => {
  const args: XmlElement[] = []
  for (const parameter of parameters) {
    const { name, filling } = parameter
    const content = typeof filling === 'string' ? findNamed(filling, subjects) : filling.constant
    if (content === undefined) return { missing: parameter }
    args.push({ name, content })
  }
  return { args }
}

const reasons: Readonly<Record<NamedFilling, NotTestedReason>> = {
  company: 'no-company',
  employee: 'no-employee',
  employeeType: 'no-employee',
  debtor: 'no-debtor',
  run: 'no-run',
  runYear: 'no-run',
  period: 'no-period',
  year: 'no-period',
  firstDay: 'no-period',
  lastDay: 'no-period',
  task: 'no-task',
  unknown: 'no-subject',
}

/** Why a call is not tried for which this parameter could not be filled. */
export const reasonOfMissing = ({ filling }: Parameter): NotTestedReason =>
  typeof filling === 'string' ? reasons[filling] : 'no-subject'
