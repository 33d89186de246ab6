import { InvalidArgumentError } from 'commander'

/** Reads the id of a company in Nmbrs, the number of SOAP or the GUID of REST, as the configuration does. */
export const parseCompanyId = (text: string): string => {
  if (!/^(?:[1-9]\d{0,9}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(text))
    throw new InvalidArgumentError('It must be the id of a company in Nmbrs.')
  return text.toLowerCase()
}
