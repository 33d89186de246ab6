import type { DaemonEvent } from '../../daemon/events.js'
import { toIso } from '../../daemon/past-runs.js'
import { findSoapEnds } from '../../domain/addresses/soap-end.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import type { Workspace } from '../compose/workspace.js'

export interface SoapEndWatchDeps {
  /** The configuration may be another one each time. */
  workspace: () => Pick<Workspace, 'config' | 'surroundings'>
  tell: (event: DaemonEvent) => void
  setTimer: (afterMs: number, work: () => void) => () => void
}

/** Says which connections are still on SOAP while its end is near. */
export interface SoapEndWatch {
  /** Looks now, and every hour from now on. */
  start(): void
  stop(): void
}

const hourMs = 3_600_000

export const createSoapEndWatch = ({ workspace, tell, setTimer }: SoapEndWatchDeps): SoapEndWatch => {
  let stopTimer: () => void = () => undefined
  const start = (): void => {
    stopTimer()
    for (const event of toSoapEndEvents(workspace())) tell(event)
    stopTimer = setTimer(hourMs, start)
  }
  return {
    start,
    stop: () => {
      stopTimer()
    },
  }
}

/** What there is to say of the connections, or of those with one name. */
export const toSoapEndEvents = (
  { config, surroundings }: Pick<Workspace, 'config' | 'surroundings'>,
  only?: string,
): readonly DaemonEvent[] => {
  const connections = config.connections.filter(({ name }) => only === undefined || name === only)
  const at = toIso(surroundings.now())
  const today = toDayInZone(surroundings.now(), config.timezone)
  return findSoapEnds(connections, today).map((end) => ({ type: 'soap-end-seen', at, ...end }))
}
