import type { AccessSubject } from '../../domain/ids.js'
import type { NewPlace, OrderPlace } from '../access-book.js'
import { nameBatch } from './batch-name.js'
import type { Batch, BatchPerson } from './batch.js'

/**
 * Whether a batch takes the login of a replaced person away; the batch that makes the new one comes after it.
 */
const isDeletion = ({ step }: Batch, { work }: BatchPerson): boolean =>
  step === 'delete' && work.kind === 'replace'

/** In which of these batches each piece of work is done. */
export const toPlaces = (batches: readonly Batch[]): readonly NewPlace[] => {
  const places = new Map<AccessSubject, NewPlace>()
  for (const [index, batch] of batches.entries()) {
    for (const person of batch.people) {
      const { subject, work } = person
      const before = places.get(subject) ?? { subject, work: work.work, batch: index + 1, deletion: null }
      places.set(
        subject,
        isDeletion(batch, person) ? { ...before, deletion: index + 1 } : { ...before, batch: index + 1 },
      )
    }
  }
  return [...places.values()]
}

/** The batches of a new hand-over with the names that people call them by as their keys. */
export const nameBatches = (handOver: string, batches: readonly Batch[]): readonly Batch[] => {
  const names = new Map(batches.map(({ key }, index) => [key, nameBatch(handOver, index + 1)]))
  const nameOf = (key: string): string => names.get(key) ?? key
  return batches.map((batch) => ({ ...batch, key: nameOf(batch.key), after: batch.after.map(nameOf) }))
}

/**
 * Batches that were built again, under the names their people were told before. One whose people were not
 * told one name alone, or of whom some are gone, is ticked by name: its filter was chosen for others.
 */
export const renameBatches = (batches: readonly Batch[], places: readonly OrderPlace[]): readonly Batch[] => {
  const placeOf = new Map(places.map((place) => [place.subject, place]))
  const sizes = countPeople(places)
  const parts = batches.flatMap((batch) => {
    const groups = groupByName(batch, placeOf)
    return [...groups].map(([key, people]): Batch => ({
      ...batch,
      key,
      people,
      selection: groups.size === 1 && sizes.get(key) === people.length ? batch.selection : 'by-name',
      after: [...new Set(people.flatMap(({ subject }) => placeOf.get(subject)?.deletion ?? []))].filter(
        (name) => name !== key,
      ),
    }))
  })
  return parts.sort((one, other) => numberOf(one.key) - numberOf(other.key))
}

const groupByName = (
  batch: Batch,
  placeOf: ReadonlyMap<AccessSubject, OrderPlace>,
): ReadonlyMap<string, readonly BatchPerson[]> => {
  const groups = new Map<string, BatchPerson[]>()
  for (const person of batch.people) {
    const place = placeOf.get(person.subject)
    const name = isDeletion(batch, person) ? place?.deletion : place?.batch
    if (name === undefined || name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [person])
    else group.push(person)
  }
  return groups
}

const countPeople = (places: readonly OrderPlace[]): ReadonlyMap<string, number> => {
  const sizes = new Map<string, number>()
  for (const { batch, deletion } of places)
    for (const name of deletion === null ? [batch] : [batch, deletion])
      sizes.set(name, (sizes.get(name) ?? 0) + 1)
  return sizes
}

const numberOf = (name: string): number => Number(name.slice(name.lastIndexOf('-') + 1))
