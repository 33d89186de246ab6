import type { NmbrsData, NmbrsRun } from '../../../src/sandbox/nmbrs/world/data.js'
import { aCompany, aWorld } from './small-world.js'

export const aRun = (change: Partial<NmbrsRun> = {}): NmbrsRun => ({
  id: 301,
  number: 1,
  year: 2026,
  periodStart: 10,
  periodEnd: 10,
  description: 'Run 10',
  runAt: '2026-10-25T09:00:00',
  isLocked: true,
  ...change,
})

/** Two debtors with a company each; the first has the employee, a run and the tag. */
export const twoDebtors = (change: Partial<NmbrsData> = {}): NmbrsData =>
  aWorld({
    debtors: [
      { id: 7, number: '7', name: 'Tulpwerk', tags: [{ number: 1, tag: 'a.s.r.', hexColor: '#00aa00' }] },
      { id: 8, number: '8', name: 'Rooswerk' },
    ],
    companies: [
      aCompany({ runs: [aRun()] }),
      aCompany({ id: 1235, number: 2, name: 'Rooswerk B.V.', debtorId: 8 }),
    ],
    ...change,
  })
