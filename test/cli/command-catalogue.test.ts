import { describe, expect, it } from '@jest/globals'
import type { Command } from 'commander'

import { commandCatalogue } from '../../src/cli/command-catalogue.js'
import { silentShell } from '../../src/cli/reference/command-tree.js'
import { buildProgram } from '../../src/cli/program.js'

const find = (program: Command, name: string): Command => {
  const command = program.commands.find((one) => one.name() === name)
  if (command === undefined) throw new Error(`there is no command ${name}`)
  return command
}

describe('the list of commands', () => {
  it('shows each command as the command shows itself', async () => {
    const [listed, whole] = await Promise.all([buildProgram(silentShell, []), buildProgram(silentShell)])

    expect(listed.helpInformation()).toBe(whole.helpInformation())
  })

  it.each(commandCatalogue.map(({ name }) => name))('has %s whole when it is typed', async (name) => {
    const [typed, whole] = await Promise.all([
      buildProgram(silentShell, ['--config', 'some.yaml', name]),
      buildProgram(silentShell),
    ])

    expect(find(typed, name).helpInformation()).toBe(find(whole, name).helpInformation())
    expect(typed.helpInformation()).toBe(whole.helpInformation())
  })
})
