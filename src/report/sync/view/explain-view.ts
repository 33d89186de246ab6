import { fieldsOfChange, toPlannedOutcome, type ChangeReport } from '../../../domain/change.js'
import type { Finding } from '../../../domain/finding.js'
import type { Link } from '../../../domain/link.js'
import type { ExplainedField, Explanation } from '../../../run/by-hand/explain-person.js'
import { indexPlanned } from '../../kit/person-label.js'
import { toValueView, type ValueView } from '../../kit/shown-value.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'
import { toChangeViews, type ChangeView } from './change-view.js'
import { toCauses, type FindingCause } from './finding-causes.js'

/** Both sides of one field and what was decided; `null` where a side was not read or has nothing to say. */
export interface ExplainedFieldView extends Pick<ExplainedField, 'section' | 'field' | 'verdict'> {
  alexis: ValueView | null
  nmbrs: ValueView | null
  /** It would be sent with a new employee, and creating that one is held. */
  isHeldWithNew: boolean
}

/** All that `explain` says of a person. */
export interface ExplainView extends Pick<Explanation, 'missing' | 'candidates'> {
  person: PersonView
  pairing: Explanation['plan']['pairing']
  /** As `plan` and `status` say it: a creation that is held is not what the next sync does. */
  standing: Explanation['plan']['pairing'] | 'creation-held' | 'new-match'
  link: Link | null
  fields: readonly ExplainedFieldView[]
  /** The start of each salary that waits for its payroll period. */
  later: readonly ExplainedFieldView[]
  /** What a sync would do, in the order of writing. */
  changes: readonly ChangeView[]
  /** As they were found. */
  findings: readonly Finding[]
  causes: readonly FindingCause[]
}

/** Puts together what `explain` says. Pure. */
export const buildExplainView = (explanation: Explanation): ExplainView => {
  const { plan, link, missing, candidates, fields, later = [] } = explanation
  const findName = indexPlanned([plan])
  const isHeld = plan.changes.some(({ change, decision }) => change.kind === 'create' && decision === 'hold')
  return {
    person: toPersonView(plan, findName),
    pairing: plan.pairing,
    standing: isHeld ? 'creation-held' : toStanding(explanation),
    link: link ?? null,
    missing,
    candidates,
    fields: fields.map((field) => toFieldView(field, isHeld)),
    later: later.map((field) => toFieldView(field, isHeld)),
    changes: toChangeViews(toReports(explanation), { findName }),
    findings: plan.findings,
    causes: toCauses(plan.findings, findName),
  }
}

const toStanding = ({ plan, link }: Explanation): ExplainView['standing'] =>
  plan.pairing === 'connected' && link?.status !== 'connected' ? 'new-match' : plan.pairing

const toFieldView = (
  { section, field, verdict, desired, actual }: ExplainedField,
  isHeld: boolean,
): ExplainedFieldView => {
  const view = (value: string | undefined): ValueView | null =>
    value === undefined ? null : toValueView(section, field, value)
  return {
    ...{ section, field, verdict },
    alexis: view(desired),
    nmbrs: view(actual),
    isHeldWithNew: isHeld && verdict === 'to-create',
  }
}

const toReports = ({ plan }: Explanation): ChangeReport[] =>
  plan.changes.map((planned) => ({
    subject: plan.subject,
    targetId: plan.targetId,
    kind: planned.change.kind,
    section: planned.change.section,
    fields: fieldsOfChange(planned.change),
    ...toPlannedOutcome(planned),
  }))
