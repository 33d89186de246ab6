import type { Service } from '../../access/person.js'
import { reasonCatalogue } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import { toConsultantWords } from '../../access/request/consultant.js'
import { toAnswers } from '../../access/request/help-lines.js'
import { helpTexts, toVendorLanguage } from '../../access/request/help-texts.js'
import { worklistTexts } from '../../access/screens/worklist-texts.js'
import { toDayOfInstant } from '../../domain/date/plain-date.js'
import { joinWords } from '../../domain/language/count.js'
import { fillText } from '../../domain/language/fill.js'
import type { Language } from '../../domain/language/language.js'
import type { AccessSubject } from '../../domain/ids.js'
import { maskAddress, type DocumentValues } from './plan-json.js'
import { toStandingWords } from './status-text.js'
import type { LoginPersonView, LoginWorkView } from './view/login-view.js'
import type { LoginAlertsView, LoginExplanationView } from './view/explain-view.js'
import { withId } from './plan-text.js'
import { explainTexts } from './texts/explain-texts.js'
import { wordTexts } from './texts/word-texts.js'
import { toEmailChoiceWords, toLoginWords, toNameWords } from './words.js'
import type { ShownValues } from '../sync/explain-text.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'

/** Why a person's logins are as they are, one part for each portal. */
export const buildAccessExplainText = (
  explanations: readonly LoginExplanationView[],
  values: ShownValues,
  look: Look,
): string => joinParts(explanations.map((one) => toLines(one, values, look)))

const toLines = (one: LoginExplanationView, values: ShownValues, look: Look): string[] => {
  const { person, title, permits } = one
  const { language } = look
  const { rows: names } = explainTexts[language]
  const rows = [
    [names.person, toPersonWords(one, language)],
    [names.rule, toRuleWords(one, language)],
    ...(permits.length === 0 ? [] : [[names.permits, permits.join(', ')]]),
    [names.address, toAddressWords(one, values, language)],
    [names.knownLogin, toKnownWords(one, look)],
    ...toWorkRows(one, look),
    [names.now, toStandingWords(one.standing, look)],
    [names.alerts, toAlertWords(one, values, language)],
    ...toConsultantRow(one, look),
  ]
  return [
    `${look.paint.bold(toHeadWords(person, look))}  ${look.paint.dim(title)}`,
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...one.reasons.flatMap((reason) => toReasonLines(reason, person.subject, language)),
    ...toHelpLines(one, look),
  ]
}

/** The name, where names may be shown, and the id. */
export const toHeadWords = (person: LoginPersonView, { showNames }: Look): string =>
  `${showNames && person.name !== undefined ? `${toNameWords(person)}  ` : ''}${person.subject}`

const toReasonLines = (reason: AccessReason, subject: AccessSubject, language: Language): string[] => {
  const { message, remedy } = reasonCatalogue[language][reason]
  return [`  ${message}`, `    ${commonTexts[language].next(withId(remedy, subject))}`]
}

const toConsultantRow = ({ payroll }: LoginExplanationView, { language }: Look): string[][] =>
  payroll.runs === 'vendor' && payroll.consultant !== undefined
    ? [[helpTexts[language].consultant, toConsultantWords(payroll.consultant)]]
    : []

/** What the person can do when something does not work. */
const toHelpLines = ({ help, payroll }: LoginExplanationView, { language }: Look): string[] =>
  help === null
    ? []
    : [
        `  ${fillText(helpTexts[language].logInAt, { address: help.address })}`,
        ...toAnswers(help, payroll, toVendorLanguage(language)).map(
          ([when, answer]) => `  ${when}: ${answer}`,
        ),
      ]

