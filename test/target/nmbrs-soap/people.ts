import { recordOrders } from '../../../src/target/nmbrs-soap/wire/schema.js'
import { fields } from './stub-nmbrs.js'

/** A whole PersonalInfo record on the wire; a test states what differs. Nulls are nil. */
export const aRecord = (values: Readonly<Record<string, string | null>> = {}): string => {
  const record: Record<string, string | null> = {
    Id: '11',
    Number: '1001',
    DisplayName: 'Voorbeeld, V.',
    EmployeeNumber: '1001',
    BSN: '999999990',
    FirstName: 'Vera',
    Initials: 'V.',
    LastName: 'Voorbeeld',
    Gender: 'female',
    NationalityCode: '1',
    IdentificationType: '1',
    TelephonePrivate: '0600000000',
    BurgerlijkeStaat: 'Ongehuwd',
    Birthday: '1980-02-29T00:00:00',
    DeceasedDate: null,
    ...values,
  }
  const order: readonly string[] = recordOrders.PersonalInfo
  const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  const inOrder = Object.entries(record).sort(([a], [b]) => placeOf(a) - placeOf(b))
  return fields(Object.fromEntries(inOrder))
}

/** A home address on the wire. */
export const anAddress = (values: Readonly<Record<string, string>> = {}): string =>
  `<EmployeeAddress>${fields({
    Id: '71',
    Default: 'true',
    Street: 'Dorpsstraat',
    HouseNumber: '1',
    PostalCode: '1234AB',
    City: 'Ede',
    CountryISOCode: 'NL',
    Type: 'HomeAddress',
    ...values,
  })}</EmployeeAddress>`

/** One employee of a bulk answer with his rows. */
export const anItem = (
  list: string,
  row: string,
  id: string,
  rows: readonly Record<string, string | null>[],
): string =>
  `<Item><EmployeeId>${id}</EmployeeId><${list}>${rows
    .map((values) => `<${row}>${fields(values)}</${row}>`)
    .join('')}</${list}></Item>`
