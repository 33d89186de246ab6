import { bankAccountTypes } from '../../domain/sections.js'
import type { RowSource } from '../mapping.js'
import type { Report, RowPlace } from './row-place.js'
import { readRowTable } from './row-table.js'
import { readRowTransform, settingNames, withoutSettings } from './row-transform.js'
import type { RawRow } from '../file/schema.js'
import { isSourcePath, sourcePaths } from '../source-paths.js'
import { applyTransform, findDefaultTransform, fixedDays } from '../transforms/catalogue.js'
import { toText } from '../transforms/text.js'
import type { KeyPath } from '../../yaml/key-path.js'
import { findNearest } from '../../yaml/nearest.js'

/** Where a row takes its value from; `undefined` when it cannot be told. Everything wrong is noted. */
export const readRowSource = (place: RowPlace, raw: RawRow, note: Report): RowSource | undefined => {
  if (raw.from === undefined && raw.const === undefined) {
    note([], { expected: 'from: a field of AlexisHR, or const: a text', found: 'neither' })
    return undefined
  }
  if (raw.from !== undefined && raw.const !== undefined) {
    note(['const'], { expected: 'either from or const', found: 'both' })
    return undefined
  }
  if (raw.const !== undefined) return readConstant(place, raw.const, raw, note)
  if (place.section === 'bankAccount' && place.field === 'Type') {
    note(['from'], { expected: 'const: Standaard, the only account that is kept in step' })
    return undefined
  }
  const [first, ...others] = typeof raw.from === 'string' ? [raw.from] : (raw.from ?? [])
  if (first === undefined) return undefined
  for (const [index, path] of [first, ...others].entries()) {
    checkPath(path, typeof raw.from === 'string' ? ['from'] : ['from', index], note)
  }
  const transform = readRowTransform(place, raw, note)
  const table = readRowTable(place, raw, transform, note)
  return { kind: 'source', from: [first, ...others], transform, table }
}

const checkPath = (path: string, at: KeyPath, note: Report): void => {
  if (isSourcePath(path)) return
  if (/(?:^|\.)ssn$/i.test(path)) {
    note(at, { expected: 'another field; the identity number is never read' })
    return
  }
  note(at, {
    expected: 'a field of AlexisHR, or employee.custom.KEY',
    suggestion: findNearest(path, sourcePaths),
  })
}

/**
 * Fields that are one person's own. The same text for everyone would be one account, number or salary for
 * all.
 */
const neverConstant: ReadonlySet<string> = new Set([
  ...[
    'personalInfo.FirstName',
    'personalInfo.LastName',
    'personalInfo.Birthday',
    'personalInfo.EmployeeNumber',
  ],
  ...['personalInfo.EmailPrivate', 'personalInfo.EmailWork', 'address.Street', 'address.HouseNumber'],
  ...['bankAccount.Number', 'bankAccount.IBAN', 'bankAccount.BIC', 'employment.InitialStartDate'],
  ...['salary.Value', 'salary.Type', 'salary.Start'],
])

const readConstant = (
  { section, field, type }: RowPlace,
  text: string,
  raw: RawRow,
  note: Report,
): RowSource | undefined => {
  for (const key of ['table', 'unlisted', 'transform', ...settingNames, 'whenEmpty'] as const) {
    if (raw[key] !== undefined) note([key], { expected: 'nothing here; a constant is sent as it is' })
  }
  if (neverConstant.has(`${section}.${field}`)) {
    note(['const'], { expected: 'from: a field of AlexisHR; this differs from person to person' })
    return undefined
  }
  if (type === 'code') return readBankAccountType(text, note)
  const name = findDefaultTransform(type)
  const result = name === undefined ? toText(text) : applyTransform(withoutSettings(name), text, fixedDays)
  if ('value' in result && result.value !== '') return { kind: 'constant', value: result.value }
  note(['const'], { expected: `a value of type ${type}` })
  return undefined
}

const readBankAccountType = (text: string, note: Report): RowSource | undefined => {
  if (text === 'Standaard') return { kind: 'constant', value: text }
  const known = (bankAccountTypes as readonly string[]).includes(text)
  note(['const'], {
    expected: 'Standaard, the only account that is kept in step',
    suggestion: known ? undefined : 'Standaard',
  })
  return undefined
}
