import { Temporal } from 'temporal-polyfill'

import { fillText } from '../../domain/language/fill.js'
import { toDateWords } from '../../domain/language/format.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import { countOf } from '../../report/kit/count-words.js'
import { kindWords, outcomeWords, resultWords, sectionWords, toReasonWords } from '../../report/kit/words.js'
import { toReadinessLine } from '../../report/onboarding/readiness-words.js'
import type { SilentApplication } from '../events.js'
import type { CheckDigest } from '../checks/compare-check.js'
import type { ChangeCount, FindingCount, Notice, RunDigest, WaitingCount } from './notice.js'

/** One part of a notice: a heading and what stands under it. Shown as text, as HTML, and nowhere else. */
export interface NoticePart {
  heading: string
  lines: readonly string[]
  /** Whether the lines are commands to paste. */
  isCode: boolean
}

/** `nmbrs-sync acme: 3 changes wait` */
export const toSubjectLine = ({ connection, headline }: Notice): string =>
  `nmbrs-sync${connection === null ? '' : ` ${connection}`}: ${headline}`

/** A notice for people, part by part. Times are shown on the clocks of the time zone. */
export const toNoticeParts = (notice: Notice, timeZone: string): readonly NoticePart[] => {
  const { run, failure, quarantine, check, application, unchangedSince, commands } = notice
  const time = (iso: string): string => toWallTime(iso, timeZone)
  const parts: [heading: string, lines: readonly string[]][] = [
    ['', notice.kind === 'test' ? ['Notices of nmbrs-sync arrive here.'] : []],
    ['', unchangedSince === undefined ? [] : [`Unchanged since ${time(unchangedSince)}.`]],
    ['What went wrong', failure === undefined ? [] : [failure.message, ...toList(failure.remedy)]],
    ['Next try', quarantine === undefined ? [] : [time(quarantine.nextTryAt)]],
    ['Onboarding check', check === undefined ? [] : toCheckLines(check)],
    [progressTexts.en.heading, application === undefined ? [] : [toSilentLine(application)]],
    ['Switched off since it was open', check?.lost ?? []],
    ['Open again', check?.regained ?? []],
    ['Run', run === undefined ? [] : toRunLines(run, time)],
    ['Limits', run?.remarks ?? []],
    ['Waiting for a person', run?.waiting.map(toWaitingLine) ?? []],
    ['Changes', run?.changes.map(toChangeLine) ?? []],
    ['Findings', run?.findings.map(toFindingLine) ?? []],
  ]
  return [
    ...parts.map(([heading, lines]) => ({ heading, lines, isCode: false })),
    { heading: 'Next', lines: commands, isCode: true },
  ].filter(({ lines }) => lines.length > 0)
}

/** The notice as plain text. */
export const toNoticeText = (notice: Notice, timeZone: string): string =>
  [
    toSubjectLine(notice),
    ...toNoticeParts(notice, timeZone).map(({ heading, lines }) =>
      heading === '' ? lines.join('\n') : [heading, ...lines.map((line) => `  ${line}`)].join('\n'),
    ),
    footer,
  ]
    .join('\n\n')
    .concat('\n')

export const footer =
  'Sent by nmbrs-sync. It holds counts and codes only; who is concerned, the commands show.'

const toList = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : [text])

const toWallTime = (iso: string, timeZone: string): string => {
  const zoned = Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone)
  return `${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })} (${timeZone})`
}

const toRunLines = (run: RunDigest, time: (iso: string) => string): string[] => {
  const { people } = run
  return [
    `${run.id}: ${resultWords[run.result]}`,
    `from ${time(run.startedAt)} to ${time(run.finishedAt)}`,
    `${countOf(people.read, 'person', 'people')} read, ${people.inScope} in scope, ${people.linked} connected, ` +
      `${people.notConnected} not connected, ${people.ignored} left out, ${people.blocked} blocked`,
  ]
}

const toCheckLines = ({ companyId, profiles, readiness, reasons }: CheckDigest): string[] => [
  `${profiles.join(', ')} for company ${companyId}`,
  toReadinessLine({ readiness, reasons }, 'en'),
]

const toSilentLine = ({ consumer, profile, companyId: company, ...rest }: SilentApplication): string =>
  fillText(progressTexts.en.silent, {
    ...{ consumer, profile, company },
    waiting: progressTexts.en.waiting[rest.for],
    day: toDateWords(rest.since, 'en'),
  })

/** More ids than these are left to the command that lists them. */
const mostHolds = 20

const toWaitingLine = ({ reason, count, holds }: WaitingCount): string => {
  const line = `${countOf(count, 'change', 'changes')}: ${toReasonWords(reason)} (${reason})`
  if (holds.length === 0) return line
  const more = holds.length > mostHolds ? ` and ${holds.length - mostHolds} more` : ''
  return `${line}, held as ${holds.slice(0, mostHolds).join(', ')}${more}`
}

const toChangeLine = ({ kind, section, outcome, count }: ChangeCount): string =>
  `${count} × ${kindWords[kind]} ${sectionWords[section]}: ${outcomeWords[outcome]}`

const toFindingLine = ({ code, severity, count }: FindingCount): string =>
  `${count} × ${severity}: ${toReasonWords(code)} (${code})`
