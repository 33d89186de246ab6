import { fillText } from '../../domain/language/fill.js'
import type { CallResult } from '../../onboarding/check/call-result.js'
import { services, toCallKey, type CallName } from '../../onboarding/calls/call-name.js'
import type { FactResult } from '../../onboarding/check/fact-result.js'
import type { Language, LocalText } from '../../onboarding/language.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import type { OnboardingResult, Readiness, StepToTake } from '../../onboarding/result/result.js'
import type { Mark } from '../kit/page/page.js'
import { toCallDetail, toNameRemark, toNotTestedWords, verdictWords } from './call-words.js'
import { factVerdictWords, toFactDetail, toFactValueWords } from './fact-words.js'
import { toProgressWords } from './progress-words.js'
import { toReadinessLine } from './readiness-words.js'

export interface DossierRow {
  cells: readonly string[]
  mark: Mark
  /** What belongs to the last cell where there is room. */
  aside?: string
}

/** A table under a heading. The first cell of a row is its verdict. */
export interface DossierTable {
  heading: string
  remark: string
  head: readonly string[]
  rows: readonly DossierRow[]
}

export interface DossierStep {
  text: string
  /** The calls it is about, or the labels of the facts. */
  about: readonly string[]
}

/** A result in words, before it becomes a page, a spreadsheet or text on a screen. Holds no token. */
export interface Dossier {
  language: Language
  title: string
  readiness: Readiness
  /** The verdict with its reasons. */
  verdict: string
  aboutHeading: string
  /** What was checked: pairs of a name and a value. */
  about: readonly (readonly [string, string])[]
  /** What tells its sheets of paper from those of other dossiers: the company and the moment. */
  foot: readonly string[]
  stepsHeading: string
  steps: readonly DossierStep[]
  facts: DossierTable
  calls: DossierTable
  template: DossierTable
  surplus: DossierTable | undefined
  notesHeading: string
  notes: readonly string[]
}

/** Puts a result into words of one language. */
export const buildDossier = (result: OnboardingResult, language: Language): Dossier => ({
  language,
  title: `${words.title[language]}: ${namesOf(result, language).join(', ')}`,
  readiness: result.readiness,
  verdict: toReadinessLine(result, language),
  aboutHeading: words.about[language],
  about: toAbout(result, language),
  foot: [result.company?.name ?? '', toMinute(result.checkedAt)].filter((text) => text !== ''),
  stepsHeading: words.steps[language],
  steps: result.steps.map((step) => toStep(step, result, language)),
  facts: toFactTable(result.facts, language),
  calls: toCallTable(result.calls, language),
  template: toTemplateTable(result, language),
  surplus: toSurplusTable(result, language),
  notesHeading: words.notes[language],
  notes: toNotes(result, language),
})

const words = {
  title: { nl: 'Aansluitcontrole Nmbrs', en: 'Nmbrs onboarding check' },
  about: { nl: 'Wat is gecontroleerd', en: 'What was checked' },
  steps: { nl: 'Nog te doen', en: 'Still to do' },
  notes: { nl: 'Opmerkingen en bronnen', en: 'Notes and sources' },
  facts: { nl: 'Gegevens om aan te leveren', en: 'Facts to hand in' },
  calls: { nl: 'Webservices', en: 'Webservice calls' },
  template: {
    nl: 'Template van de gebruiker: deze calls op Active',
    en: 'User template: these calls on Active',
  },
  surplus: { nl: 'Staat open en is niet nodig', en: 'Open and not needed' },
  company: { nl: 'Bedrijf in Nmbrs', en: 'Company in Nmbrs' },
  domain: { nl: 'Domein', en: 'Domain' },
  user: { nl: 'Gebruikersnaam', en: 'User name' },
  host: { nl: 'Webservice', en: 'Webservice' },
  connection: { nl: 'Koppeling', en: 'Connection' },
  checkedAt: { nl: 'Gecontroleerd op', en: 'Checked at' },
  spent: { nl: 'Aanroepen', en: 'Calls made' },
  verdict: { nl: 'Stand', en: 'Verdict' },
  fact: { nl: 'Gegeven', en: 'Fact' },
  value: { nl: 'Waarde', en: 'Value' },
  service: { nl: 'Service', en: 'Service' },
  call: { nl: 'Call', en: 'Call' },
  remark: { nl: 'Toelichting', en: 'Explanation' },
  source: { nl: 'Bron', en: 'Source' },
} as const satisfies Record<string, LocalText>

const namesOf = ({ profiles }: OnboardingResult, language: Language): readonly string[] =>
  profiles.map(({ title }) => title[language])

const toAbout = (result: OnboardingResult, language: Language): (readonly [string, string])[] => {
  const { company, account, connection, checkedAt, spent } = result
  const name = company?.name ?? ''
  const pairs: (readonly [string, string])[] = [
    [words.company[language], company === null ? '' : `${name} (${company.id})`.trim()],
    [words.user[language], account.username],
    [words.domain[language], account.domain ?? ''],
    [words.host[language], account.host],
    [words.connection[language], connection ?? ''],
    [words.checkedAt[language], toMinute(checkedAt)],
    [words.spent[language], String(spent.probes + spent.lookUps)],
    ...result.progress.map((one): readonly [string, string] => [
      fillText(progressTexts[language].application, { consumer: one.consumer }),
      toProgressWords(one, language),
    ]),
  ]
  return pairs.filter(([, value]) => value !== '')
}

