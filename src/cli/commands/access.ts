import { addConfirmCommand, addRefuseCommand } from '../access/answer-commands.js'
import {
  addRemoveCommand,
  addRenameCommand,
  addRequestCommand,
  addResendCommand,
} from '../access/ask/ask-commands.js'
import { addWithdrawCommand } from '../access/ask/withdraw-command.js'
import { addExplainCommand } from '../access/explain-command.js'
import { addImportCommand } from '../access/import-command.js'
import { addLettersCommand } from '../access/letters-command.js'
import { addPlanCommand } from '../access/plan-command.js'
import { addPortalsCommand } from '../access/portals-command.js'
import { addStatusCommand } from '../access/status-command.js'
import { addSyncCommand } from '../access/sync-command.js'
import { addWorklistCommand } from '../access/worklist-command.js'
import type { AddCommand } from '../shell.js'

/** In the order in which somebody new needs them. */
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
      'Works out who should have which self-service login once people are in payroll, hands exactly that work to whoever does it, and follows it until it is confirmed. ' +
        'Nmbrs has no call that creates a login, so none of these commands creates one.',
    )
  for (const add of commands) add(access, shell)
}
