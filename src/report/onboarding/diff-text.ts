import type { CallChange, FactChange, ResultDiff } from '../../onboarding/result/diff-results.js'
import type { VerdictName } from '../../onboarding/check/call-result.js'
import type { FactResult } from '../../onboarding/check/fact-result.js'
import type { Language, LocalText } from '../../onboarding/language.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { verdictWords } from './call-words.js'
import { factVerdictWords } from './fact-words.js'
import { readinessWords } from './readiness-words.js'

const words = {
  title: { nl: 'Verschil tussen twee controles', en: 'What changed between two checks' },
  nothing: { nl: 'Niets veranderd.', en: 'Nothing changed.' },
  verdict: { nl: 'Stand', en: 'Verdict' },
  calls: { nl: 'Webservices', en: 'Webservice calls' },
  facts: { nl: 'Gegevens', en: 'Facts' },
  absent: { nl: 'niet gecontroleerd', en: 'not checked' },
  otherValue: { nl: 'andere waarde', en: 'another value' },
  company: {
    nl: 'Let op: de twee gaan over een ander bedrijf.',
    en: 'Note: the two are about different companies.',
  },
  account: {
    nl: 'Let op: de twee gaan over een ander account.',
    en: 'Note: the two are about different accounts.',
  },
  profiles: {
    nl: 'Let op: de twee zijn tegen andere profielen of edities gemaakt.',
    en: 'Note: the two were made against different profiles or editions.',
  },
} as const satisfies Record<string, LocalText>

const changeWords: Readonly<Record<CallChange['change'], LocalText>> = {
  opened: { nl: 'opengezet', en: 'opened' },
  closed: { nl: 'dichtgezet', en: 'closed' },
  added: { nl: 'erbij', en: 'added' },
  removed: { nl: 'eruit', en: 'removed' },
  changed: { nl: 'anders', en: 'changed' },
}

/** Whether anything differs. */
export const isUnchanged = ({ readiness, differentIn, calls, facts }: ResultDiff): boolean =>
  readiness === null && differentIn.length === 0 && calls.length === 0 && facts.length === 0

/** What changed between two kept results, as text for a screen. */
export const buildDiffText = (diff: ResultDiff, language: Language, look: Look): string => {
  const heading = `${words.title[language]}: ${toMinute(diff.before)} → ${toMinute(diff.after)}`
  const parts = isUnchanged(diff)
    ? [[words.nothing[language]]]
    : [
        diff.differentIn.map((what) => look.paint.yellow(words[what][language])),
        toReadiness(diff, language, look),
        toPart(
          words.calls[language],
          diff.calls.map((call) => toCallRow(call, language, look)),
          look,
        ),
        toPart(
          words.facts[language],
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
  const change = `${readinessWords[readiness.before][language]} → ${readinessWords[readiness.after][language]}`
  return [look.paint.bold(words.verdict[language]), `  ${change}`]
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
    { text: changeWords[change][language], paint: mark },
    service,
    call,
    `${toOutcome(before, language)} → ${toOutcome(after, language)}`,
  ]
}

/** A verdict of a newer program is shown as it is. */
const toOutcome = (outcome: CallChange['before'], language: Language): string => {
  if (outcome === null) return words.absent[language]
  const { verdict, reason, code } = outcome
  const word = isVerdict(verdict) ? verdictWords[verdict][language] : verdict
  const beside = reason ?? code ?? ''
  return beside === '' ? word : `${word} (${beside})`
}

const isVerdict = (text: string): text is VerdictName => Object.hasOwn(verdictWords, text)

const toFactRow = ({ id, before, after, valueChanged }: FactChange, language: Language): Cell[] => [
  id,
  [
    before === after ? '' : `${toFactWord(before, language)} → ${toFactWord(after, language)}`,
    valueChanged ? words.otherValue[language] : '',
  ]
    .filter((part) => part !== '')
    .join(', '),
]

const toFactWord = (verdict: string | null, language: Language): string => {
  if (verdict === null) return words.absent[language]
  return isFactVerdict(verdict) ? factVerdictWords[verdict][language] : verdict
}

const isFactVerdict = (text: string): text is FactResult['outcome']['verdict'] =>
  Object.hasOwn(factVerdictWords, text)
