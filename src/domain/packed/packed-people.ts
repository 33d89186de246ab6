import type { AmbiguousRows, DesiredEmployee, SalaryRow, TargetEmployee } from '../employee.js'
import type { Finding } from '../finding.js'
import type { SourceCompanyId, SourceEmployeeId, TargetEmployeeId } from '../ids.js'
import { packValues, unpackValue, unpackValues, type PackedValues } from './packed-values.js'
import type { MappedSection } from '../sections.js'
import type { SourceStanding, StoredKind } from '../service.js'
import { UnmappedPerson } from '../unmapped-person.js'
import type { Values } from '../values.js'

type PackedSections = Readonly<Partial<Record<MappedSection, PackedValues>>>

const noFindings: readonly Finding[] = []
const nothingMissing: DesiredEmployee['missing'] = []
const nothingHeld: ReadonlySet<MappedSection> = new Set()

/** A person of the source kept small: their sections are unpacked each time they are looked at. */
class PackedPerson implements DesiredEmployee {
  readonly sourceId: SourceEmployeeId
  readonly sourceCompanyId: SourceCompanyId
  readonly displayName: string
  readonly missing: DesiredEmployee['missing']
  readonly heldSections: ReadonlySet<MappedSection>
  readonly findings: readonly Finding[]
  declare readonly unsureSections?: DesiredEmployee['unsureSections']
  declare readonly salaryHeldFrom?: string | undefined
  declare readonly rate?: string | undefined
  declare readonly service?: SourceStanding | undefined
  readonly packed: PackedSections

  constructor(person: DesiredEmployee) {
    this.sourceId = person.sourceId
    this.sourceCompanyId = person.sourceCompanyId
    this.displayName = person.displayName
    // Nearly everyone has none of these; they then share one.
    this.missing = person.missing.length === 0 ? nothingMissing : person.missing
    this.heldSections = person.heldSections.size === 0 ? nothingHeld : person.heldSections
    this.findings = person.findings.length === 0 ? noFindings : person.findings
    if (person.unsureSections !== undefined) this.unsureSections = person.unsureSections
    if (person.salaryHeldFrom !== undefined) this.salaryHeldFrom = person.salaryHeldFrom
    if (person.rate !== undefined) this.rate = person.rate
    if (person.service !== undefined) this.service = person.service
    this.packed = packSections(person.sections)
  }

  get sections(): DesiredEmployee['sections'] {
    const sections: Partial<Record<MappedSection, Values>> = {}
    for (const [name, packed] of Object.entries(this.packed)) {
      const section = name as MappedSection
      sections[section] = unpackValues(section, packed)
    }
    return sections
  }
}

const packSections = (sections: DesiredEmployee['sections']): PackedSections => {
  const packed: Partial<Record<MappedSection, PackedValues>> = {}
  for (const [name, values] of Object.entries(sections)) {
    const section = name as MappedSection
    packed[section] = packValues(section, values)
  }
  return packed
}

/** The same person, kept small. */
export const packPerson = (person: DesiredEmployee): DesiredEmployee => new PackedPerson(person)

/** The same person with unpacked sections, for code that is about to look at them more than once. */
export const unpackPerson = (person: DesiredEmployee): DesiredEmployee => ({
  sourceId: person.sourceId,
  sourceCompanyId: person.sourceCompanyId,
  displayName: person.displayName,
  sections: person.sections,
  missing: person.missing,
  heldSections: person.heldSections,
  findings: person.findings,
  ...(person.unsureSections === undefined ? {} : { unsureSections: person.unsureSections }),
  ...(person.salaryHeldFrom === undefined ? {} : { salaryHeldFrom: person.salaryHeldFrom }),
  ...(person.rate === undefined ? {} : { rate: person.rate }),
  ...(person.service === undefined ? {} : { service: person.service }),
})

/** What the source says of one section, packed; `undefined` when it says nothing. */
export const findDesired = (person: DesiredEmployee, section: MappedSection): PackedValues | undefined => {
  if (person instanceof UnmappedPerson) return findDesired(person.toMapped(), section)
  if (person instanceof PackedPerson) return person.packed[section]
  const values = person.sections[section]
  return values && packValues(section, values)
}

/** The same unpacked. Of someone whom no one looked at yet only this section is mapped. */
export const findDesiredValues = (person: DesiredEmployee, section: MappedSection): Values | undefined =>
  person instanceof UnmappedPerson ? person.mapSection(section) : person.sections[section]

