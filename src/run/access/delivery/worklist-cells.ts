import {
  emailKindWords,
  selectionWords,
  stepWords,
  toLanguageWords,
  toLevelWords,
  toPermissionWords,
  wayWords,
} from '../../../report/access/words.js'
import type { Batch, BatchPerson } from '../../../access/work/batch.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import { reasonTexts } from '../../../access/reason-texts.js'
import { toContactWords, toProductLines } from '../../../access/request/build-request.js'

// What a worklist says, for a spreadsheet and for paper alike.

/** What is chosen once for everybody in a batch: a name and what it is set to. */
export const toChoices = (batch: Batch, handOver: HandOver): readonly (readonly [string, string])[] => {
  const { step, way, level, template, emailKind, language, after } = batch
  const choices: (readonly [string, string])[] = [
    ['What', stepWords[step]],
    ['Where', `${toLevelWords(level)}, ${wayWords[way]}`],
    ['E-mail', emailKind === null || step === 'delete' ? '' : emailKindWords[emailKind]],
    ['Template', step === 'delete' ? '' : (template ?? '')],
    ['Permissions', toGrantedWords(batch, handOver)],
    ...toAskedAt(batch, handOver),
    ['Language', language === null || step === 'delete' ? '' : toLanguageWords(language)],
    ['To tick', toTickWords(batch)],
    ['Only after', after.join(', ')],
  ]
  return choices.filter(([, value]) => value !== '')
}

/** A form asks about every product, so those that are not granted are named too. */
export const toGrantedWords = ({ step, permissions }: Batch, { request }: HandOver): string => {
  if (permissions === null) return ''
  if (request === undefined) return toPermissionWords(permissions)
  return step === 'deactivate' ? '' : toProductLines(permissions, request, 'en').join('; ')
}

/** Where a vendor is asked. */
const toAskedAt = ({ way }: Batch, { request }: HandOver): readonly (readonly [string, string])[] => {
  if (request === undefined) return []
  const { help, formAddress = '' } = request
  return [
    ['Form', way === 'form' ? formAddress : ''],
    ['Support', way === 'support' ? toContactWords(help.contacts[0], 'en') : ''],
    ['Portal', help.address],
  ]
}

const toTickWords = ({ way, selection }: Batch): string => {
  if (way !== 'bulk') return ''
  return selection === 'by-name' ? 'None, then the people below by name' : selectionWords[selection]
}

export const personHead = [
  'Name',
  'Employee number',
  'Nmbrs id',
  'AlexisHR id',
  'E-mail address',
  'User name',
  'Why',
  'Note',
] as const

/** One row for each person of a batch, under `personHead`. */
export const toPersonRows = (batch: Batch, handOver: HandOver): readonly (readonly string[])[] =>
  batch.people.map((person) => toPersonRow(person, batch, handOver))

const toPersonRow = ({ subject, work }: BatchPerson, { step }: Batch, handOver: HandOver): string[] => {
  const person = handOver.people.get(subject)
  // The address of the new login does not belong beside the deletion of the old one.
  const address = step === 'delete' && work.kind === 'replace' ? null : person?.address
  return [
    person?.displayName ?? '',
    person?.employeeNumber ?? '',
    person?.targetId ?? '',
    subject,
    address ?? '',
    person?.userName ?? '',
    toTexts(work.because),
    toTexts(work.notes),
  ]
}

const toTexts = (reasons: BatchPerson['work']['notes']): string =>
  reasons.map((reason) => reasonTexts[reason].message).join('; ')

/** What is to be known of every worklist. */
export const worklistRemarks = (handOver: HandOver): readonly string[] => [
  `Nothing here was done yet: ${handOver.portalTitle} is worked on by hand.`,
  `A list with the name ${handOver.key} that you have already is the same work: do it once.`,
  `When a batch is done: nmbrs-sync access confirm ${handOver.batches[0]?.key ?? handOver.key}`,
]
