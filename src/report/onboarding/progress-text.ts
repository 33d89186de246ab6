import { toRecordCommand, type RecordPlace } from '../../onboarding/progress/progress-steps.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import type { ConsumerStanding } from '../../onboarding/progress/standing.js'
import { fillText } from '../../domain/language/fill.js'
import type { Language } from '../../domain/language/language.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { toProgressLines } from './progress-words.js'

/** One application, as it is shown. */
export interface ShownProgress {
  companyId: string
  standing: ConsumerStanding
}

export interface ProgressView {
  connection: string
  shown: readonly ShownProgress[]
}

/** Every application, and what to record next. */
export const buildProgressText = ({ connection, shown }: ProgressView, look: Look): string => {
  const { language, paint } = look
  if (shown.length === 0) return `${progressTexts[language].none}\n`
  return joinParts(
    shown.map(({ companyId, standing }) => [
      paint.bold(`${standing.consumer} (${standing.profile}), ${companyId}`),
      ...toProgressLines(standing, language).map(
        (line) => `  ${standing.isOverdue ? paint.red(line) : line}`,
      ),
      ...toNextCommand(standing, { connection, companyId }, language).map((line) => `  ${line}`),
    ]),
  )
}

const toNextCommand = (
  standing: ConsumerStanding,
  place: RecordPlace,
  language: Language,
): readonly string[] => {
  const texts = progressTexts[language]
  if (standing.exchangeOn !== null || standing.stage === 'not-sent') return []
  const isConfirmed = standing.confirmedOn !== null
  const command = toRecordCommand(isConfirmed ? 'exchange' : 'confirmed', standing.profile, place)
  return [fillText(isConfirmed ? texts.thenExchange : texts.thenConfirmed, { command })]
}

/** The applications as a document: ids and days. */
export const toProgressJson = ({ connection, shown }: ProgressView): unknown => ({
  connection,
  applications: shown.map(({ companyId, standing }) => ({ companyId, ...standing })),
})
