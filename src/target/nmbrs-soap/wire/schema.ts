import {
  bankAccountTypes,
  fieldNamesOf,
  findFieldType,
  type FieldName,
  type MappedSection,
} from '../../../domain/sections.js'
import {
  toTargetCompanyId,
  toTargetEmployeeId,
  toTargetRecordId,
  type TargetEmployeeId,
} from '../../../domain/ids.js'
import { toEmployeeKind, type EmployeeKind } from '../../../domain/service.js'
import type { Values } from '../../../domain/values.js'
import type { TargetBankAccount, TargetCompany, TargetListEntry } from '../../port.js'
import { createCallError } from './call-error.js'
import { ensureSure } from './xml/doubtful-record.js'
import { namesTable, type SalaryEntry } from '../../common/current-rows.js'
import type { OperationName } from './operations.js'
import type { ResultTree } from './tree-reader.js'
import { toCanonical } from '../../common/wire-values.js'
import { childrenOf, childText, textsIn, type XmlElement } from './xml/xml-element.js'

/**
 * The elements of the records that are written, in the order of the WSDL (Nmbrs contract, sections 2.2 to
 * 2.5). Records read may hold others besides; they keep their place.
 */
export const recordOrders = {
  PersonalInfo: [
    'Id',
    'Number',
    'DisplayName',
    'EmployeeNumber',
    'BSN',
    'Title',
    'FirstName',
    'Initials',
    'Prefix',
    'LastName',
    'Nickname',
    'Gender',
    'NationalityCode',
    'PlaceOfBirth',
    'CountryOfBirthISOCode',
    'IdentificationNumber',
    'IdentificationType',
    'PartnerPrefix',
    'PartnerLastName',
    'TelephonePrivate',
    'TelephoneWork',
    'TelephoneMobilePrivate',
    'TelephoneMobileWork',
    'TelephoneOther',
    'EmailPrivate',
    'EmailWork',
    'BurgerlijkeStaat',
    'Naamstelling',
    'Birthday',
    'DeceasedDate',
    'InCaseOfEmergency',
    'InCaseOfEmergencyPhone',
    'InCaseOfEmergencyRelation',
    'TitleAfter',
  ],
  EmployeeAddress: [
    'Id',
    'Default',
    'Street',
    'HouseNumber',
    'HouseNumberAddition',
    'PostalCode',
    'City',
    'StateProvince',
    'CountryISOCode',
    'Type',
  ],
  BankAccount: ['Id', 'Number', 'Description', 'IBAN', 'BIC', 'City', 'Name', 'Type'],
  SalaryInput: ['Value', 'Type'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const parseId = (text: string, operation: OperationName, field: string): string => {
  if (!/^[1-9]\d*$/.test(text)) throw createCallError('unreadable-value', operation, { field })
  return text
}

/** The id that an insert gave back. */
export const parseNewId = (tree: ResultTree, operation: OperationName): TargetEmployeeId =>
  toTargetEmployeeId(parseId(tree.text, operation, `${operation}Result`))

/** The items of a list; nil ones are passed over (Nmbrs contract, section 6.6). */
export const itemsOf = (tree: ResultTree): (readonly XmlElement[])[] =>
  tree.children.filter(({ content }) => content !== null).map(childrenOf)

export const parseCompanies = (tree: ResultTree): TargetCompany[] =>
  itemsOf(tree).map((item) => ({
    id: toTargetCompanyId(parseId(childText(item, 'ID'), 'List_GetAll', 'ID')),
    name: childText(item, 'Name'),
    ...toNumber(childText(item, 'Number')),
  }))

const toNumber = (number: string): Pick<TargetCompany, 'number'> => (number === '' ? {} : { number })

/** A type of employee. What its name means here is `undefined` where it says nothing known. */
export interface EmployeeType {
  id: string
  kind: EmployeeKind | undefined
}

export const parseEmployeeTypes = (tree: ResultTree): EmployeeType[] =>
  itemsOf(tree).map((item) => {
    const id = childText(item, 'Id')
    if (!/^\d+$/.test(id)) throw createCallError('unreadable-value', 'EmployeeType_GetList', { field: 'Id' })
    return { id, kind: toEmployeeKind(childText(item, 'Description')) }
  })

export const parseEmployeeList = (tree: ResultTree): TargetListEntry[] =>
  itemsOf(tree).map((item) => ({
    id: toTargetEmployeeId(parseId(childText(item, 'Id'), 'List_GetByCompany', 'Id')),
    displayName: childText(item, 'DisplayName'),
  }))

/**
 * The sub-domain the account belongs to, which is what the configuration names (Nmbrs contract, section 1).
 */
export const parseDomain = (tree: ResultTree): string | undefined => {
  const name = childText(tree.children, 'SubDomain') || childText(tree.children, 'Domain')
  return name === '' ? undefined : name
}

/** Every field of a section from one record; a field the record lacks is empty. */
export const parseValues = (
  section: MappedSection,
  record: readonly XmlElement[],
  operation: OperationName,
): Values => {
  ensureSure(record, (name) => findFieldType(section, name) !== undefined, operation)
  const values: Partial<Record<FieldName, string>> = {}
  for (const field of fieldNamesOf(section)) {
    const type = findFieldType(section, field)
    const value = type === undefined ? undefined : toCanonical(type, childText(record, field))
    if (value === undefined) throw createCallError('unreadable-value', operation, { field })
    values[field] = value
  }
  return values
}

export const parseBankAccounts = (tree: ResultTree): TargetBankAccount[] =>
  itemsOf(tree).map((item) => ({
    id: toTargetRecordId(parseId(childText(item, 'Id'), 'BankAccount_GetListCurrent', 'Id')),
    values: parseValues('bankAccount', item, 'BankAccount_GetListCurrent'),
  }))

/** The rows of `Salary_GetList`. They have no entry time; their place in the list stands for an id. */
export const parseSalaries = (tree: ResultTree): SalaryEntry[] =>
  itemsOf(tree).map((item, index) => {
    const renamed = item.map((element) =>
      element.name === 'StartDate' ? { ...element, name: 'Start' } : element,
    )
    const { Value = '', Type = '', Start = '' } = parseValues('salary', renamed, 'Salary_GetList')
    const table = item.find(({ name }) => name === 'SalaryTable')
    const byTable = table !== undefined && namesTable(textsIn(table))
    return { Value, Type, Start, created: '', id: index, ...(byTable ? { byTable } : {}) }
  })

export const isBankAccountType = (text: string): boolean =>
  (bankAccountTypes as readonly string[]).includes(text)
