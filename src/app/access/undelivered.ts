import type { LoginsEnd } from '../../daemon/connection-watch.js'

/** The end of logins of which these things did not arrive. */
export const toUndelivered = (undelivered: readonly string[]): LoginsEnd => ({
  failure:
    undelivered.length === 0
      ? undefined
      : {
          code: 'not-handed-over',
          message: undelivered.join('; '),
          remedy: 'The next sync tries again. Until then: nmbrs-sync access status',
        },
})
