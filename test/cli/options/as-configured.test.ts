import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Option } from 'commander'

import { allowableLimits } from '../../../src/domain/threshold.js'
import { readCommandTree } from '../../../src/cli/reference/command-tree.js'
import { buildConfigJsonSchema } from '../../../src/config/schema/json-schema.js'
import { findSchemaAt, type JsonSchema } from '../../../src/yaml/json-schema-walk.js'
import type { KeyPath } from '../../../src/yaml/key-path.js'

let optionOf: (command: string, flag: string) => Option

beforeAll(async () => {
  const { entries, common } = await readCommandTree()
  optionOf = (command, flag) => {
    const options = entries.find(({ path }) => path === command)?.options ?? []
    const found = [...options, ...common].find(({ long }) => long === flag)
    if (found === undefined) throw new Error(`${command} has no ${flag}`)
    return found
  }
})

const schema = buildConfigJsonSchema()
const ofConnection = (...path: KeyPath): KeyPath => ['connections', 0, ...path]

type Range = JsonSchema & { minimum: number; maximum: number; pattern?: string }
const keyAt = (path: KeyPath): Range => {
  const found = findSchemaAt(schema, path)
  if (found === undefined) throw new Error(`there is no key ${path.join('.')}`)
  return found as Range
}

const isTaken = (option: Option, text: string): boolean => {
  try {
    option.parseArg?.(text, undefined)
    return true
  } catch {
    return false
  }
}

describe('an option of which the configuration has the same as a key', () => {
  it.each<[string, string, KeyPath]>([
    ['sync', '--canary', ofConnection('canary')],
    ['state purge', '--older-than', ['state', 'keepRunsDays']],
    ['state forget', '--due', ['state', 'forgetAfterDays']],
  ])('takes the same numbers and says so in the same words: %s %s', (command, flag, path) => {
    const option = optionOf(command, flag)
    const { minimum, maximum, description = '' } = keyAt(path)
    const numbers = [minimum - 1, minimum, maximum, maximum + 1].map(String)

    expect(numbers.map((text) => isTaken(option, text))).toEqual([false, true, true, false])
    expect(['', '1.5', '1e1', ' 1', 'one'].filter((text) => isTaken(option, text))).toEqual([])
    expect(() => {
      option.parseArg?.(String(maximum + 1), undefined)
    }).toThrow(`from ${minimum} to ${maximum}`)
    expect(description).toMatch(new RegExp(`from ${minimum}( \\(no one\\))? to ${maximum}`))
  })

  it.each<[string, string, KeyPath]>([
    ['sync', '--log-level', ['log', 'level']],
    ['sync', '--lang', ['language']],
    ['onboarding check', '--api', ofConnection('nmbrs', 'api')],
  ])('has the same choices: %s %s', (command, flag, path) => {
    expect(optionOf(command, flag).argChoices).toEqual(keyAt(path).enum)
  })

  it.each(['1', '9999999999', '0', '10000000000', '01', 'Acme', '', 'A1B2C3D4-0000-4000-8000-00000000000A'])(
    'takes the same ids of a company: %j',
    (id) => {
      const isKey = (path: KeyPath): boolean => new RegExp(keyAt(path).pattern ?? '', 'i').test(id)
      const byOption = isTaken(optionOf('onboarding check', '--company'), id)
      const byKey = [
        ofConnection('companies', 0, 'nmbrsCompanyId'),
        ofConnection('onboarding', 0, 'company'),
      ].map(isKey)

      expect(new Set([byOption, ...byKey]).size).toBe(1)
    },
  )

  it('lifts every limit that the configuration has, by its name there', () => {
    const limits = Object.keys(keyAt(ofConnection('thresholds')).properties ?? {})

    expect(new Set(allowableLimits)).toEqual(new Set(limits))
    expect(limits.filter((kind) => !isTaken(optionOf('sync', '--allow'), `${kind}=0`))).toEqual([])
  })
})
