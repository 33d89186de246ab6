import { findUnknownNames, type ListedNames } from '../../access/policy/unknown-names.js'
import type { ConnectionConfig } from '../../config/config.js'
import { AuthError } from '../../domain/errors.js'
import type { KeyPath } from '../../yaml/key-path.js'
import { findNearest } from '../../yaml/nearest.js'
import { attributesOf } from '../../run/access/login-people.js'
import type { Source } from '../../source/port.js'

/** A name or an id of the configuration that AlexisHR does not have. */
export interface Unknown {
  path: KeyPath
  found: string
  /** What there is. */
  known: readonly string[]
  suggestion: string | undefined
}

/**
 * What a list of AlexisHR gives; `forbidden`: the token may not read it, which says nothing for or against a
 * name.
 */
type Listed<Item> = readonly Item[] | 'forbidden'

/** What was compared, and what could not be. */
export interface Comparison {
  unknown: readonly Unknown[]
  /** Lists that the token may not read. */
  forbidden: readonly string[]
}

/**
 * The configured companies that AlexisHR does not have. `at` is the place of the connection. Throws as the
 * lists of a source.
 */
export const compareCompanies = async (
  { companies }: Pick<ConnectionConfig, 'companies'>,
  source: Pick<Source, 'readCompanies'>,
  at: KeyPath,
): Promise<Comparison> => {
  const listed = await readList(() => source.readCompanies())
  if (listed === 'forbidden') return { unknown: [], forbidden: ['companies'] }
  const known = listed.map(({ id }) => id)
  const unknown = companies.flatMap(({ sourceId }, index) =>
    known.includes(sourceId)
      ? []
      : [toUnknown([...at, 'companies', index, 'alexisCompanyId'], sourceId, known)],
  )
  return { unknown, forbidden: [] }
}

/**
 * The departments and offices that login rules name and AlexisHR does not have. Asks only for lists that a
 * rule needs. Throws as the lists of a source.
 */
export const compareLoginRules = async (
  { access }: Pick<ConnectionConfig, 'access'>,
  source: Pick<Source, 'readNames'>,
  at: KeyPath,
): Promise<Comparison> => {
  const portals = access?.portals ?? []
  const wanted = attributesOf(portals.map(({ policy }) => policy))
  const read = async (list: 'department' | 'office', isWanted: boolean) =>
    isWanted ? readList(async () => [...(await source.readNames(list)).values()]) : []
  const departments = await read('department', wanted.departments)
  const offices = await read('office', wanted.offices)
  const listed: ListedNames = {
    ...(departments === 'forbidden' ? {} : { departments }),
    ...(offices === 'forbidden' ? {} : { offices }),
  }
  const unknown = portals.flatMap(({ portal, policy }) =>
    findUnknownNames(policy.rules, listed).map(({ rule, condition, position, name }) =>
      toUnknown(
        [...at, 'access', 'portals', portal.portal, 'rules', rule, 'when', condition, position],
        name,
        listed[condition] ?? [],
      ),
    ),
  )
  const forbidden = [
    ...(departments === 'forbidden' ? ['departments'] : []),
    ...(offices === 'forbidden' ? ['offices'] : []),
  ]
  return { unknown, forbidden }
}

const toUnknown = (path: KeyPath, found: string, known: readonly string[]): Unknown => ({
  path,
  found,
  known,
  suggestion: findNearest(found, known),
})

const readList = async <Item>(read: () => Promise<readonly Item[]>): Promise<Listed<Item>> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AuthError && error.code === 'forbidden') return 'forbidden'
    throw error
  }
}
