import { toWording, type Wording } from '../../domain/language/catalogue.js'
import { fillText } from '../../domain/language/fill.js'
import type { ServiceName } from '../calls/call-name.js'
import type { NotTestedReason } from '../check/call-result.js'
import { stepTexts } from '../texts/step-texts.js'

type StepTexts = typeof stepTexts.en

/** The name of a service as the screen for the rights of a template shows it. */
const serviceLabel: Readonly<Record<ServiceName, string>> = {
  CompanyService: 'Company Services',
  EmployeeService: 'Employee Services',
  DebtorService: 'Debtor Services',
  ReportService: 'Report Services',
}

const say = (pick: (texts: StepTexts) => string): Wording =>
  toWording((language) => pick(stepTexts[language]))

/** A step in the template of the user, at the calls of one service. */
const sayAt = (service: ServiceName, pick: (texts: StepTexts) => string): Wording =>
  say((texts) => fillText(pick(texts), { menu: texts.templateMenu, service: serviceLabel[service] }))

export const switchOn = (service: ServiceName): Wording => sayAt(service, (texts) => texts.switchOn)
export const lookAtWrites = (service: ServiceName): Wording => sayAt(service, (texts) => texts.lookAtWrites)

export const askWhetherNeeded = say((texts) => texts.askWhetherNeeded)
export const wrongCredentials = say((texts) => texts.wrongCredentials)
export const noSubscription = say((texts) => texts.noSubscription)
export const nothingAnswered = say((texts) => texts.nothingAnswered)
export const noCompany = say((texts) => texts.noCompany)
export const outsideFilter = say((texts) => texts.outsideFilter)
export const noAccess = say((texts) => texts.noAccess)
export const noCompanyOverRest = say(({ rest }) => rest.noCompany)
export const outsideConsent = say(({ rest }) => rest.outsideConsent)
export const notShownOverRest = say(({ rest }) => rest.notShown)
export const askOverRest = (consumer: string): Wording => say(({ rest }) => fillText(rest.ask, { consumer }))

export const addScopes = (scopes: readonly string[], connection: string | undefined): Wording =>
  say(({ rest }) => fillText(rest.addScopes, { scopes: scopes.join(' '), connection: connection ?? '' }))

export const giveFacts = say((texts) => texts.giveFacts)
export const correctFacts = say((texts) => texts.correctFacts)
export const compareByHand = say((texts) => texts.compareByHand)

export const makeTestable = (reason: Exclude<NotTestedReason, 'write-call'> | 'failed'): Wording =>
  say(({ ways }) => ways[reason])
