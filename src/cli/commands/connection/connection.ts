import type { AddCommand } from '../../shell.js'
import { addAddCommand } from './add.js'
import { addCompaniesCommand } from './companies.js'
import { addTestCommand } from './test.js'
import { addListCommand } from './list.js'

export const addConnectionCommand: AddCommand = (parent, shell) => {
  const connection = parent
    .command('connection')
    .summary('list and test connections, and add employers')
    .description(
      'Lists and tests the connections of the configuration, finds companies that could be added, and adds employers.',
    )
  addListCommand(connection, shell)
  addCompaniesCommand(connection, shell)
  addAddCommand(connection, shell)
  addTestCommand(connection, shell)
}
