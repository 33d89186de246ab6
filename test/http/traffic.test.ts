import { describe, expect, it } from '@jest/globals'

import { createPacedQueue } from '../../src/http/paced-queue.js'

const never = (): Promise<void> => new Promise(() => undefined)

describe('the traffic of a lane', () => {
  it('counts who waits and who is under way, of this lane alone', async () => {
    const queue = createPacedQueue({ callsPerSecond: 1000, maxConcurrency: 1 })
    const [lane, other] = [queue.openLane(), queue.openLane()]
    let answer: () => void = () => undefined
    const first = lane.run(() => new Promise<void>((resolve) => (answer = resolve)))
    const second = lane.run(() => Promise.resolve())
    await lane.traffic.nextChange()

    expect([lane.traffic.waiting(), lane.traffic.underWay()]).toEqual([1, 1])
    expect([other.traffic.waiting(), other.traffic.underWay()]).toEqual([0, 0])

    answer()
    await Promise.all([first, second])

    expect([lane.traffic.waiting(), lane.traffic.underWay()]).toEqual([0, 0])
  })

  it('forgets a call that failed, and one that never had its turn', async () => {
    const queue = createPacedQueue({ callsPerSecond: 1000, maxConcurrency: 1 })
    const lane = queue.openLane()

    await expect(lane.run(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
    expect(lane.traffic.underWay()).toBe(0)

    void lane.run(never)
    const waits = lane.run(never)
    await lane.traffic.nextChange()
    lane.close()

    await expect(waits).rejects.toThrow('closed')
    expect([lane.traffic.waiting(), lane.traffic.underWay()]).toEqual([0, 1])
  })
})
