import { isSameName } from '../../../app/employers/pair-by-name.js'
import type { SourceCompany } from '../../../source/port.js'
import type { PeriodType } from '../../../domain/pay/payroll-period.js'
import type { TargetCompany } from '../../../target/port.js'
import type { Choice, Prompts } from '../../terminal/prompts.js'

/** A pair as the user chose it. */
export interface ChosenPair {
  source: SourceCompany
  target: TargetCompany
  /** What the company pays by; `undefined` where Nmbrs says it, or no one could. */
  payrollPeriod?: PeriodType | undefined
}

/** Asks for every AlexisHR company which Nmbrs company it is; at least one has to be some. */
export const askPairs = async (
  prompts: Prompts,
  tell: (line: string) => void,
  sources: readonly SourceCompany[],
  targets: readonly TargetCompany[],
): Promise<ChosenPair[]> => {
  for (;;) {
    const pairs: ChosenPair[] = []
    for (const source of sources) {
      const free = targets.filter(({ id }) => !pairs.some(({ target }) => target.id === id))
      const question = `Which Nmbrs company is AlexisHR company ${source.name}?`
      const target = await prompts.choose(question, toChoices(source, free))
      if (target !== undefined) pairs.push({ source, target })
    }
    if (pairs.length > 0) return pairs
    tell('Without a company there is nothing to keep in step; choose at least one.')
  }
}

/** Asks what each company pays by, which REST does not say (Nmbrs REST contract, section 4.2). */
export const askPeriods = async (prompts: Prompts, pairs: readonly ChosenPair[]): Promise<ChosenPair[]> => {
  const asked: ChosenPair[] = []
  for (const pair of pairs)
    asked.push({
      ...pair,
      payrollPeriod: await prompts.choose<PeriodType | undefined>(
        `What does ${pair.target.name} pay by?`,
        periods,
      ),
    })
  return asked
}

const periods: readonly Choice<PeriodType | undefined>[] = [
  { value: 'month', label: 'months' },
  { value: 'four-weeks', label: 'four weeks' },
  { value: 'week', label: 'weeks' },
  { value: undefined, label: 'I do not know; it can be set later as payrollPeriod' },
]

/** Companies of the same name first: most of the time it is that one. */
const toChoices = (
  source: SourceCompany,
  targets: readonly TargetCompany[],
): Choice<TargetCompany | undefined>[] => {
  const isSame = (target: TargetCompany): boolean => isSameName(target, source)
  const sorted = [...targets.filter(isSame), ...targets.filter((target) => !isSame(target))]
  return [
    ...sorted.map((target) => ({ value: target, label: `${target.name} (${target.id})` })),
    { value: undefined, label: 'none of them; leave this company out' },
  ]
}
