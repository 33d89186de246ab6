import type { Finding } from '../../domain/finding.js'
import {
  findingStandings,
  toFindingStanding,
  type FindingStanding,
} from '../../domain/hold/finding-standing.js'
import { isWholeSection } from '../../domain/sections.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { toFieldWord } from '../kit/words.js'
import { sayTo } from '../translate/say-to.js'
import { runTexts } from './texts/run-texts.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../kit/person-label.js'
import { sortFindings } from './run-json.js'
import { wrapText } from '../kit/wrap-text.js'

const margin = ' '.repeat(9)

/**
 * The findings as lines: errors first, then what is held, and people of whom the same is to be said
 * together. Each says what is wrong, of whom, and what to do; where it concerns several people, SOURCE stands
 * for the id of each, and ID for their hold. Of each group `listed` people are named.
 */
export const buildFindingList = (
  findings: readonly Finding[],
  findName: FindName,
  look: Look,
  listed = Infinity,
): string[] => {
  const told = onePerCause(findings)
  return findingStandings.flatMap((standing) => {
    const groups = groupAlike(told.filter((finding) => toFindingStanding(finding) === standing))
    return groups.flatMap((group) => layOutGroup(group, findName, look, listed))
  })
}

/** That a section was there before says nothing more where an error says what is held of it. */
const onePerCause = (findings: readonly Finding[]): readonly Finding[] => {
  const keyOf = ({ subject, section }: Finding): string => `${subject} ${section ?? ''}`
  const errors = new Set(findings.filter(({ severity }) => severity === 'error').map(keyOf))
  return findings.filter(
    (finding) =>
      finding.code !== 'first-contact' ||
      finding.severity === 'error' ||
      finding.section === undefined ||
      finding.section === 'employee' ||
      !isWholeSection(finding.section) ||
      !errors.has(keyOf(finding)),
  )
}

const groupAlike = (findings: readonly Finding[]): [Finding, ...Finding[]][] => {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of sortFindings(findings)) {
    const { code, section, field, message } = finding
    const key = JSON.stringify([
      ...[code, section, field],
      findSharers(finding) ?? [message, toCommonRemedy(finding)],
    ])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].sort(([a], [b]) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

/**
 * Everyone who has the same employee number, which is said of each of them; `undefined` for anything else,
 * and where not all are named.
 */
const findSharers = ({ code, message, subject }: Finding): readonly string[] | undefined => {
  if (code !== 'employee-number-duplicate') return undefined
  const [, others] = /^The same employee number is on ((?:\S+, )*\S+) in this company;/.exec(message) ?? []
  return others === undefined ? undefined : [subject, ...others.split(', ')].sort()
}

const layOutGroup = (
  group: [Finding, ...Finding[]],
  findName: FindName,
  look: Look,
  listed: number,
): string[] => {
  const { paint, width, language } = look
  const texts = commonTexts[language]
  const [first] = group
  const standing = toFindingStanding(first)
  const isShared = group.length > 1 && findSharers(first) !== undefined
  const message = isShared ? runTexts[language].sharedNumber : sayTo(first.message, look)
  const fill = (text: string): string[] =>
    wrapText(text, Math.max(40, width - margin.length)).map((line) => margin + line)
  const [head = '', ...rest] = fill(`${toPlace(first, look)}${message}`)
  const shown = group.slice(0, listed).map((finding) => toPersonText(finding, findName, look))
  const more = group.length - shown.length
  const people = [...shown, ...(more === 0 ? [] : [runTexts[language].andMore(more)])].join(', ')
  const remedy = group.length === 1 ? first.remedy : toCommonRemedy(first)
  return [
    paintStanding(standing, look)(texts.finding[standing].padEnd(margin.length)) + head.slice(margin.length),
    ...rest,
    ...(isAboutRun(first) ? [] : fill(people).map((line) => paint.dim(line))),
    ...fill(texts.next(sayTo(remedy, look))),
  ]
}

/** A limit concerns the run; the person that such a finding stands on is only the first of many. */
export const isAboutRun = ({ code }: Pick<Finding, 'code'>): boolean =>
  code === 'threshold-exceeded' || code === 'same-field-changed'

/** Where the finding is about several people, a word stands for what differs. */
const toCommonRemedy = ({ remedy, subject, hold }: Finding): string => {
  const forAnybody = remedy.replaceAll(subject, 'SOURCE')
  return hold === undefined ? forAnybody : forAnybody.replaceAll(hold, 'ID')
}

const toPlace = ({ section, field }: Finding, { language }: Look): string => {
  if (section === undefined) return ''
  const name = sectionTexts[language][section]
  return field === undefined ? `${name}: ` : `${name}, ${toFieldWord(field, language)}: `
}

const toPersonText = (
  { subject, hold }: Finding,
  findName: FindName,
  { showNames, language }: Look,
): string => {
  const name = showNames ? findName(subject) : undefined
  const person = name === undefined || name === '' ? subject : `${name} (${subject})`
  return hold === undefined ? person : `${person} ${runTexts[language].hold(hold)}`
}

const paintStanding = (standing: FindingStanding, { paint }: Look): ((text: string) => string) => {
  switch (standing) {
    case 'error':
      return paint.red
    case 'held':
    case 'warning':
      return paint.yellow
    case 'info':
      return paint.dim
  }
}
