import type { Remark } from '../../yaml/describe-issues.js'
import type { KeyPath } from '../../yaml/key-path.js'
import type { FactType } from './profile.js'
import type { RawFact } from './profile-schema.js'

type Setting = 'pattern' | 'choices' | 'standard'

/**
 * Which settings mean something for which type. A setting that would be passed over in silence is refused.
 */
const settingsOf: Readonly<Partial<Record<FactType, readonly Setting[]>>> = {
  text: ['pattern', 'choices', 'standard'],
  'contract-number': ['pattern'],
  'payroll-frequency': ['choices'],
  'debtor-tag': ['standard'],
}

const payrollFrequencies = ['monthly', 'four-weekly', 'weekly']

/** Notes every setting of a fact that does not fit its type or the other settings. */
export const checkFactSettings = (fact: RawFact, note: (key: KeyPath, remark: Remark) => void): void => {
  const allowed = settingsOf[fact.type] ?? []
  for (const setting of ['pattern', 'choices', 'standard'] as const) {
    if (fact[setting] !== undefined && !allowed.includes(setting)) {
      note([setting], { expected: `no ${setting} for a fact of type ${fact.type}` })
    }
  }
  if (fact.pattern !== undefined && !isPattern(fact.pattern)) {
    note(['pattern'], { expected: 'a regular expression' })
  }
  if (fact.type === 'payroll-frequency') {
    for (const [index, choice] of (fact.choices ?? []).entries()) {
      if (!payrollFrequencies.includes(choice)) {
        note(['choices', index], { expected: `one of ${payrollFrequencies.join(', ')}` })
      }
    }
  }
}

const isPattern = (text: string): boolean => {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