export const toPersonWords = ({ person, facts }: LoginExplanationView, language: Language): string => {
  const texts = explainTexts[language]
  switch (facts?.kind) {
    case undefined:
      return texts.notRead
    case 'employee':
      return [
        person.targetId === null ? texts.notConnected : `Nmbrs ${person.targetId}`,
        toServiceWords(facts.service, language),
        facts.department ?? '',
        facts.office ?? '',
        facts.employmentType ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ')
    case 'contact':
      return (facts.ended ? texts.endedContactOf : texts.contactOf)(facts.customerId)
    case 'requester':
      return texts.named(toServiceWords(facts.service, language))
  }
}

const toServiceWords = (service: Service, language: Language): string => {
  const texts = explainTexts[language]
  if (service.state === 'not-yet' && service.from !== undefined) return texts.startsOn(service.from)
  if (service.state === 'left' && service.since !== undefined) return texts.leftAfter(service.since)
  return texts.service[service.state]
}

export const toRuleWords = ({ picked }: LoginExplanationView, language: Language): string => {
  if (picked === null) return ''
  const { rule, grant, doubt } = picked
  const texts = explainTexts[language]
  const found = rule ?? texts.noRule
  const which = doubt === undefined ? found : texts.doubt(doubt, found)
  if (grant === 'no-login') return `${which}: ${wordTexts[language].noLogin}`
  const parts = [grant.template, toEmailChoiceWords(grant.email, language), grant.language ?? '']
  return `${which}: ${parts.filter((part) => part !== '').join(', ')}`
}

const toAddressWords = (
  { address }: LoginExplanationView,
  values: ShownValues,
  language: Language,
): string => {
  const texts = explainTexts[language]
  switch (address.kind) {
    case 'not-needed':
      return texts.noneNeeded
    case 'chosen':
      return `${worklistTexts[language].kinds[address.emailKind]}${show(address.address, values)}`
    case 'not-taken': {
      const has = address.has.map((kind) => texts.anAddress[kind]).filter((part) => part !== '')
      return has.length === 0 ? texts.noAddress : texts.onlyAddress(joinWords(has, texts.and))
    }
  }
}

const show = (address: string, values: ShownValues): string => {
  switch (values) {
    case 'none':
      return ''
    case 'masked':
      return ` ${maskAddress(address)}`
    case 'whole':
      return ` ${address}`
  }
}

export const toKnownWords = (
  { login, loginAddress }: LoginExplanationView,
  { language, timeZone }: Look,
): string => {
  const texts = explainTexts[language]
  if (login === null) return texts.none
  const where = loginAddress === null ? '' : `, ${texts.loginAddress[loginAddress]}`
  const state = login.active ? '' : `, ${texts.switchedOff}`
  const how = texts.origin[login.origin](toDayOfInstant(login.since, timeZone))
  return `${toLoginWords(login, language)}${where}${state}; ${how}`
}

/** Before a link stands the work about the login, which the link does not answer. */
const toWorkRows = ({ work, loginWork, hasWorkBefore }: LoginExplanationView, look: Look): string[][] => {
  const { rows: names } = explainTexts[look.language]
  return [
    [names.lastWork, toOrderWords(work, look)],
    ...(hasWorkBefore ? [[names.beforeIt, toOrderWords(loginWork, look)]] : []),
  ]
}

const toOrderWords = (order: LoginWorkView | null, { language, timeZone }: Look): string => {
  const texts = explainTexts[language]
  if (order === null) return texts.none
  const { kind, state, batch, wantedAt, handedOverAt, answeredAt } = order
  const at = answeredAt ?? handedOverAt ?? wantedAt
  const standing = texts.state[state](wordTexts[language].work[kind], toDayOfInstant(at, timeZone))
  return batch === null ? standing : `${standing}, ${texts.batch(batch)}`
}

const toAlertWords = ({ alerts }: LoginExplanationView, values: ShownValues, language: Language): string => {
  const { alerts: texts } = explainTexts[language]
  switch (alerts.sent) {
    case 'none':
      return texts.never
    case 'creator-and-followers':
      return texts.cases
    case 'as-granted':
      return alerts.mailed.length === 0
        ? texts.nothingGranted
        : texts.granted(alerts.mailed.map((who) => texts.who[who]).join('; '))
    case 'work-else-private':
      return toPlaceWords(alerts, values, language)
  }
}

const toPlaceWords = (
  { place, address, of, isUnknown }: LoginAlertsView,
  values: ShownValues,
  language: Language,
): string => {
  const { alerts: texts } = explainTexts[language]
  const shown = address === undefined ? '' : show(address, values)
  const toWhose = (text: string): string => (of === 'login' ? text : texts.onceThere(text))
  switch (place) {
    case 'work':
      return toWhose(texts.atWork(shown))
    case 'private':
      return toWhose(texts.atPrivate(shown))
    case 'login':
      return texts.atLogin
    case 'nowhere':
      return isUnknown ? texts.unknown : texts.nowhere
  }
}

/** The explanations as a document: ids and codes; addresses only masked. */
export const toAccessExplainJson = (
  explanations: readonly LoginExplanationView[],
  values: DocumentValues,
): unknown => ({ logins: explanations.map((one) => toLoginJson(one, values)) })

const toLoginJson = (one: LoginExplanationView, values: DocumentValues): unknown => {
  const { portal, person, picked, address, login, loginAddress, work, loginWork, alerts } = one
  const { kind, because, holds, notes } = one
  const isChosen = address.kind === 'chosen'
  return {
    portal,
    subject: person.subject,
    rule: picked?.rule ?? null,
    doubt: picked?.doubt ?? null,
    grant: picked?.grant ?? null,
    emailKind: isChosen ? address.emailKind : null,
    ...(values === 'none' || !isChosen ? {} : { email: maskAddress(address.address) }),
    ...{ login, loginAddress, work, loginWork, kind, because, holds, notes },
    alerts: { place: alerts.place, of: alerts.of, sent: alerts.sent, mailed: alerts.mailed },
  }
}
