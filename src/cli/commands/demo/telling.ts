import { indexNames } from '../../../report/kit/person-label.js'
import type { FindName } from '../../../report/people/find-name.js'
import type { Look } from '../../../report/kit/look.js'
import type { Sandbox } from '../../../sandbox/start-sandbox.js'
import type { DemoCommands, Ended } from './demo-commands.js'

/** What the story is told with. */
export interface Telling {
  commands: DemoCommands
  sandbox: Sandbox
  today: string
  look: Look
  say: (...lines: readonly string[]) => void
}

/** Every step has the next number. */
export interface Chapters extends Telling {
  begin: (title: string) => void
}

export const numberTitles = ({ say, look }: Telling): ((title: string) => void) => {
  let number = 0
  return (title) => {
    number += 1
    say('', look.paint.bold(`${number}. ${title}`), '')
  }
}

export const findInvented = ({ alexis }: Sandbox): FindName =>
  indexNames(
    alexis.data.employees.map(({ id, firstName = '', lastName = '' }) => ({
      subject: id,
      displayName: `${firstName} ${lastName}`,
    })),
  )

/**
 * Calls that change something carry it in their names (Nmbrs contract, section 2); over REST in the method.
 */
export const countWrites = ({ nmbrs }: Sandbox): number =>
  nmbrs.calls.records.filter(({ service, operation, target = '' }) =>
    service === 'RestApi' ? !target.startsWith('GET ') : /Insert|Update|Delete/.test(operation),
  ).length

/** A command line and what it printed; with `most`, the first lines of it and the last, which sums it up. */
export const toLines = (commandLine: string, { text }: Ended, most = Number.POSITIVE_INFINITY): string[] => {
  const lines = text.trimEnd().split('\n')
  const shown =
    lines.length <= most + 1
      ? lines
      : [...lines.slice(0, most), `… and ${lines.length - most - 1} lines more`, ...lines.slice(-1)]
  return [`$ ${commandLine}`, ...shown].map((line) => (line === '' ? '' : `  ${line}`))
}
