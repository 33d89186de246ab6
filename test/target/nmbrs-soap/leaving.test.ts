import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from '@jest/globals'
import { toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Target } from '../../../src/target/port.js'
import { createStubTarget, envelope, responseBody, startStub } from './stub-nmbrs.js'

const employee = toTargetEmployeeId('11')
const company = toTargetCompanyId('1234')
const salary = { value: '1', type: 'Bruto_Uurloon', start: '2026-12-01' }

const closings: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})

const closing = <T extends Target>(target: T): T => {
  closings.push(() => target.close())
  return target
}

/**
 * A server on a thread of its own, which receives also while this one stands still. It counts the requests
 * that came in whole.
 */
const startOtherThread = async () => {
  const received = new Int32Array(new SharedArrayBuffer(4))
  const answer = envelope(responseBody('Salary_Update', ''))
  const worker = new Worker(
    `const { createServer } = require('node:http')
     const { parentPort, workerData: { received, answer } } = require('node:worker_threads')
     createServer((request, response) => request.resume().on('end', () => {
       Atomics.add(received, 0, 1)
       Atomics.notify(received, 0)
       response.setHeader('content-type', 'text/xml').end(answer)
     })).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port) })`,
    { eval: true, workerData: { received, answer } },
  )
  closings.push(() => worker.terminate())
  const [port] = (await once(worker, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, received }
}

/** Takes connections and says nothing on them, as a machine does that hangs. */
const startMute = async (): Promise<{ server: Server; port: number }> => {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closings.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return { server, port: (server.address() as AddressInfo).port }
}

describe('a write', () => {
  it('leaves in the turn in which the fence lets it, over a new connection and over one that was used before', async () => {
    const other = await startOtherThread()
    const arrived: number[] = []
    const target = closing(
      await createStubTarget(other, {
        fence: (send) => {
          const before = Atomics.load(other.received, 0)
          send()
          // This thread stands still meanwhile: what arrives has left already.
          Atomics.wait(other.received, 0, before, 5000)
          arrived.push(Atomics.load(other.received, 0) - before)
        },
      }),
    )

    await target.updateSalary(employee, salary)
    await target.updateSalary(employee, salary)

    expect(arrived).toEqual([1, 1])
  })

  it('asks the fence only once there is a connection', async () => {
    const stub = await startStub({ Salary_Update: '' })
    closings.push(() => stub.close())
    const connected: number[] = []
    const target = closing(
      await createStubTarget(stub, {
        fence: (send) => {
          connected.push(stub.connections())
          send()
        },
      }),
    )

    await target.updateSalary(employee, salary)

    expect(connected).toEqual([1])
  })
})

describe('a connection that does not come about', () => {
  it('is given up in time, and the write surely was not made', async () => {
    const { port } = await startMute()
    let asked = 0
    const target = closing(
      await createStubTarget(
        // No TLS ever begins there.
        { url: `https://127.0.0.1:${port}` },
        {
          timeoutMs: 60_000,
          connectTimeoutMs: 50,
          fence: (send) => {
            asked += 1
            send()
          },
        },
      ),
    )
    const began = performance.now()

    const write = target.updateSalary(employee, salary)

    await expect(write).rejects.toMatchObject({
      facts: { code: 'unreachable', carried: 'no', status: 'ETIMEDOUT', retryable: true },
    })
    expect(asked).toBe(0)
    expect(target.callCounts()).toEqual({ Salary_Update: 1 })
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('is given up for a read, too', async () => {
    const { port } = await startMute()
    const target = closing(
      await createStubTarget(
        { url: `https://127.0.0.1:${port}` },
        { timeoutMs: 60_000, connectTimeoutMs: 50 },
      ),
    )

    await expect(target.readCurrentPeriod(company)).rejects.toMatchObject({ facts: { code: 'unreachable' } })
  })

  it('that breaks before the first byte of the call is no lost write', async () => {
    const { server, port } = await startMute()
    server.on('connection', (socket) => socket.on('data', () => socket.destroy()))
    const target = closing(await createStubTarget({ url: `https://127.0.0.1:${port}` }))

    await expect(target.updateSalary(employee, salary)).rejects.toMatchObject({
      facts: { code: 'unreachable', carried: 'no' },
    })
  })

  it('may take its time once it is there', async () => {
    const stub = await startStub({ Salary_Update: { silent: true } })
    closings.push(() => stub.close())
    const target = closing(await createStubTarget(stub, { timeoutMs: 1_500, connectTimeoutMs: 500 }))

    await expect(target.updateSalary(employee, salary)).rejects.toMatchObject({
      facts: { code: 'timeout', carried: 'unknown' },
    })
  })
})
