import type { Link } from '../../../domain/link.js'
import type { Look } from '../../kit/look.js'
import { toPersonCell } from '../../kit/person-label.js'
import type { FindName } from '../../people/find-name.js'
import { commonTexts } from '../../kit/texts/common-texts.js'
import { toLinkWords } from '../../kit/words.js'
import { byHandTexts } from '../texts/by-hand-texts.js'

/** How a person stands after an order about their link; `undefined`: they are taken in again. */
export const buildOrderText = (
  sourceId: string,
  link: Link | undefined,
  look: Look,
  findName: FindName,
): string => {
  const texts = byHandTexts[look.language]
  const standing = link === undefined ? texts.takenInAgain : toLinkWords(link, look.language)
  const next = commonTexts[look.language].next(`nmbrs-sync plan --employee ${sourceId}`)
  return `${texts.stands(toPersonCell(sourceId, findName, look), standing)}\n${next}\n`
}
