import { toCatalogue } from '../../../domain/language/catalogue.js'

/**
 * What stands in a file of answers that is to be filled in. Keys and commands are the same in every language.
 */
export const answerFormTexts = toCatalogue({
  en: {
    intro: [
      'Answers for {profiles}. Fill in what belongs behind the colons.',
      "Put text with a colon or a # in it in 'quotes'. The API token does not belong here.",
      'Then: nmbrs-sync onboarding check {profiles} --facts FILE{lang}',
    ],
    companies:
      'Answers of one company go before those above in this file, for onboarding check --all-companies:',
    company: 'Company B.V.',
    optional: '(may be left out)',
    form: {
      'wage-tax-number': 'such as 123456782L01',
      'company-name': 'empty: the name of the settings or of Nmbrs',
      'nmbrs-user': 'empty: that of the account',
      'nmbrs-domain': 'empty: that of the account',
      dga: 'no, or { name: Name, employeeNumber: 1 }, or a list of these',
      'payroll-frequency': 'empty: read from Nmbrs',
      'yes-no': 'yes or no',
    },
  },
  nl: {
    intro: [
      'Antwoorden voor {profiles}. Vul in wat achter de dubbele punten hoort.',
      "Tekst met een dubbele punt of een # erin zet je tussen 'aanhalingstekens'. Het API-token hoort hier niet in.",
      'Daarna: nmbrs-sync onboarding check {profiles} --facts BESTAND{lang}',
    ],
    companies:
      'Antwoorden van één bedrijf gaan vóór die hierboven in dit bestand, voor onboarding check --all-companies:',
    company: 'Bedrijf B.V.',
    optional: '(mag leeg blijven)',
    form: {
      'wage-tax-number': 'zoals 123456782L01',
      'company-name': 'leeg: de naam uit de instellingen of uit Nmbrs',
      'nmbrs-user': 'leeg: die van het account',
      'nmbrs-domain': 'leeg: dat van het account',
      dga: 'nee, of { name: Naam, employeeNumber: 1 }, of een lijst daarvan',
      'payroll-frequency': 'leeg: gelezen uit Nmbrs',
      'yes-no': 'ja of nee',
    },
  },
  sv: {
    intro: [
      'Svar för {profiles}. Fyll i det som hör hemma efter kolonen.',
      "Sätt text med ett kolon eller ett # i sig inom 'citattecken'. API-token hör inte hemma här.",
      'Sedan: nmbrs-sync onboarding check {profiles} --facts FIL{lang}',
    ],
    companies:
      'Svar för ett enskilt företag går före dem ovan i den här filen, för onboarding check --all-companies:',
    company: 'Företag B.V.',
    optional: '(får lämnas tom)',
    form: {
      'wage-tax-number': 'till exempel 123456782L01',
      'company-name': 'tom: namnet från inställningarna eller från Nmbrs',
      'nmbrs-user': 'tom: kontots',
      'nmbrs-domain': 'tom: kontots',
      dga: 'nej, eller { name: Namn, employeeNumber: 1 }, eller en lista med sådana',
      'payroll-frequency': 'tom: läses i Nmbrs',
      'yes-no': 'ja eller nej',
    },
  },
  da: {
    intro: [
      'Svar til {profiles}. Udfyld det, der hører til efter kolonerne.',
      "Sæt tekst med et kolon eller et # i 'anførselstegn'. API-tokenet hører ikke til her.",
      'Derefter: nmbrs-sync onboarding check {profiles} --facts FIL{lang}',
    ],
    companies:
      'Svar for én virksomhed går forud for dem ovenfor i denne fil, til onboarding check --all-companies:',
    company: 'Virksomhed B.V.',
    optional: '(må være tom)',
    form: {
      'wage-tax-number': 'for eksempel 123456782L01',
      'company-name': 'tom: navnet fra indstillingerne eller fra Nmbrs',
      'nmbrs-user': 'tom: kontoens',
      'nmbrs-domain': 'tom: kontoens',
      dga: 'nej, eller { name: Navn, employeeNumber: 1 }, eller en liste af dem',
      'payroll-frequency': 'tom: læses i Nmbrs',
      'yes-no': 'ja eller nej',
    },
  },
})
