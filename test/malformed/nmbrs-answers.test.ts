import { gzipSync } from 'node:zlib'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toTargetCompanyId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { mappedSections } from '../../src/domain/sections.js'
import { today } from '../e2e/sandbox-world.js'
import { writesTo } from '../matrix/faults/run-cell.js'
import { call } from '../sandbox/nmbrs/soap/soap-call.js'
import { applyDamage, damages } from './damage.js'
import { spoilXml, xmlFaults } from './hostile-xml.js'
import { assertFor } from './inputs.js'
import { knownEndOf } from './known-end.js'
import { withMalformedWorld, type MalformedWorld } from './malformed-world.js'

const company = '1234'
const companyId = toTargetCompanyId(company)
const sections = new Set(mappedSections)

/** A reading call with the arguments that make it answer, and what in the product makes it. */
interface Reading {
  operation: string
  service?: 'CompanyService' | 'DebtorService'
  args: (employeeId: number) => string
  read: (world: MalformedWorld, employeeId: number) => Promise<unknown>
}

const ofCompany = (name: string) => (): string => `<${name}>${company}</${name}>`
const ofEmployee = (id: number): string => `<EmployeeId>${id}</EmployeeId>`
// Rows and salaries are read by the period, which an earlier answer may have spoilt.
const readSections: Reading['read'] = async ({ target }) => {
  await target.readCurrentPeriod(companyId)
  await target.readSections(companyId, { sections, today })
}
const readOne: Reading['read'] = async ({ target }, id) => {
  await target.readCurrentPeriod(companyId)
  await target.readEmployee({ id: toTargetEmployeeId(String(id)), displayName: '' }, { sections, today })
}

const readings: readonly Reading[] = [
  {
    operation: 'List_GetAll',
    service: 'CompanyService',
    args: () => '',
    read: ({ target }) => target.readCompanies(),
  },
  {
    operation: 'Company_GetCurrentPeriod',
    service: 'CompanyService',
    args: ofCompany('CompanyId'),
    read: ({ target }) => target.readCurrentPeriod(companyId),
  },
  {
    operation: 'EmployeeType_GetList',
    args: () => '',
    read: ({ withFreshTarget }) => withFreshTarget((target) => target.readEmployeeList(companyId)),
  },
  {
    operation: 'List_GetByCompany',
    args: () => `<CompanyId>${company}</CompanyId><EmployeeType>2</EmployeeType>`,
    read: ({ target }) => target.readEmployeeList(companyId),
  },
  ...[
    'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    'Address_GetAll_AllEmployeesByCompany',
    'Salary_GetAll_AllEmployeesByCompany',
    'Employment_GetAll_AllEmployeesByCompany',
  ].map((operation): Reading => ({ operation, args: ofCompany('CompanyID'), read: readSections })),
  ...['PersonalInfo_GetCurrent', 'Address_GetListCurrent', 'Salary_GetList'].map((operation): Reading => ({
    operation,
    args: (id) => `${ofEmployee(id)}<Period>11</Period><Year>2026</Year>`,
    read: readOne,
  })),
  {
    operation: 'BankAccount_GetListCurrent',
    args: ofEmployee,
    read: ({ target }, id) => target.readBankAccounts(toTargetEmployeeId(String(id))),
  },
]

/** Every reading with the answer it should get. */
const readGoodAnswers = async ({ nmbrs, target }: MalformedWorld, employeeId: number) => {
  // So that the target knows whose employee is asked for.
  await target.readEmployeeList(companyId)
  return Promise.all(
    readings.map(async (reading) => {
      const { operation, service = 'EmployeeService', args } = reading
      const { text, fault } = await call(nmbrs, operation, args(employeeId), { service })
      if (fault !== undefined) throw new Error(`${operation}: ${fault}`)
      return { ...reading, text }
    }),
  )
}

const answerOnce = (
  { nmbrs }: MalformedWorld,
  operation: string,
  bytes: Buffer,
  head: { status?: number; contentType?: string; contentEncoding?: string } = {},
): void => {
  nmbrs.faults.clear()
  nmbrs.faults.add({ kind: 'body', operation, body: bytes.toString('base64'), encoding: 'base64', ...head })
}

