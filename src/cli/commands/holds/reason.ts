import { ConfigError } from '../../../domain/errors.js'
import type { Language } from '../../../domain/language/language.js'
import { holdTexts } from '../../../report/sync/texts/hold-texts.js'
import type { Io } from '../../io.js'

/** Asks why someone decides like that; it is kept as it is typed. */
export const askReason = async ({ prompts }: Io, language: Language): Promise<string> => {
  if (prompts === undefined) throw new ConfigError('Say why: --reason TEXT')
  const texts = holdTexts[language]
  const answer = await prompts.ask({
    message: texts.askReason,
    check: (text) => (text.trim() === '' ? texts.reasonNeeded : undefined),
  })
  return answer.trim()
}

/** What was given with `--reason`; `undefined` for none, or for blanks. */
export const givenReason = ({ reason = '' }: { reason?: string }): string | undefined =>
  reason.trim() === '' ? undefined : reason.trim()
