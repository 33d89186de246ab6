import type { AccessBook, AnswerTarget } from '../../../../access/access-book.js'
import { parseBatchName } from '../../../../access/work/batch-name.js'
import type { AccessPortalConfig } from '../../../../config/config.js'
import type { AccessSubject } from '../../../../domain/ids.js'
import type { LoginDeps } from '../../../../run/access/plan-logins.js'
import type { Io } from '../../../io.js'
import { lookUpSubjects } from './look-up-subjects.js'

interface Place {
  io: Io
  deps: LoginDeps
  config: AccessPortalConfig
  book: AccessBook
}

/**
 * What typed texts name: batches, hand-overs, and people, who are answered for together. A name of six
 * letters reads like a hand-over; it is one when work of it waits for an answer, or when no one is called so.
 */
export const findTargets = async (
  { io, deps, config, book }: Place,
  what: readonly string[],
): Promise<readonly AnswerTarget[]> => {
  const open = new Set((await book.readUnanswered()).map(({ key }) => key))
  const groups: AnswerTarget[] = []
  const subjects: AccessSubject[] = []
  for (const typed of what) {
    const group = parseBatchName(typed)
    if (group !== undefined && ('batch' in group || open.has(group.handOver))) {
      groups.push(group)
      continue
    }
    const found = await lookUpSubjects(io, deps, [config], [typed])
    if (group !== undefined && found[0] === typed.trim()) groups.push(group)
    else subjects.push(...found)
  }
  return subjects.length === 0 ? groups : [...groups, { subjects: [...new Set(subjects)] }]
}

/** Whom an answer covers, as far as their work waits for one. */
export const findCovered = async (
  book: AccessBook,
  targets: readonly AnswerTarget[],
): Promise<readonly AccessSubject[]> => {
  const open = await book.readUnanswered()
  const covered = targets.flatMap((target) => {
    if ('subjects' in target) return target.subjects
    const places = open.flatMap(({ key, places: all }) => all.map((place) => ({ key, ...place })))
    return places
      .filter(({ key, batch }) => ('batch' in target ? batch === target.batch : key === target.handOver))
      .map(({ subject }) => subject)
  })
  return [...new Set(covered)]
}
