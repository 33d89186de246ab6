import type { Language } from '../../domain/language/language.js'
import { fillCount } from '../../domain/language/count.js'
import type { OnboardingResult, ReadinessReason } from '../../onboarding/result/result.js'
import { readinessTexts } from './texts/readiness-texts.js'

type ReasonName = ReadinessReason['reason']

type CountedReason = keyof typeof readinessTexts.en.reason

const isCounted = (reason: ReasonName): reason is CountedReason =>
  Object.hasOwn(readinessTexts.en.reason, reason)

/** Why an account is not ready: how often each reason holds, in the order in which they matter. */
export const toReasonWords = (reasons: readonly ReadinessReason[], language: Language): readonly string[] => {
  const counts = new Map<ReasonName, number>()
  for (const { reason } of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const { reason: counted, plainReason: plain } = readinessTexts[language]
  return [...counts].map(([reason, count]) =>
    isCounted(reason) ? fillCount(count, counted[reason]) : plain[reason],
  )
}

/** `Not ready: 2 calls are not open, 1 answer is missing` */
export const toReadinessLine = (
  { readiness, reasons }: Pick<OnboardingResult, 'readiness' | 'reasons'>,
  language: Language,
): string => {
  const why = toReasonWords(reasons, language)
  const word = readinessTexts[language].readiness[readiness]
  return why.length === 0 ? word : `${word}: ${why.join(', ')}`
}
