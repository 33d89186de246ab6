/** `error`: a change is held because of it; `warning`: look at it; `info`: worth saying. */
export type Severity = 'error' | 'warning' | 'info'
