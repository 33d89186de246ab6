import { latestWork, type AccessOrder, type KnownAccess } from '../../access/work/order.js'
import type { AccessPerson, Service } from '../../access/person.js'
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
import type { LoginExplanation } from '../../run/access/explain-login.js'
import { maskAddress, type DocumentValues } from './plan-json.js'
import { toStandingWords } from './status-text.js'
import { findStanding, toLoginPerson, toLoginView, toLoginWork } from './view/login-view.js'
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
  explanations: readonly LoginExplanation[],
  values: ShownValues,
  look: Look,
): string => joinParts(explanations.map((one) => toLines(one, values, look)))

const toLines = (one: LoginExplanation, values: ShownValues, look: Look): string[] => {
  const { portal, subject, person, action } = one
  const { language } = look
  const { rows: names, notRead } = explainTexts[language]
  const name =
    look.showNames && person !== undefined
      ? `${toNameWords(toLoginPerson(subject, new Map([[subject, person]])))}  `
      : ''
  const rows = [
    [names.person, person === undefined ? notRead : toPersonWords(person, language)],
    [names.rule, toRuleWords(one, language)],
    ...(one.permits.length === 0 ? [] : [[names.permits, one.permits.join(', ')]]),
    [names.address, toAddressWords(one, values, language)],
    [names.knownLogin, toKnownWords(one, look)],
    ...toWorkRows(one.known, look),
    [names.now, toStandingWords(findStanding(action, one.known), look)],
    [names.alerts, toAlertWords(one, values, language)],
    ...toConsultantRow(one, look),
  ]
  return [
    `${look.paint.bold(`${name}${subject}`)}  ${look.paint.dim(portal.title)}`,
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...reasonsOf(one).flatMap((reason) => toReasonLines(reason, subject, language)),
    ...toHelpLines(one, look),
  ]
}

const toReasonLines = (reason: AccessReason, subject: AccessSubject, language: Language): string[] => {
  const { message, remedy } = reasonCatalogue[language][reason]
  return [`  ${message}`, `    ${commonTexts[language].next(withId(remedy, subject))}`]
}

const toConsultantRow = ({ payroll }: LoginExplanation, { language }: Look): string[][] =>
  payroll.runs === 'vendor' && payroll.consultant !== undefined
    ? [[helpTexts[language].consultant, toConsultantWords(payroll.consultant)]]
    : []

/** What the person can do when something does not work. */
const toHelpLines = ({ portal, payroll }: LoginExplanation, { language }: Look): string[] =>
  portal.help === undefined
    ? []
    : [
        `  ${fillText(helpTexts[language].logInAt, { address: portal.help.address })}`,
        ...toAnswers(portal.help, payroll, toVendorLanguage(language)).map(
          ([when, answer]) => `  ${when}: ${answer}`,
        ),
      ]

/** What stands in the way and what is worth knowing, each once. */
const reasonsOf = ({ action }: LoginExplanation): readonly AccessReason[] => {
  const holds = action.kind === 'none' ? [] : action.holds
  return [...new Set([...holds, ...action.because, ...action.notes])].filter(
    (reason) => reason !== 'as-wanted',
  )
}

