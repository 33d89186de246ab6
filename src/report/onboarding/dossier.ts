import { fillText } from '../../domain/language/fill.js'
import type { CallResult } from '../../onboarding/check/call-result.js'
import { callPlaces, toCallKey, type CallName } from '../../onboarding/calls/call-name.js'
import type { FactResult } from '../../onboarding/check/fact-result.js'
import type { Language } from '../../domain/language/language.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import type { OnboardingResult, Readiness, StepToTake } from '../../onboarding/result/result.js'
import type { Mark } from '../kit/page/page.js'
import { toCallDetail, toNameRemark, toNotTestedWords } from './call-words.js'
import { toFactDetail, toFactValueWords } from './fact-words.js'
import { toProgressWords } from './progress-words.js'
import { toReadinessLine } from './readiness-words.js'
import { toSoapEndWords } from './profile-text.js'
import { callTexts } from './texts/call-texts.js'
import { dossierTexts } from './texts/dossier-texts.js'
import { factTexts } from './texts/fact-texts.js'
import { profileTexts } from './texts/profile-texts.js'

export interface DossierRow {
  cells: readonly string[]
  mark: Mark
  /** Whether the value counts to the letter, blanks included. */
  isExact?: boolean
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
  /** Over REST. */
  scopes: DossierTable
  template: DossierTable
  surplus: DossierTable | undefined
  notesHeading: string
  notes: readonly string[]
}

/** Puts a result into words of one language. */
export const buildDossier = (result: OnboardingResult, language: Language): Dossier => ({
  language,
  title: `${dossierTexts[language].title}: ${namesOf(result, language).join(', ')}`,
  readiness: result.readiness,
  verdict: toReadinessLine(result, language),
  aboutHeading: dossierTexts[language].about,
  about: toAbout(result, language),
  foot: [result.company?.name ?? '', toMinute(result.checkedAt)].filter((text) => text !== ''),
  stepsHeading: dossierTexts[language].steps,
  steps: result.steps.map((step) => toStep(step, result, language)),
  facts: toFactTable(result.facts, language),
  calls: toCallTable(result, language),
  scopes: toScopeTable(result, language),
  template: toTemplateTable(result, language),
  surplus: toSurplusTable(result, language),
  notesHeading: dossierTexts[language].notes,
  notes: [...toAppNotes(result, language), ...toNotes(result, language)],
})

const namesOf = ({ profiles }: OnboardingResult, language: Language): readonly string[] =>
  profiles.map(({ title }) => title[language])

const toAbout = (result: OnboardingResult, language: Language): (readonly [string, string])[] => {
  const { company, account, connection, checkedAt, spent } = result
  const name = company?.name ?? ''
  const pairs: (readonly [string, string])[] = [
    [dossierTexts[language].company, company === null ? '' : `${name} (${company.id})`.trim()],
    [dossierTexts[language].user, account.username],
    [dossierTexts[language].domain, account.domain ?? ''],
    [dossierTexts[language].host, account.host],
    [dossierTexts[language].app, account.clientId ?? ''],
    [dossierTexts[language].soap, toSoapWords(result, language)],
    [dossierTexts[language].connection, connection ?? ''],
    [dossierTexts[language].checkedAt, toMinute(checkedAt)],
    [dossierTexts[language].spent, String(spent.probes + spent.lookUps)],
    ...result.progress.map((one): readonly [string, string] => [
      fillText(progressTexts[language].application, { consumer: one.consumer }),
      toProgressWords(one, language),
    ]),
  ]
  return pairs.filter(([, value]) => value !== '')
}

