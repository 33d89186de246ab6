import type { Finding } from '../../../domain/finding.js'
import {
  findingStandings,
  toFindingStanding,
  type FindingStanding,
} from '../../../domain/hold/finding-standing.js'
import type { HoldId } from '../../../domain/ids.js'
import { toRemedy, type Remedy } from '../../../domain/remedy/remedy.js'
import { isWholeSection } from '../../../domain/sections.js'
import type { FindName } from '../../people/find-name.js'
import { toNamedSubject, type NamedSubject } from '../../people/person-view.js'
import { compareText } from './compare-text.js'

/** One thing to say, and everyone of whom it is to be said. */
export interface FindingCause extends Pick<Finding, 'code' | 'severity' | 'section' | 'field' | 'message'> {
  /** What it is for its reader. */
  standing: FindingStanding
  people: readonly { person: NamedSubject; hold: HoldId | undefined }[]
  /**
   * What to do. Where it concerns several people, SOURCE stands for the id of each, and ID for their hold.
   */
  remedy: Remedy
  /** It is about the run: the person that it stands on is only the first of many. */
  isAboutRun: boolean
  /** These people are one another's cause: they have the same employee number. */
  isShared: boolean
}

/**
 * The findings as someone reads them: errors first, then what is held, people of whom the same is to be said
 * together, and one for each cause.
 */
export const toCauses = (findings: readonly Finding[], findName: FindName): readonly FindingCause[] => {
  const told = onePerCause(findings)
  return findingStandings.flatMap((standing) =>
    groupAlike(told.filter((finding) => toFindingStanding(finding) === standing)).map((group) => ({
      ...toCause(group, findName),
      standing,
    })),
  )
}

/** By person, then by code and place. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      compareText(a.subject, b.subject) ||
      compareText(a.code, b.code) ||
      compareText(a.section ?? '', b.section ?? '') ||
      compareText(a.field ?? '', b.field ?? ''),
  )

/** That a section was there before says nothing more where an error says what is held of it. */
const onePerCause = (findings: readonly Finding[]): readonly Finding[] => {
  const keyOf = ({ subject, section }: Finding): string => `${subject} ${section ?? ''}`
  const errors = new Set(findings.filter((one) => one.severity === 'error' && !isAboutRun(one)).map(keyOf))
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

type Group = [Finding, ...Finding[]]

const groupAlike = (findings: readonly Finding[]): Group[] => {
  const groups = new Map<string, Group>()
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
  return [...groups.values()].sort(([a], [b]) => compareText(a.code, b.code))
}

const toCause = (group: Group, findName: FindName): Omit<FindingCause, 'standing'> => {
  const [first] = group
  const { code, severity, section, field, message } = first
  return {
    ...{ code, severity, message },
    ...(section === undefined ? {} : { section }),
    ...(field === undefined ? {} : { field }),
    people: group.map(({ subject, hold }) => ({ person: toNamedSubject(subject, findName), hold })),
    remedy: toRemedy(group.length === 1 ? first.remedy : toCommonRemedy(first)),
    isAboutRun: isAboutRun(first),
    isShared: group.length > 1 && findSharers(first) !== undefined,
  }
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

/** A limit concerns the run; the person that such a finding stands on is only the first of many. */
export const isAboutRun = ({ code }: Pick<Finding, 'code'>): boolean =>
  code === 'threshold-exceeded' || code === 'same-field-changed'

/** Where the finding is about several people, a word stands for what differs. */
const toCommonRemedy = ({ remedy, subject, hold }: Finding): string => {
  const forAnyone = remedy.replaceAll(subject, 'SOURCE')
  return hold === undefined ? forAnyone : forAnyone.replaceAll(hold, 'ID')
}
