import type { FieldName, MappedSection } from '../../domain/sections.js'
import type { Remark } from '../../yaml/describe-issues.js'
import { entriesOf, findAt, type KeyPath } from '../../yaml/key-path.js'

type Note = (path: KeyPath, remark: Remark) => void

/**
 * Without these four no one can be created; the vendors' export asks for them (AlexisHR contract, section 6).
 */
const requiredRows: readonly [MappedSection, FieldName][] = [
  ['personalInfo', 'FirstName'],
  ['personalInfo', 'LastName'],
  ['personalInfo', 'Birthday'],
  ['employment', 'InitialStartDate'],
]

const has = (data: unknown, section: MappedSection, field: FieldName): boolean =>
  findAt(data, ['sections', section, field]) !== undefined

const checkRequiredRows = (data: unknown, note: Note): void => {
  for (const [section, field] of requiredRows) {
    const path = ['sections', section, field]
    if (!has(data, section, field)) {
      note(path, { expected: 'a row with required: true; no one can be sent without it', found: 'nothing' })
    } else if (findAt(data, [...path, 'required']) !== true) {
      note(path, { expected: 'required: true; no one can be sent without it', found: 'not required' })
    }
  }
}

const checkBankAccount = (data: unknown, note: Note): void => {
  if (entriesOf(findAt(data, ['sections', 'bankAccount'])).length === 0) return
  const path = ['sections', 'bankAccount', 'Type']
  if (!has(data, 'bankAccount', 'Type')) {
    note(path, { expected: 'Type: { const: Standaard }', found: 'nothing' })
  }
  if (!has(data, 'bankAccount', 'IBAN') && !has(data, 'bankAccount', 'Number')) {
    note(['sections', 'bankAccount'], { expected: 'a row for IBAN or Number', found: 'neither' })
  }
}

/** The amount that belongs to the currency and pay period that are checked beside it. */
const amountPath = 'compensation.amount'

const checkSalary = (data: unknown, note: Note): void => {
  if (entriesOf(findAt(data, ['sections', 'salary'])).length === 0) return
  for (const field of ['Value', 'Type', 'Start'] as const) {
    if (!has(data, 'salary', field)) {
      note(['sections', 'salary', field], {
        expected: 'a row; a salary needs Value, Type and Start',
        found: 'nothing',
      })
    }
  }
  const path = ['sections', 'salary', 'Value', 'from']
  const from = findAt(data, path)
  if (from !== undefined && from !== amountPath) {
    note(path, { expected: `${amountPath}, the amount whose currency and pay period are checked` })
  }
}

const addressOnlyParts = ['HouseNumber', 'HouseNumberAddition'] as const

/** A house number of its own beside a street line that still holds it would be printed twice. */
const checkAddress = (data: unknown, note: Note): void => {
  const parts = addressOnlyParts.filter((field) => has(data, 'address', field))
  const street = ['sections', 'address', 'Street']
  const from = [findAt(data, [...street, 'from'])].flat()
  if (parts.length === 0 || !from.includes('employee.homeAddress.street')) return
  if (findAt(data, [...street, 'transform']) !== 'streetName') {
    note(street, {
      expected: `transform: streetName beside a row for ${parts.join(' and ')}`,
      found: 'the whole line',
    })
  }
}

/**
 * What rows must say together. Works on what was read, right or wrong, so that it finds its problems beside
 * all others.
 */
export const checkSections = (data: unknown, note: Note): void => {
  checkRequiredRows(data, note)
  checkBankAccount(data, note)
  checkSalary(data, note)
  checkAddress(data, note)
}