const heads = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constantFrom(
    { status: 500 },
    { status: 404 },
    { status: 429 },
    { contentType: 'text/html' },
    { contentType: 'application/soap+xml' },
    { contentEncoding: 'gzip' },
    { contentEncoding: 'deflate' },
    { contentEncoding: 'br' },
  ),
)

const firstEmployee = ({ nmbrs }: MalformedWorld): number => nmbrs.store.allEmployees()[0]?.id ?? 0

describe('Nmbrs gives malformed answers', () => {
  it('with bytes that are damaged: each read ends with a result or a known error', async () => {
    await withMalformedWorld({}, async (world) => {
      const id = firstEmployee(world)
      const good = await readGoodAnswers(world, id)

      await assertFor(
        'nmbrsBytes',
        fc.asyncProperty(
          fc.constantFrom(...good),
          damages,
          heads,
          async ({ operation, text, read }, damage, head) => {
            answerOnce(world, operation, applyDamage(Buffer.from(text), damage), head)
            await knownEndOf(() => read(world, id))
            expect(world.nmbrs.faults.waiting()).toBe(0)
          },
        ),
      )
      expect(writesTo(world.nmbrs)).toEqual([])
    })
  })

  it('with elements that are wrong: each read ends with a result or a known error', async () => {
    await withMalformedWorld({}, async (world) => {
      const id = firstEmployee(world)
      const good = await readGoodAnswers(world, id)

      await assertFor(
        'nmbrsValues',
        fc.asyncProperty(fc.constantFrom(...good), xmlFaults, async ({ operation, text, read }, fault) => {
          answerOnce(world, operation, Buffer.from(spoilXml(text, fault)))
          await knownEndOf(() => read(world, id))
          expect(world.nmbrs.faults.waiting()).toBe(0)
        }),
      )
      expect(writesTo(world.nmbrs)).toEqual([])
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    })
  })

  it('in whole runs of people who are settled: nothing is written', async () => {
    await withMalformedWorld({ settings: { bankSlices: 1 } }, async (world) => {
      await world.run()
      world.nmbrs.calls.clear()
      await world.run()
      const called = new Set(world.nmbrs.calls.records.map(({ operation }) => operation))
      const all = await readGoodAnswers(world, firstEmployee(world))
      const good = all.filter(({ operation }) => called.has(operation))
      const spoilt = fc.oneof(
        damages.map((damage) => (text: string) => applyDamage(Buffer.from(text), damage)),
        xmlFaults.map((fault) => (text: string) => Buffer.from(spoilXml(text, fault))),
      )

      await assertFor(
        'nmbrsRuns',
        fc.asyncProperty(fc.constantFrom(...good), spoilt, async ({ operation, text }, spoil) => {
          answerOnce(world, operation, spoil(text))
          await knownEndOf(async () => {
            const { error } = await world.run()
            if (error !== undefined) throw error
          })
          expect(world.nmbrs.faults.waiting()).toBe(0)
          expect(writesTo(world.nmbrs)).toEqual([])
        }),
      )
    })
  })

  it('that unfold to gigabytes: they are refused while they come in', async () => {
    await withMalformedWorld({}, async (world) => {
      const id = firstEmployee(world)
      const head = '<Envelope><Body><BankAccount_GetListCurrentResponse><BankAccount_GetListCurrentResult>'
      const packed = gzipSync(Buffer.from(head + '<B><Id>1</Id></B>'.repeat(2_000_000)))

      answerOnce(world, 'BankAccount_GetListCurrent', packed, { contentEncoding: 'gzip' })
      const end = await knownEndOf(() => world.target.readBankAccounts(toTargetEmployeeId(String(id))))

      expect(packed.length).toBeLessThan(200_000)
      expect(end).toMatchObject({ error: { facts: { code: 'answer-too-large' } } })
    })
  })
})
