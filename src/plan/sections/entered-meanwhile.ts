import type { Values } from '../../domain/values.js'
import type { FieldDiff } from './diff-fields.js'
import type { FieldName } from '../../domain/sections.js'
import type { PersonContext } from './section-plan.js'

/**
 * Nmbrs gives a new employee a number of its own (Nmbrs contract, section 2.1), so that one says nothing
 * about what payroll entered.
 */
const isGivenByTarget = (field: FieldName): boolean => field === 'EmployeeNumber'

/**
 * Whether a value that was never settled, of an employee whom this program made, was entered by payroll
 * meanwhile: only what is still empty is ours to fill in for the first time.
 */
export const wasEnteredMeanwhile = (
  { field, verdict }: Pick<FieldDiff, 'field' | 'verdict'>,
  held: Values,
): boolean => verdict === 'first-contact' && !isGivenByTarget(field) && (held[field] ?? '') !== ''

/** What a new employee holds of these fields: what payroll enters before they are written is noticed then. */
export const toUntouched = (fields: readonly FieldName[]): Values =>
  Object.fromEntries(fields.filter((field) => !isGivenByTarget(field)).map((field) => [field, '']))

/**
 * The comparison with such values as what they are: changes of payroll. They are never set back by
 * themselves, because nothing of ours stood there.
 */
export const toDriftOfPayroll = (
  diffs: readonly FieldDiff[],
  held: Values,
  { createdByUs }: Pick<PersonContext, 'createdByUs'>,
): FieldDiff[] => diffs.map((diff) => (createdByUs && wasEnteredMeanwhile(diff, held) ? toDrift(diff) : diff))

const toDrift = (diff: FieldDiff): FieldDiff => ({
  ...diff,
  verdict: 'drift',
  onDrift: diff.onDrift === 'adopt' ? 'adopt' : 'report',
})

/** The same for what is written whole: payroll entered part of it, so all of it is payroll's. */
export const toWholeDriftOfPayroll = (
  diffs: readonly FieldDiff[],
  held: Values,
  context: Pick<PersonContext, 'createdByUs'>,
): readonly FieldDiff[] =>
  context.createdByUs && diffs.some((diff) => wasEnteredMeanwhile(diff, held))
    ? diffs.map((diff) => (diff.verdict === 'first-contact' ? toDrift(diff) : diff))
    : diffs
