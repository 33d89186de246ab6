import { describe, expect, it } from '@jest/globals'

import {
  findOffPayroll,
  formatSpans,
  isBack,
  parseSpans,
  standInSource,
  standInTarget,
  toEmployeeKind,
  type SourceServiceFacts,
  type TargetServiceFacts,
} from '../../src/domain/service.js'

const today = '2026-11-22'
const current = (differs: Partial<NonNullable<SourceServiceFacts['employment']>> = {}) => ({
  startDay: '2020-01-01',
  terminated: false,
  ...differs,
})

describe('a person of the source', () => {
  it.each<[string, Partial<SourceServiceFacts>, object]>([
    ['of whom nothing else is known', {}, { state: 'in' }],
    ['who is inactive', { active: false }, { state: 'after' }],
    [
      'who is inactive and has an end',
      { active: false, endDay: '2026-10-31' },
      { state: 'after', lastDay: '2026-10-31' },
    ],
    ['whose end has passed', { endDay: '2026-11-21' }, { state: 'after', lastDay: '2026-11-21' }],
    ['on the last day', { endDay: today }, { state: 'in' }],
    [
      'whose end lies before the hire date',
      { hireDay: '2026-01-01', endDay: '2025-10-31' },
      { state: 'in', start: '2026-01-01' },
    ],
    ['who starts tomorrow', { hireDay: '2026-11-23' }, { state: 'before', start: '2026-11-23' }],
    ['who starts today', { hireDay: today }, { state: 'in', start: today }],
    ['with a running employment', { employment: current() }, { state: 'in', start: '2020-01-01' }],
    [
      'whose employment really ended',
      { employment: current({ effectiveEndDay: '2026-11-21' }) },
      { state: 'after', start: '2020-01-01', lastDay: '2026-11-21' },
    ],
    [
      'whose real end lies ahead and whose planned one has passed',
      { employment: current({ effectiveEndDay: '2026-12-31', endDay: '2026-10-31' }) },
      { state: 'in', start: '2020-01-01' },
    ],
    [
      'whose real end passed before the planned one',
      { employment: current({ effectiveEndDay: '2026-10-31', endDay: '2027-10-31' }) },
      { state: 'after', start: '2020-01-01', lastDay: '2026-10-31' },
    ],
    [
      'whose planned end has passed, and nothing follows',
      { employment: current({ endDay: '2026-10-31' }) },
      { state: 'after', start: '2020-01-01', lastDay: '2026-10-31' },
    ],
    [
      'whose planned end has passed, and another employment follows',
      { employment: current({ endDay: '2026-10-31' }), laterStart: '2026-11-01' },
      { state: 'in', start: '2026-11-01' },
    ],
    [
      'who was given notice for a day that has passed, and comes back',
      { employment: current({ endDay: '2026-10-31', terminated: true }), laterStart: '2027-01-01' },
      { state: 'after', start: '2027-01-01', lastDay: '2026-10-31' },
    ],
    [
      'who was given notice for a day ahead',
      { employment: current({ endDay: '2026-12-31', terminated: true }) },
      { state: 'in', start: '2020-01-01' },
    ],
    [
      'whose own record has an end that the employment lacks',
      { endDay: '2026-10-31', employment: current() },
      { state: 'in', start: '2020-01-01' },
    ],
  ])('%s', (_who, facts, standing) => {
    expect(standInSource({ active: true, ...facts }, today)).toEqual(standing)
  })
})

