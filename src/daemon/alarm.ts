import cron from 'node-cron'

import type { Log } from '../domain/log.js'
import type { SchedulerPorts } from './scheduler.js'

/**
 * Rings at every due time of a timetable. What is due is reckoned elsewhere: an alarm that fails to ring
 * costs a minute, and one that rings for nothing costs nothing.
 */
export const createAlarms =
  (log: Log): SchedulerPorts['startAlarm'] =>
  ({ cron: expression, timeZone }, ring) => {
    const say = (message: string | Error): void => {
      log.debug('alarm', { what: message instanceof Error ? message.name : message })
    }
    const task = cron.schedule(
      expression,
      ({ date }) => {
        ring(date.getTime())
      },
      {
        timezone: timeZone,
        // A run may take longer than the time between two alarms; the heartbeat sees to what was missed.
        suppressMissedWarning: true,
        logger: { info: say, warn: say, error: say, debug: say },
      },
    )
    return () => {
      void task.destroy()
    }
  }
