import type { AlexisData, AlexisEmployeeRecord } from '../alexis/records.js'
import { inventSourceId } from './invent/invent-numbers.js'
import type { Person } from './person.js'

interface PlacesContext {
  seed: number
  companyId: string
}

const departmentNames = ['Kwekerij', 'Logistiek', 'Kantoor'] as const
const officeNames = ['Lisse', 'Aalsmeer'] as const

export const departmentsOf = ({ seed, companyId }: PlacesContext): AlexisData['departments'] =>
  departmentNames.map((name, index) => ({ id: inventSourceId(8, seed, index), companyId, name }))

export const officesOf = ({ seed, companyId }: PlacesContext): AlexisData['offices'] =>
  officeNames.map((name, index) => ({
    id: inventSourceId(9, seed, index),
    companyId,
    name,
    phone: '+31205550000',
    email: `${name.toLowerCase()}@tulpwerk.example`,
    timezone: 'Europe/Amsterdam',
  }))

/** Where a person works: anyone who is paid by the hour grows the tulips, the others follow each other. */
export const toPlaceIds = (
  { index, pay }: Person,
  { seed }: PlacesContext,
): Pick<AlexisEmployeeRecord, 'departmentId' | 'officeId'> => ({
  departmentId: inventSourceId(8, seed, pay.per === 'HOURLY' ? 0 : 1 + (index % 2)),
  officeId: inventSourceId(9, seed, index % officeNames.length),
})
