import type { Command } from 'commander'

import { ConfigError } from '../../../domain/errors.js'
import { isOpenTask } from '../../../domain/pay/payroll-task.js'
import {
  buildAnswerText,
  buildRetryText,
  toAnswerJson,
  toRetryJson,
} from '../../../report/worklist/worklist-answers.js'
import { chooseRefusals, chooseTasks } from '../../../run/worklist/answer-work.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { toExamples, type ConnectionFlags } from '../../options/flags.js'
import { printJson, type Shell } from '../../shell.js'
import { withStore } from '../../with-connection.js'

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
        'touches no remote. What Nmbrs does show leaves the list by itself.',
    )
    .argument('[person...]', 'AlexisHR employee id, or Nmbrs employee id')
    .option('--all', 'about everyone on the list')
    .option('--undo', 'take the word back')
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
      'What Nmbrs refused for good is not sent again until a value or the payroll period moves. This lets the next sync send it once more, for example after ' +
        'payroll opened something in Nmbrs. Touches no remote.',
    )
    .argument('<person...>', 'AlexisHR employee id')
    .addHelpText('after', toExamples('worklist retry 65f1c0ffee0000000000000a'))
  retry.action(async (ids: string[]) => {
    shell.finish(await sayRetry(shell, ids, retry.optsWithGlobals<ConnectionFlags>()))
  })
}

const sayDone = ({ io }: Shell, ids: readonly string[], flags: DoneFlags): Promise<ExitCode> => {
  const people = toPeople(ids, flags)
  const word = flags.undo === true ? 'open' : 'done'
  return withStore(io, flags, async (store, { connection, workspace }) => {
    const chosen = chooseTasks(await store.work.readPayrollTasks(), people, word)
    await store.work.settlePayrollTasks(chosen, word)
    const left = (await store.work.readPayrollTasks()).filter(isOpenTask)
    if (flags.json === true) printJson(workspace.io, toAnswerJson(connection.name, chosen, word, left))
    else workspace.io.stdout.write(buildAnswerText(chosen, word, left, workspace.language))
    return exitCode.done
  })
}

const toPeople = (ids: readonly string[], { all, undo }: DoneFlags): readonly string[] | 'all' => {
  if (ids.length > 0 && all !== true) return ids
  if (ids.length === 0 && all === true && undo !== true) return 'all'
  throw new ConfigError(
    undo === true
      ? 'Say about whom the word is taken back: nmbrs-sync worklist done PERSON --undo'
      : 'Name who is done, or everyone: nmbrs-sync worklist done PERSON, or nmbrs-sync worklist done --all',
  )
}

const sayRetry = ({ io }: Shell, ids: readonly string[], flags: ConnectionFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store, { connection, workspace }) => {
    const chosen = chooseRefusals(await store.work.readRefusals(), ids)
    await store.work.retryRefusals(chosen)
    if (flags.json === true) printJson(workspace.io, toRetryJson(connection.name, chosen))
    else workspace.io.stdout.write(buildRetryText(chosen, workspace.language))
    return exitCode.done
  })
