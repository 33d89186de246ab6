import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import type { Leaver } from '../../domain/people/leaver.js'
import type { Forgettable, ForgetObstacle } from '../../run/forget/check-forgettable.js'
import type { KeptOfPerson } from '../../run/store/forgetting.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { forgetTexts } from './forget-texts.js'

/** What goes when someone is forgotten, and why they perhaps should not be yet. */
export const buildForgetView = (
  { kept, obstacles }: Forgettable,
  { subject, connection }: { subject: string; connection: string },
  language: Language,
): string => {
  const texts = forgetTexts[language]
  const counts = (Object.keys(texts.counts) as (keyof KeptOfPerson['counts'])[])
    .filter((what) => kept.counts[what] > 0)
    .map((what) => `  ${kept.counts[what]} ${texts.counts[what]}`)
  const lines = [
    texts.goes(subject, connection),
    ...counts,
    texts.pseudonym,
    ...toObstacleLines(obstacles, language),
  ]
  return `${lines.join('\n')}\n`
}

export const toObstacleLines = (obstacles: readonly ForgetObstacle[], language: Language): string[] =>
  obstacles.map((obstacle) => {
    const { companyId, targetId } = { companyId: '', targetId: '', ...obstacle }
    return forgetTexts[language].obstacle[obstacle.code](companyId, targetId)
  })

/** Who is to be forgotten after so many days, and who is kept all the same, by their ids. */
export const buildDueText = (
  {
    forgetAfterDays,
    due,
    kept,
  }: { forgetAfterDays: number | null; due: readonly Leaver[]; kept: readonly Leaver[] },
  look: Look,
): string => {
  const texts = forgetTexts[look.language]
  const toRow = ({ subject, lastDay = '', dueOn = '', reasons }: Leaver): string[] => [
    subject,
    lastDay,
    dueOn,
    reasons.map((reason) => texts.why[reason]).join(', '),
  ]
  const setting = forgetAfterDays === null ? texts.isNotSet : texts.isSet(String(forgetAfterDays))
  return joinParts([
    [fillCount(due.length, texts.due), ...(kept.length === 0 ? [] : [fillCount(kept.length, texts.kept)])],
    layOutTable([...due, ...kept].map(toRow), { width: look.width, head: texts.dueHead }),
    due.length === 0 && forgetAfterDays !== null ? [] : [setting],
  ])
}
