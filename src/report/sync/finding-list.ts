import type { FindingStanding } from '../../domain/hold/finding-standing.js'
import type { Look } from '../kit/look.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toFieldWord } from '../kit/words.js'
import { wrapText } from '../kit/wrap-text.js'
import { sayTo } from '../translate/say-to.js'
import { runTexts } from './texts/run-texts.js'
import type { FindingCause } from './view/finding-causes.js'

const margin = ' '.repeat(9)

/**
 * What was found as lines: what is wrong, of whom, and what to do. Of each cause `listed` people are named.
 */
export const buildFindingList = (causes: readonly FindingCause[], look: Look, listed = Infinity): string[] =>
  causes.flatMap((cause) => layOutCause(cause, look, listed))

const layOutCause = (cause: FindingCause, look: Look, listed: number): string[] => {
  const { paint, width, language } = look
  const texts = commonTexts[language]
  const message = cause.isShared ? runTexts[language].sharedNumber : sayTo(cause.message, look)
  const fill = (text: string): string[] =>
    wrapText(text, Math.max(40, width - margin.length)).map((line) => margin + line)
  const [head = '', ...rest] = fill(`${toPlace(cause, look)}${message}`)
  const shown = cause.people.slice(0, listed).map((one) => toPersonText(one, look))
  const more = cause.people.length - shown.length
  const people = [...shown, ...(more === 0 ? [] : [runTexts[language].andMore(more)])].join(', ')
  return [
    paintStanding(cause.standing, look)(texts.finding[cause.standing].padEnd(margin.length)) +
      head.slice(margin.length),
    ...rest,
    ...(cause.isAboutRun ? [] : fill(people).map((line) => paint.dim(line))),
    ...fill(texts.next(sayTo(cause.remedy.text, look))),
  ]
}

const toPlace = ({ section, field }: FindingCause, { language }: Look): string => {
  if (section === undefined) return ''
  const name = toSectionLabel(section, language)
  return field === undefined ? `${name}: ` : `${name}, ${toFieldWord(field, language)}: `
}

const toPersonText = (
  { person: { subject, name }, hold }: FindingCause['people'][number],
  { showNames, language }: Look,
): string => {
  const person = showNames && name !== undefined ? `${name} (${subject})` : subject
  return hold === undefined ? person : `${person} ${runTexts[language].hold(hold)}`
}

const paintStanding = (standing: FindingStanding, { paint }: Look): ((text: string) => string) => {
  switch (standing) {
    case 'error':
      return paint.red
    case 'held':
    case 'warning':
      return paint.yellow
    case 'info':
      return paint.dim
  }
}
