import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import { isOpenTask, type PayrollTask } from '../../domain/pay/payroll-task.js'

/** What a person says about payroll's work: `done`, or `open` again after all. */
export type TaskWord = 'done' | 'open'

const see = 'See the list: nmbrs-sync worklist'

/**
 * The tasks that a word is about: those of the people named by their AlexisHR or Nmbrs id, or everyone's.
 * Throws `ConfigError` for an id about whom nothing waits for this word, so that a slip of the pen is never
 * taken for an answer.
 */
export const chooseTasks = (
  tasks: readonly PayrollTask[],
  ids: readonly string[] | 'all',
  word: TaskWord,
): readonly PayrollTask[] => {
  const fitting = tasks.filter((task) => isOpenTask(task) === (word === 'done'))
  if (ids === 'all') return fitting
  const chosen = ids.flatMap((id) => findTasks(fitting, id, () => explainNone(tasks, id, word)))
  return fitting.filter((task) => chosen.includes(task))
}

/** Refused writes of the people named. Throws `ConfigError` as `chooseTasks`. */
export const chooseRefusals = (refusals: readonly Refusal[], ids: readonly string[]): readonly Refusal[] => {
  const chosen = ids.flatMap((id) => {
    const found = refusals.filter(({ subject }) => subject === id)
    if (found.length === 0) throw new ConfigError(`Nmbrs refused nothing of ${id} for good. ${see}`)
    return found
  })
  return refusals.filter((refusal) => chosen.includes(refusal))
}

const findTasks = (
  tasks: readonly PayrollTask[],
  id: string,
  explain: () => string,
): readonly PayrollTask[] => {
  const found = tasks.filter(({ subject, targetId }) => subject === id || targetId === id)
  if (found.length === 0) throw new ConfigError(explain())
  const people = new Set<SourceEmployeeId>(found.map(({ subject }) => subject))
  if (people.size > 1)
    throw new ConfigError(
      `${id} is the id of several people. Name the AlexisHR id: ${[...people].join(', ')}`,
    )
  return found
}

const explainNone = (tasks: readonly PayrollTask[], id: string, word: TaskWord): string => {
  const own = tasks.find(({ subject, targetId }) => subject === id || targetId === id)
  if (word === 'open') return `Nothing about ${id} was marked as done. ${see}`
  return own?.doneAt == null
    ? `Nothing about ${id} waits for an answer. ${see}`
    : `What payroll had to do about ${id} was marked as done on ${own.doneAt.slice(0, 10)}. To take that back: nmbrs-sync worklist done ${id} --undo`
}
