import { soapEndsOn } from '../../domain/addresses/soap-end.js'
import type { Language } from '../../domain/language/language.js'
import { toRemedyKeys } from '../../domain/remedy/remedy.js'
import type { Notice } from './notice.js'
import { toSubjectLine } from './notice-text.js'

/**
 * The body of a webhook: fixed keys, absent ones `null`. `version` changes when a key changes its meaning or
 * goes; a new key alone does not change it. Its texts are English, in every language; `subject` is what
 * people are shown.
 */
export const toNoticeJson = (notice: Notice, language: Language): object => {
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
    soapEnd,
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
        : { code: failure.code, message: failure.message, ...toRemedyKeys(failure.remedy) },
    quarantine: quarantine ?? null,
    check: check ?? null,
    application: application ?? null,
    soapEnd: soapEnd === undefined ? null : { endsOn: soapEndsOn, daysLeft: soapEnd.daysLeft },
    unchangedSince: unchangedSince ?? null,
    commands,
    language,
    subject: toSubjectLine(notice, language),
  }
}
