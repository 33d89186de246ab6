import { readFile } from 'node:fs/promises'
import { ConfigError } from '../../domain/errors.js'
import { decodeText } from '../../yaml/decode-text.js'
import { readOrExplain } from '../../yaml/read-or-explain.js'
import type { GivenAnswers } from '../check/check-input.js'
import { parseAnswers } from './parse-answers.js'
import type { Profile } from '../profile/profile.js'

/** Prints the form that a file of answers has. */
const remedy = 'nmbrs-sync onboarding facts NAME'

/**
 * Reads and checks a file of answers. Throws `ConfigError` with every problem in it, or with the reason it
 * cannot be read.
 */
export const loadAnswers = async (file: string, profiles: readonly Profile[]): Promise<GivenAnswers> => {
  const result = parseAnswers(await readText(file), file, profiles)
  if ('answers' in result) return result.answers
  throw new ConfigError(`The answers in ${file} are not usable`, result.problems, { remedy })
}

const readText = (file: string): Promise<string> =>
  readOrExplain(readFile(file).then(decodeText), {
    message: `The answers in ${file} cannot be read`,
    file,
    expected: 'a readable file',
    remedy,
  })
