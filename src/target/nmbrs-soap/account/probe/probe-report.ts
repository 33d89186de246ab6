import type { ProbeAnswer, ProbeSubjects } from '../../../../onboarding/check/prober.js'
import type { ReadCall } from '../../read-calls/find-read-call.js'
import { childText, type XmlElement } from '../../wire/xml/xml-element.js'
import type { Asker } from '../ask-once.js'
import { fillParameters, reasonOfMissing } from '../subjects/fill-parameters.js'
import { lookUps } from '../look-ups.js'
import { toNoAnswer } from './to-answer.js'

/** Waits so many milliseconds. */
export type Wait = (ms: number) => Promise<unknown>

/**
 * How long a report that is under way is left alone before its result is asked for again, in milliseconds.
 */
const pausesMs = [250, 500]

/**
 * What a report is while it is worked on, and what it is when it came to nothing (Nmbrs contract, section
 * 2.11).
 */
const underWay: ReadonlySet<string> = new Set(['Enqueued', 'Executing'])
const failed: ReadonlySet<string> = new Set(['Error', 'Unknown'])

/**
 * Starts a report of the run, the smallest there is, and asks for its result. A report that is still under
 * way at last was answered for as well as a finished one: that it takes long says nothing about rights.
 */
export const probeReport = async (
  asker: Asker,
  resultCall: ReadCall,
  subjects: ProbeSubjects,
  wait: Wait,
): Promise<ProbeAnswer> => {
  const start = fillParameters(lookUps.startedTask.parameters, subjects)
  if ('missing' in start) return { answer: 'not-asked', reason: reasonOfMissing(start.missing) }
  const taskId = await startReport(asker, start.args)
  if (taskId === undefined) return { answer: 'not-asked', reason: 'no-task' }
  try {
    const status = await pollReport(asker, resultCall, taskId, wait)
    return failed.has(status)
      ? { answer: 'lost', reason: 'task-failed', code: status }
      : { answer: 'accepted' }
  } catch (error) {
    return toNoAnswer(error)
  }
}

/** The id of the task; `undefined` when it could not be started, which is told of the call that starts it. */
const startReport = async (asker: Asker, args: readonly XmlElement[]): Promise<string | undefined> => {
  try {
    const { text } = await asker.ask(lookUps.startedTask, args)
    return text === '' ? undefined : text
  } catch (error) {
    toNoAnswer(error)
    return undefined
  }
}

const pollReport = async (asker: Asker, call: ReadCall, taskId: string, wait: Wait): Promise<string> => {
  const filled = fillParameters(call.parameters, { taskId })
  const args = 'args' in filled ? filled.args : []
  let status = childText((await asker.ask(call, args)).children, 'Status')
  for (const pauseMs of pausesMs) {
    if (!underWay.has(status) || !asker.mayLookUp()) return status
    await wait(pauseMs)
    status = childText((await asker.askAgain(call, args)).children, 'Status')
  }
  return status
}
