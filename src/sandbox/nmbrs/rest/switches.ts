import * as z from 'zod'

const milliseconds = z.number().int().min(0)

/**
 * How the fake REST API and its identity service decide what no one has seen (Nmbrs REST contract, section
 * 15, in its order).
 */
export const restSwitches = {
  /**
   * Row 1: the current period as `{year,period}`, in a `period` of its own, not in a list, or with more
   * beside it.
   */
  restPeriodRow: z.enum(['flat', 'nested', 'object', 'extraKeys']).default('flat'),
  /** Row 2. */
  restWriteStatus: z.literal([200, 201, 204]).default(200),
  /** Row 3: the id of what was written, nothing, or the id inside `data`. */
  restWriteAnswer: z.enum(['id', 'empty', 'wrapped']).default('id'),
  /**
   * Row 4: a PUT of personal info keeps what is not sent, clears it, or clears it inside the groups that are
   * sent.
   */
  restPersonalInfoPut: z.enum(['replace', 'merge', 'replaceInGroup']).default('replace'),
  /** Row 5. */
  restEmployeeTypeOnPut: z.enum(['optional', 'required']).default('optional'),
  /** Row 6: a second address of one type in one period. */
  restSecondAddress: z.enum(['add', 'replace', 'refuse400', 'refuse409']).default('add'),
  /** Row 7: a salary for a start date that has one. */
  restSameStartSalary: z.enum(['refuse400', 'refuse409', 'replace', 'add']).default('refuse400'),
  /** Row 8: an employment besides the one that creation made. */
  restSecondEmployment: z.enum(['refuse400', 'refuse409', 'add', 'sameRow']).default('refuse400'),
  /** Row 9: an employment that starts before the one there is, or in a closed period. */
  restEmploymentInPast: z.enum(['refuse', 'accept']).default('refuse'),
  /** Row 10: a write with a period, or a salary with a start, before the current period. */
  restPastPeriod: z.enum(['refuse', 'accept', 'moveToCurrent']).default('refuse'),
  /** Row 11. */
  restFuturePeriod: z.enum(['accept', 'refuse']).default('accept'),
  /** Row 12. */
  restCreatedFrom: z
    .enum(['dateInclusive', 'dateExclusive', 'dateTimeInclusive', 'dateTimeExclusive', 'ignored'])
    .default('dateInclusive'),
  /** Row 13. */
  restChangedFrom: z.enum(['ignored', 'works', 'refuse']).default('ignored'),
  /** Row 14: on addresses, bank accounts and personal info. */
  restEmployeeIdFilter: z.enum(['ignored', 'works']).default('ignored'),
  /** Row 15. */
  restSalaryScope: z.enum(['employment', 'payment']).default('employment'),
  /** Row 16. */
  restBankAccountScope: z.enum(['info', 'bankaccount']).default('info'),
  /** Row 17: current period and templates. */
  restPeriodScope: z.enum(['company.info.read', 'company.payrollsettings.read']).default('company.info.read'),
  /** Row 18. */
  restWriteScopeIncludesRead: z.boolean().default(false),
  /** Row 19: a scope the app may not use: an error page in the browser, or left out. */
  oauthUngrantedScope: z.enum(['page', 'dropped']).default('page'),
  /** Row 20. */
  oauthPkce: z.enum(['optional', 'required']).default('optional'),
  /** Row 21. `none`: a refresh brings no refresh token, and the old one goes on. */
  oauthRefreshToken: z.enum(['singleUse', 'reuseWindow', 'sameToken', 'none']).default('singleUse'),
  /** With `reuseWindow`: how long a refresh token that was used still works. */
  oauthReuseSeconds: z.number().int().min(0).default(30),
  /** Row 22: a refresh token that is not good any more. */
  oauthRefreshRefusal: z.literal([400, 401]).default(400),
  /** Row 23. */
  restNextPage: z.enum(['null', 'empty', 'absent']).default('null'),
  /** Row 24: a page size over 100. */
  restMaxPageSize: z.enum(['cut', 'refuse', 'none']).default('cut'),
  /** Row 25: what a 429 looks like; the first two have a Retry-After. */
  restTooManyRequests: z.enum(['seconds', 'httpDate', 'none', 'json', 'html']).default('seconds'),
  /** How many calls in a sliding second are answered; 0: any number. */
  restCallsPerSecond: z.number().int().min(0).default(0),
  /** Row 26. */
  restErrorBody: z
    .enum(['titleDetailCode', 'problem', 'gateway', 'html', 'empty'])
    .default('titleDetailCode'),
  /** Row 27. */
  restBadSubscriptionKey: z.literal([401, 403]).default(401),
  /** Row 28: `several`: the consent covers every debtor, and the list of companies is refused. */
  restDebtors: z.enum(['one', 'several']).default('one'),
  /** Row 29: whether the top keys of a creation may be in camelCase. */
  restCreateCasing: z.enum(['both', 'vendor']).default('both'),
  /** Row 30: an employee number that another employee of the company has. */
  restDuplicateNumber: z.enum(['refuse', 'accept', 'renumber']).default('refuse'),
  /** Row 31: an object where it is known, always null, or the code as text. */
  restBirthCountry: z.enum(['object', 'null', 'text']).default('object'),
  /** Row 32: entries that begin in a future period, and several rows for one employee. */
  restHistory: z.enum(['whole', 'tidy']).default('whole'),
  /** Row 33: how long reads still show what was before a write. */
  restReadLagMs: milliseconds.default(0),
  /** Row 34: from the next call on, every call is answered with 503 for so long; 0: none. */
  restOutageMs: milliseconds.default(0),
  /** Row 35. */
  restBankAccountDelete: z.literal([404, 204]).default(404),
  /** Row 36: whom the lists of a company hold that are read without an employee type. */
  restListsWithoutType: z.enum(['everybody', 'payrollTypes']).default('everybody'),
  /** Row 37: how many employees the list of personal info leaves out. */
  restPersonalInfoOmits: z.number().int().min(0).default(1),
  /**
   * How many employees of a company, those who came last, the login that consented may not see: they are in
   * no list.
   */
  restHides: z.number().int().min(0).default(0),
  /** Row 38: what a second consent of the same user does to the first. */
  oauthSecondConsent: z.enum(['bothLive', 'firstDies']).default('bothLive'),
  /** What the user does who is asked: agrees at once, sees a page with two buttons, or declines. */
  oauthConsent: z.enum(['auto', 'page', 'denied']).default('auto'),
  /** Whether authorization requests have to be pushed first, as one aggregator says (section 3.2). */
  oauthPushedRequests: z.boolean().default(false),
  /** How long a code, an access token and a refresh token live. */
  oauthCodeSeconds: z.number().int().min(0).default(300),
  oauthAccessTokenSeconds: z.number().int().min(1).default(3600),
  oauthRefreshTokenSeconds: z.number().int().min(1).default(2_592_000),
} as const
