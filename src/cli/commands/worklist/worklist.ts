import { resolve } from 'node:path'

import { Option } from 'commander'

import { toDayInZone } from '../../../domain/date/plain-date.js'
import { toPageHtml } from '../../../report/kit/page/page-html.js'
import { buildReviewText, toReviewHint, toReviewJson } from '../../../report/sync/links/review-text.js'
import { buildReviewsView } from '../../../report/sync/view/link-reviews-view.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { toFailureLines } from '../../../report/sync/status/status-text.js'
import { buildWorklistText, toWorklistCsv, toWorklistJson } from '../../../report/worklist/worklist.js'
import { toWorklistPage } from '../../../report/worklist/worklist-page.js'
import { readLinkReviews } from '../../../run/plan/link-reviews.js'
import { readWorklist } from '../../../run/by-hand/read-worklist.js'
import { buildWorklistView, type WorklistView } from '../../../report/worklist/worklist-view.js'
import type { RunDeps } from '../../../run/settings.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { openConnection } from '../../../app/compose/compose.js'
import { toWorkRow, workColumns } from '../../../report/overview/rows.js'
import { overConnections } from '../../connections/over-connections.js'
import { withConnection } from '../../with-connection.js'
import { addDoneCommand, addRetryCommand } from './answer-commands.js'
import { writeFileAtomically } from '../../../app/files/write-file-atomically.js'

interface WorklistFlags extends ConnectionFlags {
  csv?: string
  html?: string
  showValues?: boolean
  review?: boolean
}

export const addWorklistCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('worklist')
    .summary('what payroll has to enter in Nmbrs by hand')
    .description(
      'Lists what only payroll can do in Nmbrs, and what to do: salaries and people that start before the current payroll period, start dates that differ, ' +
        'changes that Nmbrs has no call for or refused for good, salaries that Nmbrs sets by a table, full-time amounts of people who work less, and new employees ' +
        'who lack what AlexisHR does not have. Reads both sides and writes nothing to them. ' +
        'With --review it lists links of an earlier version that someone should look at instead.',
    )
    .option('--csv <file>', 'also write the list to a file for a spreadsheet')
    .option('--html <file>', 'also write the list to a page to print')
    .option(
      '--show-values',
      'show names and values: whole on a terminal and in the files, masked in a pipe or a document',
    )
    .addOption(
      new Option(
        '--review',
        'links that a rule made in an earlier version and whose first contact wrote a first name or birth date',
      ).conflicts(['csv', 'html', 'showValues']),
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('worklist', 'worklist --show-values --html worklist.html', 'worklist --review'),
    )
  command.action(async () => {
    const flags = command.optsWithGlobals<WorklistFlags>()
    shell.finish(await (flags.review === true ? showReviews : showWorklist)(shell, flags))
  })
  addDoneCommand(command, shell)
  addRetryCommand(command, shell)
}

const showWorklist = ({ io }: Shell, flags: WorklistFlags): Promise<ExitCode> => {
  const needsOne = flags.csv !== undefined || flags.html !== undefined
  return overConnections(io, flags, { columns: workColumns, needsOne }, async (opened) => {
    const { workspace, connection, state, releases } = opened
    const deps = await openConnection(connection, workspace, state, releases)
    const { failure, items } = await readWorklist(deps)
    const reviews = await deps.store.links.readLinkReviews()
    const view = buildWorklistView({
      connection: connection.name,
      ...{ items, failure },
      toReview: reviews.length,
    })
    await writeFiles(view, flags, deps, workspace.io)
    const list = toWorklistJson(view, flags.showValues === true ? 'masked' : 'none')
    return {
      code: failure === null ? exitCode.done : exitCode.failed,
      document: opened.isMany ? { connection: connection.name, ...list } : list,
      text: () => toText(view, flags, workspace.io),
      rows: [toWorkRow(view)],
      isQuiet: view.items.length + view.toReview === 0,
    }
  })
}

const toText = (view: WorklistView, flags: WorklistFlags, io: Io): string => {
  const { failure, toReview } = view
  const look = lookOf(io.stdout, io.env)
  const stops = failure === null ? '' : `${toFailureLines(failure, look).join('\n')}\n\n`
  const shown = io.stdout.isTerminal ? 'whole' : 'masked'
  const values = flags.showValues === true ? shown : 'none'
  return `${stops}${buildWorklistText(view, values, look)}${toReviewHint(toReview, look.language)}`
}

const showReviews = (shell: Shell, flags: WorklistFlags): Promise<ExitCode> =>
  withConnection(shell.io, flags, async (deps, io) => {
    const reviews = buildReviewsView(await readLinkReviews(deps))
    if (flags.json === true) printJson(io, toReviewJson(reviews))
    else io.stdout.write(buildReviewText(reviews, lookOf(io.stdout, io.env)))
    return exitCode.done
  })

/**
 * The files are the user's own: only they may read them, and values are in them only when they asked for
 * that.
 */
const writeFiles = async (
  view: WorklistView,
  { csv, html, showValues = false }: WorklistFlags,
  { settings }: RunDeps,
  io: Io,
): Promise<void> => {
  if (csv !== undefined) {
    await writeFileAtomically(resolve(io.cwd, csv), toWorklistCsv(view, showValues, languageOf(io)))
    io.stderr.write(`${byHandTexts[languageOf(io)].written(csv)}\n`)
  }
  if (html !== undefined) {
    const madeAt = toDayInZone(io.now(), settings.timeZone)
    const about = { madeAt, language: languageOf(io) }
    await writeFileAtomically(resolve(io.cwd, html), toPageHtml(toWorklistPage(view, showValues, about)))
    io.stderr.write(`${byHandTexts[languageOf(io)].written(html)}\n`)
  }
}
