/** Whom the people of an outsourced payroll ask, as the configuration names them. */
export interface Consultant {
  name: string
  phone: string | undefined
  email: string | undefined
}

/** `Mette Hansen, 12 34 56 78` */
export const toConsultantWords = ({ name, phone, email }: Consultant): string =>
  [name, phone, email].filter((part) => part !== undefined).join(', ')
