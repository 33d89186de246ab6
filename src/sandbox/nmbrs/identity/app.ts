import * as z from 'zod'
import type { NmbrsStore } from '../world/store.js'

/** Every scope of the service (Nmbrs REST contract, section 3.4). */
export const knownScopes = [
  'offline_access',
  'employee.info',
  'employee.info.read',
  'employee.employment',
  'employee.employment.read',
  'employee.payment',
  'employee.payment.read',
  'employee.bankaccount',
  'employee.bankaccount.read',
  'employee.leave',
  'employee.leave.read',
  'employee.orgstructure',
  'employee.orgstructure.read',
  'employee.document',
  'employee.document.read',
  'employee.payrollsettings',
  'employee.payrollsettings.read',
  'company.info',
  'company.info.read',
  'company.payrollsettings.read',
  'company.leave.read',
  'user.info.read',
] as const

/**
 * A registered app, its keys, and the user who is asked for consent next (Nmbrs REST contract, sections 3 and
 * 14).
 */
export const appSchema = z.strictObject({
  clientId: z.string(),
  clientSecret: z.string(),
  /** At most five; compared to the letter. */
  redirectUris: z.array(z.string()).max(5),
  /** The scopes the app may use. */
  scopes: z.array(z.string()),
  /** The keys that are good. */
  subscriptionKeys: z.array(z.string()),
  user: z.string(),
  /** The debtor whose login consents; absent: the first. */
  debtorId: z.number().int().optional(),
  /** The companies that the login's filter names; absent: all of the debtor. */
  companies: z.array(z.number().int()).optional(),
})
export type RestApp = z.infer<typeof appSchema>

export const sandboxApp: RestApp = {
  clientId: 'PartnerApp_NmbrsSync_sandbox',
  clientSecret: 'sandbox-client-secret',
  redirectUris: ['http://127.0.0.1:8914/callback'],
  scopes: [...knownScopes],
  subscriptionKeys: ['sandbox-subscription-key', 'sandbox-subscription-key-secondary'],
  user: 'salaris@bedachtbedrijf.example',
}

/** Whom a consent that is given now covers. */
export const toCovered = (
  { debtorId, companies }: RestApp,
  store: NmbrsStore,
  isSeveral: boolean,
): { debtorIds: readonly number[]; companies: readonly number[] | undefined } => {
  const debtors = store.debtors().map(({ id }) => id)
  const one = debtorId ?? debtors[0]
  return { debtorIds: isSeveral ? debtors : debtors.filter((id) => id === one), companies }
}
