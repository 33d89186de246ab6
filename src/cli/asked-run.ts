import { ConfigError } from '../domain/errors.js'
import { toRunId } from '../domain/ids.js'
import type { KeptRun } from '../report/sync/view/kept-run-view.js'
import type { Store } from '../run/store/store.js'

/** The run of an id; `last` is the latest sync. @throws ConfigError when there is none. */
export const readAskedRun = async ({ runs }: Store, asked: string): Promise<KeptRun> => {
  const id = asked === 'last' ? (await runs.readSyncs(1))[0]?.id : toRunId(asked)
  const kept = id === undefined ? undefined : await runs.readRun(id)
  if (kept !== undefined) return kept
  throw new ConfigError(
    asked === 'last'
      ? 'There is no sync yet. See which runs there are: nmbrs-sync runs'
      : `There is no run ${asked}. See which there are: nmbrs-sync runs`,
  )
}
