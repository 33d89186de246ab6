/** The groups of words, in the order in which they are shown, and the words of each in theirs. */
export const glossaryGroups = {
  sides: ['source', 'target', 'connection', 'transport', 'debtor', 'consent', 'scope', 'employeeId'],
  who: [
    'match',
    'link',
    'connected',
    'notConnected',
    'dangling',
    'tombstone',
    'candidate',
    'leftOut',
    'blocked',
    'firstContact',
  ],
  run: [
    'run',
    'plan',
    'sync',
    'change',
    'section',
    'mapping',
    'outcome',
    'result',
    'baseline',
    'canary',
    'payrollPeriod',
  ],
  waiting: [
    'hold',
    'held',
    'release',
    'reject',
    'drift',
    'conflict',
    'threshold',
    'worklist',
    'finding',
    'problem',
    'failure',
  ],
  logins: [
    'access',
    'login',
    'portal',
    'task',
    'handOver',
    'batch',
    'onboarding',
    'profile',
    'stateFile',
    'keyFile',
    'auditRecord',
    'quarantine',
    'cutover',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type GlossaryGroup = keyof typeof glossaryGroups
export type GlossaryKey = (typeof glossaryGroups)[GlossaryGroup][number]

export interface GlossaryTexts {
  groups: Readonly<Record<GlossaryGroup, string>>
  unknown: (word: string) => string
  words: Readonly<Record<GlossaryKey, { word: string; meaning: string }>>
}
