import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  findAmbiguousStarts,
  findRivals,
  periodNumber,
  pickCurrentEmployment,
  pickCurrentRow,
  toEntryTime,
  toSalaries,
  toSalaryType,
  type EmploymentRow,
  type PeriodRow,
  type SalaryEntry,
} from '../../../src/target/common/current-rows.js'

const aRow = (row: Partial<PeriodRow> = {}): PeriodRow => ({
  start: 202601,
  end: 0,
  created: '',
  id: 1,
  ...row,
})
const anEmployment = (row: Partial<EmploymentRow> = {}): EmploymentRow => ({
  start: '2025-01-01',
  end: '',
  initialStart: '2025-01-01',
  created: '',
  id: 1,
  ...row,
})
const aSalary = (entry: Partial<SalaryEntry> = {}): SalaryEntry => ({
  Value: '3000',
  Type: 'Bruto_Salaris_Fulltime',
  Start: '2026-01-01',
  created: '',
  id: 1,
  ...entry,
})

describe('the current row of a history by period', () => {
  const current = periodNumber(2026, 11)

  it('is the one that began last and not after the current period', () => {
    const rows = [
      aRow({ id: 1, start: 202601 }),
      aRow({ id: 2, start: 202611 }),
      aRow({ id: 3, start: 202612 }),
    ]

    expect(pickCurrentRow(rows, current)?.id).toBe(2)
  })

  it('compares years before periods', () => {
    const rows = [
      aRow({ id: 1, start: periodNumber(2025, 12) }),
      aRow({ id: 2, start: periodNumber(2026, 1) }),
    ]

    expect(pickCurrentRow(rows, current)?.id).toBe(2)
  })

  it('is the one entered last when several begin in one period', () => {
    const rows = [
      aRow({ id: 9, created: '2026-02-01T10:00:00' }),
      aRow({ id: 4, created: '2026-02-01T10:00:00.5' }),
      aRow({ id: 8, created: '2026-01-01T10:00:00' }),
    ]

    expect(pickCurrentRow(rows, current)?.id).toBe(4)
  })

  it('is shown as the one with the highest id when nothing says which was entered last', () => {
    expect(pickCurrentRow([aRow({ id: 10 }), aRow({ id: 9 })], current)?.id).toBe(10)
  })

  it('leaves out what has ended, and keeps what ends with the current period', () => {
    const rows = [aRow({ id: 1, start: 202603, end: 202610 }), aRow({ id: 2, start: 202602, end: 202611 })]

    expect(pickCurrentRow(rows, current)?.id).toBe(2)
  })

  it('is the first to begin for somebody who is still to start', () => {
    const rows = [aRow({ id: 1, start: 202702 }), aRow({ id: 2, start: 202701 })]

    expect(pickCurrentRow(rows, current)?.id).toBe(2)
  })

  it('is nothing without rows', () => {
    expect(pickCurrentRow<PeriodRow>([], current)).toBeUndefined()
  })

  it('does not depend on the order of the rows', () => {
    const anyRow = fc.record({
      start: fc.integer({ min: 202601, max: 202613 }),
      end: fc.constantFrom(0, 202605, 202612),
      created: fc.constantFrom('', '2026-01-01T00:00:00', '2026-02-01T00:00:00'),
      id: fc.integer({ min: 1, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: (row) => row.id, maxLength: 8 }), (rows) => {
        expect(pickCurrentRow([...rows].reverse(), current)).toEqual(pickCurrentRow(rows, current))
      }),
    )
  })
})

