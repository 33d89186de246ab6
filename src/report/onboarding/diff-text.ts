import type { CallChange, FactChange, ResultDiff } from '../../onboarding/result/diff-results.js'
import type { VerdictName } from '../../onboarding/check/call-result.js'
import type { FactResult } from '../../onboarding/check/fact-result.js'
import type { Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { callTexts } from './texts/call-texts.js'
import { diffTexts } from './texts/diff-texts.js'
import { factTexts } from './texts/fact-texts.js'
import { readinessTexts } from './texts/readiness-texts.js'

/** Whether anything differs. */
export const isUnchanged = ({ readiness, differentIn, calls, facts }: ResultDiff): boolean =>
  readiness === null && differentIn.length === 0 && calls.length === 0 && facts.length === 0

/** What changed between two kept results, as text for a screen. */
export const buildDiffText = (diff: ResultDiff, look: Look): string => {
  const { language } = look
  const heading = `${diffTexts[language].title}: ${toMinute(diff.before)} → ${toMinute(diff.after)}`
  const parts = isUnchanged(diff)
    ? [[diffTexts[language].nothing]]
    : [
        diff.differentIn.map((what) => look.paint.yellow(diffTexts[language][what])),
        toReadiness(diff, language, look),
        toPart(
          diffTexts[language].calls,
          diff.calls.map((call) => toCallRow(call, language, look)),
          look,
        ),
        toPart(
          diffTexts[language].facts,
          diff.facts.map((fact) => toFactRow(fact, language)),
          look,
        ),
      ]
  return `${[[look.paint.bold(heading)], ...parts]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** The moment as its own clock shows it. */
const toMinute = (isoText: string): string => isoText.slice(0, 16).replace('T', ' ')

const toReadiness = ({ readiness }: ResultDiff, language: Language, look: Look): string[] => {
  if (readiness === null) return []
  const change = `${readinessTexts[language].readiness[readiness.before]} → ${readinessTexts[language].readiness[readiness.after]}`
  return [look.paint.bold(diffTexts[language].verdict), `  ${change}`]
}

const toPart = (heading: string, rows: readonly (readonly Cell[])[], look: Look): string[] =>
  rows.length === 0 ? [] : [look.paint.bold(heading), ...layOutTable(rows, { width: look.width, indent: 2 })]

const toCallRow = (
  { service, call, change, before, after }: CallChange,
  language: Language,
  { paint }: Look,
): Cell[] => {
  const mark = change === 'closed' ? paint.red : change === 'opened' ? paint.green : paint.yellow
  return [
    { text: diffTexts[language].change[change], paint: mark },
    service,
    call,
    `${toOutcome(before, language)} → ${toOutcome(after, language)}`,
  ]
}

/** A verdict of a newer program is shown as it is. */
const toOutcome = (outcome: CallChange['before'], language: Language): string => {
  if (outcome === null) return diffTexts[language].absent
  const { verdict, reason, code } = outcome
  const word = isVerdict(verdict) ? callTexts[language].verdict[verdict] : verdict
  const beside = reason ?? code ?? ''
  return beside === '' ? word : `${word} (${beside})`
}

const isVerdict = (text: string): text is VerdictName => Object.hasOwn(callTexts.en.verdict, text)

const toFactRow = ({ id, before, after, valueChanged }: FactChange, language: Language): Cell[] => [
  id,
  [
    before === after ? '' : `${toFactWord(before, language)} → ${toFactWord(after, language)}`,
    valueChanged ? diffTexts[language].otherValue : '',
  ]
    .filter((part) => part !== '')
    .join(', '),
]

const toFactWord = (verdict: string | null, language: Language): string => {
  if (verdict === null) return diffTexts[language].absent
  return isFactVerdict(verdict) ? factTexts[language].verdict[verdict] : verdict
}

const isFactVerdict = (text: string): text is FactResult['outcome']['verdict'] =>
  Object.hasOwn(factTexts.en.verdict, text)
