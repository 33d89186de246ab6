export type RestViolationKind = 'wrong-path' | 'wrong-header' | 'wrong-query' | 'wrong-body' | 'wrong-form'

/** A request as it came in. Header names are in lower case. */
export interface RestRequest {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | undefined>>
  body: string
}

export type Report = (place: string, kind: RestViolationKind) => void
