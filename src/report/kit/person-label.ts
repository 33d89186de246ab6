import type { Values } from '../../domain/values.js'
import { toEmployeeWords } from './employee-words.js'
import { personTexts } from './texts/person-texts.js'
import type { Look } from './look.js'
import type { PersonView } from '../people/person-view.js'
import type { FindName } from '../people/find-name.js'

/** Finds names among people who carry them. */
export const indexNames = (
  people: readonly { subject: string; displayName: string; employeeNumber?: string | undefined }[],
): FindName => {
  const names = new Map(people.map((person) => [person.subject, person]))
  return Object.assign((subject: string) => names.get(subject)?.displayName, {
    numberOf: (subject: string) => names.get(subject)?.employeeNumber,
  })
}

/** The same of people as they were planned. */
export const indexPlanned = (people: readonly PlannedPerson[]): FindName =>
  indexNames(people.map((plan) => ({ ...plan, employeeNumber: numberOfPlan(plan) })))

interface PlannedPerson {
  subject: string
  displayName: string
  desired: Readonly<Partial<Record<'personalInfo', Values>>>
}

/** The employee number of a person as it was planned. */
export const numberOfPlan = ({ desired }: Pick<PlannedPerson, 'desired'>): string | undefined =>
  desired.personalInfo?.EmployeeNumber

/** A person in a cell of a table: name where names may be shown, id always. */
export const toPersonCell = (subject: string, findName: FindName, look: Look): string =>
  toNamedText({ subject, name: findName(subject) }, look)

/** The same of a person whose name, where it is known, stands with them. */
export const toNamedText = (
  { subject, name }: { subject: string; name: string | undefined },
  { showNames }: Look,
): string => (!showNames || name === undefined || name === '' ? subject : `${name}, ${subject}`)

/** The line that stands above what concerns one person: name where names may be shown, ids always. */
export const toPersonLine = (
  person: Omit<PersonView, 'subject'> & { subject: string },
  look: Look,
): string => {
  const { paint, showNames, language } = look
  const name = showNames ? person.name : undefined
  const target =
    person.targetId === null
      ? personTexts[language].notInNmbrs
      : toEmployeeWords(person.targetId, person.employeeNumber, look)
  const ids = `${person.subject}, ${target}`
  return name === undefined || name === '' ? paint.bold(ids) : `${paint.bold(name)}  ${paint.dim(ids)}`
}
