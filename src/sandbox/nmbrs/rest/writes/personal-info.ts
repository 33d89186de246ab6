import type { PersonalInfoRow } from '../../world/data.js'
import { toGuid } from '../../world/guids.js'
import { keepText } from '../../world/as-kept.js'
import { placePersonalInfo } from '../../world/place-rows.js'
import { currentPersonalInfo } from '../../world/store.js'
import type { NmbrsSwitches } from '../../switches.js'
import { updatePersonalInfoBody } from '../bodies.js'
import type { UpdatePersonalInfoBody } from '../bodies.js'
import { checkBody } from '../check-request.js'
import { getEmployee } from '../in-sight.js'
import { groupNames, personalInfoGroups, toKept } from '../names.js'
import type { GroupName } from '../names.js'
import type { RestAnswer, RestContext } from '../operation.js'
import { changeRemembered } from '../past.js'
import { refuseBody } from '../rest-refusal.js'
import { checkNumber } from './employee-number.js'
import { periodOfWrite } from './periods.js'

type Sent = Readonly<Partial<Record<GroupName, object | undefined>>>
type Fields = Readonly<Record<string, string>>

/** What is sent of a group, by the names the payroll keeps it under; empty and null are one. */
const toFields = (group: GroupName, sent: object, switches: NmbrsSwitches): Map<string, string> => {
  const fields = new Map<string, string>()
  const values = new Map<string, unknown>(Object.entries(sent))
  for (const [name, field] of Object.entries(personalInfoGroups[group])) {
    const value = values.get(name)
    if (value === undefined) continue
    const text = typeof value === 'string' || typeof value === 'number' ? toKept(field, value) : ''
    fields.set(field, keepText(field, text, switches))
  }
  return fields
}

/**
 * Personal info after a write: which of the fields that were not sent stay is the switch's to say (section
 * 15, row 4).
 */
export const fieldsAfter = (
  before: Fields,
  sent: Sent,
  mode: NmbrsSwitches['restPersonalInfoPut'],
  switches: NmbrsSwitches,
): Record<string, string> => {
  const after = new Map(Object.entries(before))
  for (const group of groupNames) {
    const given = sent[group]
    const clears = mode === 'replace' || (mode === 'replaceInGroup' && given !== undefined)
    if (clears) for (const field of Object.values(personalInfoGroups[group])) after.delete(field)
    for (const [field, text] of toFields(group, given ?? {}, switches)) {
      if (text === '') after.delete(field)
      else after.set(field, text)
    }
  }
  return Object.fromEntries(after)
}

/** Section 6.5. Whether a type can be changed by this call is unproven: it stays. */
export const updatePersonalInfo = (context: RestContext): RestAnswer => {
  const { store, switches, request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, updatePersonalInfoBody, report)
  if (switches.restEmployeeTypeOnPut === 'required' && body.basicInfo?.employeeType === undefined)
    throw refuseBody('basicInfo/employeeType is required.')
  const period = periodOfWrite(body.period, employee.companyId, context)
  const before = currentPersonalInfo(employee, period)
  const number = checkNumber(body.basicInfo?.employeeNumber, employee.companyId, employee.id, context)
  const row: PersonalInfoRow = {
    id: store.nextRecordId(),
    startYear: period.year,
    startPeriod: period.period,
    creationDate: store.nextCreationDate(),
    fields: fieldsAfter(
      before?.fields ?? {},
      withNumber(body, number),
      switches.restPersonalInfoPut,
      switches,
    ),
  }
  const personalInfos = placePersonalInfo(employee, before, row, switches)
  changeRemembered(context, employee, { personalInfos })
  return { kind: 'written', ids: { personalInfoId: toGuid('personalInfo', keptId(personalInfos, row)) } }
}

const keptId = (rows: readonly PersonalInfoRow[], { creationDate, id }: PersonalInfoRow): number =>
  rows.find((each) => each.creationDate === creationDate)?.id ?? id

const withNumber = (body: UpdatePersonalInfoBody, number: string | undefined): Sent => ({
  ...body,
  basicInfo:
    body.basicInfo === undefined || number === undefined
      ? body.basicInfo
      : { ...body.basicInfo, employeeNumber: number },
})
