import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import type { PayrollTask } from '../../domain/pay/payroll-task.js'
import { toRemedy, type Remedy } from '../../domain/remedy/remedy.js'
import type { TaskWord } from '../../run/worklist/answer-work.js'
import type { FindName } from '../people/find-name.js'
import { toNamedSubject, toPersonView, type NamedSubject, type PersonView } from '../people/person-view.js'

/** What a word about payroll's work took off the list, or put back on it. */
export interface AnswerView {
  connection: string
  word: TaskWord
  answered: readonly (Pick<PayrollTask, 'companyId' | 'targetId' | 'code'> & { person: PersonView })[]
  /** How many tasks are open now. */
  open: number
}

/** What the next sync sends once more. */
export interface RetryView {
  connection: string
  retried: readonly (Pick<Refusal, 'companyId' | 'section' | 'code'> & { person: NamedSubject })[]
  next: Remedy
}

/** Puts together what `worklist done` says. Pure. */
export const buildAnswerView = (
  {
    connection,
    word,
    tasks,
    open,
  }: Pick<AnswerView, 'connection' | 'word' | 'open'> & {
    tasks: readonly PayrollTask[]
  },
  findName: FindName,
): AnswerView => ({
  ...{ connection, word, open },
  answered: tasks.map((task) => ({
    person: toPersonView(task, findName),
    companyId: task.companyId,
    targetId: task.targetId,
    code: task.code,
  })),
})

/** Puts together what `worklist retry` says. Pure. */
export const buildRetryView = (
  { connection, refusals }: { connection: string; refusals: readonly Refusal[] },
  findName: FindName,
): RetryView => {
  const asked = [...new Set(refusals.map(({ subject }) => `--employee ${subject}`))]
  return {
    connection,
    retried: refusals.map(({ subject, companyId, section, code }) => ({
      person: toNamedSubject(subject, findName),
      ...{ companyId, section, code },
    })),
    next: toRemedy(`nmbrs-sync sync ${asked.join(' ')}`),
  }
}
