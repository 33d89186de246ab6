import type { ChangeRoute, Portal } from '../../access/portal/portal.js'
import { toAnswers, toContacts } from '../../access/request/help-lines.js'
import { helpTexts, toVendorLanguage } from '../../access/request/help-texts.js'
import { fillText } from '../../domain/language/fill.js'
import type { AccessPolicy, PolicyRule } from '../../access/policy/policy.js'
import { emailChoiceWords, toLanguageWords } from './words.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'

/** A portal, and what the configuration does with it; `undefined`: nothing. */
export interface PortalView {
  portal: Portal
  policy: AccessPolicy | undefined
  /** The ways in which work is handed over: worklist, webhook, email. None: it is only shown. */
  delivery: readonly string[]
}

/** What each portal can do, and who gets which login there. */
export const buildPortalsText = (portals: readonly PortalView[], look: Look): string =>
  joinParts([
    ...portals.map((view) => toPortalLines(view, look)),
    [
      'None of these portals is written to by nmbrs-sync: it works out and hands over the work, a person does it, and says or shows that it is done.',
    ],
  ])

const subjectWords: Readonly<Record<Portal['subjects'], string>> = {
  employees: 'employees who are connected and in service',
  contacts: 'contacts of customers, from a CSV file',
  requesters: 'people named in the configuration',
}

const toPortalLines = ({ portal, policy, delivery }: PortalView, look: Look): string[] => {
  const rows = [
    ['logins for', subjectWords[portal.subjects]],
    [portal.templates === undefined ? 'permissions' : 'templates', toAccessWords(portal)],
    ['languages', portal.languages.map(toLanguageWords).join(', ') || 'no choice'],
    ['a change', toChangeWords(portal)],
    [
      'at leaving',
      portal.leaving === 'stays-active' ? 'the login stays active' : 'the login can be switched off',
    ],
    ['no answer', toAnswerWords(portal)],
    ['handed over by', toDeliveryWords(policy, delivery)],
    ...(policy === undefined ? [] : toPolicyRows(policy)),
  ]
  const use = policy === undefined ? look.paint.dim('not configured') : look.paint.green('configured')
  return [
    `${look.paint.bold(portal.title)}  ${portal.portal}  ${use}`,
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...portal.notes.map((note) => `  - ${note}`),
    ...toHelpLines(portal, policy, look),
  ]
}

/** Whom to ask and what to do, as the vendor says it. */
const toHelpLines = ({ help }: Portal, policy: AccessPolicy | undefined, { language }: Look): string[] => {
  if (help === undefined) return []
  const texts = helpTexts[language]
  const vendor = toVendorLanguage(language)
  const form =
    policy?.formAddress === undefined ? [] : [fillText(texts.newUserForm, { address: policy.formAddress })]
  return [
    fillText(texts.logInAt, { address: help.address }),
    ...form,
    ...toContacts(help, vendor),
    ...toAnswers(help, { runs: 'own' }, vendor).map(([when, answer]) => `${when}: ${answer}`),
  ].map((line) => `  - ${line}`)
}

const toAccessWords = ({ templates, permissions = {} }: Portal): string => {
  if (templates === undefined)
    return Object.entries(permissions)
      .map(([name, { choices }]) => (choices === undefined ? name : `${name} (${choices.join(', ')})`))
      .join('; ')
  const standard = templates.standard.map(({ name, grants }) => `${name} (${grants.join(', ')})`)
  return [...standard, ...(templates.own ? ['own templates by name'] : [])].join('; ')
}

const routeWords: Readonly<Record<ChangeRoute, string>> = {
  'in-place': 'in place',
  replace: 'delete and create again',
  support: 'by asking support',
  leave: 'not followed',
}

const toChangeWords = ({ change }: Portal): string => {
  const byRoute = new Map<ChangeRoute, string[]>()
  for (const [aspect, route] of Object.entries(change))
    if (route !== 'leave') byRoute.set(route, [...(byRoute.get(route) ?? []), aspect])
  return [...byRoute].map(([route, aspects]) => `of ${aspects.join(', ')}: ${routeWords[route]}`).join('; ')
}

const toAnswerWords = ({ answer: { withinHours, expireDays, repeat } }: Portal): string =>
  [
    ...(withinHours === undefined ? [] : [`late after ${withinHours} hours`]),
    `expires after ${expireDays} days`,
    repeat === 'safe' ? 'may be handed over again' : 'is handed over again only when somebody asks for it',
  ].join('; ')

const toDeliveryWords = (policy: AccessPolicy | undefined, delivery: readonly string[]): string => {
  if (policy === undefined) return '-'
  return delivery.length === 0 ? 'nothing: it is only shown' : delivery.join(', ')
}

const toPolicyRows = ({ rules, otherwise, replaceOnEmailChange, permits = [] }: AccessPolicy): string[][] => [
  ...permits.map((one) => [
    `${one.template} permits`,
    `${one.permits.join(', ')} (${toPermitsPlace(one.place)})`,
  ]),
  ...rules.map((rule) => [`rule ${rule.name}`, toGrantWords(rule.grant)]),
  ['otherwise', toGrantWords(otherwise)],
  ['a new e-mail', emailChangeWords[replaceOnEmailChange]],
]

const toPermitsPlace = (place: string): string => (place === 'master' ? 'master level' : `debtor ${place}`)

const emailChangeWords: Readonly<Record<AccessPolicy['replaceOnEmailChange'], string>> = {
  hold: 'the replacement is prepared and waits for a word',
  list: 'is shown, and replaced when somebody accepts it',
  never: 'leaves the login alone',
}

const toGrantWords = (grant: PolicyRule['grant']): string =>
  grant === 'no-login'
    ? 'no login'
    : [grant.template, grant.email && emailChoiceWords[grant.email], grant.language]
        .filter(Boolean)
        .join(', ')

/** The portals as a document. */
export const toPortalsJson = (portals: readonly PortalView[]): unknown => ({
  portals: portals.map(({ portal, policy, delivery }) => ({
    portal: portal.portal,
    title: portal.title,
    configured: policy !== undefined,
    subjects: portal.subjects,
    templates: portal.templates?.standard.map(({ name }) => name) ?? null,
    ownTemplates: portal.templates?.own ?? false,
    permissions: Object.keys(portal.permissions ?? {}),
    languages: portal.languages,
    change: portal.change,
    leaving: portal.leaving,
    answer: portal.answer,
    delivery,
    permits: policy?.permits ?? [],
    rules: policy?.rules.map(({ name }) => name) ?? [],
  })),
})
