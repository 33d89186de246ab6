import type { AlexisData } from './records.js'

/** The resources of the API that this sandbox has (AlexisHR contract, sections 2 and 3.4). */
export const resourceNames = [
  'employee',
  'employment',
  'employment-type',
  'compensation',
  'company',
  'department',
  'office',
] as const
export type ResourceName = (typeof resourceNames)[number]

export type Collection = keyof AlexisData

export const collectionNames = [
  'employees',
  'employments',
  'employmentTypes',
  'compensations',
  'companies',
  'departments',
  'offices',
] as const satisfies readonly Collection[]

interface ResourceInfo {
  collection: Collection
  /** What can be filtered, sorted and selected. */
  fields: readonly string[]
  relations: readonly string[]
  /** Fields that mean a calendar day. */
  days: readonly string[]
}

const words = (text: string): readonly string[] => text.split(/\s+/)

export const resources: Readonly<Record<ResourceName, ResourceInfo>> = {
  employee: {
    collection: 'employees',
    fields: words(
      'id title active companyId officeId managerEmployeeId departmentId costCenterId employmentId employmentTypeId employmentCountry compensationId userId userName division organization employeeNumber workEmail workPhone workPhoneSanitized hireDate endDate hasOccupationalPension privateEmail firstName lastName ssn privatePhone privatePhoneSanitized birthDate age nationality gender pronoun created updated',
    ),
    relations: words(
      'office costCenter effectiveCostCenter child department emergencyContact employment employmentType compensation managerEmployee teamReference',
    ),
    days: ['hireDate', 'endDate', 'birthDate'],
  },
  employment: {
    collection: 'employments',
    fields: words(
      'id companyId employeeId typeId startDate endDate updated effectiveEndDate terminated rate note country',
    ),
    relations: ['type', 'employee'],
    days: ['startDate', 'endDate', 'effectiveEndDate'],
  },
  'employment-type': {
    collection: 'employmentTypes',
    fields: words('id companyId name vacation country maxMonths'),
    relations: [],
    days: [],
  },
  compensation: {
    collection: 'compensations',
    fields: words(
      'id employeeId companyId amount effectiveDate baseAmount exchangeRate currency payoutDay payoutPeriod payoutFrequency salarySchedule paidOvertime note',
    ),
    relations: [],
    days: ['effectiveDate'],
  },
  company: { collection: 'companies', fields: ['id'], relations: [], days: [] },
  department: {
    collection: 'departments',
    fields: words('id companyId name costCenterId effectiveCostCenterId parentId'),
    relations: ['costCenter', 'effectiveCostCenter'],
    days: [],
  },
  office: {
    collection: 'offices',
    fields: words('id companyId name phone email timezone CFAR SCB SNI'),
    relations: [],
    days: [],
  },
}

/** Fields of an employee that no `select` can name (AlexisHR contract, section 3.2). */
export const unselectableFields = ['homeAddress', 'bankAccount', 'tax', 'custom', 'avatarUrl', 'ssnCountry']

/** A record whose fields are looked up by name, as a query does. */
export type AnyRecord = Readonly<Record<string, unknown>>

/** The records of a resource, in the order they are kept. */
export const recordsOf = (data: AlexisData, name: ResourceName): readonly AnyRecord[] =>
  // Every record is an object of plain values; a query looks fields up by name, which its own type does not
  // allow.
  data[resources[name].collection] as readonly object[] as readonly AnyRecord[]
