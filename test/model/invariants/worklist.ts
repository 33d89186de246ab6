import { isOpenTask } from '../../../src/domain/pay/payroll-task.js'
import type { Invariant } from './invariant.js'

const createdIsListed: Invariant = {
  name: 'whoever is connected to an employee that was created is on the worklist until somebody says that they are complete',
  check: async ({ world }, { links }) => {
    const tasks = await world.command(({ store }) => store.work.readPayrollTasks())
    const listed = new Set(
      tasks
        .filter(isOpenTask)
        .map(({ subject, companyId, targetId }) => `${companyId} ${subject} ${targetId}`),
    )
    return links.flatMap((link) =>
      link.status === 'connected' &&
      (link.origin === 'created' || link.origin === 'recovered') &&
      !listed.has(`${link.companyId} ${link.sourceId} ${link.targetId}`)
        ? [`${link.sourceId} was created as ${link.targetId} and is not listed`]
        : [],
    )
  },
}

/** What is true of the work that is left to payroll. */
export const worklistInvariants: readonly Invariant[] = [createdIsListed]
