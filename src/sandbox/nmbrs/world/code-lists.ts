/**
 * What the texts of a single read are as numbers in a bulk read. The numbers are this fake's own: none are
 * published.
 */
export const maritalStates = [
  '-',
  'Ongehuwd',
  'Gehuwd',
  'Samenwonend',
  'Duurz. Gescheiden',
  'Weduwe/Weduwnaar',
] as const

/** In which order someone's names are written; the ascription code of REST. */
export const nameOrders = [
  '-',
  'Eigen naam',
  'Naam partner',
  'Naam partner - eigen naam',
  'Eigen naam - naam partner',
] as const

/** Fields of personal data that only REST shows. */
export const restOnlyFields: readonly string[] = ['FirstNameInFull']

/** Types of address that only REST shows. */
export const restOnlyAddressTypes: readonly string[] = ['WorkAddress']
