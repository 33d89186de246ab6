import type { Language } from '../../domain/language/language.js'
import type { Forgettable, ForgetObstacle } from '../../run/forget/check-forgettable.js'
import type { KeptOfPerson } from '../../run/store.js'
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
