import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import type { PayrollTask } from '../../domain/pay/payroll-task.js'
import type { TaskWord } from '../../run/worklist/answer-work.js'
import { reasonWords, sectionWords } from '../kit/words.js'

/** What a word about payroll's work took off the list, or put back on it. */
export const buildAnswerText = (
  tasks: readonly PayrollTask[],
  word: TaskWord,
  left: readonly PayrollTask[],
): string => {
  if (tasks.length === 0) return 'Nothing on the worklist waits for a word.\n'
  const said = word === 'done' ? 'done' : 'open again'
  const lines = tasks.map(
    ({ subject, targetId, code }) => `${subject}, Nmbrs ${targetId}: ${said} (${reasonWords[code]})`,
  )
  return `${[...lines, `Still open: ${left.length}. See them: nmbrs-sync worklist`].join('\n')}\n`
}

/** The document of `worklist done --json`: ids and codes. */
export const toAnswerJson = (
  connection: string,
  tasks: readonly PayrollTask[],
  word: TaskWord,
  left: readonly PayrollTask[],
): unknown => ({
  connection,
  answered: tasks.map(({ subject, companyId, targetId, code }) => ({
    subject,
    companyId,
    targetId,
    reason: code,
    state: word,
  })),
  open: left.length,
})

export const buildRetryText = (refusals: readonly Refusal[]): string => {
  const lines = refusals.map(
    ({ subject, section }) => `${subject}: ${sectionWords[section]} is sent once more by the next sync`,
  )
  const asked = [...new Set(refusals.map(({ subject }) => `--employee ${subject}`))]
  return `${[...lines, `Next: nmbrs-sync sync ${asked.join(' ')}`].join('\n')}\n`
}

/** The document of `worklist retry --json`: ids and codes. */
export const toRetryJson = (connection: string, refusals: readonly Refusal[]): unknown => ({
  connection,
  retried: refusals.map(({ subject, companyId, section, code }) => ({
    subject,
    companyId,
    section,
    refusal: code,
  })),
})
