import { describe, expect, it } from '@jest/globals'

import { today, withSandboxWorld } from './sandbox-world.js'
import { createHireStory, fewPeople } from '../matrix/faults/stories.js'

/** What HR may correct between the run that lost the answer of a creation and the next one. */
const corrections = [
  { what: 'last name', change: { lastName: 'Heel-Anders' } },
  { what: 'first name', change: { firstName: 'Wendelmoet' } },
  { what: 'whole name', change: { firstName: 'Wendelmoet', lastName: 'Heel-Anders' } },
  { what: 'first day', change: { hireDate: `${today.slice(0, 8)}27T00:00:00.000Z` } },
] as const

describe('the answer of a creation is lost, and HR corrects the person before the next run', () => {
  it.each(corrections)('in his $what: he is never created twice', async ({ change }) => {
    await withSandboxWorld(fewPeople, async (world) => {
      const story = createHireStory()
      const storyWorld = { alexis: world.alexis, people: world.population.story, today }
      story.prepare(storyWorld)
      await world.run()
      const subject = story.happen(storyWorld)
      const before = world.nmbrs.store.allEmployees().length
      world.nmbrs.faults.add({ kind: 'cut', when: 'after', operation: 'Employee_Insert' })

      await world.run()
      for (const employee of world.alexis.data.employees) {
        if (employee.id === subject) Object.assign(employee, change)
      }
      const second = await world.run()
      await world.run()

      expect(world.nmbrs.store.allEmployees()).toHaveLength(before + 1)
      const said = second.document.findings.filter((finding) => finding.subject === subject)
      expect(said.map(({ code }) => code)).toEqual(['create-unresolved'])
    })
  })
})
