import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { findErrorCode, type Problem } from '../../domain/errors.js'
import type { RestKnown } from '../../domain/addresses/rest-known.js'
import { checkYaml } from '../../yaml/check-yaml.js'
import { decodeText } from '../../yaml/decode-text.js'
import { toProblem, type FileContext } from '../../yaml/describe-issues.js'
import { toOneSpelling } from '../schema/check-url.js'
import type { ConfigFile } from '../schema/schema.js'
import { shortenPath } from '../shorten-path.js'
import { knownSchema, type KnownFile } from './known-schema.js'
import { findRowFault, useRow } from './known-words.js'

export interface FoundKnown {
  /** By the position of the connection. */
  found: ReadonlyMap<number, RestKnown>
  problems: readonly Problem[]
}

/**
 * Reads the files that connections name as `nmbrs.rest.known`, and says what is wrong in them. What was found
 * at another host than the connection's is not made use of.
 */
export const findKnown = async (
  context: FileContext,
  file: ConfigFile | undefined,
  { base, cwd }: { base: string; cwd: string },
): Promise<FoundKnown> => {
  const found = new Map<number, RestKnown>()
  const problems: Problem[] = []
  for (const [index, { nmbrs }] of (file?.connections ?? []).entries()) {
    const { rest } = nmbrs
    if (rest?.known === undefined) continue
    const key = ['connections', index, 'nmbrs', 'rest', 'known']
    const read = await readKnown(resolve(base, rest.known), cwd)
    if ('code' in read) {
      const expected = 'a readable file, as cutover rehearse --out writes it'
      problems.push(toProblem(context, key, { expected, found: `${rest.known} (${read.code})` }))
      continue
    }
    problems.push(...read.problems)
    if (read.data === undefined) continue
    const isOfHost = toOneSpelling(read.data.host).toLowerCase() === toOneSpelling(rest.host).toLowerCase()
    if (isOfHost) found.set(index, toKnown(read.data))
    else
      problems.push(
        toProblem(context, key, {
          severity: 'warning',
          expected: `what a rehearsal found at ${rest.host}; the values of another host are not made use of`,
          found: `a rehearsal at ${read.data.host}`,
        }),
      )
  }
  return { found, problems }
}

/** `data`: left out when anything is wrong. */
const readKnown = async (
  path: string,
  cwd: string,
): Promise<{ code: string } | { data: KnownFile | undefined; problems: readonly Problem[] }> => {
  let text: string
  try {
    text = decodeText(await readFile(path))
  } catch (error) {
    return { code: findErrorCode(error) ?? 'unreadable' }
  }
  const checked = checkYaml(text, shortenPath(cwd, path), knownSchema)
  if (checked.context === undefined) return { data: undefined, problems: checked.problems }
  const { context, data } = checked
  const problems = [...checked.problems, ...(data === undefined ? [] : checkRows(context, data))]
  return { data: problems.length > 0 ? undefined : data, problems }
}

const checkRows = (context: FileContext, { rows }: KnownFile): Problem[] =>
  rows.flatMap((row, index) => {
    if (rows.findIndex((other) => other.row === row.row) < index)
      return [toProblem(context, ['rows', index, 'row'], { expected: 'each row once' })]
    const fault = findRowFault(row)
    return fault === undefined
      ? []
      : [toProblem(context, ['rows', index, fault.key], { expected: fault.expected })]
  })

const toKnown = ({ rows }: KnownFile): RestKnown => {
  const used = rows.map(useRow)
  const scopes = used.flatMap((one) => one.scopes ?? [])
  return Object.assign({}, ...used, scopes.length === 0 ? {} : { scopes }) as RestKnown
}
