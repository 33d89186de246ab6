import { toFirstDay } from '../../../../domain/pay/payroll-period.js'
import type { EmploymentRow, NmbrsCompany } from '../../world/data.js'
import { toGuid } from '../../world/guids.js'
import { createEmployeeBody } from '../bodies.js'
import { checkBody } from '../check-request.js'
import { getCompany } from '../in-sight.js'
import { toEmployeeType } from '../names.js'
import type { EmployeeType } from '../names.js'
import type { RestAnswer, RestContext } from '../operation.js'
import { templateOf } from '../reads/companies.js'
import { refuseBody, refusePeriod } from '../rest-refusal.js'
import { checkNumber } from './employee-number.js'
import { periodOfWrite } from './periods.js'
import { fieldsAfter } from './personal-info.js'

/** The vendor's casing for the top keys; camelCase where the switch takes it (section 15, row 29). */
const withVendorCasing =
  ({ restCreateCasing }: RestContext['switches']) =>
  (value: unknown): unknown => {
    if (restCreateCasing === 'vendor' || typeof value !== 'object' || value === null) return value
    const renamed: Readonly<Record<string, string>> = {
      personalInfo: 'PersonalInfo',
      additionalEmployeeInfo: 'AdditionalEmployeeInfo',
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [renamed[key] ?? key, each]))
  }

/** Section 6.4. */
export const createEmployee = (context: RestContext): RestAnswer => {
  const { store, switches, request, report, past } = context
  const company = getCompany(context)
  const body = checkBody(request, createEmployeeBody, report, withVendorCasing(switches))
  const { PersonalInfo: info, AdditionalEmployeeInfo: additional } = body
  const typeId = findTypeId(info.basicInfo.employeeType, context)
  checkTemplate(additional?.defaultEmployeeTemplate, company)
  checkStart(additional?.inServiceDate, company.id, context)
  const period = periodOfWrite(info.period, company.id, context)
  const number =
    checkNumber(info.basicInfo.employeeNumber, company.id, undefined, context) ??
    store.nextEmployeeNumber(company.id)
  const fields = fieldsAfter(
    {},
    { ...info, basicInfo: { ...info.basicInfo, employeeNumber: number } },
    'merge',
    switches,
  )
  const creationDate = store.nextCreationDate()
  const id = store.nextEmployeeId()
  past.remember(id, undefined)
  store.addEmployee({
    id,
    companyId: company.id,
    typeId,
    personalInfos: [
      {
        id: store.nextRecordId(),
        startYear: period.year,
        startPeriod: period.period,
        creationDate,
        fields,
      },
    ],
    addresses: [],
    bankAccounts: [],
    salaries: [],
    employments: toEmployments(additional?.inServiceDate, creationDate, context),
  })
  return { kind: 'written', ids: { employeeId: toGuid('employee', id) } }
}

const toEmployments = (
  startDate: string | undefined,
  creationDate: string,
  { store }: RestContext,
): EmploymentRow[] =>
  startDate === undefined
    ? []
    : [{ id: store.nextRecordId(), creationDate, startDate, initialStartDate: startDate }]

const findTypeId = (wanted: EmployeeType, { store }: RestContext): number => {
  const type = store.data.employeeTypes.find((each) => toEmployeeType(each) === wanted)
  if (type === undefined) throw refuseBody('basicInfo/employeeType: the environment has no such type.')
  return type.id
}

const checkTemplate = (template: string | undefined, company: NmbrsCompany): void => {
  if (template !== undefined && template.toLowerCase() !== templateOf(company))
    throw refuseBody('defaultEmployeeTemplate: there is no such template.')
}

/** A start in a closed period (section 15, row 9). */
const checkStart = (day: string | undefined, companyId: number, { store, switches }: RestContext): void => {
  if (day === undefined || switches.restEmploymentInPast === 'accept') return
  if (day < toFirstDay(store.currentPeriod(companyId)))
    throw refusePeriod('inServiceDate lies in a closed period.')
}
