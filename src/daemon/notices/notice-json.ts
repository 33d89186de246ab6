import type { Notice } from './notice.js'

/**
 * The body of a webhook: fixed keys, absent ones `null`. `version` changes when a key changes its meaning or goes; a new key alone does
 * not change it.
 */
export const toNoticeJson = (notice: Notice): object => {
  const {
    kind,
    connection,
    at,
    headline,
    run,
    failure,
    quarantine,
    check,
    application,
    unchangedSince,
    commands,
  } = notice
  return {
    version: 1,
    kind,
    connection,
    at,
    headline,
    run: run ?? null,
    failure:
      failure === undefined
        ? null
        : { code: failure.code, message: failure.message, remedy: failure.remedy ?? null },
    quarantine: quarantine ?? null,
    check: check ?? null,
    application: application ?? null,
    unchangedSince: unchangedSince ?? null,
    commands,
  }
}
