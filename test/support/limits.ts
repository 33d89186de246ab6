import type { Thresholds } from '../../src/domain/threshold.js'

const none = { max: undefined, percent: undefined }

/** For tests about something else: nothing is held or stopped for being much. */
export const noLimits: Thresholds = {
  create: none,
  update: none,
  bankAccount: none,
  salary: none,
  sameField: { percent: 100 },
  shrink: { percent: 100 },
}

/** The limits of a configuration that says nothing of them. */
export const usualLimits: Thresholds = {
  create: { max: 10, percent: undefined },
  update: { max: 50, percent: 30 },
  bankAccount: { max: 3, percent: 10 },
  salary: { max: 10, percent: 20 },
  sameField: { percent: 80 },
  shrink: { percent: 20 },
}
