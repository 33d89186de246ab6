import { describe, expect, it } from '@jest/globals'
import { allOperations } from '../../../../src/sandbox/nmbrs/soap/operations/all-operations.js'
import { loadWireServices } from '../../../../src/sandbox/nmbrs/soap/wire-schema.js'
import type { WireElement } from '../../../../src/sandbox/nmbrs/soap/wire-schema.js'

const services = loadWireServices()

const requestOf = (operation: string): readonly WireElement[] =>
  services.flatMap(({ operations }) => operations.get(operation)?.request ?? [])

describe('what the WSDLs say', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    'gives every operation of %s a behaviour and no other',
    (name, service) => {
      const behaviours = Object.keys(allOperations[name])

      expect(behaviours.sort()).toEqual([...service.operations.keys()].sort())
    },
  )

  it('puts the elements of a base type first', () => {
    const personalInfo = requestOf('PersonalInfo_UpdateCurrent')[1]?.type

    const names = personalInfo?.kind === 'record' ? personalInfo.elements.map(({ name }) => name) : []
    expect(names.slice(0, 5)).toEqual(['Id', 'Number', 'DisplayName', 'EmployeeNumber', 'BSN'])
  })

  it('knows what is required, nillable and a member of an enumeration', () => {
    const insert = requestOf('Employee_Insert')
    const personalInfo = requestOf('PersonalInfo_UpdateCurrent')[1]?.type
    const elements = personalInfo?.kind === 'record' ? personalInfo.elements : []

    expect(insert.map(({ name, required }) => [name, required])).toEqual([
      ['FirstName', false],
      ['LastName', false],
      ['StartDate', true],
      ['CompanyId', true],
      ['UnprotectedMode', true],
    ])
    expect(elements.find(({ name }) => name === 'Gender')).toEqual({
      name: 'Gender',
      type: { kind: 'enumeration', name: 'Gender', members: ['undefined', 'male', 'female'] },
      required: false,
      nillable: true,
      many: false,
    })
  })
})
