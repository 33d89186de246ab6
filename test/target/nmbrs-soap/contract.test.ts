import { describe, expect, it } from '@jest/globals'
import { toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { startNmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { WriteFence } from '../../../src/target/port.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { aWorld, companyId } from '../../sandbox/nmbrs/small-world.js'
import { describeTargetContract, type TargetWorld } from '../contract/describe-target-contract.js'
import { createStubTarget } from './stub-nmbrs.js'

const employee = 501

const isWriting = (operation: string): boolean => /_(?:Insert|Update|Delete)/.test(operation)

const startWorld =
  (switches: Partial<NmbrsSwitches>) =>
  async (fence: WriteFence): Promise<TargetWorld> => {
    let writes = 0
    let refuseNext = false
    const sandbox = await startNmbrsSandbox({
      data: aWorld(),
      switches,
      onCall: ({ operation, phase }) => {
        if (phase !== 'received' || !isWriting(operation)) return
        writes += 1
        if (refuseNext) sandbox.faults.add({ kind: 'status', status: 429, operation })
        refuseNext = false
      },
    })
    const { username, token, domain } = sandbox.account
    return {
      target: await createStubTarget({ url: sandbox.host }, { username, token, domain, fence }),
      writesReceived: () => writes,
      refuseNextWrite: () => {
        refuseNext = true
      },
      companyId: toTargetCompanyId(String(companyId)),
      employeeId: toTargetEmployeeId(String(employee)),
      editByPayroll: (values) => {
        sandbox.edit(employee, { personalInfo: { ...values } })
      },
      close: async () => {
        const violations = [...sandbox.violations]
        await sandbox.close()
        expect(violations).toEqual([])
      },
    }
  }

describeTargetContract('Nmbrs that merges', startWorld({ strictness: 'strict', elementOrder: 'strict' }))

describeTargetContract(
  'Nmbrs that replaces, renews ids and has fields nobody knows',
  startWorld({
    elementOrder: 'strict',
    personalInfoUpdate: 'replace',
    extraUnknownFields: true,
    addressUpdateId: 'renew',
    sameTypeBankInsert: 'replace',
    samePeriodSecondWrite: 'add',
    openEnd: '0001',
    soapActionRequired: true,
  }),
)

describe('a record with fields nobody knows', () => {
  it('keeps them where Nmbrs replaces the whole record', async () => {
    const sandbox = await startNmbrsSandbox({
      data: aWorld(),
      switches: { personalInfoUpdate: 'replace', extraUnknownFields: true },
    })
    const { username, token, domain } = sandbox.account
    const target = await createStubTarget({ url: sandbox.host }, { username, token, domain })
    const fieldsNow = () => sandbox.store.findEmployee(employee)?.personalInfos.at(-1)?.fields
    const before = fieldsNow()

    const result = await target.updatePersonalInfo(toTargetEmployeeId(String(employee)), {
      before: {},
      after: { LastName: 'Anders' },
    })

    expect(result.result).toBe('written')
    expect(before).toHaveProperty('Pronouns')
    expect(fieldsNow()).toEqual({ ...before, LastName: 'Anders' })
    await target.close()
    await sandbox.close()
  })
})
