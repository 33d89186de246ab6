import { describe, expect, it } from '@jest/globals'

import { sourcePaths } from '../../../src/mapping/source-paths.js'
import { findNearest } from '../../../src/yaml/nearest.js'

describe('findNearest', () => {
  it.each([
    ['employee.fristName', 'employee.firstName'],
    ['employe.firstName', 'employee.firstName'],
    ['firstName', 'employee.firstName'],
    ['homeAddress.street', 'employee.homeAddress.street'],
    ['employee.street', 'employee.homeAddress.street'],
    ['fristName', 'employee.firstName'],
    ['compensation.amout', 'compensation.amount'],
    ['Employee.BirthDate', 'employee.birthDate'],
    ['employee.shoeSize', undefined],
    ['weather', undefined],
    ['', undefined],
  ])('takes %j for %j', (word, expected) => {
    expect(findNearest(word, sourcePaths)).toBe(expected)
  })

  it('has no suggestion without candidates', () => {
    expect(findNearest('word', [])).toBeUndefined()
  })
})
