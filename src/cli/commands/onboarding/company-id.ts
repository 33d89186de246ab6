import { InvalidArgumentError } from 'commander'

/** Reads the id of a company in Nmbrs. */
export const parseCompanyId = (text: string): string => {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('It must be the id of a company in Nmbrs.')
  return text
}
