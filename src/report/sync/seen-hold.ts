import type { Look } from '../kit/look.js'
import { toPersonLine } from '../kit/person-label.js'
import { toValueWords, type ValueView } from '../kit/shown-value.js'
import { layOutTable } from '../kit/table.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toFieldWord, toReasonWords } from '../kit/words.js'
import { explainTexts } from './texts/explain-texts.js'
import { holdTexts } from './texts/hold-texts.js'
import type { SeenHoldView } from './view/holds-view.js'

/**
 * A held change with the whole values of both sides, for the person who decides about it on a terminal of
 * their own.
 */
export const buildSeenHold = ({ hold, fields, isThere }: SeenHoldView, look: Look): string => {
  const { language, paint } = look
  const texts = holdTexts[language]
  const show = (value: ValueView | null): string =>
    value === null ? explainTexts[language].empty : toValueWords(value, language)
  const rows = fields.map(({ field, alexis, nmbrs }) => [
    toFieldWord(field, language),
    show(nmbrs),
    show(alexis),
  ])
  const what = `${hold.id}  ${toSectionLabel(hold.section, language)}: ${toReasonWords(hold.reason, language)}`
  const lines = [
    toPersonLine(hold.person, look),
    what,
    ...layOutTable(rows, { width: look.width, indent: 2, head: ['', 'Nmbrs', 'AlexisHR'] }),
    ...(isThere ? [] : [paint.yellow(texts.notThere)]),
  ]
  return `${lines.join('\n')}\n`
}