export const toPersonWords = (person: AccessPerson, language: Language): string => {
  const texts = explainTexts[language]
  switch (person.kind) {
    case 'employee':
      return [
        person.targetId === null ? texts.notConnected : `Nmbrs ${person.targetId}`,
        toServiceWords(person.service, language),
        person.department ?? '',
        person.office ?? '',
        person.employmentType ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ')
    case 'contact':
      return (person.ended ? texts.endedContactOf : texts.contactOf)(person.customerId)
    case 'requester':
      return texts.named(toServiceWords(person.service, language))
  }
}

const toServiceWords = (service: Service, language: Language): string => {
  const texts = explainTexts[language]
  if (service.state === 'not-yet' && service.from !== undefined) return texts.startsOn(service.from)
  if (service.state === 'left' && service.since !== undefined) return texts.leftAfter(service.since)
  return texts.service[service.state]
}

export const toRuleWords = ({ picked }: LoginExplanation, language: Language): string => {
  if (picked === undefined) return ''
  const { rule, grant, doubt } = picked
  const texts = explainTexts[language]
  const found = rule ?? texts.noRule
  const which = doubt === undefined ? found : texts.doubt(doubt, found)
  if (grant === 'no-login') return `${which}: ${wordTexts[language].noLogin}`
  const parts = [grant.template, toEmailChoiceWords(grant.email, language), grant.language ?? '']
  return `${which}: ${parts.filter((part) => part !== '').join(', ')}`
}

const toAddressWords = (
  { person, email, picked }: LoginExplanation,
  values: ShownValues,
  language: Language,
): string => {
  const texts = explainTexts[language]
  if (person === undefined || picked === undefined || picked.grant === 'no-login') return texts.noneNeeded
  if (email !== undefined) return `${worklistTexts[language].kinds[email.kind]}${show(email.address, values)}`
  const has = [
    person.workEmail === undefined ? '' : texts.anAddress.work,
    person.privateEmail === undefined ? '' : texts.anAddress.private,
  ].filter((part) => part !== '')
  return has.length === 0 ? texts.noAddress : texts.onlyAddress(joinWords(has, texts.and))
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
  { known, loginAddress }: LoginExplanation,
  { language, timeZone }: Look,
): string => {
  const texts = explainTexts[language]
  const login = known?.login ?? null
  if (login === null) return texts.none
  const where = loginAddress === undefined ? '' : `, ${texts.loginAddress[loginAddress]}`
  const state = login.active ? '' : `, ${texts.switchedOff}`
  const how = texts.origin[login.origin](toDayOfInstant(login.since, timeZone))
  return `${toLoginWords(toLoginView(login), language)}${where}${state}; ${how}`
}

/** Before a link stands the work about the login, which the link does not answer. */
const toWorkRows = (known: KnownAccess | undefined, look: Look): string[][] => {
  const { rows: names } = explainTexts[look.language]
  const latest = known === undefined ? null : latestWork(known)
  const before = known?.order ?? null
  return [
    [names.lastWork, toOrderWords(latest, look)],
    ...(before === null || before === latest ? [] : [[names.beforeIt, toOrderWords(before, look)]]),
  ]
}

const toOrderWords = (order: AccessOrder | null, { language, timeZone }: Look): string => {
  const texts = explainTexts[language]
  if (order === null) return texts.none
  const { kind, state, batch, wantedAt, handedOverAt, answeredAt } = order
  const at = answeredAt ?? handedOverAt ?? wantedAt
  const standing = texts.state[state](wordTexts[language].work[kind], toDayOfInstant(at, timeZone))
  return batch === null ? standing : `${standing}, ${texts.batch(batch)}`
}

const toAlertWords = (one: LoginExplanation, values: ShownValues, language: Language): string => {
  const { alerts: texts } = explainTexts[language]
  switch (one.portal.alerts) {
    case 'none':
      return texts.never
    case 'creator-and-followers':
      return texts.cases
    case 'as-granted':
      return one.mailed.length === 0
        ? texts.nothingGranted
        : texts.granted(one.mailed.map((who) => texts.who[who]).join('; '))
    case 'work-else-private':
      return toPlaceWords(one, values, language)
  }
}

const toPlaceWords = (
  { alerts, action }: LoginExplanation,
  values: ShownValues,
  language: Language,
): string => {
  const { alerts: texts } = explainTexts[language]
  const { place, address, of } = alerts
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
      return action.because.includes('not-in-source') ? texts.unknown : texts.nowhere
  }
}

/** The explanations as a document: ids and codes; addresses only masked. */
export const toAccessExplainJson = (
  explanations: readonly LoginExplanation[],
  values: DocumentValues,
): unknown => ({
  logins: explanations.map(
    ({ portal, subject, picked, email, known, action, alerts, mailed, loginAddress }) => ({
      portal: portal.portal,
      subject,
      rule: picked?.rule ?? null,
      doubt: picked?.doubt ?? null,
      grant: picked?.grant ?? null,
      emailKind: email?.kind ?? null,
      ...(values === 'none' || email === undefined ? {} : { email: maskAddress(email.address) }),
      login: known?.login ? toLoginView(known.login) : null,
      loginAddress: loginAddress ?? null,
      work: toLoginWork(known && latestWork(known)),
      loginWork: toLoginWork(known?.order),
      kind: action.kind,
      because: action.because,
      holds: action.kind === 'none' ? [] : action.holds,
      notes: action.notes,
      alerts: { place: alerts.place, of: alerts.of, sent: portal.alerts, mailed },
    }),
  ),
})
