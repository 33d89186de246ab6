import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { WorkItem } from '../../../src/run/worklist/work-item.js'
import { companyId } from '../../support/builders.js'

const names = [
  'Maria-Magdalena Wilhelmina van der Meulenkamp-Vredenbreghtshuizen',
  'Daan in ’t Proefveld',
  'Óscar d’Hont-Testema',
  'Noor Bakker',
  'Ümit op den Kamp',
]

/** Everything that can stand on a list about one person. */
const itemsOf = (index: number): WorkItem[] => {
  const base = {
    subject: toSourceEmployeeId(`65f1010000000000${String(index).padStart(8, '0')}`),
    displayName: `${names[index % names.length] ?? ''}${index < names.length ? '' : ` ${index}`}`,
    companyId,
    targetId: toTargetEmployeeId(String(500_000 + index)),
    todo: `Enter it in Nmbrs, or let it through for one run: nmbrs-sync sync --allow-past-periods --employee 65f1010000000000${String(index).padStart(8, '0')}`,
  }
  const salary: WorkItem = {
    ...base,
    section: 'salary',
    reason: 'before-current-period',
    fields: [
      { field: 'Start', wanted: '2026-10-01', held: '2026-01-01' },
      { field: 'Value', wanted: '5963.5', held: '12900' },
      { field: 'Type', wanted: 'Netto_Salaris_Partime_incl_looncomp', held: 'Bruto_Salaris_Partime' },
    ],
  }
  const address: WorkItem = {
    ...base,
    section: 'address',
    reason: 'not-supported',
    fields: [
      {
        field: 'Street',
        wanted: 'Burgemeester Jonkheer van Hövell tot Westerflierlaan',
        held: 'Oude Proefweg',
      },
      { field: 'City', wanted: 'Westerhaar-Vriezenveensewijk', held: '' },
      { field: 'CountryISOCode', wanted: '', held: 'NL' },
      { field: 'StateProvince', wanted: 'Overijssel', held: undefined },
    ],
  }
  const isNew: WorkItem = {
    ...base,
    section: 'employee',
    reason: 'employee-to-complete',
    fields: (['BSN', 'TaxTable', 'IdentityDocument', 'WorkSchedule', 'PartTimePercentage'] as const).map(
      (field) => ({ field, wanted: '', held: undefined }),
    ),
  }
  const left: WorkItem = { ...base, section: 'employment', reason: 'left-service', fields: [] }
  return [[salary, address], [isNew], [left, salary], [salary], [address, left]][index % 5] ?? []
}

/** A list about so many invented people. */
export const aWorklist = (people: number): WorkItem[] =>
  Array.from({ length: people }, (_, index) => itemsOf(index)).flat()
