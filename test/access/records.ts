import type { KnownLogin, LoginFacts } from '../../src/access/logins/login.js'
import { toAccessSubject } from '../../src/domain/ids.js'

// Invented logins.

export const noor = toAccessSubject('65f1c0ffee00000000000001')
export const daan = toAccessSubject('65f1c0ffee00000000000002')
export const femke = toAccessSubject('65f1c0ffee00000000000003')

export const facts: LoginFacts = {
  template: 'Payslip viewer',
  permissions: null,
  email: { kind: 'work', digest: 'digest-of-an-address' },
  userName: null,
  language: 'NL',
  level: { kind: 'debtor', debtor: '1001' },
}

export const aKnownLogin = (differs: Partial<KnownLogin> = {}): KnownLogin => ({
  ...facts,
  active: true,
  origin: 'confirmed',
  since: '2026-11-01T09:00:00.000Z',
  ...differs,
})
