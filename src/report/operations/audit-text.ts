import type { AuditEntry, AuditFlaw, AuditVerdict } from '../../domain/audit/audit.js'
import { toSecondsInZone } from '../../domain/date/clock.js'
import { toAuditWords } from './audit-words.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import type { AuditEntryView, AuditView } from './audit-view.js'
import { auditTexts } from './audit-texts.js'
import type { Look } from '../kit/look.js'
import { toNamedText } from '../kit/person-label.js'
import { layOutTable } from '../kit/table.js'

/** Entries as a table, with times on the reader's clock. */
export const buildAuditList = ({ entries }: AuditView, look: Look): string => {
  const { head: names, none } = auditTexts[look.language]
  if (entries.length === 0) return `${none}\n`
  const { number, time, who, connection, person, run, what } = names
  const head = [number, time, who, connection, person, run, what]
  const rows = entries.filter(({ endIsListed }) => !endIsListed).map((one) => toRow(one, look))
  return `${layOutTable(rows, { width: look.width, head }).join('\n')}\n`
}

const toRow = ({ entry, person }: AuditEntryView, look: Look): string[] => [
  String(entry.number),
  toSecondsInZone(entry.at, look.timeZone),
  entry.actor,
  entry.connection ?? '',
  person === null ? '' : toNamedText(person, look),
  entry.runId ?? '',
  toAuditWords(entry, look.language),
]

/** The document of `audit list --json`: every entry, as it is kept. */
export const toAuditJson = ({ entries }: AuditView): { entries: readonly AuditEntry[] } => ({
  entries: entries.map(({ entry }) => entry),
})

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
