import type { DesiredEmployee } from '../../../domain/employee.js'
import { isNearlySameName } from '../../../domain/text/names.js'
import { compareAttribute } from '../likeness/compare-attributes.js'
import { startOf, toCandidates, type CreationPlace } from './creation-place.js'
import type { Candidate } from '../candidate.js'
import { toPersonKeys, type PersonKeys } from '../person-keys.js'

/**
 * The target employees that are half made and may be this person: unconnected, without birth date, e-mail and
 * phone, as a creation leaves them until their personal data follow, and with nearly the first name, nearly
 * the last name or the start date of the person. The person may have been corrected in the source since, or
 * have come back as another record. They prove nothing, so someone must choose.
 */
export const findHalfMade = (person: DesiredEmployee, place: CreationPlace): Candidate[] => {
  const keys = toPersonKeys({ personalInfo: person.sections.personalInfo })
  const startDate = startOf(person)
  return toCandidates(keys, place.population.all, (target) => {
    if (!isBare(target.keys) || !place.isFree(target.id)) return false
    if (isSimilar(keys, target.keys)) return true
    return startDate !== undefined && place.targets.get(target.id)?.employment?.InitialStartDate === startDate
  })
}

const isBare = ({ birthDate, workEmail, privateEmail, phones }: PersonKeys): boolean =>
  birthDate === '' && workEmail === '' && privateEmail === '' && phones.length === 0

const isSimilar = (person: PersonKeys, target: PersonKeys): boolean =>
  compareAttribute(person, target, 'firstName') === 'agrees' ||
  compareAttribute(person, target, 'lastName') === 'agrees' ||
  person.lastName.telling.some((part) => target.lastName.telling.includes(part)) ||
  isNearlySameName(person.firstName.forms[0] ?? '', target.firstName.forms[0] ?? '') ||
  isNearlySameName(person.lastName.whole[0] ?? '', target.lastName.whole[0] ?? '')
