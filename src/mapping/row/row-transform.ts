import { foldKeys } from './fold-keys.js'
import type { Report, RowPlace } from './row-place.js'
import type { RawRow } from '../file/schema.js'
import {
  findDefaultTransform,
  transformsFor,
  type Transform,
  type TransformName,
} from '../transforms/catalogue.js'

/** Settings that belong to one transform each. */
export const settingNames = ['stripZeros', 'monthly', 'byEmploymentType'] as const
const ownerOf: Readonly<Record<(typeof settingNames)[number], TransformName>> = {
  stripZeros: 'employeeNumber',
  monthly: 'salaryType',
  byEmploymentType: 'salaryType',
}

/** A transform with its default settings. */
export const withoutSettings = (name: TransformName): Transform => {
  if (name === 'employeeNumber') return { name, stripZeros: false }
  if (name === 'salaryType') return { name, monthly: 'Bruto_Salaris_Partime', byEmploymentType: {} }
  return { name }
}

/**
 * The transform of a row with its settings; `undefined` when a table alone gives the value. Everything wrong
 * is noted.
 */
export const readRowTransform = (place: RowPlace, raw: RawRow, note: Report): Transform | undefined => {
  const name = raw.transform ?? findDefaultTransform(place.type)
  const fitting = transformsFor(place.type)
  if (raw.transform !== undefined && !fitting.includes(raw.transform)) {
    note(['transform'], { expected: `a transform that gives a ${place.type}: ${fitting.join(', ')}` })
  }
  for (const setting of settingNames) {
    if (raw[setting] !== undefined && ownerOf[setting] !== name) {
      note([setting], { expected: `transform: ${ownerOf[setting]} beside this setting` })
    }
  }
  if (name === undefined && raw.table === undefined) {
    note([], { expected: 'transform: salaryType, or a table that gives the codes', found: 'neither' })
  }
  if (name === undefined) return undefined
  if (name === 'employeeNumber') return { name, stripZeros: raw.stripZeros ?? false }
  return name === 'salaryType' ? readSalaryType(raw, note) : { name }
}

const readSalaryType = (raw: RawRow, note: Report): Transform => {
  if (raw.from !== 'compensation.payoutPeriod') {
    note(['from'], { expected: 'compensation.payoutPeriod, from which salaryType decides' })
  }
  if (raw.table !== undefined) note(['table'], { expected: 'no table beside transform: salaryType' })
  const names = raw.byEmploymentType ?? {}
  const folded = foldKeys(names, (key) => {
    note(['byEmploymentType', key], {
      expected: 'each name once; letter case makes no difference',
      found: key,
    })
  })
  return { name: 'salaryType', monthly: raw.monthly ?? 'Bruto_Salaris_Partime', byEmploymentType: folded }
}