describe('the rivals of a row', () => {
  const beginsWith = ({ start }: PeriodRow): boolean => start === 202601
  const rivalsOf = (picked: PeriodRow, ...others: PeriodRow[]): number[] =>
    findRivals(picked, [picked, ...others], beginsWith).map(({ id }) => id)

  it('are those of its period when none has an entry time', () => {
    expect(rivalsOf(aRow({ id: 2 }), aRow({ id: 1 }), aRow({ id: 3, start: 202512 }))).toEqual([1])
  })

  it('are those without an entry time beside one that has it', () => {
    const dated = aRow({ id: 1, created: '2026-02-01T10:00:00' })

    expect(rivalsOf(dated, aRow({ id: 2 }))).toEqual([2])
  })

  it('are those that were entered at the same moment', () => {
    const created = '2026-02-01T10:00:00'

    expect(rivalsOf(aRow({ id: 2, created }), aRow({ id: 1, created }))).toEqual([1])
  })

  it('are none where the entry times tell them apart', () => {
    const earlier = aRow({ id: 9, created: '2026-01-01T10:00:00' })

    expect(rivalsOf(aRow({ id: 1, created: '2026-02-01T10:00:00' }), earlier)).toEqual([])
  })

  it.each([
    ['0001-01-01T00:00:00', ''],
    ['2026-02-01T10:00:00', '2026-02-01T10:00:00'],
    ['', ''],
  ])('take the entry time %s for %s', (wire, time) => {
    expect(toEntryTime(wire)).toBe(time)
  })
})

describe('the current employment', () => {
  it('is the one that began last of those that have begun', () => {
    const rows = [
      anEmployment({ id: 1, start: '2020-01-01' }),
      anEmployment({ id: 2, start: '2026-11-22' }),
      anEmployment({ id: 3, start: '2026-11-23' }),
    ]

    expect(pickCurrentEmployment(rows, '2026-11-22')?.id).toBe(2)
  })

  it('is the first one for somebody who is still to start', () => {
    const rows = [anEmployment({ id: 1, start: '2027-02-01' }), anEmployment({ id: 2, start: '2027-01-01' })]

    expect(pickCurrentEmployment(rows, '2026-11-22')?.id).toBe(2)
  })
})

describe('salaries', () => {
  it('come in the order in which they begin', () => {
    const entries = [aSalary({ Start: '2026-07-01', Value: '3100' }), aSalary({ Start: '2026-01-01' })]

    expect(toSalaries(entries).map(({ Start }) => Start)).toEqual(['2026-01-01', '2026-07-01'])
  })

  it('count once per start: the one entered last', () => {
    const entries = [
      aSalary({ Value: '3200', created: '2026-03-01T09:00:00', id: 3 }),
      aSalary({ Value: '3100', created: '2026-02-01T09:00:00', id: 7 }),
    ]

    expect(toSalaries(entries)).toEqual([
      { Value: '3200', Type: 'Bruto_Salaris_Fulltime', Start: '2026-01-01' },
    ])
  })

  it('leave out a row that says there is none', () => {
    expect(toSalaries([aSalary({ Type: 'None', Value: '0' })])).toEqual([])
  })

  it('leave out a start whose last entry says there is none', () => {
    const entries = [aSalary({ id: 1 }), aSalary({ id: 2, Type: 'None', Value: '0' })]

    expect(toSalaries(entries)).toEqual([])
  })

  it('are ambiguous on a day on which two start that differ and nothing says which was entered last', () => {
    const entries = [
      aSalary({ id: 1, Start: '2026-07-01', Value: '3100' }),
      aSalary({ id: 2, Start: '2026-07-01', Value: '3200' }),
      aSalary({ id: 3 }),
      aSalary({ id: 4 }),
      aSalary({ id: 5, Start: '2026-03-01', created: '2026-03-01T09:00:00' }),
      aSalary({ id: 6, Start: '2026-03-01', created: '2026-03-02T09:00:00', Type: 'Bruto_Uurloon' }),
    ]

    expect(findAmbiguousStarts(entries)).toEqual(['2026-07-01'])
    expect(findAmbiguousStarts([...entries].reverse())).toEqual(['2026-07-01'])
  })

  it.each([
    ['1', 'Bruto_Salaris_Fulltime'],
    ['3', 'Bruto_Uurloon'],
    ['0', 'None'],
    ['8', 'Netto_Uurloon_incl_looncomp'],
    ['99', '99'],
    ['Bruto_Uurloon', 'Bruto_Uurloon'],
  ])('have the type %s named %s', (wire, name) => {
    expect(toSalaryType(wire)).toBe(name)
  })
})
