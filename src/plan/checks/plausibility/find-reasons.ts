import type { CreateChange, UpdateChange } from '../../../domain/change.js'
import type { HoldReason, HoldSettings } from '../../../domain/hold/hold.js'
import { isBirthDateImplausible, isHireDateImplausible } from '../../../domain/date/plausible-dates.js'
import type { FieldName } from '../../../domain/sections.js'

/** Why names and dates wait that are no one's. */
export type PlausibilityReason = Extract<
  HoldReason,
  'birth-date-implausible' | 'hire-date-implausible' | 'name-implausible'
>

export interface PlausibilityRules {
  settings: Pick<HoldSettings, 'hireDate'>
  today: string
}

/** A letter of any script. */
const isName = (text: string): boolean => /\p{L}/u.test(text)

/** Why a creation waits: its birth date and start date are judged together. */
export const findCreationReasons = (
  { firstName, lastName, startDate, birthDate }: CreateChange,
  { settings, today }: PlausibilityRules,
): PlausibilityReason[] => {
  const birth = birthDate !== undefined && isBirthDateImplausible(birthDate, startDate, today)
  return [
    ...(birth ? (['birth-date-implausible'] as const) : []),
    ...(isHireDateImplausible(startDate, settings.hireDate, today)
      ? (['hire-date-implausible'] as const)
      : []),
    ...(isName(firstName) && isName(lastName) ? [] : (['name-implausible'] as const)),
  ]
}

/**
 * Why an update of names, a birth date or a start date waits. Only what would be written is judged; the date
 * on the other side of it comes with the change.
 */
export const findUpdateReasons = (change: UpdateChange, rules: PlausibilityRules): PlausibilityReason[] => {
  switch (change.section) {
    case 'personalInfo':
      return findPersonalReasons(change, rules)
    case 'employment':
      return isStartImplausible(change, rules) ? ['hire-date-implausible'] : []
    case 'address':
    case 'bankAccount':
    case 'salary':
      return []
  }
}

const findPersonalReasons = (change: UpdateChange, rules: PlausibilityRules): PlausibilityReason[] => {
  const found = change.fields.map((field) => findFieldReason(field, change, rules))
  return (['birth-date-implausible', 'name-implausible'] as const).filter((reason) => found.includes(reason))
}

/** Why one field of personal info waits. A value that is taken away is no value. */
export const findFieldReason = (
  field: FieldName,
  { after, hiredOn }: Pick<UpdateChange, 'after' | 'hiredOn'>,
  { today }: Pick<PlausibilityRules, 'today'>,
): PlausibilityReason | undefined => {
  const value = after[field] ?? ''
  if (value === '') return undefined
  if (field === 'Birthday')
    return isBirthDateImplausible(value, hiredOn, today) ? 'birth-date-implausible' : undefined
  const isNameField = field === 'FirstName' || field === 'LastName'
  return isNameField && !isName(value) ? 'name-implausible' : undefined
}

const isStartImplausible = (
  { after, bornOn }: UpdateChange,
  { settings, today }: PlausibilityRules,
): boolean => {
  const start = after.InitialStartDate ?? ''
  if (start === '') return false
  return (
    isHireDateImplausible(start, settings.hireDate, today) ||
    (bornOn !== undefined && isBirthDateImplausible(bornOn, start, today))
  )
}
