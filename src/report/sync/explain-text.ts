import type { Language } from '../../domain/language/language.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { maskValue } from '../kit/mask-value.js'
import { toPersonLine } from '../kit/person-label.js'
import type { ValueView } from '../kit/shown-value.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toFieldWord, toLinkWords, toMissingWords, toReasonWords } from '../kit/words.js'
import { buildChangeList } from './change-list.js'
import { buildFindingList } from './finding-list.js'
import { buildCandidateLines } from './links/candidate-lines.js'
import { toJsonChange, toJsonFinding } from './run-json.js'
import { explainTexts } from './texts/explain-texts.js'
import { statusTexts } from './texts/status-texts.js'
import type { ExplainedFieldView, ExplainView } from './view/explain-view.js'

/**
 * Whether both sides' values are shown: not at all, masked, or whole, which is for the user's own terminal
 * only.
 */
export type ShownValues = 'none' | 'masked' | 'whole'

/** Why a person is in this state, as text. */
export const buildExplainText = (view: ExplainView, values: ShownValues, look: Look): string => {
  const { person, link, missing, candidates, fields, later, changes, causes } = view
  const { language } = look
  const texts = explainTexts[language]
  return joinParts([
    [
      toPersonLine(person, look),
      texts.stands(toStandingWords(view, language)),
      link === null ? '' : texts.kept(toLinkWords(link, language)),
      missing.length === 0 ? '' : texts.missing(toMissingWords(missing, language)),
      ...buildCandidateLines(candidates, look, 2),
    ],
    buildFieldLines([...fields, ...later], values, look),
    [
      look.paint.bold(texts.wouldDo),
      ...(changes.length === 0 ? [texts.nothing] : buildChangeList(changes, look).slice(1)),
    ],
    buildFindingList(causes, look),
  ])
}

const toStandingWords = ({ standing }: ExplainView, language: Language): string => {
  if (standing === 'creation-held') return statusTexts[language].creationHeld
  if (standing === 'new-match') return statusTexts[language].newMatch
  return commonTexts[language].pairing[standing]
}

/** The document of `explain --json`. Values are never whole here: a document may go anywhere. */
export const toExplainJson = (view: ExplainView, values: Exclude<ShownValues, 'whole'>): object => ({
  subject: view.person.subject,
  targetId: view.person.targetId,
  pairing: view.pairing,
  link: view.link,
  missing: view.missing.map(({ path }) => path),
  candidates: view.candidates.map(({ targetId, score, agrees, differs }) => ({
    targetId,
    score,
    agrees,
    differs,
  })),
  fields: view.fields.map((field) => toJsonField(field, values)),
  later: view.later.map((field) => toJsonField(field, values)),
  changes: view.changes.map(toJsonChange),
  findings: view.findings.map(toJsonFinding),
})

const toJsonField = (field: ExplainedFieldView, values: Exclude<ShownValues, 'whole'>): object => ({
  section: field.section,
  field: field.field,
  verdict: field.verdict,
  ...(values === 'none'
    ? {}
    : { alexis: showValue(field, field.alexis, values), nmbrs: showValue(field, field.nmbrs, values) }),
})

/** `verdict` or `verdict: code`, in words. */
const toVerdictWords = ({ verdict, isHeldWithNew }: ExplainedFieldView, language: Language): string => {
  if (isHeldWithNew) return explainTexts[language].heldWithNew
  const [name = '', code] = verdict.split(': ')
  const known: Readonly<Record<string, string>> = explainTexts[language].verdict
  const words = known[name] ?? name
  return code === undefined || code === name ? words : `${words} (${toReasonWords(code, language)})`
}

const buildFieldLines = (
  fields: readonly ExplainedFieldView[],
  values: ShownValues,
  look: Look,
): string[] => {
  const { language } = look
  const texts = explainTexts[language]
  const isCompared = fields.some(({ verdict }) => verdict !== 'not compared')
  if (values === 'none' && fields.length > 0 && !isCompared) return [texts.noneCompared]
  const show = (field: ExplainedFieldView, side: ValueView | null): string => {
    if (values === 'none') return ''
    const value = showValue(field, side, values)
    return value === '' && values === 'whole' ? texts.empty : (value ?? '')
  }
  const rows = fields.map((field) => [
    toSectionLabel(field.section, language),
    toFieldWord(field.field, language),
    ...(values === 'none' ? [] : [show(field, field.alexis), show(field, field.nmbrs)]),
    toVerdictWords(field, language),
  ])
  const { section, field: fieldHead, decision } = texts.head
  const head = [section, fieldHead, ...(values === 'none' ? [] : ['AlexisHR', 'Nmbrs']), decision]
  return layOutTable(rows, { width: look.width, indent: 2, head })
}

/** `null` when that side was not read or has nothing to say. */
const showValue = (
  { section, field }: ExplainedFieldView,
  side: ValueView | null,
  values: Exclude<ShownValues, 'none'>,
): string | null => {
  if (side === null) return null
  return values === 'masked' ? maskValue(section, field, side.value) : side.value
}
