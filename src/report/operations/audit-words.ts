import type { AuditEntry } from '../../domain/audit/audit.js'
import type { Language } from '../../domain/language/language.js'
import type { LinkOrigin } from '../../domain/link.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { sortFields, toFieldWord, toOriginWords, toReasonWords } from '../kit/words.js'
import { auditTexts, type PlainKind } from './audit-texts.js'

type Told = Pick<
  AuditEntry,
  'kind' | 'targetId' | 'section' | 'operation' | 'fields' | 'code' | 'detail' | 'reason' | 'reference'
>

/** What an entry says, in words: `change address (street, city) of Nmbrs employee 501: done`. */
export const toAuditWords = (entry: Told, language: Language): string => {
  const typed = entry.reason === null ? '' : ` "${entry.reason.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')}"`
  return `${toEvent(entry, language)}${typed}`
}

const toEvent = (entry: Told, language: Language): string => {
  const { kind, code, detail } = entry
  const texts = auditTexts[language]
  switch (kind) {
    case 'write-begun':
      return texts.aboutTo(toWrite(entry, language))
    case 'write-ended': {
      const why = detail === null ? '' : ` (${toReasonWords(detail, language)})`
      return `${toWrite(entry, language)}: ${findWord(commonTexts[language].outcome, code)}${why}`
    }
    case 'write-settled':
      return `${toWrite(entry, language)}: ${findWord(texts.settled, code)}`
    case 'bank-account-ending':
      return addWhose(texts.accountEnding(detail ?? ''), entry, language)
    case 'bank-account-ended':
      return entry.targetId === null
        ? texts.accountEnded(detail ?? '')
        : texts.accountOfEnded(detail ?? '', entry.targetId)
    case 'link-changed':
      return toLinkEvent(entry, language)
    case 'link-forgotten':
      return texts.noLonger(findWord(texts.mark, code))
    case 'hold-released':
    case 'hold-rejected':
      // The detail says for the program only that the word is sealed.
      return toPlainEvent({ ...entry, detail: null }, kind, language)
    case 'id-paired':
    case 'id-unpaired':
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
    case 'login-data-not-sent':
    case 'onboarding-recorded':
    case 'person-forgotten':
    case 'reason-forgotten':
    case 'state-restored':
    case 'state-purged':
      return toPlainEvent(entry, kind, language)
  }
}

/** The words of a code; a code without any stands for itself. */
const findWord = (words: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '' : Object.hasOwn(words, code) ? (words[code] ?? code) : code

/** `change address (street, city) of Nmbrs employee 501` */
const toWrite = (entry: Told, language: Language): string => {
  const verb =
    entry.operation === null ? auditTexts[language].write : commonTexts[language].kind[entry.operation]
  const what = [verb, toPlace(entry, language)].filter((word) => word !== '').join(' ')
  return addWhose(what, entry, language)
}

/** `address (street, city)` */
const toPlace = ({ section, fields }: Told, language: Language): string => {
  const names =
    fields === null || fields.length === 0
      ? ''
      : `(${sortFields(fields)
          .map((field) => toFieldWord(field, language))
          .join(', ')})`
  return [section === null ? '' : toSectionLabel(section, language), names]
    .filter((word) => word !== '')
    .join(' ')
}

const addWhose = (what: string, { targetId }: Told, language: Language): string =>
  targetId === null ? what : auditTexts[language].of(what, targetId)

const toLinkEvent = ({ code, targetId, detail }: Told, language: Language): string => {
  const texts = auditTexts[language]
  switch (code ?? '') {
    case 'connected': {
      const connected = texts.connected(targetId ?? '')
      // Written by the store from a link's origin and nothing else.
      return detail === null ? connected : `${connected}, ${toOriginWords(detail as LinkOrigin, language)}`
    }
    case 'disconnected':
      return texts.disconnected(targetId ?? '')
    case 'ignored':
      return detail === null ? texts.leftOut : texts.leftOutUntil(detail)
    default:
      return code !== null && Object.hasOwn(texts.mark, code)
        ? findWord(texts.mark, code)
        : texts.link(code ?? texts.notSaid)
  }
}

const toPlainEvent = (entry: Told, kind: PlainKind, language: Language): string => {
  const { code, detail, reference } = entry
  const texts = auditTexts[language]
  const said =
    kind.startsWith('hold-') && reference !== null
      ? texts.hold(reference, texts.plain[kind])
      : texts.plain[kind]
  const more = [code, detail, toPlace(entry, language)]
    .filter((word) => word !== null && word !== '')
    .join(', ')
  return `${addWhose(said, entry, language)}${more === '' ? '' : `: ${more}`}`
}
