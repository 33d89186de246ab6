import type { DesiredEmployee } from './employee.js'
import type { MappedSection } from './sections.js'
import type { Values } from './values.js'
import type { SourceCompanyId, SourceEmployeeId } from './ids.js'
import type { SourceStanding } from './service.js'

/** What is kept of a person who was read and not mapped yet. */
export interface ReadPerson {
  sourceId: SourceEmployeeId
  sourceCompanyId: SourceCompanyId
  /** As it is mapped; empty when there is none. Everyone's is compared with everyone's. */
  employeeNumber: string
  /** Everything that the mapping makes a person of, as one text: the same text means the same person. */
  read: string
  /** Where they stand in service on the run's day. */
  service?: SourceStanding | undefined
}

/** Makes of a person who was read what should be in the target. */
export interface PersonMapper {
  mapWhole: (person: ReadPerson) => DesiredEmployee
  /** One section as it is in the whole; `undefined` when there is nothing to say of it. */
  mapOne: (person: ReadPerson, section: MappedSection) => Values | undefined
}

/**
 * A person of the source as they were read. What should be in the target is worked out when someone looks,
 * which for nearly everyone is never: they are still what they were when all was settled. Reads like any
 * other.
 */
export class UnmappedPerson implements DesiredEmployee, ReadPerson {
  readonly sourceId: SourceEmployeeId
  readonly sourceCompanyId: SourceCompanyId
  readonly employeeNumber: string
  readonly read: string
  readonly service: SourceStanding | undefined
  readonly #mapper: PersonMapper
  #mapped: DesiredEmployee | undefined

  constructor(person: ReadPerson, mapper: PersonMapper) {
    this.sourceId = person.sourceId
    this.sourceCompanyId = person.sourceCompanyId
    this.employeeNumber = person.employeeNumber
    this.read = person.read
    this.service = person.service
    this.#mapper = mapper
  }

  /** The person as they are mapped: worked out the first time, and kept. */
  toMapped(): DesiredEmployee {
    return (this.#mapped ??= this.#mapper.mapWhole(this))
  }

  /** One section, for the person who looks at nothing else: the rest stays unmapped, and nothing is kept. */
  mapSection(section: MappedSection): Values | undefined {
    return this.#mapped === undefined ? this.#mapper.mapOne(this, section) : this.#mapped.sections[section]
  }

  get displayName(): string {
    return this.toMapped().displayName
  }

  get sections(): DesiredEmployee['sections'] {
    return this.toMapped().sections
  }

  get missing(): DesiredEmployee['missing'] {
    return this.toMapped().missing
  }

  get heldSections(): DesiredEmployee['heldSections'] {
    return this.toMapped().heldSections
  }

  get unsureSections(): DesiredEmployee['unsureSections'] {
    return this.toMapped().unsureSections
  }

  get salaryHeldFrom(): string | undefined {
    return this.toMapped().salaryHeldFrom
  }

  get rate(): string | undefined {
    return this.toMapped().rate
  }

  get findings(): DesiredEmployee['findings'] {
    return this.toMapped().findings
  }
}