/** The moment as its own clock shows it: `2026-11-22 10:00`. */
const toMinute = (isoText: string): string => isoText.slice(0, 16).replace('T', ' ')

/** What the text names itself is not listed once more. */
const toStep = (step: StepToTake, result: OnboardingResult, language: Language): DossierStep => {
  const text = step.text[language]
  const labels = step.facts.map((id) => result.facts.find((fact) => fact.id === id)?.label[language] ?? id)
  return {
    text,
    about: [
      ...step.calls.filter(({ call }) => !text.includes(call)).map(toCallKey),
      ...labels.filter((label) => !text.includes(label)),
    ],
  }
}

const toFactTable = (facts: readonly FactResult[], language: Language): DossierTable => ({
  heading: words.facts[language],
  remark: '',
  head: [words.verdict[language], words.fact[language], words.value[language], words.remark[language]],
  rows: facts.map((fact) => ({
    mark: markOfFact(fact),
    cells: [
      factVerdictWords[fact.outcome.verdict][language],
      fact.label[language],
      toFactValueWords(fact.value, language),
      toFactDetail(fact, language),
    ],
  })),
})

const markOfFact = ({ outcome }: FactResult): Mark => {
  switch (outcome.verdict) {
    case 'right':
    case 'given':
      return 'good'
    case 'missing':
    case 'wrong':
      return 'bad'
    case 'unchecked':
      return 'open'
    case 'left-out':
      return 'plain'
  }
}

const toCallTable = (calls: readonly CallResult[], language: Language): DossierTable => ({
  heading: words.calls[language],
  remark: calls.length === 0 ? '' : toOpenRemark(calls, language),
  head: [words.verdict[language], words.service[language], words.call[language], words.remark[language]],
  rows: sortCalls(calls).map((call) => ({
    mark: markOfCall(call),
    cells: [
      verdictWords[call.outcome.verdict][language],
      call.service,
      call.call,
      toCallDetail(call, language),
    ],
    aside: toNameRemark(call, language),
  })),
})

/** The cells of a row, all that belongs to the last one in it. */
export const toFullCells = ({ cells, aside = '' }: DossierRow): readonly string[] => {
  const last = cells.at(-1) ?? ''
  return [...cells.slice(0, -1), [last, aside].filter((part) => part !== '').join('; ')]
}

const toOpenRemark = (calls: readonly CallResult[], language: Language): string => {
  const open = calls.filter(({ outcome }) => outcome.verdict === 'active').length
  return language === 'nl'
    ? `${open} van ${calls.length} staan aantoonbaar open`
    : `${open} of ${calls.length} are shown to be open`
}

/** By service as Nmbrs lists them, and within one in the order of the profiles. */
const sortCalls = <Call extends CallName>(calls: readonly Call[]): Call[] =>
  calls.toSorted((left, right) => services.indexOf(left.service) - services.indexOf(right.service))

const markOfCall = ({ outcome, access, requiredBy }: CallResult): Mark => {
  if (outcome.verdict === 'active') return 'good'
  if (access === 'write' || requiredBy.length === 0) return 'open'
  return 'bad'
}

const toTemplateTable = ({ template }: OnboardingResult, language: Language): DossierTable => ({
  heading: words.template[language],
  remark: '',
  head: [words.service[language], words.call[language]],
  rows: template.flatMap(({ service, calls }) =>
    calls.map((call) => ({ mark: 'plain' as const, cells: [service, call] })),
  ),
})

const toSurplusTable = ({ surplus }: OnboardingResult, language: Language): DossierTable | undefined =>
  surplus === null
    ? undefined
    : {
        heading: words.surplus[language],
        remark: toSurplusRemark(surplus, language),
        head: [words.service[language], words.call[language]],
        rows: sortCalls(surplus.open).map(({ service, call }) => ({
          mark: 'open' as const,
          cells: [service, call],
        })),
      }

type Surplus = NonNullable<OnboardingResult['surplus']>

const toSurplusRemark = ({ open, notTested }: Surplus, language: Language): string => {
  const untried = notTested.length
  const reasons = [...new Set(notTested.map(({ because }) => toUntriedWords(because, language)))]
  const rest = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
  if (language === 'nl')
    return `${open.length} open, ${untried} niet te testen${rest}. Calls die wijzigen zijn niet geprobeerd.`
  return `${open.length} open, ${untried} could not be tested${rest}. Calls that change data were not tried.`
}

const toUntriedWords = (because: Surplus['notTested'][number]['because'], language: Language): string =>
  because === 'failed' ? verdictWords.failed[language] : toNotTestedWords(because, language)

const toNotes = ({ profiles }: OnboardingResult, language: Language): string[] =>
  profiles.flatMap(({ notes, source, edition, date }) => [
    ...notes.map((note) => note[language]),
    `${words.source[language]}: ${source.title}, ${edition}, ${date}${source.url === null ? '' : `, ${source.url}`}`,
  ])
