import type { Finding } from '../finding.js'
import type { Severity } from './severity.js'
import type { HoldId, SourceEmployeeId } from '../ids.js'
import { fillText } from '../language/fill.js'
import { sectionTexts, unnamedTexts } from '../language/section-texts.js'
import type { FieldName, Section } from '../sections.js'
import { findingCatalogue, type FindingCode } from './catalogue.js'
import type { FindingCase, FindingEntry } from './entry.js'
import { holdRemedies } from './texts/hold-remedies.js'
import type { FindingFacts, FindingName, PlainFindingCode } from './finding-name.js'

/** Whom and what a finding is about. */
export interface FindingPlace {
  subject: SourceEmployeeId
  section?: Section | undefined
  field?: FieldName | undefined
  hold?: HoldId | undefined
  /** Where this one weighs more or less than its code does. */
  severity?: Severity | undefined
}

/** A finding whose code needs no facts. */
export const toFinding = (
  code: PlainFindingCode,
  subject: SourceEmployeeId,
  section?: Section,
  field?: FieldName,
): Finding => fillFinding(code, { subject, section, field }, {})

/** A finding, or a case of one, with the facts that its words need. */
export const tellFinding = <Name extends FindingName>(
  name: Name,
  place: FindingPlace,
  facts: FindingFacts<Name>,
): Finding => fillFinding(name, place, facts)

const fillFinding = (
  name: FindingName,
  { subject, section, field, hold, severity }: FindingPlace,
  facts: Readonly<Record<string, string | number>>,
): Finding => {
  const [code, caseName = ''] = name.split('/') as [FindingCode, string?]
  const entry: FindingEntry = findingCatalogue[code]
  const said: FindingCase = entry.cases?.[caseName] ?? {}
  const values: Record<string, string> = {
    id: subject,
    field: field ?? unnamedTexts.field.en,
    section: section === undefined ? unnamedTexts.section.en : sectionTexts[section].en.inSentence,
    ...(hold === undefined ? {} : { hold }),
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact)])),
  }
  return {
    code,
    severity: severity ?? said.severity ?? entry.severity,
    subject,
    ...(section === undefined ? {} : { section }),
    ...(field === undefined ? {} : { field }),
    message: fillText((said.message ?? entry.message).en, values),
    remedy: fillText((said.remedy ?? entry.remedy).en, values),
    ...(hold === undefined ? {} : { hold }),
  }
}

/** What releases a held change, in the words for where it stands. */
export const tellHoldRemedy = (
  where: keyof typeof holdRemedies,
  facts: Readonly<Record<string, string>>,
): string => fillText(holdRemedies[where].en, facts)

/** What a remote said about it, behind what is said anyway. */
export const withCause = (finding: Finding, cause: string | undefined): Finding =>
  cause === undefined ? finding : { ...finding, message: `${finding.message}: ${cause}` }
