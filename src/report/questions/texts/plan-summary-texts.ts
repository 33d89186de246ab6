import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What goes to payroll, in numbers. */
export const planSummaryTexts = toCatalogue({
  en: {
    title: (connection: string) => `What goes to payroll for ${connection}`,
    people: (send: number, created: number, held: number) =>
      `People: ${send} with changes to send (${created} new), ${held} with something held`,
    head: { section: '', send: 'to send', people: 'people', held: 'held' },
    salaries: 'Salaries',
    totals: 'Totals',
    from: (day: string) => `from ${day}`,
    held: (why: string) => `held: ${why}`,
    none: 'none',
    sumOf: (type: string, people: number) => `${type} (${people})`,
    sumHeld: (type: string, people: number) => `${type}, held (${people})`,
    types: {
      Bruto_Salaris_Partime: 'a month, as paid',
      Bruto_Salaris_Fulltime: 'a month, full-time',
      Bruto_Uurloon: 'an hour',
    },
    more: (count: number) => `and ${count} more; all of them: --all`,
    hidden: 'Amounts are left out here. To see them: --show-values',
    nothing: 'Nothing goes to payroll.',
  },
  nl: {
    title: (connection) => `Wat er naar de salarisadministratie gaat voor ${connection}`,
    people: (send, created, held) =>
      `Personen: ${send} met wijzigingen om te versturen (${created} nieuw), ${held} met iets dat wacht op akkoord`,
    head: { section: '', send: 'te versturen', people: 'personen', held: 'wacht' },
    salaries: 'Salarissen',
    totals: 'Totalen',
    from: (day) => `vanaf ${day}`,
    held: (why) => `wacht op akkoord: ${why}`,
    none: 'geen',
    sumOf: (type, people) => `${type} (${people})`,
    sumHeld: (type, people) => `${type}, wacht (${people})`,
    types: {
      Bruto_Salaris_Partime: 'per maand, zoals betaald',
      Bruto_Salaris_Fulltime: 'per maand, fulltime',
      Bruto_Uurloon: 'per uur',
    },
    more: (count) => `en nog ${count}; allemaal: --all`,
    hidden: 'Bedragen staan hier niet. Om ze te zien: --show-values',
    nothing: 'Er gaat niets naar de salarisadministratie.',
  },
  sv: {
    title: (connection) => `Vad som går till lönen för ${connection}`,
    people: (send, created, held) =>
      `Personer: ${send} med ändringar att skicka (${created} nya), ${held} med något som väntar`,
    head: { section: '', send: 'att skicka', people: 'personer', held: 'väntar' },
    salaries: 'Löner',
    totals: 'Summor',
    from: (day) => `från ${day}`,
    held: (why) => `väntar på godkännande: ${why}`,
    none: 'ingen',
    sumOf: (type, people) => `${type} (${people})`,
    sumHeld: (type, people) => `${type}, väntar (${people})`,
    types: {
      Bruto_Salaris_Partime: 'per månad, som den betalas',
      Bruto_Salaris_Fulltime: 'per månad, heltid',
      Bruto_Uurloon: 'per timme',
    },
    more: (count) => `och ${count} till; alla: --all`,
    hidden: 'Belopp visas inte här. För att se dem: --show-values',
    nothing: 'Inget går till lönen.',
  },
  da: {
    title: (connection) => `Det, der går til løn for ${connection}`,
    people: (send, created, held) =>
      `Personer: ${send} med ændringer at sende (${created} nye), ${held} med noget, der venter`,
    head: { section: '', send: 'at sende', people: 'personer', held: 'venter' },
    salaries: 'Lønninger',
    totals: 'Summer',
    from: (day) => `fra ${day}`,
    held: (why) => `venter på godkendelse: ${why}`,
    none: 'ingen',
    sumOf: (type, people) => `${type} (${people})`,
    sumHeld: (type, people) => `${type}, venter (${people})`,
    types: {
      Bruto_Salaris_Partime: 'om måneden, som den udbetales',
      Bruto_Salaris_Fulltime: 'om måneden, fuld tid',
      Bruto_Uurloon: 'i timen',
    },
    more: (count) => `og ${count} til; alle: --all`,
    hidden: 'Beløb vises ikke her. For at se dem: --show-values',
    nothing: 'Intet går til løn.',
  },
})
