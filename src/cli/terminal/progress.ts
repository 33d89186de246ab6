import type { Log } from '../../domain/log.js'
import type { OnProgress, ProgressEvent } from '../../domain/run/progress.js'
import type { StatusLine } from './status-line.js'

/**
 * Shows how far a run is: a line that changes on a terminal, log lines at the ends of its steps everywhere.
 */
export const createProgress = (line: StatusLine, log: Log): OnProgress => {
  return (event) => {
    logStep(event, log)
    if (event.type === 'run-finished') line.clear()
    else line.show(toProgressText(event))
  }
}

/** What is going on, in a few words. */
export const toProgressText = (event: Exclude<ProgressEvent, { type: 'run-finished' }>): string => {
  switch (event.type) {
    case 'run-started':
      return `${event.connection}: starting`
    case 'source-read':
      return `reading AlexisHR: ${event.read} of ${event.total}`
    case 'target-read':
      return `reading Nmbrs, ${event.what}: ${event.read}${event.total === undefined ? '' : ` of ${event.total}`}`
    case 'planned':
      return `planned: ${event.changes} changes, ${event.held} held`
    case 'change-finished':
      return `writing to Nmbrs: ${event.done} of ${event.total}`
  }
}

const logStep = (event: ProgressEvent, log: Log): void => {
  switch (event.type) {
    case 'run-started':
      log.info('run started', { runId: event.runId, connection: event.connection, mode: event.mode })
      return
    case 'source-read':
      if (event.read === event.total) log.info('source read', { people: event.read })
      return
    case 'target-read':
      log.debug('target read', { what: event.what, read: event.read })
      return
    case 'planned':
      log.info('planned', { changes: event.changes, held: event.held })
      return
    case 'change-finished':
      logChange(event, log)
      return
    case 'run-finished':
      log.info('run finished', { runId: event.runId, result: event.result })
  }
}

const logChange = ({ change }: Extract<ProgressEvent, { type: 'change-finished' }>, log: Log): void => {
  const { subject: employee, targetId, kind, section, outcome, reason: code } = change
  const fields = { employee, targetId, kind, section, outcome, code }
  if (outcome === 'failed' || outcome === 'unknown') log.warn('change not carried out', fields)
  else log.info('change finished', fields)
}
