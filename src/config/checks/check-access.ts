import { foldName } from '../../access/logins/fold-identity.js'
import type { Portal } from '../../access/portal/portal.js'
import { standardNames } from '../../access/logins/template-names.js'
import type { KeyPath } from '../../yaml/key-path.js'
import { findNearest } from '../../yaml/nearest.js'
import type { AccessPortalFile } from '../schema/access-schema.js'
import { nameOfTemplate } from '../template-file.js'
import { checkPermissionSets } from './check-permission-sets.js'
import type { AccessCheck } from './access-check.js'

/** What the settings of a portal must say to fit what the portal can do. */
export const checkAccess = (check: AccessCheck): void => {
  checkLevels(check)
  checkCompanies(check)
  checkSubjects(check)
  checkRequest(check)
  checkDelivery(check)
  checkOfPortal(check)
  checkPermissionSets(check)
  for (const { path, grant } of grantsOf(check.file)) checkGrant(check, path, grant)
}

const isGiven = (value: unknown): boolean => value !== undefined

const checkLevels = ({ file, portal, note }: AccessCheck): void => {
  if (portal.levels === undefined) {
    for (const key of ['environment', 'debtors', 'templates'] as const)
      if (isGiven(file[key])) note([key], { expected: `nothing: ${portal.title} has no levels` })
    return
  }
  switch (file.environment) {
    case undefined:
      note(['environment'], {
        expected: 'accountant (logins belong to a debtor) or business (logins belong to the master level)',
      })
      return
    case 'accountant':
      if (!isGiven(file.debtors))
        note(['debtors'], { expected: 'a list of debtors: logins belong to a debtor here' })
      if (isGiven(file.templates))
        note(['templates'], { expected: 'nothing: name own templates with their debtor' })
      return
    case 'business':
      if (isGiven(file.debtors))
        note(['debtors'], { expected: 'nothing: logins belong to the master level here' })
  }
}

const checkCompanies = ({ file, companies, note }: AccessCheck): void => {
  const known = new Set(companies)
  const expected = `a Nmbrs company of this connection: ${companies.join(', ')}`
  const look = (path: KeyPath, ids: readonly string[] = []): void => {
    ids.forEach((id, index) => {
      if (!known.has(id)) note([...path, index], { expected })
    })
  }
  const seen = new Set<string>()
  file.debtors?.forEach((debtor, index) => {
    look(['debtors', index, 'companies'], debtor.companies)
    debtor.companies.forEach((id, position) => {
      if (seen.has(id))
        note(['debtors', index, 'companies', position], { expected: 'a company of one debtor only' })
      seen.add(id)
    })
  })
  look(
    ['outsourced'],
    file.outsourced?.map((one) => (typeof one === 'string' ? one : one.company)),
  )
  file.rules.forEach(({ when }, index) => {
    look(['rules', index, 'when', 'companies'], when.companies)
  })
  file.people?.forEach(({ company }, index) => {
    if (company !== undefined && !known.has(company)) note(['people', index, 'company'], { expected })
  })
}

const conditionsOf: Readonly<Record<Portal['subjects'], readonly string[]>> = {
  employees: ['employees', 'companies', 'departments', 'offices', 'employmentTypes', 'custom'],
  contacts: ['customers'],
  requesters: ['companies'],
}

const checkSubjects = ({ file, portal, note }: AccessCheck): void => {
  const { subjects, title } = portal
  const wanted = { contacts: subjects === 'contacts', people: subjects === 'requesters' }
  for (const key of ['contacts', 'people'] as const) {
    if (wanted[key] && !isGiven(file[key])) note([key], { expected: `${whoOf[key]}, for ${title}` })
    if (!wanted[key] && isGiven(file[key])) note([key], { expected: `nothing: logins are for ${subjects}` })
  }
  file.rules.forEach(({ when }, index) => {
    for (const key of Object.keys(when)) {
      if (conditionsOf[subjects].includes(key)) continue
      const expected = `one of ${conditionsOf[subjects].join(', ')}: logins are for ${subjects}`
      note(['rules', index, 'when', key], { expected, found: key })
    }
  })
}

/** What only a vendor needs who is asked by a form. */
const checkRequest = ({ file, portal, note }: AccessCheck): void => {
  const { title, work, preconditions } = portal
  if (isGiven(file.form) && work.create !== 'form')
    note(['form'], { expected: `nothing: ${title} is not asked by a form` })
  if (isGiven(file.outsourced) && !preconditions.includes('runs-own-payroll'))
    note(['outsourced'], { expected: `nothing: ${title} does not ask who runs the payroll` })
}

