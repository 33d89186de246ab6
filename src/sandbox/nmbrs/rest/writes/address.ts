import type { PayrollPeriod } from '../../../../domain/pay/payroll-period.js'
import type { z } from 'zod'
import { keepText } from '../../world/as-kept.js'
import type { AddressRow } from '../../world/data.js'
import { toGuid } from '../../world/guids.js'
import { endedBefore, startsIn } from '../../world/place-rows.js'
import { currentAddresses } from '../../world/store.js'
import { createAddressBody } from '../bodies.js'
import { checkBody } from '../check-request.js'
import { getEmployee } from '../in-sight.js'
import { addressTypes } from '../names.js'
import type { RestAnswer, RestContext } from '../operation.js'
import { changeRemembered } from '../past.js'
import { refuseConflict } from '../rest-refusal.js'
import { periodOfWrite } from './periods.js'

type Body = z.infer<typeof createAddressBody>

const parts = {
  street: 'Street',
  houseNumber: 'HouseNumber',
  houseNumberAddition: 'HouseNumberAddition',
  postalCode: 'PostalCode',
  city: 'City',
  stateProvince: 'StateProvince',
  countryISOCode: 'CountryISOCode',
} as const satisfies Partial<Record<keyof Body, string>>

const toFields = (body: Body, { switches }: RestContext): Record<string, string> => {
  const entries = Object.entries(parts).map(([name, field]): [string, string] => [
    field,
    keepText(field, body[name as keyof typeof parts] ?? '', switches),
  ])
  return Object.fromEntries(entries.filter(([, text]) => text !== ''))
}

/** Section 7.1: an address can only be added. */
export const createAddress = (context: RestContext): RestAnswer => {
  const { store, request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, createAddressBody, report)
  const period = periodOfWrite(body.period, employee.companyId, context)
  const type = addressTypes.fromRest(body.type) ?? 'HomeAddress'
  const inForce = new Set(currentAddresses(employee, period))
  const ofPeriod = [...inForce].filter((row) => row.type === type && startsIn(row, period))
  if (ofPeriod.length > 0) refuseSecond(context)
  const row: AddressRow = {
    id: store.nextRecordId(),
    isDefault: body.isDefault ?? false,
    type,
    startYear: period.year,
    startPeriod: period.period,
    creationDate: store.nextCreationDate(),
    fields: toFields(body, context),
  }
  const others = employee.addresses.flatMap((other) =>
    inForce.has(other) ? makeWay(other, row, period, context) : [other],
  )
  changeRemembered(context, employee, { addresses: [...others, row] })
  return { kind: 'written', ids: { addressId: toGuid('address', row.id) } }
}

/** Section 15, row 6. */
const refuseSecond = ({ switches: { restSecondAddress } }: RestContext): void => {
  if (restSecondAddress === 'refuse400' || restSecondAddress === 'refuse409')
    throw refuseConflict(restSecondAddress === 'refuse400' ? 400 : 409, 'There is such an address already.')
}

const makeWay = (
  other: AddressRow,
  row: AddressRow,
  period: PayrollPeriod,
  { switches }: RestContext,
): AddressRow[] => {
  if (other.type !== row.type) return [row.isDefault ? { ...other, isDefault: false } : other]
  if (startsIn(other, period) && switches.restSecondAddress === 'replace') return []
  return [endedBefore(other, period)]
}
