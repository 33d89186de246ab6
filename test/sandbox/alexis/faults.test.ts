import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { AlexisFault } from '../../../src/sandbox/alexis/faults.js'
import { type AlexisSandbox, startAlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import { anEmployee, anId, aWorld, people } from '../../source/alexis/alexis-world.js'

let sandbox: AlexisSandbox

beforeEach(async () => {
  sandbox = await startAlexisSandbox({ data: aWorld({ employees: people(3) }) })
})

afterEach(async () => {
  await sandbox.close()
})

const ask = (path = '/employee'): Promise<Response> =>
  fetch(`${sandbox.baseUrl}${path}`, { headers: { authorization: `Bearer ${sandbox.token}` } })

/** The status of each of several requests, `reset` for a connection that ended. */
const statuses = async (paths: readonly string[]): Promise<(number | 'reset')[]> => {
  const seen: (number | 'reset')[] = []
  for (const path of paths) {
    const response = await ask(path).catch(() => undefined)
    await response?.text()
    seen.push(response?.status ?? 'reset')
  }
  return seen
}

describe('a fault', () => {
  it.each<[AlexisFault, (number | 'reset')[]]>([
    [{ kind: 'status', status: 503 }, [503, 200, 200]],
    [{ kind: 'status', status: 500, nth: 2 }, [200, 500, 200]],
    [{ kind: 'status', status: 500, repeats: 2 }, [500, 500, 200]],
    [{ kind: '429', nth: 2, repeats: 2 }, [200, 429, 429]],
    [{ kind: 'html', status: 502 }, [502, 200, 200]],
    [{ kind: 'reset', nth: 3 }, [200, 200, 'reset']],
  ])('hits the requests it is meant for and is over: %p', async (fault, expected) => {
    sandbox.faults.add(fault)

    const seen = await statuses(['/employee', '/employee', '/employee'])

    expect(seen).toEqual(expected)
    expect(sandbox.faults.waiting()).toEqual([])
  })

  it("can give an answer of one's own, in any bytes", async () => {
    sandbox.faults.add({ kind: 'body', body: '/v8=', encoding: 'base64', contentType: 'text/plain' })

    const answer = await ask()

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain'])
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xfe, 0xff])
  })

  it('can be meant for one resource', async () => {
    sandbox.faults.add({ kind: 'status', status: 500, path: 'company' })

    const seen = await statuses(['/employee', `/employee/${anId(1)}`, '/company', '/company'])

    expect(seen).toEqual([200, 200, 500, 200])
  })

  it('can be taken back', async () => {
    sandbox.faults.add({ kind: 'status', status: 500 })

    sandbox.faults.clear()

    expect(await statuses(['/employee'])).toEqual([200])
  })

  it('tells when to come back only when it is told to', async () => {
    sandbox.faults.add({ kind: '429', retryAfter: '7' })
    sandbox.faults.add({ kind: '429', nth: 2 })

    const [first, second] = [await ask(), await ask()]

    expect([first.headers.get('retry-after'), second.headers.get('retry-after')]).toEqual(['7', null])
  })

  it('can cut an answer in half', async () => {
    sandbox.faults.add({ kind: 'truncated' })

    const [half, whole] = [await (await ask()).text(), await (await ask()).text()]

    expect(half.length).toBeGreaterThan(0)
    expect(whole.startsWith(half)).toBe(true)
    expect(half.length).toBeLessThan(whole.length)
  })

  it('can be a web page with status 200', async () => {
    sandbox.faults.add({ kind: 'html' })

    const response = await ask()

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html')
  })

  it('can delay an answer that is right all the same', async () => {
    sandbox.faults.add({ kind: 'slow', delayMs: 5 })

    expect(await (await ask()).json()).toMatchObject({ total: 3 })
  })

  it('can be somebody who changes people between two pages', async () => {
    sandbox.faults.add({
      kind: 'mutateBetweenPages',
      nth: 2,
      remove: { employees: [anId(1)] },
      add: { employees: [anEmployee({ id: anId(9) })] },
    })

    const pages = [
      await (await ask('/employee?limit=2')).json(),
      await (await ask('/employee?limit=2&offset=2')).json(),
    ]

    expect(pages).toMatchObject([
      { total: 3, data: [{ id: anId(1) }, { id: anId(2) }] },
      { total: 3, data: [{ id: anId(9) }] },
    ])
    expect(sandbox.data.employees.map(({ id }) => id)).toEqual([anId(2), anId(3), anId(9)])
  })
})
