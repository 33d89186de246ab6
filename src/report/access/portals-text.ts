import type { ChangeAspect, ChangeRoute, Portal } from '../../access/portal/portal.js'
import { toAnswers, toContacts } from '../../access/request/help-lines.js'
import { helpTexts, toVendorLanguage } from '../../access/request/help-texts.js'
import { fillText } from '../../domain/language/fill.js'
import type { AccessPolicy, PolicyRule } from '../../access/policy/policy.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { worklistTexts } from '../../access/screens/worklist-texts.js'
import { portalsTexts } from './texts/portals-texts.js'
import { wordTexts } from './texts/word-texts.js'
import { toEmailChoiceWords, toLanguageWords, toLevelWords } from './words.js'
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
    [portalsTexts[look.language].nothingIsWritten],
  ])

const toPortalLines = ({ portal, policy, delivery }: PortalView, look: Look): string[] => {
  const { language } = look
  const texts = portalsTexts[language]
  const { rows: names } = texts
  const languages = portal.languages.map((code) => toLanguageWords(code, language))
  const rows = [
    [names.loginsFor, texts.subjects[portal.subjects]],
    [portal.templates === undefined ? names.permissions : names.templates, toAccessWords(portal, language)],
    [names.languages, languages.join(', ') || texts.noChoice],
    [names.change, toChangeWords(portal, language)],
    [names.leaving, texts.leaving[portal.leaving]],
    [names.noAnswer, toAnswerWords(portal, language)],
    [names.handedOverBy, toDeliveryWords(policy, delivery, language)],
    ...(policy === undefined ? [] : toPolicyRows(policy, language)),
  ]
  const use = policy === undefined ? look.paint.dim(texts.notConfigured) : look.paint.green(texts.configured)
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

const toAccessWords = ({ templates, permissions = {} }: Portal, language: Language): string => {
  if (templates === undefined)
    return Object.entries(permissions)
      .map(([name, { choices }]) => (choices === undefined ? name : `${name} (${choices.join(', ')})`))
      .join('; ')
  const standard = templates.standard.map(({ name, grants }) => `${name} (${grants.join(', ')})`)
  return [...standard, ...(templates.own ? [portalsTexts[language].ownTemplates] : [])].join('; ')
}

/** What is not followed is not named. */
type FollowedRoute = Exclude<ChangeRoute, 'leave'>

const toRouteWords = (route: FollowedRoute, language: Language): string => {
  switch (route) {
    case 'in-place':
      return portalsTexts[language].inPlace
    case 'replace':
      return wordTexts[language].work.replace
    case 'support':
      return worklistTexts[language].ways.support
  }
}

const toChangeWords = ({ change }: Portal, language: Language): string => {
  const { aspect: names } = wordTexts[language]
  const byRoute = new Map<FollowedRoute, string[]>()
  for (const [aspect, route] of Object.entries(change) as [ChangeAspect, ChangeRoute][])
    if (route !== 'leave') byRoute.set(route, [...(byRoute.get(route) ?? []), names[aspect]])
  return [...byRoute]
    .map(([route, aspects]) =>
      portalsTexts[language].changeOf(aspects.join(', '), toRouteWords(route, language)),
    )
    .join('; ')
}

const toAnswerWords = ({ answer }: Portal, language: Language): string => {
  const { withinHours, expireDays, repeat } = answer
  const texts = portalsTexts[language]
  return [
    ...(withinHours === undefined ? [] : [fillCount(withinHours, texts.lateAfter)]),
    fillCount(expireDays, texts.expiresAfter),
    texts.repeat[repeat],
  ].join('; ')
}

const toDeliveryWords = (
  policy: AccessPolicy | undefined,
  delivery: readonly string[],
  language: Language,
): string => {
  if (policy === undefined) return '-'
  return delivery.length === 0 ? portalsTexts[language].onlyShown : delivery.join(', ')
}

const toPolicyRows = (
  { rules, otherwise, replaceOnEmailChange, permits = [] }: AccessPolicy,
  language: Language,
): string[][] => {
  const texts = portalsTexts[language]
  return [
    ...permits.map((one) => [
      texts.permits(one.template),
      `${one.permits.join(', ')} (${toPermitsPlace(one.place, language)})`,
    ]),
    ...rules.map((rule) => [texts.rule(rule.name), toGrantWords(rule.grant, language)]),
    [texts.rows.otherwise, toGrantWords(otherwise, language)],
    [texts.rows.newEmail, texts.newEmail[replaceOnEmailChange]],
  ]
}

const toPermitsPlace = (place: string, language: Language): string =>
  toLevelWords(place === 'master' ? { kind: 'master' } : { kind: 'debtor', debtor: place }, language)

const toGrantWords = (grant: PolicyRule['grant'], language: Language): string =>
  grant === 'no-login'
    ? wordTexts[language].noLogin
    : [grant.template, grant.email && toEmailChoiceWords(grant.email, language), grant.language]
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
