import type { AddCommand } from '../../shell.js'
import { addCompareCommand } from './compare.js'
import { addPrepareCommand } from './prepare.js'
import { addRehearseCommand } from './rehearse.js'
import { addStatusCommand } from './status.js'

export const addCutoverCommand: AddCommand = (parent, shell) => {
  const cutover = parent
    .command('cutover')
    .summary('change from SOAP to REST with everyone who is connected, and back')
    .description(
      'Nmbrs ends SOAP on 2027-03-01. These commands take everyone who is connected along to REST, and back while SOAP is there: find the ids, compare both, ' +
        'see how far each connection is. Then set api: rest in the configuration.',
    )
  addPrepareCommand(cutover, shell)
  addCompareCommand(cutover, shell)
  addStatusCommand(cutover, shell)
  addRehearseCommand(cutover, shell)
}
