import type { OwnList } from '../portal/portal.js'
import type { ListColumn, ListColumns } from './find-header.js'

export type OwnColumn = keyof OwnList['columns']

/** The columns that one way of finding a person needs; each inner list is a choice. */
const neededBy: Readonly<Record<OwnList['match'][number], readonly (readonly OwnColumn[])[]>> = {
  targetId: [['targetId']],
  employeeNumber: [['employeeNumber']],
  email: [['email']],
  userName: [['userName']],
  contactId: [['contactId']],
  'name+email': [
    ['name', 'email'],
    ['firstName', 'lastName', 'email'],
  ],
}

/**
 * The columns of a portal's list. None is needed by itself; whether anyone can be found by those there are
 * says `findMatchKeys`.
 */
export const toListColumns = ({ columns }: OwnList): ListColumns<OwnColumn> => {
  const named: Partial<Record<OwnColumn, ListColumn>> = {}
  for (const [column, headers] of Object.entries(columns) as [OwnColumn, readonly string[] | undefined][])
    if (headers !== undefined) named[column] = { headers, required: false }
  return named
}

/** The ways of finding a person that a list with these columns allows, best first. */
export const findMatchKeys = (
  { match }: OwnList,
  present: readonly OwnColumn[],
): readonly OwnList['match'][number][] =>
  match.filter((key) => neededBy[key].some((columns) => columns.every((column) => present.includes(column))))
