import { readSoapCompanies, type SoapAnswers } from '../../../../app/setup/soap-account.js'
import { domainText } from '../../../../config/schema/checks.js'
import { findHostFlaw, toOneSpelling } from '../../../../config/schema/check-url.js'
import type { TargetCompany } from '../../../../target/port.js'
import type { Prompts } from '../../../terminal/prompts.js'
import { askUntilLetIn, type Account, type Asking } from './ask-until-let-in.js'
import { needed, toCheck } from './checks.js'

export type SoapAccount = SoapAnswers & { companies: readonly TargetCompany[] }

/** Asks for the API user of Nmbrs until its login works. */
export const askSoapAccount = (asking: Asking): Promise<SoapAccount> =>
  askUntilLetIn(asking, {
    name: 'Nmbrs',
    steps: toSteps(asking.prompts),
    tryOut: readSoapCompanies,
    blame: (code) => blames[code],
  })

const toSteps = (prompts: Prompts): Account<SoapAnswers, TargetCompany>['steps'] => ({
  host: { label: 'the address', ask: async () => ({ host: await askHost(prompts) }) },
  username: {
    label: 'the e-mail address of the API user',
    ask: async () => ({
      username: (
        await prompts.ask({ message: 'E-mail address of the Nmbrs API user', check: checkEmail })
      ).trim(),
    }),
  },
  domain: {
    label: 'the domain',
    ask: async () => ({
      domain: toDomain(
        await prompts.ask({
          message: 'Nmbrs domain (acme of acme.nmbrs.nl)',
          check: (answer) =>
            domainText.safeParse(toDomain(answer)).success ? undefined : 'The first part of the address only',
        }),
      ),
    }),
  },
  token: {
    label: 'the token',
    ask: async () => ({
      token: (await prompts.askSecret({ message: 'API token of that user', check: needed })).trim(),
    }),
  },
})

/**
 * A token was the last thing to be copied, so it is asked for first; Nmbrs does not say which of the three it
 * refuses (Nmbrs contract, section 1).
 */
const blames: Readonly<Record<string, { steps: readonly string[]; said: string }>> = {
  'credentials-refused': {
    steps: ['token'],
    said: 'Nmbrs does not say which of the three it is. Give the token again; if it is refused again, the others can be changed',
  },
  unreachable: { steps: ['host'], said: 'Give the address again' },
}

/** The whole address is what most people have at hand. */
const toDomain = (answer: string): string =>
  answer
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\.nmbrs\.(?:nl|se)(?:\/.*)?$/i, '')

const checkEmail = (answer: string): string | undefined =>
  /^\S+@\S+$/.test(answer.trim()) ? undefined : 'It must be an e-mail address'

const hosts = [
  { value: 'https://api.nmbrs.nl', label: 'Netherlands' },
  { value: 'https://api.nmbrs.se', label: 'Sweden' },
  { value: 'https://api-sandbox.nmbrs.nl', label: 'Nmbrs sandbox' },
  { value: undefined, label: 'another address' },
] as const

const askHost = async (prompts: Prompts): Promise<string> => {
  const chosen = await prompts.choose<string | undefined>('Which Nmbrs?', hosts)
  if (chosen !== undefined) return chosen
  return toOneSpelling(
    await prompts.ask({ message: 'Address of the Nmbrs API', check: toCheck(findHostFlaw) }),
  )
}
