import type { AccessAction } from '../../../access/work/action.js'
import { isLetterDue } from '../../../access/letters/letter-due.js'
import type { AccessReason } from '../../../access/reasons.js'
import type { AccessSubject } from '../../../domain/ids.js'
import { buildAccessPlanView, type AccessPlanView } from '../../../report/access/view/plan-view.js'
import {
  buildAccessStatusView,
  type AccessStatusView,
  type AccessTab,
} from '../../../report/access/view/status-view.js'
import type { PlannedPortal } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'

export const toPlanView = ({
  config,
  plan,
  batches,
  people,
  unreadable,
  input,
}: PlannedPortal): AccessPlanView =>
  buildAccessPlanView({
    title: config.portal.title,
    portal: config.portal.portal,
    actions: plan.actions,
    batches,
    people,
    unreadable,
    listed: toListed(input),
    consultants: config.policy.consultants,
  })

/** What a list showed is known as imported, also where no one said that the list is whole. */
const toListed = ({ known, knownComplete }: PlannedPortal['input']): AccessPlanView['listed'] => {
  if (knownComplete) return 'whole'
  return known.some(({ login }) => login?.origin === 'imported') ? 'part' : 'never'
}

export const toStatusView = (
  { config, plan, people, known, letters, facts }: PlannedPortal,
  tab: AccessTab,
): AccessStatusView => {
  const { title, portal } = config.portal
  const isDue = (subject: AccessSubject): boolean =>
    isLetterDue(config.portal, known.get(subject), letters.get(subject), facts.now)
  return buildAccessStatusView(
    {
      ...{ title, portal, actions: plan.actions, people, known, letters },
      lettersDue: new Set([...people.keys()].filter(isDue)),
    },
    tab,
  )
}

/**
 * What no one but a person can put right. That someone has no address is not among it: for many that is as it
 * should be.
 */
const blocking: ReadonlySet<AccessReason> = new Set([
  'email-shared',
  'email-of-another-login',
  'debtor-unknown',
  'template-unknown',
  'language-unknown',
  'permissions-invalid',
  'user-name-impossible',
  'expired',
  'rule-name-unknown',
])

/** 3 when something is held or cannot go on without a person. */
export const toPlanExitCode = (actions: readonly AccessAction[]): ExitCode =>
  actions.some(({ because, ...action }) => {
    if (action.kind !== 'none') return action.holds.length > 0
    return because.some((reason) => blocking.has(reason))
  })
    ? exitCode.held
    : exitCode.done
