import type { CallResult, CallVerdict, NotTestedReason } from '../../onboarding/check/call-result.js'
import type { Language } from '../../domain/language/language.js'
import { fillText } from '../../domain/language/fill.js'
import { callTexts } from './texts/call-texts.js'

/** Why a call was not tried, in a few words. */
export const toNotTestedWords = (reason: NotTestedReason, language: Language): string =>
  callTexts[language].notTested[reason]

/** What is to be said of a verdict beside its name; empty for a call that answered. */
export const toVerdictDetail = (outcome: CallVerdict, language: Language): string => {
  switch (outcome.verdict) {
    case 'active':
      return ''
    case 'not-tested':
      return callTexts[language].notTested[outcome.reason]
    case 'failed':
      return withCode(callTexts[language].failure[outcome.reason], outcome.code)
    case 'inactive':
    case 'outside-filter':
    case 'no-access':
    case 'wrong-credentials':
    case 'no-subscription':
      return withCode(callTexts[language].refusal[outcome.verdict], outcome.code)
  }
}

const withCode = (text: string, code: string | null): string => (code === null ? text : `${text} (${code})`)

/** What is to be said about one call beside its name and verdict. */
export const toCallDetail = (call: CallResult, language: Language): string =>
  joinParts([
    call.service === 'REST' ? toEndpointDetail(call, language) : toVerdictDetail(call.outcome, language),
    call.requiredBy.length === 0 ? callTexts[language].notDemanded : '',
  ])

/** Over REST rights are scopes. */
const toEndpointDetail = ({ outcome, scopes = [] }: CallResult, language: Language): string => {
  const { rest } = callTexts[language]
  const opening = scopes.length === 0 ? '?' : scopes.join(rest.or)
  if (outcome.verdict === 'no-access')
    return withCode(fillText(rest.refused, { scopes: opening }), outcome.code)
  if (outcome.verdict === 'not-tested' && outcome.reason === 'write-call')
    return fillText(rest.write, { scopes: opening })
  if (outcome.verdict === 'failed' && outcome.reason === 'unknown-call')
    return withCode(rest.unknown, outcome.code)
  return toVerdictDetail(outcome, language)
}

/** What is odd about its name; not worth a place on a screen. */
export const toNameRemark = ({ verified, publishedAs }: CallResult, language: Language): string =>
  joinParts([
    verified ? '' : callTexts[language].unverified,
    publishedAs.length === 0
      ? ''
      : `${callTexts[language].printedAs} ${publishedAs.map(toOneLine).join(', ')}`,
  ])

const joinParts = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ')

/** Lists break names over lines. */
const toOneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
