import { emailOf } from '../wanted/email-addresses.js'
import { foldEmail, foldName, foldUserName } from '../logins/fold-identity.js'
import type { AccessPlanInput } from '../input.js'
import {
  portalLanguages,
  type EnvironmentLevel,
  type LoginFacts,
  type PortalLanguage,
} from '../logins/login.js'
import type { AccessPerson } from '../person.js'
import type { OwnList } from '../portal/portal.js'
import { toTemplateName } from '../logins/template-names.js'
import { findLevel } from '../wanted/wanted-login.js'
import type { OwnColumn } from './list-columns.js'
import type { ListRow } from './parse-list.js'

type Cells = ListRow<OwnColumn>['cells']

/** What a line of the list says of a login. What it does not say is `null`. */
export interface ListedFacts extends LoginFacts {
  /**
   * Where logins of this person belong, for a list that does not say where its logins are and a login no one
   * knew of.
   */
  usualLevel: EnvironmentLevel | null
  /** `undefined`: in a word that the portal file does not know. */
  active: boolean | undefined
}

export const toListedFacts = (
  input: AccessPlanInput,
  ownList: OwnList,
  person: AccessPerson,
  { cells, level }: { cells: Cells; level: EnvironmentLevel | null },
): ListedFacts => ({
  template: cells.template ? toTemplate(input, cells.template) : null,
  permissions: null,
  email: toEmail(input, person, cells),
  userName: cells.userName ? input.digest('userName', foldUserName(cells.userName)) : null,
  language: toLanguage(ownList, cells.language ?? ''),
  level,
  usualLevel: toLevel(input, person),
  active: toActive(ownList, cells.status),
})

const toLevel = (input: AccessPlanInput, person: AccessPerson): EnvironmentLevel | null => {
  if (input.portal.levels === undefined) return null
  const level = findLevel(input, person)
  return 'value' in level ? level.value : null
}

/** A template as this program spells it, where it knows it. */
const toTemplate = ({ portal, policy }: AccessPlanInput, listed: string): string => {
  const folded = foldName(toTemplateName(portal, listed))
  const names = [
    ...(portal.templates?.standard ?? []).map(({ name }) => name),
    ...[...policy.ownTemplates.values()].flat(),
    ...policy.permissionSets.keys(),
  ]
  return names.find((name) => foldName(name) === folded) ?? listed
}

const toEmail = ({ digest }: AccessPlanInput, person: AccessPerson, cells: Cells): LoginFacts['email'] => {
  const address = foldEmail(cells.email)
  if (address === '') return null
  const kind = (['work', 'private'] as const).find((one) => emailOf(person, one) === address) ?? 'other'
  return { kind, digest: digest('email', address) }
}

const toLanguage = ({ languages }: OwnList, word: string): PortalLanguage | null => {
  const folded = foldName(word)
  const other = Object.entries(languages ?? {}).find(([name]) => foldName(name) === folded)
  return other?.[1] ?? portalLanguages.find((code) => foldName(code) === folded) ?? null
}

/** A list without states has logins that work. */
const toActive = ({ active, inactive }: OwnList, status: string | undefined): boolean | undefined => {
  if (status === undefined || (active === undefined && inactive === undefined)) return true
  const isIn = (words: readonly string[] | undefined): boolean =>
    (words ?? []).some((word) => foldName(word) === foldName(status))
  if (isIn(inactive)) return false
  return isIn(active) ? true : undefined
}
