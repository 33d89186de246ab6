import type { Language } from '../../../domain/language/language.js'
import type { Link } from '../../../domain/link.js'
import { commonTexts } from '../../kit/texts/common-texts.js'
import { toLinkWords } from '../../kit/words.js'
import { byHandTexts } from '../texts/by-hand-texts.js'

/** How a person stands after an order about their link; `undefined`: they are taken in again. */
export const buildOrderText = (sourceId: string, link: Link | undefined, language: Language): string => {
  const texts = byHandTexts[language]
  const standing = link === undefined ? texts.takenInAgain : toLinkWords(link, language)
  return `${texts.stands(sourceId, standing)}\n${commonTexts[language].next(`nmbrs-sync plan --employee ${sourceId}`)}\n`
}
