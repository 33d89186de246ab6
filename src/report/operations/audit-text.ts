import type { AuditEntry, AuditFlaw, AuditVerdict } from '../../domain/audit/audit.js'
import { toSecondsInZone } from '../../domain/date/clock.js'
import { toAuditWords } from './audit-words.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { auditTexts } from './audit-texts.js'
import type { Look } from '../kit/look.js'
import { toPersonCell, type FindName } from '../kit/person-label.js'
import { layOutTable } from '../kit/table.js'

/**
 * Entries as a table, in their order, with times on the reader's clock. A beginning is left out when the end
 * of that write is in the list too.
 */
export const buildAuditList = (
  entries: readonly AuditEntry[],
  look: Look,
  findName: FindName = () => undefined,
): string => {
  const { language } = look
  const { head: names, none } = auditTexts[language]
  if (entries.length === 0) return `${none}\n`
  const ended = new Set(
    entries.filter(({ kind }) => kind === 'write-ended').map(({ reference }) => reference),
  )
  const shown = entries.filter(({ kind, reference }) => kind !== 'write-begun' || !ended.has(reference))
  const { number, time, who, connection, person, run, what } = names
  const head = [number, time, who, connection, person, run, what]
  const rows = shown.map((entry) => toRow(entry, look, findName))
  return `${layOutTable(rows, { width: look.width, head }).join('\n')}\n`
}

const toRow = (entry: AuditEntry, look: Look, findName: FindName): string[] => [
  String(entry.number),
  toSecondsInZone(entry.at, look.timeZone),
  entry.actor,
  entry.connection ?? '',
  entry.subject === null ? '' : toPersonCell(entry.subject, findName, look),
  entry.runId ?? '',
  toAuditWords(entry, look.language),
]

/** What the walk along the chain found, and what to do about it. */
export const buildVerdictText = (
  { entries, head, flaw }: AuditVerdict,
  withHead: boolean,
  { language, timeZone }: Pick<Look, 'language' | 'timeZone'>,
): string => {
  const texts = auditTexts[language]
  if (flaw !== undefined)
    return `${toFlawWords(flaw, language)}\n${commonTexts[language].next(toFlawRemedy(flaw, language))}\n`
  const count = fillCount(entries, texts.entries)
  const whole =
    head === undefined ? texts.whole(count) : texts.wholeUntil(count, toSecondsInZone(head.at, timeZone))
  return `${whole}\n${withHead ? texts.holdsYours : texts.keepElsewhere}\n`
}

/** What is wrong with the record, as a sentence. */
export const toFlawWords = ({ number, problem }: AuditFlaw, language: Language): string =>
  auditTexts[language].flaw[problem](String(number))

/** What to do about it. */
export const toFlawRemedy = ({ problem }: AuditFlaw, language: Language): string => {
  const { compare, wasRestored } = auditTexts[language]
  return problem === 'cut-off' || problem === 'other-chain' ? wasRestored : compare
}
