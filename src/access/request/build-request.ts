import type { Batch, BatchStep } from '../work/batch.js'
import type { HandOver, HandOverPerson, RequestFacts } from '../work/delivery-payload.js'
import type { PermissionSet } from '../portal/portal.js'
import type { PortalHelp, RequestLanguage } from './help-schema.js'
import { requestWords, type RequestWords } from './request-words.js'

type AskedStep = keyof RequestWords['title']

const isAsked = (step: BatchStep): step is AskedStep =>
  step === 'add' || step === 'change' || step === 'deactivate'

/**
 * What to write to a vendor about the people of a batch, one block each, ready to copy into its form or into
 * a message; empty for work that is not asked of a vendor.
 */
export const buildRequests = (batch: Batch, handOver: HandOver, language: RequestLanguage): string => {
  const { request, people } = handOver
  const { step, way } = batch
  if (request === undefined || !isAsked(step) || (way !== 'form' && way !== 'support')) return ''
  const words = requestWords[language]
  const title = words.title[step].replace('{portal}', handOver.portalTitle)
  const blocks = batch.people.map(({ subject }) => {
    const person = people.get(subject)
    return [title, '', ...toPersonLines(person, words), ...toAccessLines(batch, step, request, language)]
  })
  return `${[...blocks, toSendLines(batch, request, language)].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const toPersonLines = (person: HandOverPerson | undefined, words: RequestWords): string[] => {
  const { notGiven } = words
  return [
    `${words.company}: ${person?.companyName ?? notGiven}`,
    `${words.name}: ${person?.displayName ?? notGiven}`,
    `${words.email}: ${person?.address ?? notGiven}`,
    `${words.phone}: ${person?.phone ?? notGiven}`,
  ]
}

const toAccessLines = (
  { permissions, language: chosen }: Batch,
  step: AskedStep,
  request: RequestFacts,
  language: RequestLanguage,
): string[] => {
  if (step === 'deactivate' || permissions === null) return []
  const words = requestWords[language]
  return [
    ...(chosen === 'DA' || chosen === 'EN' ? [`${words.language}: ${words.languageNames[chosen]}`] : []),
    '',
    `${words.access}:`,
    ...toProductLines(permissions, request, language).map((line) => `  ${line}`),
  ]
}

/**
 * Every product with its answer, for the form asks for each: one that the set does not name is not granted.
 */
export const toProductLines = (
  set: PermissionSet,
  { permissions, help }: Pick<RequestFacts, 'permissions' | 'help'>,
  language: RequestLanguage,
): string[] =>
  Object.entries(permissions).map(([name, { label, choices = [] }]) => {
    const choice = String(set[name] ?? choices[0] ?? '')
    return `${label}: ${help.formWords?.[choice]?.[language] ?? choice}`
  })

const toSendLines = ({ way }: Batch, { help, formAddress }: RequestFacts, language: RequestLanguage) => {
  const words = requestWords[language]
  const [support] = help.contacts
  const by =
    way === 'form'
      ? `${words.form}: ${formAddress ?? words.formNotKnown}`
      : `${words.support}: ${toContactWords(support, language)}`
  return [`${words.sendBy}:`, `  ${by}`, `  ${words.portal}: ${help.address}`]
}

/** `88 97 97 00, weekdays 9–15` */
export const toContactWords = (
  contact: PortalHelp['contacts'][number] | undefined,
  language: RequestLanguage,
): string =>
  contact === undefined
    ? ''
    : [contact.phone, contact.hours?.[language], contact.email]
        .filter((part) => part !== undefined)
        .join(', ')
