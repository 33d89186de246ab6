import { describe, expect, it } from '@jest/globals'
import { AuthError, RemoteError } from '../../../src/domain/errors.js'
import { faultMeanings, toFaultError, isWorthOneRepeat } from '../../../src/target/nmbrs-soap/wire/faults.js'

const numbered = (number: number | string) => ({
  origin: 'soap:Server',
  text: `Server was unable to process request. ---> ${number}: Jan Secret, NL00BANK0123456789`,
})

const factsOf = (fault: { origin: string; text: string }) => {
  const error = toFaultError(fault, 'Employee_Insert')
  if (!(error instanceof RemoteError)) throw new Error('expected a RemoteError')
  return error.facts
}

describe('a fault', () => {
  it.each([1001, 1004])('%i stops the run', (number) => {
    const error = toFaultError(numbered(number), 'List_GetAll')

    expect(error).toBeInstanceOf(AuthError)
    expect((error as AuthError).remote).toBe('nmbrs')
  })

  it.each([1002, 1003, 2003, 2004, 2009])('%i is a missing right and names the call', (number) => {
    const error = toFaultError(numbered(number), 'Address_Update')

    expect((error as RemoteError).facts).toMatchObject({
      code: 'right-missing',
      status: String(number),
      operation: 'Address_Update',
      retryable: false,
      carried: 'no',
    })
    expect(error.message).toContain('Address_Update')
  })

  it.each([
    [2006, 'period-refused'],
    [2011, 'period-protected'],
    [2012, 'tax-declaration-sent'],
    [2014, 'iban-refused'],
    [2015, 'bank-number-refused'],
    [2016, 'bank-type-refused'],
    [2032, 'iban-required'],
  ])('%i is %s, and was not carried out', (number, code) => {
    expect(factsOf(numbered(number))).toMatchObject({ code, retryable: false, carried: 'no' })
  })

  it('9999 may have been carried out, and is worth one repeat', () => {
    const facts = factsOf(numbered(9999))

    expect(facts).toMatchObject({ retryable: true, carried: 'unknown' })
    expect(isWorthOneRepeat(facts.code)).toBe(true)
  })

  it('with a number nobody published may have been carried out', () => {
    expect(factsOf(numbered(2099))).toMatchObject({ status: '2099', retryable: false, carried: 'unknown' })
  })

  it.each([
    ['soap:Client', 'no'],
    ['soap:Sender', 'no'],
    ['soap:Server', 'unknown'],
    ['soap:Receiver', 'unknown'],
    ['', 'unknown'],
  ])('without a number from %j was carried out: %s', (origin, carried) => {
    const text = 'Server was unable to read request. ---> There is an error in XML document (1, 2345).'

    expect(factsOf({ origin, text })).toMatchObject({ carried })
  })

  it('takes its number from behind the arrow only', () => {
    const text = 'Amount 1001: too high. ---> 2011: Unprotected mode needed'

    expect(factsOf({ origin: 'soap:Server', text }).status).toBe('2011')
    expect(factsOf({ origin: 'soap:Server', text: 'Line 1001: bad' }).status).toBeUndefined()
  })

  it('never shows its own text, whatever the number', () => {
    for (const number of [...Object.keys(faultMeanings), '2099', 'abc']) {
      const error = toFaultError(numbered(number), 'Employee_Insert')

      expect(`${error.message} ${JSON.stringify(error)} ${error.stack ?? ''}`).not.toMatch(/Secret|NL00BANK/)
    }
  })
})