/** Until when the calls can be made, and what it is known goes on. */
const toSoapWords = ({ soapEndsOn, profiles }: OnboardingResult, language: Language): string => {
  if (soapEndsOn === null) return ''
  const unknown = profiles.filter(({ overRest }) => !overRest).map(({ consumer }) => consumer)
  return [
    toSoapEndWords(language),
    ...[...new Set(unknown)].map((consumer) => fillText(profileTexts[language].askConsumer, { consumer })),
  ].join(' ')
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
  heading: dossierTexts[language].facts,
  remark: '',
  head: [
    dossierTexts[language].verdict,
    dossierTexts[language].fact,
    dossierTexts[language].value,
    dossierTexts[language].remark,
  ],
  rows: facts.map((fact) => ({
    mark: markOfFact(fact),
    isExact: fact.type === 'company-name',
    cells: [
      factTexts[language].verdict[fact.outcome.verdict],
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

const toCallTable = ({ calls, api }: OnboardingResult, language: Language): DossierTable => ({
  heading: api === 'rest' ? dossierTexts[language].endpoints : dossierTexts[language].calls,
  remark: calls.length === 0 ? '' : toOpenRemark(calls, language),
  head: [
    dossierTexts[language].verdict,
    dossierTexts[language].service,
    dossierTexts[language].call,
    dossierTexts[language].remark,
  ],
  rows: sortCalls(calls).map((call) => ({
    mark: markOfCall(call),
    cells: [
      callTexts[language].verdict[call.outcome.verdict],
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
  return fillText(dossierTexts[language].openCalls, { open: String(open), all: String(calls.length) })
}

/** By service as Nmbrs lists them, and within one in the order of the profiles. */
const sortCalls = <Call extends CallName>(calls: readonly Call[]): Call[] =>
  calls.toSorted((left, right) => callPlaces.indexOf(left.service) - callPlaces.indexOf(right.service))

const markOfCall = ({ outcome, access, requiredBy }: CallResult): Mark => {
  if (outcome.verdict === 'active') return 'good'
  if (access === 'write' || requiredBy.length === 0) return 'open'
  return 'bad'
}

/** A scope that is not needed and would only open a read that was refused stands there too. */
const toScopeTable = ({ scopes }: OnboardingResult, language: Language): DossierTable => {
  const { scopes: texts, verdict, remark, part } = dossierTexts[language]
  return {
    heading: texts.heading,
    remark: scopes.length === 0 ? '' : texts.remark,
    head: [verdict, part, texts.scope, remark],
    rows: scopes.map(({ scope, standing, requiredBy }) => ({
      mark: markOfScope[standing],
      cells: [
        texts.standing[standing],
        'REST',
        scope,
        [standing === 'not-tried' ? texts.onlyWrites : '', requiredBy.length === 0 ? texts.perhaps : '']
          .filter((text) => text !== '')
          .join('; '),
      ],
    })),
  }
}

const markOfScope = { granted: 'good', missing: 'bad', 'not-tried': 'open' } as const

const toTemplateTable = ({ template }: OnboardingResult, language: Language): DossierTable => ({
  heading: dossierTexts[language].template,
  remark: '',
  head: [dossierTexts[language].service, dossierTexts[language].call],
  rows: template.flatMap(({ service, calls }) =>
    calls.map((call) => ({ mark: 'plain' as const, cells: [service, call] })),
  ),
})

const toSurplusTable = ({ surplus }: OnboardingResult, language: Language): DossierTable | undefined =>
  surplus === null
    ? undefined
    : {
        heading: dossierTexts[language].surplus,
        remark: toSurplusRemark(surplus, language),
        head: [dossierTexts[language].service, dossierTexts[language].call],
        rows: sortCalls(surplus.open).map(({ service, call }) => ({
          mark: 'open' as const,
          cells: [service, call],
        })),
      }

type Surplus = NonNullable<OnboardingResult['surplus']>

const toSurplusRemark = ({ open, notTested }: Surplus, language: Language): string => {
  const reasons = [...new Set(notTested.map(({ because }) => toUntriedWords(because, language)))]
  return fillText(dossierTexts[language].surplusCalls, {
    open: String(open.length),
    untried: String(notTested.length),
    reasons: reasons.length === 0 ? '' : ` (${reasons.join('; ')})`,
  })
}

const toUntriedWords = (because: Surplus['notTested'][number]['because'], language: Language): string =>
  because === 'failed' ? callTexts[language].verdict.failed : toNotTestedWords(because, language)

/** A consent is one app's: what this program may read says nothing of the app of a consumer. */
const toAppNotes = ({ api, profiles }: OnboardingResult, language: Language): string[] =>
  api === 'rest' && profiles.some(({ id }) => id !== 'nmbrs-sync') ? [dossierTexts[language].otherApp] : []

const toNotes = ({ profiles }: OnboardingResult, language: Language): string[] =>
  profiles.flatMap(({ notes, source, edition, date }) => [
    ...notes.map((note) => note[language]),
    `${dossierTexts[language].source}: ${source.title}, ${edition}, ${date}${source.url === null ? '' : `, ${source.url}`}`,
  ])
