/** One call of the REST API. */
export interface RestCall {
  /** The name in our description of the API, for messages, counts and the pace: `getPersonalInfo`. */
  operation: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/api/companies/{id}/period`, with ids that are encoded. */
  path: string
  query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  body?: unknown
  /** Of which one is probably missing when the call is forbidden (Nmbrs REST contract, section 3.4). */
  scopes: readonly string[]
}
