import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import type { AskedPerson, MissingAnswer, MissingList } from '../../run/questions/find-missing.js'
import { joinParts } from '../kit/join-parts.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toReasonWords } from '../kit/words.js'
import type { OverviewRow } from '../overview/overview.js'
import type { OverviewColumn } from '../overview/columns.js'
import { toJsonFailure } from '../sync/run-json.js'
import { toFailureLines } from '../sync/status/status-text.js'
import { missingTexts } from './texts/missing-texts.js'

/**
 * Who has nothing of a section in Nmbrs, and what the next sync does about it; then who could not be read.
 */
export const buildMissingText = (list: MissingList, look: Look): string => {
  const { language, paint } = look
  const texts = missingTexts[language]
  const section = toSectionLabel(list.section, language)
  const { missing, unread, connected, notConnected } = list
  const looked = connected - unread.length
  return joinParts([
    ...(list.failure === null ? [] : [toFailureLines(list.failure, look)]),
    [
      paint.bold(texts.title(section, missing.length)),
      ...toRows(missing, look, ({ subject, answer }) => toAnswerWords(answer, subject, language)),
    ],
    ...(unread.length === 0
      ? []
      : [[paint.bold(texts.unreadTitle(section, unread.length)), ...toRows(unread, look, () => '')]]),
    [
      texts.looked(looked, connected),
      missing.length === 0 && looked > 0 ? texts.nothing : '',
      notConnected === 0 ? '' : fillCount(notConnected, texts.notConnected),
    ],
  ])
}

const toRows = <P extends AskedPerson>(
  people: readonly P[],
  look: Look,
  toWords: (person: P) => string,
): string[] =>
  layOutTable(
    people.map((person) => [
      ...(look.showNames ? [person.displayName] : []),
      person.subject,
      toEmployeeWords(person.targetId, person.employeeNumber, look),
      toWords(person),
    ]),
    { width: look.width, indent: 2 },
  )

const toAnswerWords = (answer: MissingAnswer, subject: string, language: Language): string => {
  const texts = missingTexts[language]
  switch (answer.kind) {
    case 'sent':
      return texts.sent
    case 'held': {
      const record = answer.hold === undefined ? '' : `, hold ${answer.hold}`
      return texts.held(`${toReasonWords(answer.reason, language)}${record}`)
    }
    case 'told':
      return toReasonWords(answer.reason, language)
    case 'standing':
      return commonTexts[language].pairing[answer.pairing]
    case 'nothing-either':
      return texts.nothingEither
    case 'not-mapped':
      return texts.notMapped
    case 'unexplained':
      return texts.unexplained(`nmbrs-sync explain ${subject}`)
  }
}

/** The document of `status --missing SECTION --json`: ids and codes, no names. */
export const toMissingJson = (list: MissingList, connection: string): object => ({
  connection,
  section: list.section,
  failure: toJsonFailure(list.failure),
  people: {
    connected: list.connected,
    looked: list.connected - list.unread.length,
    notConnected: list.notConnected,
  },
  missing: list.missing.map((person) => ({ ...toIds(person), answer: toJsonAnswer(person.answer) })),
  unread: list.unread.map(toIds),
})

const toIds = ({ subject, companyId, targetId }: AskedPerson) => ({ subject, companyId, targetId })

const toJsonAnswer = (answer: MissingAnswer) => ({
  next: answer.kind,
  reason: 'reason' in answer ? answer.reason : answer.kind === 'standing' ? answer.pairing : null,
  hold: answer.kind === 'held' ? (answer.hold ?? null) : null,
})

export const missingColumns: readonly OverviewColumn[] = ['missing', 'connected', 'unread', 'notConnected']

/** The line of a connection. */
export const toMissingRow = (list: MissingList): Omit<OverviewRow, 'connection'> => ({
  values: [list.missing.length, list.connected, list.unread.length, list.notConnected],
  waits: list.missing.length + list.unread.length > 0,
  ...(list.failure === null ? {} : { failure: list.failure }),
})
