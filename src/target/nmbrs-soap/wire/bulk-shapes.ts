import { fieldNamesOf, findFieldType, type FieldName, type MappedSection } from '../../../domain/sections.js'
import type { BulkShape } from './bulk-reader.js'

/** The sections that a company-wide call gives. */
export type BulkSection = Exclude<MappedSection, 'bankAccount'>

const fieldsOf = (
  section: BulkSection,
  wireNames: Partial<Record<FieldName, string>> = {},
): BulkShape['fields'] =>
  new Map(
    fieldNamesOf(section).map((field) => [
      wireNames[field] ?? field,
      { field, type: findFieldType(section, field) ?? 'text' },
    ]),
  )

/** What the company-wide answers hold of each section that is read so. */
export const shapes = {
  personalInfo: {
    operation: 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    fields: fieldsOf('personalInfo'),
    notes: ['Id', 'DisplayName', 'CreationDate', 'StartPeriod', 'StartYear', 'DeceasedDate'],
  },
  address: {
    operation: 'Address_GetAll_AllEmployeesByCompany',
    fields: fieldsOf('address'),
    notes: ['Id', 'Type', 'CreationDate', 'StartPeriod', 'StartYear', 'EndPeriod', 'EndYear'],
  },
  employment: {
    operation: 'Employment_GetAll_AllEmployeesByCompany',
    fields: fieldsOf('employment'),
    notes: ['EmploymentId', 'CreationDate', 'StartDate', 'EndDate'],
  },
  salary: {
    operation: 'Salary_GetAll_AllEmployeesByCompany',
    fields: fieldsOf('salary', { Start: 'StartDate' }),
    notes: ['ID', 'CreationDate', 'SalaryTable'],
    tables: ['SalaryTable'],
  },
} as const satisfies Readonly<Record<BulkSection, BulkShape>>
