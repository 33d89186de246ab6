import { describe, expect, it } from '@jest/globals'

import { ConfigError, type Problem } from '../../../src/domain/errors.js'
import { toRemedyKeys } from '../../../src/domain/remedy/remedy.js'
import { toRunFailure } from '../../../src/domain/run/run-failure.js'

const problem: Problem = {
  ...{ severity: 'error', file: 'a.yaml', line: 1, key: 'a' },
  ...{ expected: 'text', found: 'nothing' },
}

const remedyOf = (error: ConfigError) => toRemedyKeys(toRunFailure(error).remedy)

describe('the next step after something wrong in a file or an order', () => {
  it.each<[string, ConfigError, string | null]>([
    [
      'is the check of the configuration',
      new ConfigError('Not usable', [problem]),
      'nmbrs-sync config check',
    ],
    [
      'is what the error says',
      new ConfigError('Not usable', [problem], { remedy: 'nmbrs-sync mappings check' }),
      'nmbrs-sync mappings check',
    ],
    [
      'is the command that the message names',
      new ConfigError(
        'Nmbrs company 7 has no employee 8. See the candidates: nmbrs-sync status --not-connected',
      ),
      'nmbrs-sync status --not-connected',
    ],
    [
      'is each command that the message names, once',
      new ConfigError(
        'Say first: nmbrs-sync access confirm a1, nmbrs-sync access request a1, or again nmbrs-sync access confirm a1',
      ),
      'nmbrs-sync access confirm a1; nmbrs-sync access request a1',
    ],
    [
      'names everyone whom an order is about',
      new ConfigError('To do it without being asked: nmbrs-sync access confirm a1 requester:x b2 --yes'),
      'nmbrs-sync access confirm a1 requester:x b2 --yes',
    ],
    [
      'takes no words of the sentence that goes on',
      new ConfigError('Import it with nmbrs-sync access confirm a1 when that is done'),
      'nmbrs-sync access confirm a1',
    ],
    ['is nothing where the message says it all', new ConfigError('Give one of --a and --b'), null],
  ])('%s', (_, error, remedy) => {
    const { actions, ...keys } = remedyOf(error)

    expect(keys.remedy).toBe(remedy)
    expect(actions.length > 0).toBe(remedy !== null)
    const lines = actions.map(({ command, arguments: given }) => ['nmbrs-sync', command, ...given].join(' '))
    expect(lines.join('; ')).toBe(remedy ?? '')
  })
})
