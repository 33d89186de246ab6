import type { ServerResponse } from 'node:http'

/** Answers with JSON; `truncated` sends the first half of it as if it were all. */
export const sendJson = (response: ServerResponse, status: number, body: object, truncated = false): void => {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(truncated ? text.slice(0, text.length / 2) : text)
}
