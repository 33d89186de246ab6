import { defaultScopes } from '../../config/nmbrs-accounts.js'
import { appSteps, buildVendorText } from './app-steps.js'

/** The steps and the text for the vendor, as a part of a document. */
export const renderAppSteps = (): string =>
  [
    ...appSteps.map((step, index) => `${index + 1}. ${step}`),
    '',
    `A text for step ${appSteps.length}, to be completed (\`init\` fills in what it knows):`,
    '',
    ...buildVendorText({
      clientId: '`<client id>`',
      scopes: defaultScopes,
      employers: '`<number>`',
      callsPerSecond: 10,
    }).map((line) => `> ${line}`),
  ].join('\n')
