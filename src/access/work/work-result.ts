import type { AccessWork } from './action.js'
import type { LoginFacts } from '../logins/login.js'

/**
 * What the login is once this work is done; `null`: it is gone. A deactivated login keeps what it is made of.
 */
export const resultOf = (work: AccessWork): LoginFacts | null => {
  switch (work.kind) {
    case 'create':
    case 'replace':
      return work.wanted.facts
    case 'change':
      return { ...work.wanted.facts, userName: work.wanted.facts.userName ?? work.login.userName }
    case 'remove':
      return null
    case 'deactivate':
    case 'resend':
      return toFacts(work.login)
  }
}

/** What a login is made of, and nothing else of it. */
export const toFacts = ({
  template,
  permissions,
  email,
  userName,
  language,
  level,
}: LoginFacts): LoginFacts => ({
  template,
  permissions,
  email,
  userName,
  language,
  level,
})
