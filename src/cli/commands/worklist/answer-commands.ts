import type { Command } from 'commander'

import { ConfigError } from '../../../domain/errors.js'
import { isOpenTask } from '../../../domain/pay/payroll-task.js'
import { buildAnswerView, buildRetryView } from '../../../report/worklist/answer-view.js'
import {
  buildAnswerText,
  buildRetryText,
  toAnswerJson,
  toRetryJson,
} from '../../../report/worklist/worklist-answers.js'
import { chooseRefusals, chooseTasks } from '../../../run/worklist/answer-work.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { toExamples, type ConnectionFlags } from '../../options/flags.js'
import { printJson } from '../../print-json.js'
import type { Shell } from '../../shell.js'
import { yesOption } from '../../orders/unasked.js'
import { lookUp, personMeaning } from '../../people/look-up.js'
import { openNames } from '../../people/names.js'
import { withNames } from '../../../report/people/with-names.js'
import { withStore, type Opened } from '../../with-connection.js'

interface DoneFlags extends ConnectionFlags {
  all?: boolean
  undo?: boolean
}

export const addDoneCommand = (worklist: Command, shell: Shell): void => {
  const done = worklist
    .command('done')
    .summary('say that payroll did what only payroll can do')
    .description(
      'Says that payroll completed a new employee, or checked the part-time percentage behind a full-time amount: what no reading shows. Takes it off the list and ' +
        'touches no remote, except that it reads names from AlexisHR where they are typed or shown. What Nmbrs does show leaves the list by itself.',
    )
    .argument('[person...]', personMeaning)
    .option('--all', 'about everyone on the list')
    .option('--undo', 'take this answer back')
    .addOption(yesOption('accepted as everywhere; nothing is asked'))
    .addHelpText(
      'after',
      toExamples(
        'worklist done 65f1c0ffee0000000000000a',
        'worklist done --all',
        'worklist done 65f1c0ffee0000000000000a --undo',
      ),
    )
  done.action(async (ids: string[]) => {
    shell.finish(await sayDone(shell, ids, done.optsWithGlobals<DoneFlags>()))
  })
}

export const addRetryCommand = (worklist: Command, shell: Shell): void => {
  const retry = worklist
    .command('retry')
    .summary('have sent once more what Nmbrs refused for good')
    .description(
      'What Nmbrs refused for good is not sent again until a value or the payroll period changes. This lets the next sync send it once more, for example after ' +
        'payroll opened something in Nmbrs. Touches no remote, except that it reads names from AlexisHR where they are typed or shown.',
    )
    .argument('<person...>', personMeaning)
    .addOption(yesOption('accepted as everywhere; nothing is asked'))
    .addHelpText('after', toExamples('worklist retry 65f1c0ffee0000000000000a'))
  retry.action(async (ids: string[]) => {
    shell.finish(await sayRetry(shell, ids, retry.optsWithGlobals<ConnectionFlags>()))
  })
}

const sayDone = ({ io }: Shell, ids: readonly string[], flags: DoneFlags): Promise<ExitCode> => {
  const people = toPeople(ids, flags)
  const word = flags.undo === true ? 'open' : 'done'
  return withStore(io, flags, async (store, opened) => {
    const { connection, workspace } = opened
    const tasks = await store.work.readPayrollTasks()
    const named = people === 'all' ? people : await findIds(opened, tasks, people)
    const chosen = chooseTasks(tasks, named, word)
    await store.work.settlePayrollTasks(chosen, word)
    const left = (await store.work.readPayrollTasks()).filter(isOpenTask)
    const subjects = chosen.map(({ subject }) => subject)
    const findName = await openNames(
      { ...opened, io: workspace.io, connections: [connection] },
      flags,
      subjects,
    )
    const about = { connection: connection.name, word, tasks: chosen, open: left.length } as const
    const view = buildAnswerView(about, findName)
    const document = toAnswerJson(view)
    if (flags.json === true)
      printJson(workspace.io, flags.names === true ? withNames(document, findName) : document)
    else workspace.io.stdout.write(buildAnswerText(view, workspace.language))
    return exitCode.done
  })
}

const toPeople = (ids: readonly string[], { all, undo }: DoneFlags): readonly string[] | 'all' => {
  if (ids.length > 0 && all !== true) return ids
  if (ids.length === 0 && all === true && undo !== true) return 'all'
  throw new ConfigError(
    undo === true
      ? 'Name the person whose answer is taken back: nmbrs-sync worklist done PERSON --undo'
      : 'Name who is done, or everyone: nmbrs-sync worklist done PERSON, or nmbrs-sync worklist done --all',
  )
}

const sayRetry = ({ io }: Shell, ids: readonly string[], flags: ConnectionFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store, opened) => {
    const { connection, workspace } = opened
    const refusals = await store.work.readRefusals()
    const chosen = chooseRefusals(refusals, await findIds(opened, refusals, ids))
    await store.work.retryRefusals(chosen)
    const subjects = chosen.map(({ subject }) => subject)
    const findName = await openNames(
      { ...opened, io: workspace.io, connections: [connection] },
      flags,
      subjects,
    )
    const view = buildRetryView({ connection: connection.name, refusals: chosen }, findName)
    const document = toRetryJson(view)
    if (flags.json === true)
      printJson(workspace.io, flags.names === true ? withNames(document, findName) : document)
    else workspace.io.stdout.write(buildRetryText(view, workspace.language))
    return exitCode.done
  })

/**
 * The ids of the people who are named. Where all of them are ids that the list has, AlexisHR is not asked who
 * they are.
 */
const findIds = async (
  { workspace, connection, state, releases }: Opened,
  listed: readonly { subject: string; targetId?: string }[],
  typed: readonly string[],
): Promise<readonly string[]> => {
  const isListed = (text: string): boolean =>
    listed.some(({ subject, targetId }) => subject === text || targetId === text)
  if (typed.every(isListed)) return typed
  const { openLookUp } = await import('../../../app/people/open-look-up.js')
  const deps = await openLookUp(connection, workspace, state, releases)
  const found: string[] = []
  for (const text of typed)
    found.push(...(isListed(text) ? [text] : await lookUp(workspace.io, deps, [text])))
  return found
}
