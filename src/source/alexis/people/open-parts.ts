import { chooseCurrentRows, lacksHireDate, type PersonDraft, type ReadContext } from './person-draft.js'

/** Which of a person's rows are not known well enough to say which is current. */
export interface OpenParts {
  employments: boolean
  employmentType: boolean
  compensations: boolean
}

/** Whether the rows that came with a list are everyone's whole history. Not known counts as no. */
export interface WholeHistory {
  employments: boolean
  compensations: boolean
}

/**
 * What has to be read besides the list for this person. Whether a list's related rows are the whole history
 * or only the rows pointed at is not documented (AlexisHR contract, section 6.1): a person without pointer
 * and without rows may still have rows, and their first employment may be one that did not come along.
 */
export const findOpenParts = (draft: PersonDraft, context: ReadContext, whole: WholeHistory): OpenParts => {
  const { keys, employments, compensations } = draft
  const { wanted, allCompensations } = context
  const employmentWanted = wanted.employment.isWanted || wanted.employmentType.isWanted
  return {
    employments:
      (lacksHireDate(draft, context) && !whole.employments) ||
      (employmentWanted && isOpen(employments.rows, keys.employmentId, whole.employments)),
    employmentType: wanted.employmentType.isWanted && !isTypeKnown(draft, context),
    compensations:
      wanted.compensation.isWanted &&
      (isOpen(compensations.rows, keys.compensationId, whole.compensations) ||
        (allCompensations && !whole.compensations)),
  }
}

const isTypeKnown = (draft: PersonDraft, { employmentTypes, today }: ReadContext): boolean => {
  const { employmentTypeId } = chooseCurrentRows(draft, today)
  return employmentTypeId === undefined || employmentTypes.has(employmentTypeId)
}

const isOpen = (rows: readonly { id: string }[], pointer: string | undefined, isWhole: boolean): boolean =>
  pointer === undefined ? rows.length === 0 && !isWhole : !rows.some((row) => row.id === pointer)

export const isAnyOpen = (parts: OpenParts): boolean => Object.values(parts).includes(true)
