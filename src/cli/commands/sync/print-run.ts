import { indexValues, type FindValues } from '../../../report/sync/change-values.js'
import { indexPlanned } from '../../../report/kit/person-label.js'
import { isQuietRun, toRunRow } from '../../../report/overview/run-row.js'
import { buildPlanSummaryText, toPlanSummaryJson } from '../../../report/questions/plan-summary-text.js'
import { summarisePlan } from '../../../run/questions/summarise-plan.js'
import { withBothIds } from '../../../report/kit/with-both-ids.js'
import { toRunJson } from '../../../report/sync/run-json.js'
import { buildReviewText, buildRunText, listedPeople } from '../../../report/sync/run-text.js'
import { buildReviewView, buildRunView } from '../../../report/sync/view/run-view.js'
import type { RunEnd } from '../../../run/run-connection.js'
import type { RunPreview } from '../../../run/run-options.js'
import type { PlanWish } from '../../../app/run/plan-file.js'
import type { Said } from '../../connections/over-connections.js'
import type { ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { withNames } from '../../../report/people/with-names.js'
import { lookOf } from '../../terminal/output-look.js'

export interface RunFlags extends ConnectionFlags, PlanWish {
  showValues?: boolean
  /** Everyone is listed. */
  all?: boolean
  /** People, sections, amounts and totals instead of the changes one by one. */
  summary?: boolean
}

/** What is said of a run: the text or the document, and what stopped it. */
export const sayRun = (io: Io, flags: RunFlags, end: RunEnd, code: ExitCode, reviewed = false): Said => {
  const { document, error } = end
  const findName = indexPlanned(end.people)
  const view = buildRunView(document, { findName, findValues: toFindValues(flags, end.people) })
  const listed = flags.all === true ? {} : { listed: listedPeople }
  const summary =
    flags.summary === true ? summarisePlan(document.changes, end.people, end.periods) : undefined
  const run = toRunJson(view)
  const masked = flags.showValues === true ? 'masked' : 'none'
  const json = withBothIds(
    summary === undefined ? run : { ...run, summary: toPlanSummaryJson(summary, masked) },
    end.addresses,
  )
  return {
    code,
    document: flags.names === true ? withNames(json, findName) : json,
    text: () => {
      if (!hasSomethingToSay(end)) return ''
      const look = lookOf(io.stdout, io.env)
      if (summary === undefined) return buildRunText(view, { reviewed, ...listed }, look)
      const values = io.stdout.isTerminal ? 'whole' : masked
      return buildPlanSummaryText(summary, { ...listed, connection: view.run.connection, values }, look)
    },
    rows: [toRunRow(view, languageOf(io))],
    isQuiet: isQuietRun(view),
    ...(error === undefined ? {} : { error }),
  }
}

/** Shows on stderr, beside the question, what is to be agreed to. */
export const printReview = (io: Io, flags: RunFlags, connection: string, preview: RunPreview): void => {
  const { people, changes, findings, links } = preview
  const known = { findName: indexPlanned(people), findValues: toFindValues(flags, people) }
  const view = buildReviewView({ connection, changes, findings, links }, known)
  io.stderr.write(buildReviewText(view, lookOf(io.stderr, io.env)))
}

const toFindValues = (flags: RunFlags, people: RunPreview['people']): FindValues | undefined =>
  flags.showValues === true ? indexValues(people) : undefined

/** A run that failed before it read anything has only its error to tell. */
const hasSomethingToSay = ({ document, error }: RunEnd): boolean =>
  error === undefined || document.people.read > 0
