import { AbortError } from '../../../domain/errors.js'
import { defaultScopes } from '../../../config/nmbrs-accounts.js'
import { appSteps, buildVendorText } from '../../../report/set-up/app-steps.js'
import type { RestAnswers } from '../../../app/setup/rest-account.js'
import type { Asking } from './accounts/ask-until-let-in.js'

/** Asks over which API Nmbrs is to be spoken with. */
export const askApi = ({ prompts }: Asking): Promise<'rest' | 'soap'> =>
  prompts.choose<'rest' | 'soap'>('Which API of Nmbrs?', [
    { value: 'rest', label: 'REST (recommended: Nmbrs ends SOAP on 2027-03-01)' },
    { value: 'soap', label: 'SOAP' },
  ])

/**
 * Goes through what has to be done at Nmbrs first, one step after the other. Throws `AbortError` (`stopped`)
 * at a step that takes longer.
 */
export const walkThroughSteps = async ({ prompts, tell }: Asking): Promise<void> => {
  const isThere = await prompts.choose(
    'Is there an app at Nmbrs, with client id, secret and subscription key?',
    [
      { value: true, label: 'yes' },
      { value: false, label: 'not yet; go through the steps' },
    ],
  )
  if (isThere) return
  const steps = appSteps.slice(0, -1)
  for (const [index, step] of steps.entries()) {
    tell(`Step ${index + 1} of ${steps.length}: ${step.replaceAll('`', '')}`)
    const isDone = await prompts.choose('Is it done?', [
      { value: true, label: 'yes; continue' },
      { value: false, label: 'it takes longer; stop here' },
    ])
    if (!isDone)
      throw new AbortError(
        'The app is not ready yet; nothing was changed',
        'stopped',
        'Start nmbrs-sync init again when this step is done',
      )
  }
}

/** What is left to do at Nmbrs, with a text for the vendor. */
export const toVendorLines = ({ clientId, scopes }: RestAnswers): readonly string[] => [
  '',
  `For production: ${lowerFirst(appSteps.at(-1) ?? '').replace(/^for production, /, '')} A text for it:`,
  '',
  ...buildVendorText({
    clientId,
    scopes: scopes.length === 0 ? defaultScopes : scopes,
    employers: '1',
    callsPerSecond: 10,
  }),
  '',
]

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
