import type { ChangeReport } from '../../domain/change.js'
import { fieldsOfChange, toPlannedOutcome } from '../../domain/change.js'
import type { ExplainedField, Explanation } from '../../run/by-hand/explain-person.js'
import { buildCandidateLines } from './links/candidate-lines.js'
import { buildChangeList } from './change-list.js'
import { buildFindingList } from './finding-list.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { indexPlanned, toPersonHeading } from '../kit/person-label.js'
import { toJsonFinding } from './run-json.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toFieldWord, toLinkWords, toReasonWords } from '../kit/words.js'
import { toChangeViews } from './view/change-view.js'
import { toCauses } from './view/finding-causes.js'
import { explainTexts } from './texts/explain-texts.js'
import { statusTexts } from './texts/status-texts.js'

/**
 * Whether both sides' values are shown: not at all, masked, or whole, which is for the user's own terminal
 * only.
 */
export type ShownValues = 'none' | 'masked' | 'whole'

/** Why a person is in this state, as text. */
export const buildExplainText = (explanation: Explanation, values: ShownValues, look: Look): string => {
  const { plan, link, missing, candidates, fields } = explanation
  const findName = indexPlanned([plan])
  const { language } = look
  const texts = explainTexts[language]
  return joinParts([
    [
      toPersonHeading(plan, findName, look),
      texts.stands(toStandingWords(explanation, language)),
      link === undefined ? '' : texts.kept(toLinkWords(link, language)),
      missing.length === 0 ? '' : texts.missing(missing.join(', ')),
      ...buildCandidateLines(candidates, look, 2),
    ],
    buildFieldLines(fields, { values, isHeld: isCreationHeld(plan) }, look),
    [
      look.paint.bold(texts.wouldDo),
      ...(plan.changes.length === 0
        ? [texts.nothing]
        : buildChangeList(toChangeViews(toReports(explanation), { findName }), look).slice(1)),
    ],
    buildFindingList(toCauses(plan.findings, findName), look),
  ])
}

/**
 * As `plan` and `status` say it: a creation that is held is not what the next sync does, and a link may be
 * still to come.
 */
const toStandingWords = ({ plan, link }: Explanation, language: Language): string => {
  const words = commonTexts[language].pairing[plan.pairing]
  if (isCreationHeld(plan)) return statusTexts[language].creationHeld
  return plan.pairing === 'connected' && link?.status !== 'connected' ? statusTexts[language].newMatch : words
}

const isCreationHeld = ({ changes }: Explanation['plan']): boolean =>
  changes.some(({ change, decision }) => change.kind === 'create' && decision === 'hold')

/** The document of `explain --json`. Values are never whole here: a document may go anywhere. */
export const toExplainJson = (explanation: Explanation, values: Exclude<ShownValues, 'whole'>): object => {
  const { plan, link, missing, candidates, fields } = explanation
  return {
    subject: plan.subject,
    targetId: plan.targetId,
    pairing: plan.pairing,
    link: link ?? null,
    missing,
    candidates: candidates.map(({ targetId, score, agrees, differs }) => ({
      targetId,
      score,
      agrees,
      differs,
    })),
    fields: fields.map((field) => ({
      section: field.section,
      field: field.field,
      verdict: field.verdict,
      ...(values === 'none'
        ? {}
        : { alexis: showValue(field, 'desired', values), nmbrs: showValue(field, 'actual', values) }),
    })),
    changes: toReports(explanation),
    findings: plan.findings.map(toJsonFinding),
  }
}

const toReports = ({ plan }: Explanation): ChangeReport[] =>
  plan.changes.map((planned) => ({
    subject: plan.subject,
    targetId: plan.targetId,
    kind: planned.change.kind,
    section: planned.change.section,
    fields: fieldsOfChange(planned.change),
    ...toPlannedOutcome(planned),
  }))

/** `verdict` or `verdict: code`, in words. */
const toVerdictWords = (verdict: string, language: Language): string => {
  const [name = '', code] = verdict.split(': ')
  const known: Readonly<Record<string, string>> = explainTexts[language].verdict
  const words = known[name] ?? name
  return code === undefined || code === name ? words : `${words} (${toReasonWords(code, language)})`
}

const buildFieldLines = (
  fields: readonly ExplainedField[],
  { values, isHeld }: { values: ShownValues; isHeld: boolean },
  look: Look,
): string[] => {
  const { language } = look
  const texts = explainTexts[language]
  const show = (field: ExplainedField, side: 'desired' | 'actual'): string => {
    if (values === 'none') return ''
    const value = showValue(field, side, values)
    return value === '' && values === 'whole' ? texts.empty : (value ?? '')
  }
  const rows = fields.map((field) => [
    toSectionLabel(field.section, language),
    toFieldWord(field.field, language),
    ...(values === 'none' ? [] : [show(field, 'desired'), show(field, 'actual')]),
    isHeld && field.verdict === 'to-create' ? texts.heldWithNew : toVerdictWords(field.verdict, language),
  ])
  const { section, field: fieldHead, decision } = texts.head
  const head = [section, fieldHead, ...(values === 'none' ? [] : ['AlexisHR', 'Nmbrs']), decision]
  return layOutTable(rows, { width: look.width, indent: 2, head })
}

/** `null` when that side was not read or has nothing to say. */
const showValue = (
  field: ExplainedField,
  side: 'desired' | 'actual',
  values: Exclude<ShownValues, 'none'>,
): string | null => {
  const value = field[side]
  if (value === undefined) return null
  if (values === 'masked') return maskValue(field.section, field.field, value)
  return value
}
