import type { LastingRefusal } from '../../domain/hold/refusal-codes.js'
import type { HoldId, TargetCompanyId } from '../../domain/ids.js'
import { completionFields } from '../../domain/pay/payroll-task.js'
import { toRemedy, type Remedy } from '../../domain/remedy/remedy.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { WorkField, WorkItem } from '../../run/worklist/work-item.js'
import { indexNames } from '../kit/person-label.js'
import { toValueView, type ValueView } from '../kit/shown-value.js'
import { toPersonView, type PersonView } from '../people/person-view.js'

/** One field that payroll enters by hand; `nmbrs` is `null` where that was not read. */
export interface WorkFieldView {
  field: WorkField['field']
  /** Only payroll knows what belongs there, so that there is no value here. */
  isOfPayroll: boolean
  alexis: ValueView
  nmbrs: ValueView | null
}

/** One thing that payroll has to do. */
export interface WorkItemView extends Pick<WorkItem, 'section' | 'reason'> {
  person: PersonView
  companyId: TargetCompanyId
  remedy: Remedy
  hold: HoldId | null
  refusal: LastingRefusal | null
  /** Since when it waits for a person to say that it is done, an instant. */
  openedAt: string | null
  fields: readonly WorkFieldView[]
}

/** All that `worklist` says of a connection. */
export interface WorklistView {
  connection: string
  /** Why a run would stop before it writes anything. */
  failure: RunFailure | null
  items: readonly WorkItemView[]
  /** Of how many people. */
  people: number
  /** How many links of an earlier version someone should look at. */
  toReview: number
}

/** Puts together what `worklist` says. Pure. */
export const buildWorklistView = ({
  connection,
  items,
  failure = null,
  toReview = 0,
}: {
  connection: string
  items: readonly WorkItem[]
  failure?: RunFailure | null
  toReview?: number
}): WorklistView => {
  const findName = indexNames(items)
  return {
    ...{ connection, failure, toReview },
    items: items.map((item) => toItemView(item, toPersonView(item, findName))),
    people: new Set(items.map(({ subject }) => subject)).size,
  }
}

const toItemView = (item: WorkItem, person: PersonView): WorkItemView => ({
  person,
  companyId: item.companyId,
  section: item.section,
  reason: item.reason,
  remedy: toRemedy(item.todo),
  hold: item.hold ?? null,
  refusal: item.refusal ?? null,
  openedAt: item.openedAt ?? null,
  fields: item.fields.map(({ field, wanted, held }) => ({
    field,
    isOfPayroll: completionFields.some((completed) => completed === field),
    alexis: toValueView(item.section, field, wanted),
    nmbrs: held === undefined ? null : toValueView(item.section, field, held),
  })),
})
