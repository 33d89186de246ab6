import { type ServerResponse, STATUS_CODES } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import { type AlexisFault, mutate } from './faults.js'
import type { AlexisData } from './records.js'
import { sendJson } from './send-json.js'

/**
 * How the answer goes on after the faults: it was given already, or it is still to come, whole or broken off.
 */
export type AfterFaults = 'answered' | 'whole' | 'truncated'

/** Lets the faults happen, one after the other. */
export const strikeFaults = async (
  faults: readonly AlexisFault[],
  response: ServerResponse,
  data: AlexisData,
): Promise<AfterFaults> => {
  let answer: AfterFaults = 'whole'
  for (const fault of faults) {
    switch (fault.kind) {
      case 'status':
        return sendStatus(response, fault.status)
      case '429':
        if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter)
        return sendStatus(response, 429)
      case 'html':
        response.writeHead(fault.status ?? 200, { 'Content-Type': 'text/html' })
        response.end('<!DOCTYPE html><html><body>This is a web page.</body></html>')
        return 'answered'
      case 'body':
        response.writeHead(fault.status ?? 200, {
          'Content-Type': fault.contentType ?? 'application/json; charset=utf-8',
        })
        response.end(Buffer.from(fault.body, fault.encoding ?? 'utf8'))
        return 'answered'
      case 'reset':
        response.destroy()
        return 'answered'
      case 'truncated':
        answer = 'truncated'
        break
      case 'slow':
        await wait(fault.delayMs)
        break
      case 'mutateBetweenPages':
        mutate(data, fault)
        break
    }
  }
  return answer
}

const sendStatus = (response: ServerResponse, status: number): 'answered' => {
  sendJson(response, status, { statusCode: status, message: STATUS_CODES[status] ?? 'Unknown' })
  return 'answered'
}
