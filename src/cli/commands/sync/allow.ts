import { InvalidArgumentError, Option } from 'commander'

import { allowableLimits, type AllowableLimit, type Allowances } from '../../../domain/threshold.js'
import { findNearest } from '../../../yaml/nearest.js'

/** `--allow KIND=N`, once for each limit that is lifted. */
export const allowOption = (): Option =>
  new Option(
    '--allow <kind=n>',
    `for this run, let N people through: ${allowableLimits.join(', ')}; or empty-scope, which takes no number; may be given several times`,
  ).argParser(parseAllow)

/** Lets a run through in whose scope there is no one. */
const emptyScope = 'empty-scope'

/**
 * Adds one `KIND=N` or `empty-scope` to those given before. Throws `InvalidArgumentError` saying what was
 * probably meant.
 */
export const parseAllow = (text: string, before: Allowances | undefined): Allowances => {
  if (text === emptyScope) return { ...before, emptyScope: true }
  const parts = /^([^=]+)=(\d+)$/.exec(text)
  const [, kind = text.split('=')[0] ?? '', number = ''] = parts ?? []
  if (!isAllowable(kind)) throw new InvalidArgumentError(`There is no limit ${kind}. ${suggest(kind)}`)
  const people = Number(number)
  if (parts === null || !Number.isSafeInteger(people)) {
    throw new InvalidArgumentError(`It must be ${kind}= and a whole number of people, as in ${kind}=25.`)
  }
  if (before?.[kind] !== undefined) throw new InvalidArgumentError(`${kind} is allowed twice; give it once.`)
  return { ...before, [kind]: people }
}

const isAllowable = (kind: string): kind is AllowableLimit =>
  (allowableLimits as readonly string[]).includes(kind)

const suggest = (kind: string): string => {
  const nearest = findNearest(kind, [...allowableLimits, emptyScope])
  if (nearest === emptyScope) return 'It is empty-scope, without a number.'
  return nearest === undefined
    ? `There is: ${allowableLimits.join(', ')}, and empty-scope without a number.`
    : `Did you mean ${nearest}, as in ${nearest}=25?`
}
