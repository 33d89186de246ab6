import type { SeenHold } from '../../run/by-hand/see-holds.js'
import type { Look } from '../kit/look.js'
import { toPersonHeading } from '../kit/person-label.js'
import { layOutTable } from '../kit/table.js'
import { sectionTexts } from '../kit/texts/field-texts.js'
import { toFieldWord, toReasonWords } from '../kit/words.js'
import { toShownValue } from '../kit/shown-value.js'
import { explainTexts } from './texts/explain-texts.js'
import { holdTexts } from './texts/hold-texts.js'

/**
 * A held change with the whole values of both sides, for the person who decides about it on a terminal of
 * their own.
 */
export const buildSeenHold = ({ hold, displayName, fields, isThere }: SeenHold, look: Look): string => {
  const { language, paint } = look
  const texts = holdTexts[language]
  const held = new Set<string>(hold.fields)
  const show = (field: string, value: string | undefined): string =>
    value === undefined || value === ''
      ? explainTexts[language].empty
      : toShownValue(hold.section, field, value, language)
  const rows = fields
    .filter(({ field, desired, actual }) => held.has(field) || (desired ?? '') !== (actual ?? ''))
    .map(({ field, desired, actual }) => [
      toFieldWord(field, language),
      show(field, actual),
      show(field, desired),
    ])
  const heading = toPersonHeading(hold, () => displayName, look)
  const what = `${hold.id}  ${sectionTexts[language][hold.section]}: ${toReasonWords(hold.reason, language)}`
  const lines = [
    heading,
    what,
    ...layOutTable(rows, { width: look.width, indent: 2, head: ['', 'Nmbrs', 'AlexisHR'] }),
    ...(isThere ? [] : [paint.yellow(texts.notThere)]),
  ]
  return `${lines.join('\n')}\n`
}
