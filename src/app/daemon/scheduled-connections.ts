import type { Config, ConnectionConfig } from '../../config/config.js'
import type { ScheduledConnection } from '../../daemon/connection-watch.js'

/** When each connection runs. */
export const toScheduled = ({ connections, timezone }: Config): ScheduledConnection[] =>
  connections.map((connection) => toScheduledConnection(connection, timezone))

const toScheduledConnection = (
  { name, schedule }: ConnectionConfig,
  timeZone: string,
): ScheduledConnection => ({
  name,
  timetable: schedule === undefined ? undefined : { cron: schedule.cron, timeZone },
  catchUp: schedule?.catchUp ?? false,
})