/** The person's employee number; empty when they have none. */
export const findEmployeeNumber = (person: DesiredEmployee): string => {
  if (person instanceof UnmappedPerson) return person.employeeNumber
  const personalInfo = findDesired(person, 'personalInfo')
  return (personalInfo && unpackValue('personalInfo', personalInfo, 'EmployeeNumber')) ?? ''
}

/** The sections of a target employee that are large enough to be worth packing. */
type LargeSection = 'personalInfo' | 'address'

/** An employee of the target kept small: their large sections are unpacked each time they are looked at. */
class PackedTarget implements TargetEmployee {
  readonly id: TargetEmployeeId
  readonly displayName: string
  readonly employment: Values | undefined
  readonly salaries: readonly SalaryRow[] | undefined
  declare readonly ambiguous?: AmbiguousRows | undefined
  declare readonly mayHaveSeveralHomes?: true | undefined
  declare readonly homeIsNew?: true | undefined
  declare readonly spans?: string | undefined
  declare readonly kind?: StoredKind | undefined
  declare readonly deceasedOn?: string | undefined
  declare readonly alsoStarted?: string | undefined
  declare readonly unseen?: TargetEmployee['unseen']
  readonly packed: Readonly<Record<LargeSection, PackedValues | undefined>>

  constructor(employee: PackedTargetParts) {
    this.id = employee.id
    this.displayName = employee.displayName
    this.employment = employee.employment
    this.salaries = employee.salaries
    this.packed = { personalInfo: employee.personalInfo, address: employee.address }
    if (employee.ambiguous !== undefined) this.ambiguous = employee.ambiguous
    if (employee.mayHaveSeveralHomes === true) this.mayHaveSeveralHomes = true
    if (employee.homeIsNew === true) this.homeIsNew = true
    if (employee.spans !== undefined) this.spans = employee.spans
    if (employee.kind !== undefined) this.kind = employee.kind
    if (employee.deceasedOn !== undefined) this.deceasedOn = employee.deceasedOn
    if (employee.alsoStarted !== undefined) this.alsoStarted = employee.alsoStarted
    if (employee.unseen !== undefined) this.unseen = employee.unseen
  }

  get personalInfo(): Values | undefined {
    return this.#unpack('personalInfo')
  }

  get address(): Values | undefined {
    return this.#unpack('address')
  }

  #unpack(section: LargeSection): Values | undefined {
    const packed = this.packed[section]
    return packed === undefined ? undefined : unpackValues(section, packed)
  }
}

/** A target employee whose large sections are packed already. */
export type PackedTargetParts = Omit<TargetEmployee, LargeSection> & PackedTarget['packed']

/** An employee of the target, kept small. Reads like any other. */
export const toPackedTarget = (parts: PackedTargetParts): TargetEmployee => new PackedTarget(parts)

/** The same employee, known to be of a kind. */
export const withKind = (employee: TargetEmployee, kind: StoredKind): TargetEmployee =>
  employee instanceof PackedTarget ? repack(employee, { kind }) : { ...employee, kind }

/** The same employee, known under another id. */
export const withId = (employee: TargetEmployee, id: TargetEmployeeId): TargetEmployee =>
  employee instanceof PackedTarget ? repack(employee, { id }) : { ...employee, id }

const repack = (
  employee: PackedTarget,
  other: Partial<Pick<PackedTargetParts, 'id' | 'kind'>>,
): PackedTarget => {
  const { id, displayName, employment, salaries, packed, ambiguous, kind } = employee
  const { mayHaveSeveralHomes, homeIsNew, spans, deceasedOn, alsoStarted, unseen } = employee
  const rest = { kind, ambiguous, mayHaveSeveralHomes, homeIsNew, spans, deceasedOn, alsoStarted, unseen }
  return new PackedTarget({ id, displayName, employment, salaries, ...packed, ...rest, ...other })
}

/** What the target holds of one section, packed; `undefined` when it was not read. */
export const findActual = (
  employee: TargetEmployee,
  section: Exclude<MappedSection, 'bankAccount' | 'salary'>,
): PackedValues | undefined => {
  if (section !== 'employment' && employee instanceof PackedTarget) return employee.packed[section]
  const values = employee[section]
  return values && packValues(section, values)
}
