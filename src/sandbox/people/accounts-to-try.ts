import type { NmbrsAccount } from '../nmbrs/world/data.js'

/** An account for playing with checks of an account. The token is the fake's own and opens nothing else. */
export interface AccountToTry {
  account: NmbrsAccount
  /** What a check of it shows, in a line. */
  shows: string
  /** The onboarding profile for an account of its kind. */
  profile: string
}

/** The tag that opens an employer to the account for all employers. */
export const umbrellaTag = 'a.s.r.'

/** Besides the account of the sync: the three states in which a consumer finds an account. */
export const accountsToTry = (domain: string, companyId: number): readonly AccountToTry[] => [
  {
    account: {
      username: 'alle-werkgevers@salariskantoor.example',
      token: 'sandbox-token-umbrella',
      domain,
      tags: [umbrellaTag],
    },
    shows: 'one account for all employers, this one opened to it by a tag: every call is open',
    profile: 'asr-umbrella',
  },
  {
    account: {
      username: 'een-werkgever@salariskantoor.example',
      token: 'sandbox-token-per-debtor',
      domain,
      companies: [companyId],
      template: { EmployeeService: { except: ['SVW_GetCurrent'] } },
    },
    shows: 'an account of one employer, in whose user template a call is switched off',
    profile: 'asr-per-debtor',
  },
  {
    account: {
      username: 'zonder-tag@salariskantoor.example',
      token: 'sandbox-token-untagged',
      domain,
      tags: ['another tag'],
    },
    shows: 'an account whose tag is not on the debtor: nothing of the employer is in sight',
    profile: 'asr-umbrella',
  },
]
