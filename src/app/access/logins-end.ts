import type { LoginsEnd } from '../../daemon/connection-watch.js'
import { AbortError } from '../../domain/errors.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import { countOf } from '../../report/kit/count-words.js'
import type { SyncedPortal } from '../../run/access/sync-logins.js'
import type { LoginsAfterSync } from './after-sync.js'
import { toUndelivered } from './undelivered.js'

/**
 * What those who watch are told of the logins after a sync; `undefined` where they were not worked out. Names
 * no one.
 */
export const toLoginsEnd = (logins: LoginsAfterSync): LoginsEnd | undefined => {
  switch (logins.kind) {
    case 'off':
      return undefined
    case 'failed':
      // Another command works on the logins at this moment; it says itself how that ends.
      if (logins.error instanceof AbortError && logins.error.code === 'lease-held') return undefined
      return { failure: toRunFailure(logins.error) }
    case 'done':
      return toUndelivered(logins.portals.flatMap(findUndelivered))
  }
}

const findUndelivered = ({ config, end, told }: SyncedPortal): string[] => {
  const { portal } = config.portal
  const works = end.handOvers.flatMap(({ deliveries }) =>
    deliveries
      .filter(({ arrived }) => !arrived)
      .map(({ channel, result }) => `The work of ${portal} did not arrive by ${channel}: ${result}`),
  )
  const failed = (told?.failed ?? 0) + (told?.unsure ?? 0)
  const messages = `${countOf(failed, 'message', 'messages')} about new logins of ${portal} did not arrive`
  return [...new Set(works), ...(failed === 0 ? [] : [messages])]
}
