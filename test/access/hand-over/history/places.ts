import type { AccessPerson } from '../../../../src/access/person.js'
import type { AccessPolicy } from '../../../../src/access/policy/policy.js'
import type { Portal } from '../../../../src/access/portal/portal.js'
import { anEmployee, aPolicy } from '../../builders.js'
import { aPortal } from '../../portal-texts.js'
import type { Roll } from './rolls.js'

/** What a policy may change between. */
export const templates = ['Employee login', 'Payslip viewer'] as const
type Template = (typeof templates)[number]

/** A portal, and who has logins there. */
export interface Place {
  portal: Portal
  toPolicy: (template: Template) => AccessPolicy
  toPerson: (id: string, address: number) => AccessPerson
}

const withAddress = (id: string, address: number): AccessPerson =>
  anEmployee(id, { workEmail: `work.${id}.${address}@example.com` })

const nmbrs: Place = {
  portal: aPortal('nmbrs-ess'),
  toPolicy: (template) => aPolicy({ otherwise: { template, email: 'work-else-private', language: 'NL' } }),
  toPerson: withAddress,
}

/** As a portal file of one's own may say: the same work twice does no harm. */
const harmless: Place = {
  ...nmbrs,
  portal: { ...nmbrs.portal, answer: { ...nmbrs.portal.answer, repeat: 'safe' } },
}

/** Logins are changed in place and have user names, and two people have the same name. */
const akken: Place = {
  portal: aPortal('akken-ess'),
  toPolicy: (template) =>
    aPolicy({
      ...{ portal: 'akken-ess', environment: null, creation: 'single' },
      permissionSets: new Map(
        templates.map((name) => [name, { timesheets: true, expenses: name === templates[0] }]),
      ),
      otherwise: { template, email: 'work-else-private', language: null },
    }),
  toPerson: (id, address) => ({ ...withAddress(id, address), lastName: id === 'c' ? 'Eiland' : 'Zeeman' }),
}

export const choosePlace = (roll: Roll): Place => [nmbrs, nmbrs, harmless, akken][roll(4)] ?? nmbrs
