import { fillCount } from '../../../domain/language/count.js'
import { fillText } from '../../../domain/language/fill.js'
import type { Language } from '../../../domain/language/language.js'
import { toCommonReadiness, type AccountCheck } from '../../../onboarding/check/account-check.js'
import type { Profile } from '../../../onboarding/profile/profile.js'
import type { OnboardingResult, Readiness } from '../../../onboarding/result/result.js'
import { toProgressWords } from '../progress-words.js'
import { toReasonWords } from '../readiness-words.js'
import { readinessTexts } from '../texts/readiness-texts.js'
import { overviewTexts } from './overview-texts.js'

/** One employer of the account. */
export interface OverviewRow {
  name: string
  id: string
  readiness: Readiness
  verdict: string
  wanting: string
  application: string
}

/** Who is ready, in words, before it becomes a page, a spreadsheet or text on a screen. */
export interface Overview {
  language: Language
  title: string
  readiness: Readiness
  verdict: string
  about: readonly (readonly [string, string])[]
  /** What tells its sheets of paper from those of other accounts. */
  foot: readonly string[]
  rows: readonly OverviewRow[]
  next: string
}

/** Puts the checks of all companies into one table: what is not ready first, then by name. */
export const buildOverview = (
  check: AccountCheck,
  profiles: readonly Pick<Profile, 'id' | 'title'>[],
  language: Language,
): Overview => {
  const texts = overviewTexts[language]
  const companies = check.results.map((result) => toRow(result, language)).sort(byUrgency)
  const debtors = check.unseen.map(({ debtorId, name }) => ({
    name: fillText(texts.debtor, { name }),
    id: debtorId,
    readiness: 'not-ready' as const,
    verdict: readinessTexts[language].readiness['not-ready'],
    wanting: texts.unseen,
    application: '',
  }))
  const ready = companies.filter(({ readiness }) => readiness === 'ready').length
  const count = fillText(fillCount(ready, texts.ready), { all: String(companies.length) })
  return {
    language,
    title: fillText(texts.title, {
      profiles: profiles.map(({ title }) => title[language]).join('; '),
    }),
    readiness: toCommonReadiness(check),
    verdict: companies.length === 0 ? texts.none : count,
    about: toAbout(check, texts.account),
    foot: check.results.slice(0, 1).map(({ account }) => account.username),
    rows: [...debtors, ...companies],
    next: toNext(check, profiles, texts.steps),
  }
}

/** How to see what is to be done for the first company that is not ready. */
const toNext = (
  { results }: AccountCheck,
  profiles: readonly Pick<Profile, 'id'>[],
  steps: string,
): string => {
  const open = results.find(({ readiness, company }) => readiness !== 'ready' && company !== null)
  if (open === undefined) return ''
  const { connection, company } = open
  const ids = profiles.map(({ id }) => id).join(' ')
  const of = connection === null ? '' : ` --connection ${connection}`
  return fillText(steps, { profiles: `${ids}${of}`, company: company?.id ?? '' })
}

const toRow = (
  { company, readiness, reasons, progress }: OnboardingResult,
  language: Language,
): OverviewRow => ({
  name: company?.name ?? '',
  id: company?.id ?? '',
  readiness,
  verdict: readinessTexts[language].readiness[readiness],
  wanting: toReasonWords(reasons, language).join(', '),
  application: progress.map((standing) => toProgressWords(standing, language)).join('; '),
})

const urgency: Readonly<Record<Readiness, number>> = { 'not-ready': 0, 'could-not-check': 1, ready: 2 }

const byUrgency = (left: OverviewRow, right: OverviewRow): number =>
  urgency[left.readiness] - urgency[right.readiness] ||
  (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)

const toAbout = ({ results }: AccountCheck, account: string): Overview['about'] => {
  const [first] = results
  if (first === undefined) return []
  return [[account, `${first.account.username}, ${first.account.host}`]]
}
