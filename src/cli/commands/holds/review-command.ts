import { Option } from 'commander'

import { mappedSections } from '../../../domain/sections.js'
import { connectionsOption, jsonOption, toExamples } from '../../options/flags.js'
import type { AddCommand } from '../../shell.js'

export const addReviewCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('review')
    .summary('go through what waits, one after the other')
    .description(
      'Reads both sides and goes through the changes that wait, one after the other, with both values: release, reject or skip. Without --connection over all connections. ' +
        'Nothing is sent by this command. Needs a terminal.',
    )
    .addOption(new Option('--section <section>', 'only this section').choices(mappedSections))
    .option('--reason <text>', 'why, for all of them; asked for each when left out')
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('holds review', 'holds review --section bankAccount --reason "called each of them"'),
    )
  command.action(async () => {
    // What reads both sides is loaded where someone looks at them.
    const { review } = await import('./review.js')
    shell.finish(await review(shell.io, command.optsWithGlobals()))
  })
}