const whoOf = { contacts: 'a CSV file with contacts', people: 'a list of people to ask access for' } as const

/**
 * Only a portal that tells no one how to get in needs a Company ID for its letters, and only one that lists
 * employees of its own such a list.
 */
const checkOfPortal = ({ file, portal, note }: AccessCheck): void => {
  if (isGiven(file.companyId) && portal.loginData !== 'sent-by-administrator')
    note(['companyId'], { expected: `nothing: ${portal.title} tells people itself how to log in` })
  if (isGiven(file.portalEmployees) && !portal.createNotes.includes('employee-must-exist'))
    note(['portalEmployees'], { expected: `nothing: ${portal.title} has no employees of its own` })
}

const checkDelivery = ({ file, portal, note }: AccessCheck): void => {
  for (const way of ['worklist', 'webhook', 'email'] as const) {
    if (!isGiven(file.delivery?.[way]) || portal.delivery.includes(way)) continue
    note(['delivery', way], { expected: `one of ${portal.delivery.join(', ')}`, found: way })
  }
}

interface GrantFile {
  template?: string | undefined
  email?: AccessPortalFile['rules'][number]['email']
  language?: string | undefined
}

const grantsOf = ({
  rules,
  otherwise,
  people = [],
}: AccessPortalFile): { path: KeyPath; grant: GrantFile }[] => [
  ...rules.map((grant, index) => ({ path: ['rules', index], grant })),
  ...people.map(({ template, language }, index) => ({
    path: ['people', index],
    grant: { template, language },
  })),
  ...(otherwise === 'none' ? [] : [{ path: ['otherwise'], grant: otherwise }]),
]

const checkGrant = (check: AccessCheck, path: KeyPath, { template, email, language }: GrantFile): void => {
  const { portal, note } = check
  const names = templateNames(check)
  const isKnown = (name: string): boolean => names.some((known) => foldName(known) === foldName(name))
  if (template !== undefined && !isKnown(template)) {
    const expected = names.length === 0 ? 'a permission set that is defined' : `one of ${names.join(', ')}`
    note([...path, 'template'], { expected, suggestion: findNearest(template, names) })
  }
  if (template === undefined && path[0] === 'rules' && check.file.otherwise === 'none') {
    const isRefused = check.file.rules[Number(path[1])]?.login === 'none'
    if (!isRefused)
      note([...path, 'template'], { expected: `one of ${names.join(', ')}: otherwise gives none` })
  }
  if (email === 'work' || email === 'private') {
    const kinds = portal.account.emailKinds
    if (!kinds.includes(email)) note([...path, 'email'], { expected: `one of ${kinds.join(', ')}` })
  }
  checkLanguage(check, path, language)
}

/** Where no one else gets a login, there is no language that a rule, or a person, could do without. */
const needsLanguage = (
  { otherwise, rules, people = [] }: AccessPortalFile,
  [kind, index]: KeyPath,
): boolean => {
  if (kind === 'otherwise') return true
  if (otherwise !== 'none' || typeof index !== 'number') return false
  if (kind === 'rules') return rules[index]?.login !== 'none'
  // The rule that a person comes under may have the language.
  return people[index]?.template !== undefined && rules.every(({ language }) => language === undefined)
}

const checkLanguage = (
  { file, portal, note }: AccessCheck,
  path: KeyPath,
  language: string | undefined,
): void => {
  const { languages, title } = portal
  const at = [...path, 'language']
  if (languages.length === 0) {
    if (language !== undefined) note(at, { expected: `nothing: ${title} has no choice of language` })
    return
  }
  if (language === undefined ? !needsLanguage(file, path) : languages.some((one) => one === language)) return
  note(at, { expected: `one of ${languages.join(', ')}` })
}

/**
 * What can be named as a template. Whether the level of a person has an own one is looked at when they are
 * planned.
 */
const templateNames = ({ file, portal }: AccessCheck): readonly string[] => {
  if (portal.templates === undefined) return Object.keys(file.permissionSets ?? {})
  const own = [
    ...(file.debtors ?? []).flatMap(({ templates = [] }) => templates),
    ...(file.templates ?? []),
  ].map(nameOfTemplate)
  return [...new Set([...standardNames(portal), ...own])]
}
