import type { AuditHead } from '../../domain/audit/audit.js'
import { formatAuditHead } from '../../domain/audit/audit-head.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { stateTexts } from './state-texts.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'

/** What is told about a state file. Paths as they are to be shown. */
export interface StateFacts {
  path: string
  keyFile: string
  schemaVersion: number
  sizeBytes: number
  rows: Readonly<Record<string, number>>
  damage: readonly string[]
  holder: { pid: number; host: string; since: string } | null
  /** The end of the audit record; `null` while it has no entry. */
  auditHead: AuditHead | null
  /** After how many days people who left are forgotten; `null`: never. */
  forgetAfterDays: number | null
  /** How many people were forgotten so far. */
  forgotten: number
}

/** The state file as a table, with what is wrong with it at the end. */
export const buildStateText = (facts: StateFacts, look: Look): string => {
  const { holder, auditHead, rows, damage } = facts
  const texts = stateTexts[look.language]
  const { rows: names } = texts
  const told = [
    [names.stateFile, facts.path],
    [names.keyFile, facts.keyFile],
    [names.size, toSize(facts.sizeBytes)],
    [names.schema, String(facts.schemaVersion)],
    [names.activeRun, holder === null ? texts.none : texts.holder(holder.pid, holder.host, holder.since)],
    [names.auditHead, auditHead === null ? texts.noEntries : formatAuditHead(auditHead)],
    [
      names.forgetting,
      facts.forgetAfterDays === null
        ? texts.forgetOff(facts.forgotten)
        : texts.forgetAfter(facts.forgetAfterDays, facts.forgotten),
    ],
    ...Object.entries(rows).map(([table, count]) => [texts.rowsOf(table), String(count)]),
    [names.checked, damage.length === 0 ? texts.sound : look.paint.red(texts.damaged)],
  ]
  const flaws = damage.map((line) => `  ${line}`)
  const lines = [
    ...layOutTable(told, { width: look.width }),
    ...(damage.length === 0 ? [] : [...flaws, commonTexts[look.language].next(texts.keepCopy)]),
  ]
  return toText(lines)
}

/** What a backup holds, and what has to be kept with it. */
export const buildBackupText = (
  { file, sizeBytes }: { file: string; sizeBytes: number },
  keyFile: string,
  language: Language,
): string => {
  const texts = stateTexts[language]
  return toText([texts.backedUp(file, toSize(sizeBytes)), texts.keyNotInIt(keyFile)])
}

/** What was put back and what to do before the next sync. */
export const buildRestoreText = (
  {
    path,
    aside,
    loginsInDoubt,
    forgottenSince,
  }: { path: string; aside: string | null; loginsInDoubt: number; forgottenSince: number },
  language: Language,
): string => {
  const texts = stateTexts[language]
  return toText([
    texts.restored(path),
    ...(aside === null ? [] : [texts.keptAside(aside)]),
    ...(loginsInDoubt === 0 ? [] : [fillCount(loginsInDoubt, texts.loginsInDoubt)]),
    ...(forgottenSince === 0 ? [] : [fillCount(forgottenSince, texts.forgottenSince)]),
    texts.notKnown,
    commonTexts[language].next(texts.lookFirst),
  ])
}

/** How many runs went, by connection. */
export const buildPurgeText = (
  removed: readonly { connection: string; runs: number }[],
  language: Language,
): string => {
  const texts = stateTexts[language]
  return toText([
    ...removed.map(({ connection, runs }) => texts.removed(connection, fillCount(runs, texts.runs))),
    texts.kept,
  ])
}

const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

const toSize = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`
