import type { Language } from '../../../domain/language/language.js'
import type { RunFailure } from '../../../domain/run/run-failure.js'
import { toPeopleSentence } from '../../kit/count-words.js'
import { toEmployeeWords } from '../../kit/employee-words.js'
import { joinParts } from '../../kit/join-parts.js'
import type { Look } from '../../kit/look.js'
import { toPersonLine } from '../../kit/person-label.js'
import { layOutTable } from '../../kit/table.js'
import { commonTexts } from '../../kit/texts/common-texts.js'
import { toSectionLabel } from '../../../domain/language/section-texts.js'
import { toLinkWords, toMissingWords, toOriginWords, toReasonWords } from '../../kit/words.js'
import { toProgressWords } from '../../onboarding/progress-words.js'
import { sayTo } from '../../translate/say-to.js'
import { buildCandidateLines } from '../links/candidate-lines.js'
import { statusTexts } from '../texts/status-texts.js'
import type { StatusPersonView, StatusView } from '../view/status-view.js'

/** The tab as text, with the counts of everyone under it. */
export const buildStatusText = (view: StatusView, look: Look): string => {
  const { tab, tabs, people } = view
  const texts = statusTexts[look.language]
  const apart = people.filter((one) => one.tab === 'not-connected')
  const connected = people.filter((one) => one.tab === 'connected')
  return joinParts([
    ...(view.failure === null ? [] : [toFailureLines(view.failure, look)]),
    ...(tab === 'connected'
      ? []
      : [
          titled(texts.notConnected, tabs.notConnected, look),
          ...apart.map((one) => toApartLines(one, look)),
        ]),
    ...(tab === 'not-connected'
      ? []
      : [titled(texts.connected, tabs.connected, look), buildConnectedLines(connected, look)]),
    [
      toPeopleSentence(view.counts, look.language),
      tab === 'not-connected' && tabs.waiting > 0 ? texts.somethingWaits(tabs.waiting) : '',
    ],
    toReminderLines(view, look),
  ])
}

/** Consumers that were to answer by now. */
const toReminderLines = ({ reminders }: StatusView, { language, paint }: Look): string[] =>
  reminders.map(
    ({ companyId, standing }) =>
      `${paint.yellow(`${standing.consumer} (${standing.profile} ${companyId})`)}  ${toProgressWords(standing, language)}`,
  )

/** What a run would stop over, before all else. */
export const toFailureLines = ({ message, remedy }: RunFailure, look: Look): string[] => [
  `${look.paint.red(statusTexts[look.language].wouldStop)}  ${sayTo(message, look)}`,
  ...(remedy === undefined ? [] : [commonTexts[look.language].next(sayTo(remedy, look))]),
]

const titled = (title: string, count: number, { paint }: Look): string[] => [
  paint.bold(`${title} (${count})`),
]

const toApartLines = (one: StatusPersonView, look: Look): string[] => {
  const { missing, findings, candidates } = one
  const { language } = look
  const remedies = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ remedy }) => remedy))
  return [
    toPersonLine(one.person, look),
    `  ${toStandingWords(one, language)}`,
    ...(missing.length === 0
      ? []
      : [`  ${statusTexts[language].missing(toMissingWords(missing, language))}`]),
    ...toHeldLines(one, language),
    ...buildCandidateLines(candidates, look, 2),
    ...[...remedies].map((remedy) => `  ${commonTexts[language].next(sayTo(remedy, look))}`),
  ]
}

const toStandingWords = ({ standing }: StatusPersonView, language: Language): string => {
  switch (standing.kind) {
    case 'creation-held':
      return statusTexts[language].creationHeld
    case 'by-hand':
      return toLinkWords(standing.link, language)
    case 'pairing':
      return commonTexts[language].pairing[standing.pairing]
  }
}

/** What waits for a held creation is held with it; saying so once is enough. */
const toHeldLines = ({ held }: StatusPersonView, language: Language): string[] =>
  held.filter(({ reason }) => reason !== 'depends-on-failed').map((one) => `  ${toHeldText(one, language)}`)

const toHeldText = (
  { section, reason, hold }: StatusPersonView['held'][number],
  language: Language,
): string => {
  const record = hold === undefined ? '' : `, hold ${hold}`
  return statusTexts[language].held(
    `${toSectionLabel(section, language)} (${toReasonWords(reason, language)}${record})`,
  )
}

const buildConnectedLines = (people: readonly StatusPersonView[], look: Look): string[] =>
  layOutTable(
    people.map(({ person, ...one }) => [
      ...(look.showNames ? [person.name ?? ''] : []),
      person.subject,
      person.targetId === null ? '' : toEmployeeWords(person.targetId, person.employeeNumber, look),
      one.origin === null ? statusTexts[look.language].newMatch : toOriginWords(one.origin, look.language),
      toWaiting(one, look.language),
    ]),
    { width: look.width, indent: 2 },
  )

/** What a sync would do with a connected person, and what stands in its way. */
const toWaiting = (one: Omit<StatusPersonView, 'person'>, language: Language): string => {
  const texts = statusTexts[language]
  const { pairing, missing, planned, held, service, toDo } = one
  const parts = [
    pairing === 'connected' ? '' : commonTexts[language].pairing[pairing],
    ...service.map((code) => toReasonWords(code, language)),
    missing.length === 0 ? '' : texts.missing(toMissingWords(missing, language)),
    planned.length === 0
      ? ''
      : texts.waiting(planned.map((section) => toSectionLabel(section, language)).join(', ')),
    ...held.map((each) => toHeldText(each, language)),
  ].filter((part) => part !== '')
  const byHand = toDo.map((code) => texts.byHand(toReasonWords(code, language)))
  return [...(parts.length === 0 ? [texts.inStep] : parts), ...byHand].join('; ')
}
