import { expect } from '@jest/globals'
import { toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { startNmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import type { WriteFence } from '../../../src/target/port.js'
import { companyGuid, employeeGuid } from '../../sandbox/nmbrs/rest/rest-call.js'
import { aWorld } from '../../sandbox/nmbrs/small-world.js'
import { describeTargetContract, type TargetWorld } from '../contract/describe-target-contract.js'
import { createRestTarget } from './rest-world.js'

const employee = 501

const startWorld =
  (switches: Partial<NmbrsSwitches>) =>
  async (fence: WriteFence): Promise<TargetWorld> => {
    let writes = 0
    let refuseNext = false
    const sandbox = await startNmbrsSandbox({
      data: aWorld(),
      switches: { restPersonalInfoOmits: 0, restTooManyRequests: 'none', ...switches },
      onCall: ({ operation, phase }) => {
        if (phase !== 'received' || !/^(?:create|update|delete)/.test(operation)) return
        writes += 1
        if (refuseNext) sandbox.faults.add({ kind: 'status', status: 429, operation })
        refuseNext = false
      },
    })
    return {
      target: createRestTarget(sandbox, { fence }),
      writesReceived: () => writes,
      refuseNextWrite: () => {
        refuseNext = true
      },
      companyId: toTargetCompanyId(companyGuid),
      employeeId: toTargetEmployeeId(employeeGuid),
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

const abilities = { canEndAccounts: false, canChangeStart: false, beyond: {} }

describeTargetContract('Nmbrs over REST', startWorld({}), abilities)

describeTargetContract(
  'Nmbrs over REST that says little, shows late and hears the filter',
  startWorld({
    restPeriodRow: 'nested',
    restWriteStatus: 204,
    restPersonalInfoPut: 'merge',
    restEmployeeTypeOnPut: 'required',
    restSecondAddress: 'replace',
    restSalaryScope: 'payment',
    restBankAccountScope: 'bankaccount',
    restPeriodScope: 'company.payrollsettings.read',
    restEmployeeIdFilter: 'works',
    restNextPage: 'absent',
    restHistory: 'tidy',
    restDebtors: 'several',
    restCreateCasing: 'vendor',
    restReadLagMs: 10,
    restErrorBody: 'empty',
  }),
  abilities,
)
