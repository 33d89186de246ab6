import { fillText } from '../../domain/language/fill.js'

/** Where the browser comes back to unless another address was registered. */
export const usualRedirectUri = 'http://127.0.0.1:8914/callback'

/**
 * What the party that owns the app does once, in this order (Nmbrs REST contract, section 14). Said by
 * `init`, and in `docs/nmbrs-rest.md`. The last one is for production, and comes after the first consent.
 */
export const appSteps: readonly string[] = [
  'Sign up as an integration partner in the app store of Nmbrs.',
  'Ask for a demo environment with company and domain `extdev-<AppName>` and the affiliate code `DEMO`. Without that code it is deleted after 30 days. It holds "Demo BV" with eight employees.',
  'Make an account in the developer portal (developer.payroll.nmbrs.com).',
  'Register the app in the partner portal (partner-portal.nmbrsapp.com/integrations, "Add application"): name, type Web, icon, redirect addresses (five at most), addresses of your privacy statement and your terms. ' +
    `Give \`${usualRedirectUri}\` as a redirect address. Copy the client id (\`PartnerApp_<name>_<suffix>\`) and the secret, which is shown once. Then press Save: before that the login only shows an error page.`,
  'Subscribe to a product in the developer portal ("partner apps - development") and copy the primary key from Profile > Subscriptions. The secondary key is for replacing the primary one without a break.',
  'For production, send a video of a demonstration and the form "Ready to demo", and wait for the approval.',
]

/** What a vendor is told about this use of its API. */
export interface VendorFacts {
  clientId: string
  scopes: readonly string[]
  employers: string
  callsPerSecond: number
}

const vendorText = [
  'We use nmbrs-sync to keep Nmbrs Payroll in step with our HR system AlexisHR, which takes the place of the SOAP link. App: {clientId}.',
  'It asks for these scopes: {scopes}.',
  'It reads companies, periods, personal information, addresses, bank accounts, salaries and employments, and writes employees, personal information, addresses, bank accounts and salaries.',
  'It runs once a night for {employers} employers, at most {callsPerSecond} calls a second, on our own machine; no data of persons is kept outside Nmbrs and AlexisHR.',
  'Please tell us which scopes the app may use, the limit of calls of our subscription, and when we may expect the approval.',
]

/** A text that can be sent to the vendor with the form of the last step, a sentence or two a line. */
export const buildVendorText = ({
  clientId,
  scopes,
  employers,
  callsPerSecond,
}: VendorFacts): readonly string[] =>
  vendorText.map((line) =>
    fillText(line, {
      clientId,
      scopes: scopes.join(', '),
      employers,
      callsPerSecond: String(callsPerSecond),
    }),
  )
