import { resolve } from 'node:path'

import type { AccessPolicy, Grant, PolicyRule, RuleConditions } from '../../access/policy/policy.js'
import type { Portal } from '../../access/portal/portal.js'
import type { Consultant } from '../../access/request/consultant.js'
import {
  toAccessSubject,
  toSourceEmployeeId,
  toTargetCompanyId,
  type TargetCompanyId,
} from '../../domain/ids.js'
import { toPermissionSet } from '../checks/check-permission-sets.js'
import type { AccessFile, AccessPortalFile } from '../schema/access-schema.js'
import type { AccessConfig, AccessDeliveryConfig, AccessPortalConfig, RequesterConfig } from '../config.js'
import { Secret } from '../environment/secret.js'
import { nameOfTemplate, type TemplateFile } from '../template-file.js'
import { toEmail } from './to-email.js'

/**
 * The logins of a connection as the program uses them. `portals` by name; all of them are known to be there.
 */
export const toAccess = (
  { afterSync, wordDays, portals }: AccessFile,
  { base, portals: known }: { base: string; portals: ReadonlyMap<string, Portal> },
): AccessConfig => ({
  afterSync,
  portals: Object.entries(portals).flatMap(([name, file]) => {
    const portal = known.get(name)
    return portal === undefined ? [] : [toPortal(portal, file, { base, wordDays })]
  }),
})

const toPortal = (
  portal: Portal,
  file: AccessPortalFile,
  { base, wordDays }: { base: string; wordDays: number },
): AccessPortalConfig => ({
  portal,
  policy: toPolicy(portal, file, wordDays),
  contacts: file.contacts === undefined ? undefined : resolve(base, file.contacts),
  portalEmployees: file.portalEmployees === undefined ? undefined : resolve(base, file.portalEmployees),
  othersOnScreen: file.othersOnScreen,
  people: (file.people ?? []).map(toRequester),
  delivery: file.delivery && toDelivery(file.delivery, base),
  messageToEmployee: file.messageToEmployee,
})

const toPolicy = (portal: Portal, file: AccessPortalFile, wordDays: number): AccessPolicy => ({
  portal: portal.portal,
  environment: portal.levels === undefined ? null : (file.environment ?? null),
  debtors: new Map(
    (file.debtors ?? []).flatMap(({ debtor, companies }) =>
      companies.map((company): [TargetCompanyId, string] => [toTargetCompanyId(company), debtor]),
    ),
  ),
  ownTemplates: toOwnTemplates(file),
  permits: toPermits(file),
  permissionSets: new Map(
    Object.entries(file.permissionSets ?? {}).map(([name, set]) => [name, toPermissionSet(portal, set)]),
  ),
  rules: file.rules.map(toRule),
  otherwise: file.otherwise === 'none' ? 'no-login' : toGrant(portal, file.otherwise),
  replaceOnEmailChange: file.replaceOnEmailChange,
  whenNotWanted: file.whenNotWanted,
  whenLeft: file.whenLeft,
  creation: file.creation,
  outsourced: new Set((file.outsourced ?? []).map(companyOf)),
  consultants: new Map((file.outsourced ?? []).flatMap(toConsultant)),
  formAddress: file.form,
  ...(file.companyId === undefined ? {} : { companyId: file.companyId }),
  maxBatch: file.maxBatch,
  wordDays,
  expireDays: file.expireDays ?? null,
})

type Outsourced = NonNullable<AccessPortalFile['outsourced']>[number]

const companyOf = (one: Outsourced): TargetCompanyId =>
  toTargetCompanyId(typeof one === 'string' ? one : one.company)

const toConsultant = (one: Outsourced): [TargetCompanyId, Consultant][] => {
  if (typeof one === 'string') return []
  const { name, phone, email } = one.consultant
  return [[companyOf(one), { name, phone, email }]]
}

/** The templates of each level: of debtors, or of the master level. */
const templatesOf = ({ debtors = [], templates }: AccessPortalFile): [string, readonly TemplateFile[]][] => [
  ...debtors.map(({ debtor, templates: own = [] }): [string, readonly TemplateFile[]] => [debtor, own]),
  ...(templates === undefined ? [] : [['master', templates] as [string, readonly TemplateFile[]]]),
]

const toOwnTemplates = (file: AccessPortalFile): Map<string, readonly string[]> =>
  new Map(templatesOf(file).map(([place, own]) => [place, own.map(nameOfTemplate)]))

const toPermits = (file: AccessPortalFile): NonNullable<AccessPolicy['permits']> =>
  templatesOf(file).flatMap(([place, own]) =>
    own.flatMap((one) =>
      typeof one === 'string' ? [] : [{ place, template: one.name, permits: one.permits }],
    ),
  )

const toRule = ({
  name,
  when,
  login,
  template,
  email,
  language,
}: AccessPortalFile['rules'][number]): PolicyRule => ({
  name,
  when: toConditions(when),
  grant:
    login === 'none'
      ? 'no-login'
      : {
          ...(template === undefined ? {} : { template }),
          ...(email === undefined ? {} : { email }),
          ...(language === undefined ? {} : { language }),
        },
})

const toConditions = ({
  employees,
  companies,
  departments,
  offices,
  employmentTypes,
  customers,
  custom,
}: AccessPortalFile['rules'][number]['when']): RuleConditions => ({
  ...(employees === undefined
    ? {}
    : { employees: employees.map((id) => toSourceEmployeeId(id.toLowerCase())) }),
  ...(companies === undefined ? {} : { companies: companies.map(toTargetCompanyId) }),
  ...(departments === undefined ? {} : { departments }),
  ...(offices === undefined ? {} : { offices }),
  ...(employmentTypes === undefined ? {} : { employmentTypes }),
  ...(customers === undefined ? {} : { customers }),
  ...(custom === undefined ? {} : { custom }),
})

/** A portal with languages has one given; see check-access.ts. */
const toGrant = (
  { languages }: Portal,
  { template, email, language }: Exclude<AccessPortalFile['otherwise'], 'none'>,
): Grant => ({ template, email, language: languages.length === 0 ? null : (language ?? null) })

const toRequester = (file: NonNullable<AccessPortalFile['people']>[number]): RequesterConfig => {
  const own = { template: file.template, language: file.language, phone: file.phone }
  if (file.employee !== undefined)
    return { kind: 'employee', sourceId: toSourceEmployeeId(file.employee.toLowerCase()), ...own }
  const { key = '', name = '', email = '', company = '' } = file
  const subject = toAccessSubject(`requester:${key}`)
  return { kind: 'other', subject, name, email, companyId: toTargetCompanyId(company), ...own }
}

const toDelivery = (
  { worklist, webhook, email }: NonNullable<AccessPortalFile['delivery']>,
  base: string,
): AccessDeliveryConfig => ({
  worklist: worklist && { folder: resolve(base, worklist.folder) },
  webhook: webhook && {
    url: new Secret(webhook.url),
    secret: new Secret(webhook.secret),
    includeContact: webhook.includeContact,
  },
  email: email && toEmail(email),
})
