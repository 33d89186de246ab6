import { Temporal } from 'temporal-polyfill'

import type { ConsentStatus } from '../../domain/consent.js'
import { fillCount } from '../../domain/language/count.js'
import { fillText } from '../../domain/language/fill.js'
import { toMomentWords } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { toPageHtml } from '../kit/page/page-html.js'
import { layOutTable } from '../kit/table.js'
import { consentTexts } from './consent-texts.js'

/** How the consents stand, with the next step under those that need one. */
export const buildConsentText = (all: readonly ConsentStatus[], timeZone: string, look: Look): string => {
  const texts = consentTexts[look.language]
  const show = (moment: string | null): string =>
    moment === null ? texts.never : toMomentWords(toLocal(moment, timeZone), look.language)
  const rows = all.map(({ connection, consent, accessEndsAt, refreshEndsAt }) => [
    connection,
    { text: texts.standings[consent], paint: consent === 'ok' ? look.paint.green : look.paint.yellow },
    show(accessEndsAt),
    show(refreshEndsAt),
  ])
  const steps = all
    .filter(({ consent }) => consent !== 'ok')
    .map(({ connection }) => fillText(texts.next, { connection }))
  const table = layOutTable(rows, { width: look.width, head: texts.headings })
  return [...table, ...steps, ''].join('\n')
}

/** As `toMomentWords` takes it. */
const toLocal = (iso: string, timeZone: string): string => {
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

/** What a login brought. */
export interface GivenConsent {
  connection: string
  companies: readonly { id: string; name: string }[]
  /** Only where the consent covers several. */
  debtors: number | undefined
  /** Scopes that were asked for and not granted. */
  missing: readonly string[]
}

export const buildGivenText = (
  { connection, companies, debtors, missing }: GivenConsent,
  look: Look,
): string => {
  const texts = consentTexts[look.language]
  const covered =
    debtors === undefined
      ? [
          fillCount(companies.length, texts.companies),
          ...layOutTable(
            companies.map(({ id, name }) => [id, name]),
            { width: look.width, indent: 2 },
          ),
        ]
      : [fillCount(debtors, texts.debtors)]
  const lacking = [
    ...(missing.length === 0 ? [] : [fillText(texts.missing, { scopes: missing.join(' ') })]),
    ...(missing.includes('offline_access') ? [texts.shortLived] : []),
  ]
  const lines = [fillText(texts.given, { connection }), ...covered, ...lacking]
  return `${lines.join('\n')}\n`
}

/** What the browser shows at the end of a login: no code and nothing of the address is in it. */
export const buildLoginPage = (outcome: 'done' | 'refused' | 'not-ours', language: Language): string => {
  const texts = consentTexts[language]
  const said = { done: texts.pageDone, refused: texts.pageRefused, 'not-ours': texts.pageNotOurs }
  const parts = [{ kind: 'text' as const, text: said[outcome] }]
  return toPageHtml({ language, title: texts.pageTitle, about: [], foot: [], parts, footer: '' })
}
