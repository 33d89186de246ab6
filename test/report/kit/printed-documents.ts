import type { AccessPlanInput } from '../../../src/access/input.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { toHandOver } from '../../../src/access/to-hand-over.js'
import { buildBatches } from '../../../src/access/work/build-batches.js'
import { nameBatches } from '../../../src/access/work/place-batches.js'
import { toNoticeHtml } from '../../../src/daemon/notices/notice-page.js'
import type { Notice } from '../../../src/daemon/notices/notice.js'
import { languages, type Language } from '../../../src/domain/language/language.js'
import { toStanding } from '../../../src/onboarding/progress/standing.js'
import { toLettersPage } from '../../../src/report/access/letters-page.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { buildDossier } from '../../../src/report/onboarding/dossier.js'
import { toDossierPage } from '../../../src/report/onboarding/dossier-page.js'
import { toOverviewHtml } from '../../../src/report/onboarding/overview/overview-documents.js'
import { buildOverview } from '../../../src/report/onboarding/overview/overview.js'
import { buildWorklistView } from '../../../src/report/worklist/worklist-view.js'
import { toWorklistPage } from '../../../src/report/worklist/worklist-page.js'
import { toHandOverPage, toIndexPage } from '../../../src/report/access/hand-over/hand-over-page.js'
import { aContact, aKnown, anEmployee, anInput, aPolicy, aRequester } from '../../access/builders.js'
import { aPortal } from '../../access/portal-texts.js'
import { aRunEnded, heldDocument, noticeOf, timedOut } from '../../daemon/notices/a-notice.js'
import { aFinding } from '../run-builders.js'
import { aLongResult, aResult } from '../onboarding/a-result.js'
import { aWorklist } from '../worklist/a-worklist.js'
import { aPage } from './a-page.js'

/** A document of the program: what it is, the page, and the names that its rows or blocks begin with. */
export interface PrintedDocument {
  name: string
  html: string
  names?: readonly string[]
}

const longNames = [
  'Maria-Magdalena Wilhelmina van der Meulenkamp-Vredenbreghtshuizen',
  'Daan in ’t Proefveld',
  'Óscar d’Hont-Testema',
  'Noor van der Wetering-Oosterhout',
  'Ümit op den Kamp',
]

const nameOf = (index: number): string =>
  `${longNames[index % longNames.length] ?? ''}${index < longNames.length ? '' : ` ${index}`}`

const peopleOf = <Person>(count: number, make: (index: number, name: string) => Person): Person[] =>
  Array.from({ length: count }, (_, index) => make(index, nameOf(index)))

const longAddress = (index: number): string =>
  `maria-magdalena.van.der.meulenkamp-vredenbreghtshuizen${index}@proefbedrijf-zonder-mensen.example`

/** An id as AlexisHR gives it. */
const longId = (index: number): string => `65f1010000000000${String(index).padStart(8, '0')}`

const inPortal = (portal: string, set: Record<string, string | boolean>): Partial<AccessPlanInput> => ({
  portal: aPortal(portal),
  policy: aPolicy({
    ...{ portal, environment: null, companyId: 'BEDACHT42' },
    permissionSets: new Map([['Volledig', set]]),
    otherwise: { template: 'Volledig', email: 'work', language: aPortal(portal).languages[0] ?? null },
  }),
})

const employees = (count: number) =>
  peopleOf(count, (index, displayName) =>
    anEmployee(longId(index), {
      displayName,
      employeeNumber: String(10_000 + index),
      workEmail: longAddress(index),
    }),
  )

/** What there is to do in each portal for many people with long names. */
const loginWork: Readonly<Record<string, (count: number) => Partial<AccessPlanInput>>> = {
  'nmbrs-ess': (count) => ({ people: employees(count), known: [aKnown(longId(0), { login: null })] }),
  'akken-ess': (count) => ({
    ...inPortal('akken-ess', { timesheets: true, expenses: true }),
    people: employees(count),
  }),
  'akken-css': (count) => ({
    ...inPortal('akken-css', { jobOrders: 'read', timesheets: 'read', timesheetsOf: 'all' }),
    people: peopleOf(count, (index, displayName) =>
      aContact(String(index), {
        ...{ displayName, workEmail: longAddress(index), lastName: `Proef${index}` },
        customerName: 'Boekhoudcombinatie Voorbeeldstad en Omstreken B.V.',
      }),
    ),
  }),
  'visma-customer-portal': (count) => ({
    ...inPortal('visma-customer-portal', { loen: 'full', hr: 'limited' }),
    people: peopleOf(count, (index, displayName) =>
      aRequester(String(index), {
        displayName,
        workEmail: longAddress(index),
        companyName: 'Prøvefirma ApS',
      }),
    ),
  }),
}

/** The lists of a portal with everybody on them, and the page that leads to them. */
const aLoginList = (portal: string, count: number, language: Language) => {
  const input = anInput(loginWork[portal]?.(count))
  const batches = nameBatches('K7QM2X', buildBatches(planAccess(input), input.portal, input.policy))
  if (batches.length === 0) throw new Error(`nothing to do in ${portal}`)
  return toHandOver('tulpwerk', input, { key: 'K7QM2X', at: '2026-11-22T09:00:00Z', batches, language })
}

