import { indexValues, type FindValues } from '../../../report/sync/change-values.js'
import { indexNames } from '../../../report/kit/person-label.js'
import { toRunJson } from '../../../report/sync/run-json.js'
import { buildReviewText, buildRunText } from '../../../report/sync/run-text.js'
import type { RunEnd } from '../../../run/run-connection.js'
import type { RunPreview } from '../../../run/run-options.js'
import type { PlanWish } from '../../../app/run/plan-file.js'
import type { ConnectionFlags } from '../../flags.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { reportError } from '../../report-error.js'
import { printJson } from '../../shell.js'

export interface RunFlags extends ConnectionFlags, PlanWish {
  showValues?: boolean
}

/** Prints what a run did: text or the document on stdout, and on stderr what stopped it. */
export const printRun = (io: Io, flags: RunFlags, end: RunEnd, reviewed: boolean): void => {
  const findValues = toFindValues(flags, end.people)
  if (flags.json === true) printJson(io, toRunJson(end.document, findValues))
  else if (hasSomethingToSay(end)) {
    const shown = { findName: indexNames(end.people), findValues, reviewed }
    io.stdout.write(buildRunText(end.document, shown, lookOf(io.stdout, io.env)))
  }
  if (end.error !== undefined) reportError(io, end.error, flags)
}

/** Shows on stderr, beside the question, what is to be agreed to. */
export const printReview = (io: Io, flags: RunFlags, connection: string, preview: RunPreview): void => {
  const { people, changes, findings, links } = preview
  const shown = { findName: indexNames(people), findValues: toFindValues(flags, people) }
  io.stderr.write(buildReviewText({ connection, changes, findings, links }, shown, lookOf(io.stderr, io.env)))
}

const toFindValues = (flags: RunFlags, people: RunPreview['people']): FindValues | undefined =>
  flags.showValues === true ? indexValues(people) : undefined

/** A run that failed before it read anything has only its error to tell. */
const hasSomethingToSay = ({ document, error }: RunEnd): boolean =>
  error === undefined || document.people.read > 0
