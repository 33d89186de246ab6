import type { AuditEntry } from '../../domain/audit/audit.js'
import type { LinkOrigin } from '../../domain/link.js'
import {
  kindWords,
  outcomeWords,
  sectionWords,
  sortFields,
  toFieldWord,
  toOriginWords,
  toReasonWords,
} from '../kit/words.js'

type Told = Pick<
  AuditEntry,
  'kind' | 'targetId' | 'section' | 'operation' | 'fields' | 'code' | 'detail' | 'reason' | 'reference'
>

/** What an entry says, in words: `change address (street, city) of Nmbrs employee 501: done`. */
export const toAuditWords = (entry: Told): string => {
  const typed = entry.reason === null ? '' : ` "${entry.reason.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')}"`
  return `${toEvent(entry)}${typed}`
}

const toEvent = (entry: Told): string => {
  const { kind, code, detail } = entry
  switch (kind) {
    case 'write-begun':
      return `about to ${toWrite(entry)}`
    case 'write-ended':
      return `${toWrite(entry)}: ${toOutcome(code)}${detail === null ? '' : ` (${toReasonWords(detail)})`}`
    case 'write-settled':
      return `${toWrite(entry)}: ${settledWords[code ?? ''] ?? code ?? ''}`
    case 'bank-account-ending':
      return `about to replace bank account ${detail ?? ''}${toWhose(entry)}`
    case 'bank-account-ended':
      return `bank account ${detail ?? ''}${toWhose(entry)} ended`
    case 'link-changed':
      return toLinkEvent(entry)
    case 'hold-released':
    case 'hold-rejected':
      // The detail says for the program only that the word is sealed.
      return toPlainEvent({ ...entry, detail: null })
    case 'link-forgotten':
      return `no longer ${linkMarkWords[code ?? ''] ?? code ?? ''}`
    case 'hold-opened':
    case 'hold-used':
    case 'hold-expired':
    case 'drift-accepted':
    case 'drift-restored':
    case 'allowed-once':
    case 'setting-changed':
    case 'payroll-work-done':
    case 'payroll-work-reopened':
    case 'refusal-retried':
    case 'login-work-handed-over':
    case 'login-work-answered':
    case 'login-work-given-up':
    case 'login-asked':
    case 'login-unasked':
    case 'logins-imported':
    case 'login-data-sent':
    case 'onboarding-recorded':
    case 'state-restored':
    case 'state-purged':
      return toPlainEvent(entry)
  }
}

const settledWords: Readonly<Record<string, string>> = {
  'found-applied': 'looked up later, it was done',
  'found-not-applied': 'looked up later, it was not done',
  superseded: 'its end is no longer needed',
  answered: 'answered',
}

const linkMarkWords: Readonly<Record<string, string>> = {
  ignored: 'left out',
  'create-wanted': 'to be created',
  disconnected: 'kept apart',
}

const plainWords: Readonly<Record<string, string>> = {
  'hold-opened': 'waits for a person',
  'hold-released': 'released',
  'hold-rejected': 'rejected',
  'hold-used': 'release used',
  'hold-expired': 'release expired',
  'drift-accepted': "payroll's value accepted",
  'drift-restored': "payroll's value is to be set back",
  'allowed-once': 'allowed for this run',
  'setting-changed': 'settings',
  'payroll-work-done': 'payroll did what only payroll can do',
  'payroll-work-reopened': 'that is to be done by payroll after all',
  'refusal-retried': 'what Nmbrs refused is to be tried again',
  'login-work-handed-over': 'work about a login handed over',
  'login-work-answered': 'work about a login',
  'login-work-given-up': 'work about a login given up, nobody knows whether it arrived',
  'login-asked': 'asked about a login',
  'login-unasked': 'no longer asked about a login',
  'login-data-sent': 'login data sent',
  'logins-imported': "a portal's list of logins imported",
  'onboarding-recorded': 'application at a consumer',
  'state-restored': 'the state file was restored from a backup',
  'state-purged': 'old runs were purged',
}

/** `change address (street, city) of Nmbrs employee 501` */
const toWrite = (entry: Told): string => {
  const verb = entry.operation === null ? 'write' : kindWords[entry.operation]
  return [verb, toPlace(entry)].filter((word) => word !== '').join(' ') + toWhose(entry)
}

/** `address (street, city)` */
const toPlace = ({ section, fields }: Told): string => {
  const names =
    fields === null || fields.length === 0
      ? ''
      : `(${sortFields(fields)
          .map((field) => toFieldWord(field))
          .join(', ')})`
  return [section === null ? '' : sectionWords[section], names].filter((word) => word !== '').join(' ')
}

const toWhose = ({ targetId }: Told): string => (targetId === null ? '' : ` of Nmbrs employee ${targetId}`)

const toOutcome = (code: string | null): string => {
  const words: Readonly<Record<string, string>> = outcomeWords
  return words[code ?? ''] ?? code ?? ''
}

const toLinkEvent = ({ code, targetId, detail }: Told): string => {
  const employee = `Nmbrs employee ${targetId ?? ''}`
  switch (code ?? '') {
    case 'connected':
      // Written by the store from a link's origin and nothing else.
      return `connected to ${employee}${detail === null ? '' : `, ${toOriginWords(detail as LinkOrigin)}`}`
    case 'disconnected':
      return `disconnected from ${employee}`
    case 'ignored':
      return `left out${detail === null ? '' : ` until ${detail}`}`
    default:
      return linkMarkWords[code ?? ''] ?? `link: ${code ?? 'not said'}`
  }
}

const toPlainEvent = (entry: Told): string => {
  const { kind, code, detail, reference } = entry
  const subject = kind.startsWith('hold-') && reference !== null ? `hold ${reference} ` : ''
  const more = [code, detail, toPlace(entry)].filter((word) => word !== null && word !== '').join(', ')
  return `${subject}${plainWords[kind] ?? kind}${toWhose(entry)}${more === '' ? '' : `: ${more}`}`
}
