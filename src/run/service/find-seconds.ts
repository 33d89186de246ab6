import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { findSecondEmployees } from '../../plan/match/likeness/second-employees.js'
import type { PlannedCompany } from '../plan/plan-company.js'

/**
 * Says who may be on the payroll twice, once every company is planned: whom this run connects in another
 * company is no one's second employee.
 */
export const findSeconds = (
  planned: readonly PlannedCompany[],
  selected: ReadonlySet<SourceEmployeeId>,
  today: string,
): readonly Finding[] =>
  planned.flatMap(({ company, target: { targets }, links }) =>
    findSecondEmployees({
      targets,
      links,
      selected,
      elsewhere: planned
        .filter((other) => other.company !== company)
        .map((other) => ({
          companyId: other.company.targetId,
          targets: other.target.targets,
          links: [...other.links, ...other.plan.newLinks],
        })),
      today,
    }),
  )
