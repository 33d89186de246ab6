import type { Baselines, PersonSeal, Seals, SectionBaseline } from '../../domain/baseline.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'

/** What one person's sections are settled at, found in sync while planning. */
export interface SettledSection {
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  section: MappedSection
  baseline: SectionBaseline
}

/** What a person decided about a section in which payroll changed something. */
export interface SettledDrift extends SettledSection {
  targetId: TargetEmployeeId
  fields: readonly FieldName[]
}

/** What is settled of each person: baselines, and the seals that say so in short. */
export interface BaselineStore {
  /** What was stored of the people of whom all was settled, and of whom nothing was stored since. */
  readPersonSeals(companyId: TargetCompanyId): Promise<ReadonlyMap<SourceEmployeeId, PersonSeal>>
  writePersonSeals(
    companyId: TargetCompanyId,
    seals: ReadonlyMap<SourceEmployeeId, PersonSeal>,
  ): Promise<void>
  /** The seals of these people's sections. Someone without any is not among them. */
  readSeals(
    companyId: TargetCompanyId,
    subjects: readonly SourceEmployeeId[],
  ): Promise<ReadonlyMap<SourceEmployeeId, Seals>>
  /** What is settled for these people. Someone for whom nothing ever was is not among them. */
  readBaselines(
    companyId: TargetCompanyId,
    subjects: readonly SourceEmployeeId[],
  ): Promise<ReadonlyMap<SourceEmployeeId, Baselines>>
  writeBaselines(settled: readonly SettledSection[]): Promise<void>
  /** Stores what a person decided about values that payroll changed, and puts it on record. */
  settleDrift(kind: 'drift-accepted' | 'drift-restored', decided: readonly SettledDrift[]): Promise<void>
}
