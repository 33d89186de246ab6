import { describe, expect, it } from '@jest/globals'

import { watchForStall } from '../../src/run/stall-watch.js'
import { sourceValues, withWorld } from '../support/world.js'

const never = (): Promise<never> => new Promise(() => undefined)
const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

describe('a run that makes no progress', () => {
  it('is stopped while it reads AlexisHR', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.deps.stallMs = 50
      world.source.readSnapshot = never

      const { document, error } = await world.run()

      expect(error).toMatchObject({ code: 'stalled' })
      expect(document.run.result).toBe('aborted')
      expect(world.target.writes()).toEqual([])
    })
  })

  it('is stopped while it reads Nmbrs, and goes on with nothing when the answer comes later', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.deps.stallMs = 50
      const read = world.target.readSections.bind(world.target)
      let answered = false
      world.target.readSections = async (...args) => {
        await after(120)
        answered = true
        return read(...args)
      }

      const { error } = await world.run()
      await after(150)

      expect(error).toMatchObject({ code: 'stalled' })
      expect(answered).toBe(true)
      expect(world.target.writes()).toEqual([])
    })
  })

  it('has a reason to begin nobody else, and keeps it', async () => {
    await withWorld(async (world) => {
      const watch = watchForStall({ ...world.deps, stallMs: 200 })
      expect(watch.stopReason()).toBeUndefined()

      await after(400)
      await watch.deps.target.readCompanies()

      expect(watch.stopReason()).toContain('no progress')
      watch.stop()
    })
  })

  it('is stopped, too, when it made none before it began to read', async () => {
    await withWorld(async (world) => {
      const watch = watchForStall({ ...world.deps, stallMs: 1 })
      await after(50)

      await expect(watch.guard(never)).rejects.toMatchObject({ code: 'stalled' })

      watch.stop()
    })
  })

  it('has no such reason while a person is asked', async () => {
    await withWorld(async (world) => {
      const watch = watchForStall({ ...world.deps, stallMs: 200 })

      await watch.pause(() => after(400))

      expect(watch.stopReason()).toBeUndefined()
      watch.stop()
    })
  })
})

describe('a run that makes progress', () => {
  it('may take longer altogether than it may stand still', async () => {
    await withWorld(async (world) => {
      for (const id of ['a1', 'a2', 'a3', 'a4'])
        world.source.set(id, sourceValues({ 'employee.employeeNumber': `50${id.slice(1)}` }))
      world.deps.stallMs = 700
      const create = world.target.createEmployee.bind(world.target)
      world.target.createEmployee = async (...args) => {
        await after(300)
        return create(...args)
      }
      const begun = performance.now()

      const { error } = await world.run({ confirm: () => after(900).then(() => true) })

      expect(error).toBeUndefined()
      expect(performance.now() - begun).toBeGreaterThan(900)
    })
  })
})
