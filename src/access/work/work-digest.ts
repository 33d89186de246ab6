import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { DigestAccess, EnvironmentLevel, LoginFacts, PortalName } from '../logins/login.js'
import type { WorkKind } from './order.js'

/** A level as one word: `debtor:12`, `master`, `employee`, `portal`. */
export const levelKey = (level: EnvironmentLevel): string =>
  level.kind === 'debtor' ? `debtor:${level.debtor}` : level.kind

/**
 * What stands for a login in what is digested. The user name is left out: it is drawn anew when others come
 * and go.
 */
const factsOf = (facts: LoginFacts | null): readonly unknown[] =>
  facts === null
    ? []
    : [
        facts.template,
        facts.permissions,
        facts.email?.digest ?? null,
        facts.language,
        facts.level && levelKey(facts.level),
      ]

/** Whether two logins are the same, user names aside. */
export const isSameLogin = (one: LoginFacts | null, other: LoginFacts | null): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))

/** The digest of one exact piece of work: what kind, for whom, from which login to which. */
export const digestWork = (
  digest: DigestAccess,
  work: {
    portal: PortalName
    subject: AccessSubject
    kind: WorkKind
    from: LoginFacts | null
    to: LoginFacts | null
  },
): Digest =>
  digest('work', JSON.stringify([work.portal, work.subject, work.kind, factsOf(work.from), factsOf(work.to)]))
