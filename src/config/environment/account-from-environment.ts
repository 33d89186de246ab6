import * as z from 'zod'

import { ConfigError, type Problem } from '../../domain/errors.js'
import { toOneSpelling } from '../schema/check-url.js'
import { domainText, hostText } from '../schema/checks.js'
import type { SoapNmbrs } from '../nmbrs-accounts.js'
import { readEnvironment } from './read-environment.js'
import { Secret } from './secret.js'

const text = z.string().min(1)

/** An Nmbrs account by variables, for looking at an account that no connection is about. */
const schema = z.object({
  NMBRS_HOST: hostText.default('https://api.nmbrs.nl'),
  NMBRS_USERNAME: text.describe('the e-mail address of the Nmbrs API user'),
  NMBRS_TOKEN: text.describe('the API token of that user'),
  NMBRS_DOMAIN: domainText,
})

/** The rate that a connection has when it says nothing else. */
const callsPerSecond = 100

/**
 * The account that `NMBRS_USERNAME`, `NMBRS_TOKEN`, `NMBRS_DOMAIN` and perhaps `NMBRS_HOST` name, of `.env`
 * too. Throws `ConfigError`.
 */
export const readAccountFromEnvironment = async (
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SoapNmbrs> => {
  const set = Object.entries(await readEnvironment(cwd, env)).filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(set))
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => toProblem(issue, Object.fromEntries(set)))
    throw new ConfigError(
      'The environment names no usable Nmbrs account, and there is no configuration',
      problems,
      { remedy: 'nmbrs-sync init' },
    )
  }
  const { NMBRS_HOST: host, NMBRS_USERNAME: username, NMBRS_TOKEN: token, NMBRS_DOMAIN: domain } = parsed.data
  return {
    api: 'soap',
    host: toOneSpelling(host),
    username,
    token: new Secret(token),
    domain,
    maxCallsPerSecond: callsPerSecond,
  }
}

/** No value is repeated: which variable it was put into may be the mistake. */
const toProblem = (
  { path: [name], message, code }: z.core.$ZodIssue,
  set: Readonly<Record<string, string | undefined>>,
): Problem => {
  const key = String(name)
  const field = Object.hasOwn(schema.shape, key) ? schema.shape[key as keyof typeof schema.shape] : undefined
  const expected = code === 'custom' ? message : (field?.description ?? message)
  const found = set[key] === undefined ? 'nothing' : 'a text'
  return { severity: 'error', file: 'environment', line: 0, key, expected, found }
}