describe('an employee of the target', () => {
  const open = { start: '2020-01-01', end: '' }
  const ended = { start: '2020-01-01', end: '2026-10-31' }

  it.each<[string, TargetServiceFacts, object]>([
    ['of whom no employment was read', {}, { state: 'unknown' }],
    ['without any employment', { spans: [] }, { state: 'unknown' }],
    ['with a running employment', { spans: [open] }, { state: 'in', running: 1, hasEnd: false }],
    ['on the last day', { spans: [{ ...open, end: today }] }, { state: 'in', running: 1, hasEnd: true }],
    [
      'the day after the last day',
      { spans: [{ ...open, end: '2026-11-21' }] },
      { state: 'after', end: '2026-11-21' },
    ],
    [
      'with two running employments',
      { spans: [open, { ...open, start: '2026-01-01' }] },
      { state: 'in', running: 2, hasEnd: false },
    ],
    [
      'who started again',
      { spans: [ended, { start: '2026-11-01', end: '' }] },
      { state: 'in', running: 1, hasEnd: false },
    ],
    ['whose first day lies ahead', { spans: [{ start: '2026-12-01', end: '' }] }, { state: 'before' }],
    [
      'whose next first day lies ahead',
      { spans: [ended, { start: '2026-12-01', end: '' }] },
      { state: 'before' },
    ],
    [
      'listed among those who left, with an open employment',
      { spans: [open], kind: 'former' },
      { state: 'after', end: '' },
    ],
    [
      'listed among those who left, with an end',
      { spans: [ended], kind: 'former' },
      { state: 'after', end: '2026-10-31' },
    ],
    ['who died', { spans: [open], deceasedOn: '2026-11-10' }, { state: 'after', end: '2026-11-10' }],
    [
      'who died after the last day',
      { spans: [ended], deceasedOn: '2026-11-10' },
      { state: 'after', end: '2026-10-31' },
    ],
  ])('%s', (_who, facts, standing) => {
    expect(standInTarget(facts, today)).toEqual(standing)
  })

  it('keeps employments as text and reads them again', () => {
    const spans = [ended, { start: '2026-11-01', end: '' }]

    expect(parseSpans(formatSpans(spans))).toEqual(spans)
    expect(parseSpans(formatSpans([]))).toEqual([])
  })
})

describe('a person who is back', () => {
  const after = { state: 'after', end: '2026-06-30' } as const

  it.each([
    ['started after the end', { state: 'in', start: '2026-11-01' } as const, after, true],
    ['starts after the end', { state: 'before', start: '2026-12-01' } as const, after, true],
    ['left again', { state: 'after', start: '2026-07-01', lastDay: '2026-10-31' } as const, after, false],
    [
      'left and starts again later',
      { state: 'after', start: '2027-01-01', lastDay: '2026-06-30' } as const,
      after,
      true,
    ],
    ['never left in the source', { state: 'in', start: '2020-01-01' } as const, after, false],
    [
      'has an employment in the target',
      { state: 'in', start: '2026-11-01' } as const,
      { state: 'in', running: 1, hasEnd: false } as const,
      false,
    ],
  ])('%s', (_who, source, target, back) => {
    expect(isBack(source, target)).toBe(back)
  })
})

describe('the kinds of employee', () => {
  it.each([
    ['Applicant', 'applicant'],
    ['Sollicitant', 'applicant'],
    ['rejectedApplicant', 'applicant'],
    ['New hire', 'new-hire'],
    ['newHire', 'new-hire'],
    ['Payroll', 'payroll'],
    ['Employee', 'payroll'],
    ['Former employee', 'former'],
    ['Former payroll', 'former'],
    ['Uit dienst', 'former'],
    ['External', 'external'],
    ['Former external', 'former'],
    ['Type 7', undefined],
  ])('%s', (description, kind) => {
    expect(toEmployeeKind(description)).toBe(kind)
  })

  it.each([
    [{ kind: 'external' as const }, 'external'],
    [{ kind: 'payroll' as const }, undefined],
    [{ kind: 'former' as const }, undefined],
    [{ kind: 'payroll' as const, deceasedOn: '2026-11-01' }, 'deceased'],
    [{ kind: 'payroll' as const, deceasedOn: '2026-12-01' }, undefined],
    [{}, undefined],
  ])('%j is off the payroll as %s', (facts, reason) => {
    expect(findOffPayroll(facts, today)).toBe(reason)
  })
})
