import { latestWork, type AccessOrder, type KnownAccess } from '../../access/work/order.js'
import type { AccessPerson, Service } from '../../access/person.js'
import { reasonTexts } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import { toConsultantWords } from '../../access/request/consultant.js'
import { toAnswers } from '../../access/request/help-lines.js'
import { helpTexts, toVendorLanguage } from '../../access/request/help-texts.js'
import { fillText } from '../../domain/language/fill.js'
import type { LoginExplanation } from '../../run/access/explain-login.js'
import { maskAddress, type DocumentValues } from './plan-json.js'
import { toStanding } from './status-text.js'
import { withId } from './plan-text.js'
import { toLoginJson } from './worklist-text.js'
import { emailChoiceWords, emailKindWords, toLoginWords, toNameWords, workWords } from './words.js'
import type { ShownValues } from '../sync/explain-text.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'

/** Why a person's logins are as they are, one part for each portal. */
export const buildAccessExplainText = (
  explanations: readonly LoginExplanation[],
  values: ShownValues,
  look: Look,
): string => joinParts(explanations.map((one) => toLines(one, values, look)))

const toLines = (one: LoginExplanation, values: ShownValues, look: Look): string[] => {
  const { portal, subject, person, action } = one
  const name = look.showNames && person !== undefined ? `${toNameWords(person)}  ` : ''
  const rows = [
    ['person', person === undefined ? 'not among the people read' : toPersonWords(person)],
    ['rule', toRuleWords(one)],
    ...(one.permits.length === 0 ? [] : [['permits', one.permits.join(', ')]]),
    ['address', toAddressWords(one, values)],
    ['known login', toKnownWords(one)],
    ...toWorkRows(one.known),
    ['now', toStanding(action, one.known)],
    ['alerts', toAlertWords(one, values)],
    ...toConsultantRow(one, look),
  ]
  return [
    `${look.paint.bold(`${name}${subject}`)}  ${look.paint.dim(portal.title)}`,
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...reasonsOf(one).flatMap((reason) => [
      `  ${reasonTexts[reason].message}`,
      `    Next: ${withId(reasonTexts[reason].remedy, subject)}`,
    ]),
    ...toHelpLines(one, look),
  ]
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

const toPersonWords = (person: AccessPerson): string => {
  switch (person.kind) {
    case 'employee':
      return [
        person.targetId === null ? 'not connected' : `Nmbrs ${person.targetId}`,
        toServiceWords(person.service),
        person.department ?? '',
        person.office ?? '',
        person.employmentType ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ')
    case 'contact':
      return `contact of customer ${person.customerId}${person.ended ? ', ended' : ''}`
    case 'requester':
      return `named in the configuration, ${toServiceWords(person.service)}`
  }
}

const toServiceWords = (service: Service): string => {
  switch (service.state) {
    case 'in-service':
      return 'in service'
    case 'not-yet':
      return `starts ${service.from ?? 'later'}`
    case 'left':
      return `left${service.since === undefined ? '' : ` after ${service.since}`}`
  }
}

const toRuleWords = ({ picked }: LoginExplanation): string => {
  if (picked === undefined) return ''
  const { rule, grant, doubt } = picked
  const passed = doubt === undefined ? '' : `${doubt} may be meant (it names what nobody knows); else `
  const which = `${passed}${rule ?? 'no rule matches, so what holds otherwise'}`
  if (grant === 'no-login') return `${which}: no login`
  const parts = [grant.template, emailChoiceWords[grant.email], grant.language ?? '']
  return `${which}: ${parts.filter((part) => part !== '').join(', ')}`
}

const toAddressWords = ({ person, email, picked }: LoginExplanation, values: ShownValues): string => {
  if (person === undefined || picked === undefined || picked.grant === 'no-login') return 'none is needed'
  if (email !== undefined) return `${emailKindWords[email.kind]}${show(email.address, values)}`
  const has = [
    person.workEmail === undefined ? '' : 'a work address',
    person.privateEmail === undefined ? '' : 'a private address',
  ].filter((part) => part !== '')
  return `none: ${has.length === 0 ? 'there is no address at all' : `there is only ${has.join(' and ')}`}`
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

const loginAddressWords: Readonly<Record<NonNullable<LoginExplanation['loginAddress']>, string>> = {
  work: 'at the work address there is now',
  private: 'at the private address there is now',
  elsewhere: 'at an address that is neither of those there are now',
  unknown: 'at an address that is not known here',
}

const toKnownWords = ({ known, loginAddress }: LoginExplanation): string => {
  const login = known?.login ?? null
  if (login === null) return 'none'
  const how = login.origin === 'confirmed' ? 'confirmed' : 'seen in the list of the portal'
  const where = loginAddress === undefined ? '' : `, ${loginAddressWords[loginAddress]}`
  const state = login.active ? '' : ', switched off'
  return `${toLoginWords(login)}${where}${state}; ${how} ${login.since.slice(0, 10)}`
}

/** Before a link stands the work about the login, which the link does not answer. */
const toWorkRows = (known: KnownAccess | undefined): string[][] => {
  const latest = known === undefined ? null : latestWork(known)
  const before = known?.order ?? null
  return [
    ['last work', toOrderWords(latest)],
    ...(before === null || before === latest ? [] : [['before it', toOrderWords(before)]]),
  ]
}

const toOrderWords = (order: AccessOrder | null): string => {
  if (order === null) return 'none'
  const { kind, state, batch, wantedAt, handedOverAt, answeredAt } = order
  const at = answeredAt ?? handedOverAt ?? wantedAt
  return `${workWords[kind]}: ${stateWords[state]} ${at.slice(0, 10)}${batch === null ? '' : `, batch ${batch}`}`
}

const stateWords: Readonly<Record<AccessOrder['state'], string>> = {
  wanted: 'wanted since',
  'handed-over': 'handed over',
  confirmed: 'confirmed',
  refused: 'refused',
  expired: 'expired without an answer',
}

const mailedWords: Readonly<Record<LoginExplanation['mailed'][number], string>> = {
  owner: 'of new job orders go to their owner',
  contact: 'of approvals go to this contact, where the contact is that of the assignment',
}

const toAlertWords = (one: LoginExplanation, values: ShownValues): string => {
  switch (one.portal.alerts) {
    case 'none':
      return 'the portal sends none'
    case 'creator-and-followers':
      return 'the portal mails news about a case to whoever created it and to its followers'
    case 'as-granted':
      return one.mailed.length === 0
        ? 'none: the permission set grants no notification'
        : `notifications ${one.mailed.map((who) => mailedWords[who]).join('; ')}`
    case 'work-else-private':
      return toPlaceWords(one, values)
  }
}

const toPlaceWords = ({ alerts, action }: LoginExplanation, values: ShownValues): string => {
  const { place, address, of } = alerts
  const whose = of === 'login' ? '' : ', once the login is there'
  switch (place) {
    case 'work':
      return `arrive at the work address${address === undefined ? '' : show(address, values)}${whose}`
    case 'private':
      return `arrive at the private address${address === undefined ? '' : show(address, values)}, for there is no work address${whose}`
    case 'login':
      return 'arrive at the address of the login, which is neither the work nor the private address'
    case 'nowhere':
      return action.because.includes('not-in-source') ? 'not known' : 'arrive nowhere: there is no login'
  }
}

/** Work without its digests. */
const toOrderJson = ({ kind, state, batch, wantedAt, handedOverAt, answeredAt }: AccessOrder) => ({
  ...{ kind, state, batch, wantedAt, handedOverAt, answeredAt },
})

const toWorkJson = (order: AccessOrder | null | undefined) => (order ? toOrderJson(order) : null)

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
      login: known?.login ? toLoginJson(known.login) : null,
      loginAddress: loginAddress ?? null,
      work: toWorkJson(known && latestWork(known)),
      loginWork: toWorkJson(known?.order),
      kind: action.kind,
      because: action.because,
      holds: action.kind === 'none' ? [] : action.holds,
      notes: action.notes,
      alerts: { place: alerts.place, of: alerts.of, sent: portal.alerts, mailed },
    }),
  ),
})
