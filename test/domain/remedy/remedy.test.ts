import { describe, expect, it } from '@jest/globals'

import { toAction, toCommandLine } from '../../../src/domain/remedy/action.js'
import { readActions } from '../../../src/domain/remedy/read-actions.js'
import { toRemedy, toRemedyKeys } from '../../../src/domain/remedy/remedy.js'
import { commandCatalogue } from '../../../src/cli/command-catalogue.js'
import { allWordings } from '../../../src/report/translate/all-wordings.js'

const named = new RegExp(`^nmbrs-sync (?:${commandCatalogue.map(({ name }) => name).join('|')})`)

/** The commands of a text that are not read, or of which an argument is left. */
const findUnread = (text: string): string[] => {
  const lines = readActions(text).map(toCommandLine)
  const parts = text.split(/(?=\bnmbrs-sync [a-z])/).filter((part) => named.test(part))
  return parts.filter((part, index) => {
    const line = lines[index]
    return (
      line === undefined || !part.startsWith(line) || /^ (?:--|[A-Z]{4}|\{)/.test(part.slice(line.length))
    )
  })
}

describe('the next steps that a remedy names', () => {
  it.each([
    [
      'If it is right: nmbrs-sync holds release h7 --reason TEXT; if not: nmbrs-sync holds reject h7 --reason TEXT; both sides: nmbrs-sync explain 65f1 --show-values',
      [
        toAction('holds release', 'h7', '--reason', 'TEXT'),
        toAction('holds reject', 'h7', '--reason', 'TEXT'),
        toAction('explain', '65f1', '--show-values'),
      ],
    ],
    [
      'Choose one: nmbrs-sync match 65f1 TARGET, or none: nmbrs-sync match 65f1 --new',
      [toAction('match', '65f1', 'TARGET'), toAction('match', '65f1', '--new')],
    ],
    ['Run nmbrs-sync doctor and report the period it shows', [toAction('doctor')]],
    [
      'To create the hold: nmbrs-sync plan --employee 65f1, which names the hold to release',
      [toAction('plan', '--employee', '65f1')],
    ],
    [
      'If that is right, allow it for one run: nmbrs-sync sync --connection acme --employee 65f1 --verify-all --allow create=12 --allow empty-scope',
      [
        toAction(
          'sync',
          ...['--connection', 'acme', '--employee', '65f1', '--verify-all'],
          ...['--allow', 'create=12', '--allow', 'empty-scope'],
        ),
      ],
    ],
    ['Make the change in Nmbrs; the next run sees it', []],
    ['Report it, with what nmbrs-sync prints when it is run with --debug', []],
  ])('are read from: %s', (text, actions) => {
    expect(toRemedy(text)).toEqual({ text, actions })
    expect(toRemedyKeys(text)).toEqual({ remedy: text, actions })
  })

  it('are none where nothing is known to do', () => {
    expect(toRemedyKeys(undefined)).toEqual({ remedy: null, actions: [] })
  })

  it('say what a person still has to give', () => {
    const [action] = readActions('Take it back: nmbrs-sync holds release h7 --reason TEXT --as NAME')

    expect(action?.asks).toEqual(['TEXT', 'NAME'])
  })

  it('are printed as they are typed', () => {
    const line = 'nmbrs-sync drift --accept-target 65f1 --section salary'

    expect(readActions(line).map(toCommandLine)).toEqual([line])
  })

  it('are read from every sentence in every language, and leave no argument behind', () => {
    const texts = allWordings.flatMap(({ en, nl, sv, da }) => [en, nl, sv, da])

    expect([...new Set(texts.flatMap(findUnread))]).toEqual([])
  })
})
