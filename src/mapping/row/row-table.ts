import { foldKeys } from './fold-keys.js'
import type { ValueTable } from '../mapping.js'
import type { Report, RowPlace } from './row-place.js'
import type { RawRow } from '../file/schema.js'
import { applyTransform, fixedDays, type Transform } from '../transforms/catalogue.js'
import { isSalaryType, sendableSalaryTypes } from '../transforms/salary-type.js'
import type { Remark } from '../../yaml/describe-issues.js'
import { findNearest } from '../../yaml/nearest.js'

/** The value table of a row, if it has one. Everything wrong is noted. */
export const readRowTable = (
  place: RowPlace,
  raw: RawRow,
  transform: Transform | undefined,
  note: Report,
): ValueTable | undefined => {
  if (raw.table === undefined) {
    if (raw.unlisted !== undefined) note(['unlisted'], { expected: 'a table beside unlisted' })
    return undefined
  }
  for (const [key, value] of Object.entries(raw.table)) {
    checkTableValue(place, value, transform, (remark) => {
      note(['table', key], remark)
    })
  }
  const values = foldKeys(raw.table, (key) => {
    note(['table', key], { expected: 'each value once; letter case makes no difference', found: key })
  })
  return { values, unlisted: raw.unlisted ?? 'refuse' }
}

const checkTableValue = (
  { type }: RowPlace,
  value: string,
  transform: Transform | undefined,
  note: (remark: Remark) => void,
): void => {
  if (type === 'code' && !isSalaryType(value)) {
    const suggestion = findNearest(value, sendableSalaryTypes)
    note({ expected: `one of ${sendableSalaryTypes.join(', ')}`, suggestion })
    return
  }
  if (transform === undefined || transform.name === 'salaryType') return
  const result = applyTransform(transform, value, fixedDays)
  if ('problem' in result) note({ expected: `a value that ${transform.name} accepts` })
}
