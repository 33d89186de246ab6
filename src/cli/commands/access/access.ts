import { addConfirmCommand, addRefuseCommand } from './answer-commands.js'
import {
  addRemoveCommand,
  addRenameCommand,
  addRequestCommand,
  addResendCommand,
} from './ask/ask-commands.js'
import { addWithdrawCommand } from './ask/withdraw-command.js'
import { addExplainCommand } from './explain-command.js'
import { addImportCommand } from './import-command.js'
import { addLettersCommand } from './letters-command.js'
import { addPlanCommand } from './plan-command.js'
import { addPortalsCommand } from './portals-command.js'
import { addStatusCommand } from './status-command.js'
import { addSyncCommand } from './sync-command.js'
import { addWorklistCommand } from './work/worklist-command.js'
import type { AddCommand } from '../../shell.js'

/** In the order in which someone new needs them. */
const commands: readonly AddCommand[] = [
  addPortalsCommand,
  addPlanCommand,
  addSyncCommand,
  addStatusCommand,
  addExplainCommand,
  addWorklistCommand,
  addLettersCommand,
  addConfirmCommand,
  addRefuseCommand,
  addImportCommand,
  addResendCommand,
  addRequestCommand,
  addRemoveCommand,
  addRenameCommand,
  addWithdrawCommand,
]

export const addAccessCommand: AddCommand = (parent, shell) => {
  const access = parent
    .command('access')
    .summary('self-service logins: work them out, hand the work over, follow it')
    .description(
      'Works out who should have which self-service login once people are in payroll, hands exactly that work over to those who do it, and follows it until it is confirmed. ' +
        'Nmbrs has no call that creates a login, so none of these commands creates one.',
    )
  for (const add of commands) add(access, shell)
}
