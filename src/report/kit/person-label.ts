import type { TargetEmployeeId } from '../../domain/ids.js'
import { personTexts } from './texts/person-texts.js'
import type { Look } from './look.js'

/** Gives the name of a person for the user's own screen; `undefined` when it is not known. */
export type FindName = (subject: string) => string | undefined

/** Finds names among people who carry them. */
export const indexNames = (people: readonly { subject: string; displayName: string }[]): FindName => {
  const names = new Map(people.map(({ subject, displayName }) => [subject, displayName]))
  return (subject) => names.get(subject)
}

/** A person in a cell of a table: name where names may be shown, id always. */
export const toPersonCell = (subject: string, findName: FindName, { showNames }: Look): string => {
  const name = showNames ? findName(subject) : undefined
  return name === undefined || name === '' ? subject : `${name}, ${subject}`
}

/** The line that stands above what concerns one person: name where names may be shown, ids always. */
export const toPersonHeading = (
  person: { subject: string; targetId: TargetEmployeeId | null },
  findName: FindName,
  { paint, showNames, language }: Look,
): string => {
  const name = showNames ? findName(person.subject) : undefined
  const target = person.targetId === null ? personTexts[language].notInNmbrs : `Nmbrs ${person.targetId}`
  const ids = `${person.subject}, ${target}`
  return name === undefined || name === '' ? paint.bold(ids) : `${paint.bold(name)}  ${paint.dim(ids)}`
}
