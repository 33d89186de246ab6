import {
  AbortError,
  AuthError,
  ConfigError,
  InternalError,
  isSystemError,
  nameOfError,
  RemoteError,
} from '../../domain/errors.js'
import type { Look } from '../kit/look.js'
import { buildProblemList } from '../kit/problem-list.js'
import { redactText } from '../kit/redact-text.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { errorTexts } from './error-texts.js'
import { sayTo } from '../translate/say-to.js'

/**
 * What is said about an error that ended a command: what is wrong and the next step. Only a bug shows where
 * in the program it happened, and only when `debug` asks for it.
 */
export const buildErrorText = (error: unknown, options: { debug: boolean; look: Look }): string => {
  const lines = toLines(error, options.look)
  const stack = options.debug ? toStack(error) : []
  return [...lines, ...stack].map((line) => `${line}\n`).join('')
}

const toLines = (error: unknown, look: Look): string[] => {
  const { paint, language } = look
  const texts = errorTexts[language]
  const say = (message: string): string => `${paint.red(texts.error)}  ${sayTo(redactText(message), look)}`
  const toNext = (remedy: string): string => commonTexts[language].next(sayTo(remedy, look))
  if (error instanceof ConfigError) return [say(error.message), ...buildProblemList(error.problems, look)]
  if (error instanceof RemoteError) return [say(error.message), toNext(error.facts.remedy)]
  if (error instanceof AuthError || error instanceof AbortError)
    return [say(error.message), toNext(error.remedy)]
  if (isSystemError(error)) return [say(error.message), toNext(texts.checkSystem)]
  // An unforeseen error's own text can quote data, so only ours is shown.
  const what = error instanceof InternalError ? error.message : nameOfError(error)
  return [say(texts.bug(what)), toNext(texts.debug)]
}

const toStack = (error: unknown): string[] => {
  if (!(error instanceof Error)) return []
  const own = redactText(error.stack ?? error.message).split('\n')
  return error.cause === undefined ? own : [...own, 'caused by', ...toStack(error.cause)]
}
