import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  chooseCompensation,
  chooseEmployment,
  type CompensationDays,
  type EmploymentDays,
} from '../../../src/source/alexis/people/current-rows.js'

const today = '2026-11-22'

const ended: EmploymentDays = { id: 'ended', startDay: '2023-01-01', endDay: '2024-12-31' }
const running: EmploymentDays = { id: 'running', startDay: '2025-01-01' }
const endingToday: EmploymentDays = { id: 'endingToday', startDay: '2024-01-01', endDay: today }
const coming: EmploymentDays = { id: 'coming', startDay: '2026-12-01' }
const later: EmploymentDays = { id: 'later', startDay: '2027-06-01' }

describe('the current employment', () => {
  it.each<[string, EmploymentDays[], string | undefined, string | undefined]>([
    ['the one pointed at', [ended, running], 'ended', 'ended'],
    ['the one that runs today', [ended, running, coming], undefined, 'running'],
    ['the one that runs up to today', [ended, endingToday, coming], undefined, 'endingToday'],
    ['the one that started last of two that run', [endingToday, running], undefined, 'running'],
    ['the first to come when none runs', [later, ended, coming], undefined, 'coming'],
    ['none when all have ended', [ended], undefined, undefined],
    ['none without any', [], undefined, undefined],
    ['the one that runs when the pointer leads nowhere', [ended, running], 'gone', 'running'],
  ])('is %s', (_what, rows, pointer, expected) => {
    const choice = chooseEmployment(rows, pointer, today)

    expect(choice.row?.id).toBe(expected)
  })

  it.each([
    ['updated last', { updated: '2026-02-01T00:00:00.000Z' }, { updated: '2026-01-01T00:00:00.000Z' }, 'a'],
    ['with the highest id when both say the same', {}, {}, 'b'],
  ])('of two that start on one day is the one %s', (_what, one, other, expected) => {
    const rows = [
      { id: 'a', startDay: '2025-01-01', ...one },
      { id: 'b', startDay: '2025-01-01', ...other },
    ]

    const choice = chooseEmployment(rows, undefined, today)

    expect(choice).toEqual({ row: expect.objectContaining({ id: expected }) })
  })

  it.each<[string, EmploymentDays[], string | undefined, boolean]>([
    ['pointer and dates agree', [ended, running], 'running', false],
    ['there is no pointer', [ended, running], undefined, false],
    ['only the row pointed at is known', [ended], 'ended', false],
    ['they name different rows', [ended, running], 'ended', true],
    ['the pointer leads nowhere', [running], 'gone', true],
  ])('is doubtful or not: %s', (_what, rows, pointer, isMismatch) => {
    const choice = chooseEmployment(rows, pointer, today)

    expect(choice.doubt).toBe(isMismatch ? 'mismatch' : undefined)
  })
})

const first: CompensationDays = { id: 'first', effectiveDay: '2024-01-01' }
const raise: CompensationDays = { id: 'raise', effectiveDay: '2026-11-22' }
const future: CompensationDays = { id: 'future', effectiveDay: '2027-01-01' }
const twin: CompensationDays = { id: 'twin', effectiveDay: '2026-11-22' }

describe('the current compensation', () => {
  it.each<[string, CompensationDays[], string | undefined, boolean, string | undefined]>([
    ['the one pointed at', [first, raise], 'first', false, 'first'],
    ['the latest up to and with today', [future, raise, first], undefined, false, 'raise'],
    ['not one of the future for somebody who works here', [future], undefined, false, undefined],
    [
      'the first to come for somebody still to start',
      [{ id: 'far', effectiveDay: '2028-01-01' }, future],
      undefined,
      true,
      'future',
    ],
    ['the latest up to today even for somebody still to start', [first, future], undefined, true, 'first'],
    ['none without any', [], undefined, true, undefined],
  ])('is %s', (_what, rows, pointer, isPreHire, expected) => {
    const choice = chooseCompensation(rows, pointer, today, isPreHire)

    expect(choice.row?.id).toBe(expected)
    expect(choice.doubt).not.toBe('ambiguous')
  })

  it('is nobody’s guess when two rows take effect on one day and no pointer decides', () => {
    expect(chooseCompensation([first, raise, twin], undefined, today, false)).toEqual({
      row: undefined,
      doubt: 'ambiguous',
    })
    expect(chooseCompensation([raise, twin], 'gone', today, false).doubt).toBe('ambiguous')
  })

  it('is decided by the pointer between two rows of one day, without doubt', () => {
    expect(chooseCompensation([first, raise, twin], 'twin', today, false)).toEqual({ row: twin })
  })

  it('is not disturbed by two rows of one day in the past', () => {
    const old = { id: 'old', effectiveDay: first.effectiveDay }

    expect(chooseCompensation([first, old, raise], undefined, today, false)).toEqual({ row: raise })
  })

  it('is trusted to the pointer, and said so, when the dates name another row', () => {
    expect(chooseCompensation([first, raise], 'first', today, false)).toEqual({
      row: first,
      doubt: 'mismatch',
    })
  })
})

describe('both choices', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`)
  const rows = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), startDay: day, effectiveDay: day }),
    {
      selector: ({ id }) => id,
      maxLength: 6,
    },
  )

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rows, fc.string(), fc.boolean(), (all, pointer, isPreHire) => {
        const turned = [...all].reverse()

        expect(chooseEmployment(turned, pointer, today)).toEqual(chooseEmployment(all, pointer, today))
        expect(chooseCompensation(turned, pointer, today, isPreHire)).toEqual(
          chooseCompensation(all, pointer, today, isPreHire),
        )
      }),
    )
  })
})
