import type { SituationKind, Topic } from '../../../daemon/notices/situation.js'

interface NoticeTable {
  connection: string
  topic: Topic
  channel: string
  kind: SituationKind
  signs: string
  since: string
  told_at: string | null
}

interface OnboardingCheckTable {
  connection: string
  company_id: string
  profiles: string
  checked_at: string
  calls: string
}

interface OnboardingProgressTable {
  connection_id: number
  company_id: string
  profile: string
  sent_on: string | null
  confirmed_on: string | null
  exchange_on: string | null
  checked_on: string | null
}

/** The service and the accounts that consumers ask for. */
export interface ServiceTables {
  notice: NoticeTable
  onboarding_check: OnboardingCheckTable
  onboarding_progress: OnboardingProgressTable
}
