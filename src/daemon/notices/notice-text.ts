import { Temporal } from 'temporal-polyfill'

import { sayStillOnSoap } from '../../domain/addresses/soap-end.js'
import { fillCount } from '../../domain/language/count.js'
import { toFindingStanding } from '../../domain/hold/finding-standing.js'
import { fillText } from '../../domain/language/fill.js'
import { joinSentences } from '../../domain/language/join-sentences.js'
import { toDateWords, toMomentWords } from '../../domain/language/format.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import type { SilentApplication } from '../events.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../../report/kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toReasonWords } from '../../report/kit/words.js'
import { sayTo } from '../../report/translate/say-to.js'
import { translate } from '../../report/translate/translate.js'
import { toReadinessLine } from '../../report/onboarding/readiness-words.js'
import { noticeTexts } from './texts/notice-texts.js'
import type { CheckDigest } from '../checks/compare-check.js'
import type { ChangeCount, FindingCount, Notice, RunDigest, WaitingCount } from './notice.js'

/** One part of a notice: a heading and what stands under it. Shown as text, as HTML, and nowhere else. */
export interface NoticePart {
  heading: string
  lines: readonly string[]
  /** Whether the lines are commands to paste. */
  isCode: boolean
}

/** How a notice is written: in which language, and on which clocks. */
export interface NoticeLook {
  language: Language
  /** Times are shown on its clocks. */
  timeZone: string
}

/** `nmbrs-sync acme: 3 changes wait` */
export const toSubjectLine = ({ connection, headline }: Notice, language: Language): string =>
  `nmbrs-sync${connection === null ? '' : ` ${connection}`}: ${translate(headline, language)}`

/** A notice for people, part by part. */
export const toNoticeParts = (notice: Notice, look: NoticeLook): readonly NoticePart[] => {
  const { language } = look
  const { run, failure, quarantine, check, application, soapEnd, unchangedSince, commands } = notice
  // A message of its own says it already.
  const isSaid = failure?.message === (soapEnd && sayStillOnSoap(soapEnd))
  const texts = noticeTexts[language]
  const time = (iso: string): string => toWallTime(iso, look)
  const say = (english: string): string => sayTo(english, look)
  const parts: [heading: string, lines: readonly string[]][] = [
    ['', notice.kind === 'test' ? [texts.arriveHere] : []],
    ['', unchangedSince === undefined ? [] : [texts.unchangedSince(time(unchangedSince))]],
    [texts.wentWrong, failure === undefined ? [] : [failure.message, ...toList(failure.remedy)].map(say)],
    [texts.nextTry, quarantine === undefined ? [] : [time(quarantine.nextTryAt)]],
    [texts.check, check === undefined ? [] : toCheckLines(check, language)],
    [progressTexts[language].heading, application === undefined ? [] : [toSilentLine(application, language)]],
    [texts.switchedOff, check?.lost ?? []],
    [texts.openAgain, check?.regained ?? []],
    [texts.run, run === undefined ? [] : toRunLines(run, time, language)],
    [texts.limits, run?.remarks.map((remark) => toRemarkWords(remark, language)) ?? []],
    [texts.waiting, run?.waiting.map((one) => toWaitingLine(one, language)) ?? []],
    [texts.changes, run?.changes.map((one) => toChangeLine(one, language)) ?? []],
    [texts.findings, run?.findings.map((one) => toFindingLine(one, language)) ?? []],
    ['', soapEnd === undefined || isSaid ? [] : [say(sayStillOnSoap(soapEnd))]],
  ]
  return [
    ...parts.map(([heading, lines]) => ({ heading, lines, isCode: false })),
    { heading: texts.next, lines: commands, isCode: true },
  ].filter(({ lines }) => lines.length > 0)
}

/** The notice as plain text. */
export const toNoticeText = (notice: Notice, look: NoticeLook): string =>
  [
    toSubjectLine(notice, look.language),
    ...toNoticeParts(notice, look).map(({ heading, lines }) =>
      heading === '' ? lines.join('\n') : [heading, ...lines.map((line) => `  ${line}`)].join('\n'),
    ),
    noticeTexts[look.language].footer,
  ]
    .join('\n\n')
    .concat('\n')

/** A remark is kept as one text of what is the matter and what to do; each is known by itself. */
const toRemarkWords = (remark: string, language: Language): string => {
  for (const { index } of remark.matchAll(/\. /g)) {
    const sentences = [remark.slice(0, index), remark.slice(index + 2)]
    const words = sentences.map((sentence) => translate(sentence, language))
    if (words.every((text, at) => text !== sentences[at])) return joinSentences(...words)
  }
  return translate(remark, language)
}

const toList = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : [text])

/** A moment as its readers say it: `22 november 2026, 02:05 (Europe/Amsterdam)`. */
export const toWallTime = (iso: string, { language, timeZone }: NoticeLook): string => {
  const zoned = Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone)
  const minute = zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${toMomentWords(`${zoned.toPlainDate().toString()} ${minute}`, language)} (${timeZone})`
}

const toRunLines = (run: RunDigest, time: (iso: string) => string, language: Language): string[] => {
  const { inScope, linked, notConnected, ignored, blocked } = run.people
  const { result, people } = commonTexts[language]
  const texts = noticeTexts[language]
  const read = fillCount(run.people.read, people)
  return [
    `${run.id}: ${result[run.result]}`,
    texts.fromTo(time(run.startedAt), time(run.finishedAt)),
    texts.people(read, inScope, linked, notConnected, ignored, blocked),
  ]
}

const toCheckLines = (
  { companyId, profiles, readiness, reasons }: CheckDigest,
  language: Language,
): string[] => [
  noticeTexts[language].forCompany(profiles.join(', '), companyId),
  toReadinessLine({ readiness, reasons }, language),
]

const toSilentLine = (
  { consumer, profile, companyId: company, ...rest }: SilentApplication,
  language: Language,
): string =>
  fillText(progressTexts[language].silent, {
    ...{ consumer, profile, company },
    waiting: progressTexts[language].waiting[rest.for],
    day: toDateWords(rest.since, language),
  })

/** More ids than these are left to the command that lists them. */
const mostHolds = 20

const toWaitingLine = ({ reason, count, holds }: WaitingCount, language: Language): string => {
  const texts = noticeTexts[language]
  const line = `${fillCount(count, commonTexts[language].changes)}: ${toReasonWords(reason, language)} (${reason})`
  if (holds.length === 0) return line
  const named = holds.slice(0, mostHolds).join(', ')
  const all = holds.length > mostHolds ? texts.andMore(named, holds.length - mostHolds) : named
  return texts.heldAs(line, all)
}

const toChangeLine = ({ kind, section, outcome, count }: ChangeCount, language: Language): string => {
  const texts = commonTexts[language]
  return `${count} × ${texts.kind[kind]} ${toSectionLabel(section, language)}: ${texts.outcome[outcome]}`
}

const toFindingLine = (finding: FindingCount, language: Language): string => {
  const { code, count } = finding
  const word = commonTexts[language].finding[toFindingStanding(finding)]
  return `${count} × ${word}: ${toReasonWords(code, language)} (${code})`
}