const loginList = (portal: string, count: number, language: Language): PrintedDocument => ({
  name: `logins of ${count} people in ${portal}, in ${language}`,
  html: toPageHtml(toHandOverPage(aLoginList(portal, count, language))),
  names: peopleOf(count, (_, name) => name),
})

const listIndex = (portal: string, language: Language): PrintedDocument => ({
  name: `the page that leads to the lists of ${portal}, in ${language}`,
  html: toPageHtml(toIndexPage(aLoginList(portal, 12, language), ({ key }) => [`${key}.csv`])),
})

const letters = (language: Language): PrintedDocument => ({
  name: `letters with login data in ${language}`,
  html: toPageHtml(
    toLettersPage(
      peopleOf(5, (index, displayName) => ({
        displayName,
        userName: `femke.mulder-oosterhout${index}`,
        password: 'q7-Zonder?Naam#4zzzz',
      })),
      {
        ...{ portalTitle: 'AkkenCloud Employee Self Service (ESS)', companyId: 'BEDACHT42', language },
        ...{ connection: 'tulpwerk', day: '2026-11-22' },
      },
    ),
  ),
})

const payrollWorklist = (count: number, language: Language, showValues = true): string =>
  toPageHtml(
    toWorklistPage(buildWorklistView({ connection: 'tulpwerk', items: aWorklist(count) }), showValues, {
      madeAt: '2026-11-22',
      language,
    }),
  )

const payroll = (count: number, language: Language, showValues = true): PrintedDocument => ({
  name: `payroll's worklist of ${count} people${showValues ? '' : ' without values'}, in ${language}`,
  html: payrollWorklist(count, language, showValues),
})

const anApplication = toStanding(
  { id: 'asr-umbrella', consumer: 'a.s.r.' },
  { sentOn: '2026-11-01', confirmedOn: null, exchangeOn: null, checkedOn: null },
  { today: '2026-11-22', remindAfterDays: 14 },
)

const overview = (language: Language): PrintedDocument => ({
  name: `who is ready, in ${language}`,
  html: toOverviewHtml(
    buildOverview(
      {
        results: [
          aResult({ progress: [anApplication] }),
          aLongResult(),
          aResult({ readiness: 'not-ready', reasons: [{ reason: 'fact-missing', fact: 'contract' }] }),
        ],
        unseen: [{ debtorId: '9', name: 'Boekhoudcombinatie Voorbeeldstad en Omstreken' }],
      },
      aResult().profiles,
      language,
    ),
  ),
})

const dossier = (language: Language): PrintedDocument => ({
  name: `a dossier in ${language}`,
  html: toPageHtml(toDossierPage(buildDossier(aLongResult(), language))),
})

const manyCalls = Array.from(
  { length: 12 },
  (_, index) => `EmployeeService:PersonalInfoContractSalaryAddress_GetAll_AllEmployeesByCompany${index}`,
)

/** A notice of every kind, with all that can stand in it. */
const notices: readonly Notice[] = [
  noticeOf(
    aRunEnded(
      {
        ...heldDocument,
        findings: [
          ...(heldDocument.findings ?? []),
          aFinding({
            code: 'threshold-exceeded',
            severity: 'error',
            message:
              '50 people would be created or filled in for the first time; the limit of create is 10 with 5 connected, so none of it is sent',
            remedy:
              'If that is right, allow it for one run: nmbrs-sync sync --connection boekhoudcombinatie-voorbeeldstad-en-omstreken --allow create=50',
          }),
        ],
      },
      { connection: 'boekhoudcombinatie-voorbeeldstad-en-omstreken' },
    ),
    'held',
    '2026-11-15T01:05:00.000Z',
  ),
  noticeOf(aRunEnded({ run: { result: 'failed' } }, { failure: timedOut }), 'failed'),
  noticeOf(
    {
      type: 'account-checked',
      at: '2026-11-22T01:05:00.000Z',
      connection: 'tulpwerk',
      failure: undefined,
      check: {
        ...{ companyId: '1234', profiles: ['asr-per-debtor'], readiness: 'not-ready', reasons: [] },
        ...{ lost: manyCalls, newlyLost: manyCalls, regained: ['EmployeeService:Partner_Get'] },
      },
    },
    'not-ready',
  ),
]

const mails = (language: Language): PrintedDocument[] =>
  notices.map((notice) => ({
    name: `a notice (${notice.kind}) in ${language}`,
    html: toNoticeHtml(notice, { language, timeZone: 'Europe/Amsterdam' }),
  }))

/**
 * Every document that is printed or mailed, in every language, with names and values as long as they come.
 */
export const printedDocuments: readonly PrintedDocument[] = [
  { name: 'a page of every part', html: toPageHtml(aPage()) },
  { name: 'a page of every part, with 40 people', html: toPageHtml(aPage('', 40)) },
  ...languages.flatMap((language) => [
    ...Object.keys(loginWork).map((portal) => loginList(portal, 12, language)),
    letters(language),
    payroll(5, language),
    overview(language),
    dossier(language),
    ...mails(language),
  ]),
  loginList('nmbrs-ess', 80, 'nl'),
  ...Object.keys(loginWork).map((portal) => listIndex(portal, 'nl')),
  payroll(40, 'nl'),
  payroll(5, 'nl', false),
  payroll(0, 'nl'),
]
