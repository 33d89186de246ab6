import type { FindingEntry } from '../entry.js'

/** Who is in service, and who is paid. */
export const serviceFindings = {
  'left-service': {
    severity: 'warning',
    short: {
      en: 'left, and Nmbrs has no end',
      nl: 'uit dienst, en Nmbrs heeft geen einddatum',
      sv: 'har slutat, och Nmbrs har inget slutdatum',
      da: 'fratrådt, og Nmbrs har ingen slutdato',
    },
    guide: {
      says: 'Someone who is connected left, and the employment in Nmbrs has no end',
      remedy: 'Enter the last day in Nmbrs; or `ignore ID --reason TEXT`',
    },
    message: {
      en: 'This person left according to AlexisHR, and the employment in Nmbrs has no end',
      nl: 'Deze persoon is volgens AlexisHR uit dienst, en het dienstverband in Nmbrs heeft geen einddatum',
      sv: 'Personen har slutat enligt AlexisHR, och anställningen i Nmbrs har inget slutdatum',
      da: 'Personen er fratrådt ifølge AlexisHR, og ansættelsen i Nmbrs har ingen slutdato',
    },
    remedy: {
      en: 'Enter the last day in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
      nl: 'Voer de laatste dag in Nmbrs in. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
      sv: 'För in den sista dagen i Nmbrs. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
      da: 'Indtast den sidste dag i Nmbrs. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
    },
    cases: {
      paying: {
        severity: 'error',
        message: {
          en: 'This person left according to AlexisHR, and the employment in Nmbrs has no end; the payroll period is past the last day, so Nmbrs keeps paying',
          nl: 'Deze persoon is volgens AlexisHR uit dienst, en het dienstverband in Nmbrs heeft geen einddatum; de loonperiode ligt na de laatste dag, dus Nmbrs blijft betalen',
          sv: 'Personen har slutat enligt AlexisHR, och anställningen i Nmbrs har inget slutdatum; löneperioden ligger efter sista dagen, så Nmbrs fortsätter att betala',
          da: 'Personen er fratrådt ifølge AlexisHR, og ansættelsen i Nmbrs har ingen slutdato; lønperioden ligger efter den sidste dag, så Nmbrs bliver ved med at udbetale',
        },
      },
    },
  },
  'gone-from-source': {
    severity: 'warning',
    short: {
      en: 'not in AlexisHR any more, and Nmbrs has no end',
      nl: 'niet meer in AlexisHR, en Nmbrs heeft geen einddatum',
      sv: 'finns inte längre i AlexisHR, och Nmbrs har inget slutdatum',
      da: 'ikke længere i AlexisHR, og Nmbrs har ingen slutdato',
    },
    guide: {
      says: 'Someone who is connected is not in AlexisHR any more, and the employment in Nmbrs has no end',
      remedy: 'If they left, enter the last day in Nmbrs; or `ignore ID --reason TEXT`',
    },
    message: {
      en: 'This person is connected, but AlexisHR no longer has them, and the employment in Nmbrs has no end',
      nl: 'Deze persoon is gekoppeld en staat niet meer in AlexisHR, en het dienstverband in Nmbrs heeft geen einddatum',
      sv: 'Personen är kopplad och finns inte längre i AlexisHR, och anställningen i Nmbrs har inget slutdatum',
      da: 'Personen er forbundet og findes ikke længere i AlexisHR, og ansættelsen i Nmbrs har ingen slutdato',
    },
    remedy: {
      en: 'If they left, enter the last day in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
      nl: 'Is de persoon uit dienst, voer dan de laatste dag in Nmbrs in. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
      sv: 'Om personen har slutat, för in den sista dagen i Nmbrs. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
      da: 'Hvis personen er fratrådt, så indtast den sidste dag i Nmbrs. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
    },
  },
  'left-scope': {
    severity: 'warning',
    short: {
      en: 'not in scope any more, and Nmbrs has no end',
      nl: 'valt niet meer onder de verbinding, en Nmbrs heeft geen einddatum',
      sv: 'omfattas inte längre, och Nmbrs har inget slutdatum',
      da: 'ikke længere omfattet, og Nmbrs har ingen slutdato',
    },
    guide: {
      says: 'Someone who is connected fell out of scope, and the employment in Nmbrs has no end',
      remedy: 'Enter the last day in Nmbrs, or look at `companies` and `scope`; or `ignore ID --reason TEXT`',
    },
    message: {
      en: 'This person is connected, but no longer in the scope of this connection, so their data is not kept in step, while Nmbrs keeps paying',
      nl: 'Deze persoon is gekoppeld en valt niet meer onder deze verbinding; er wordt dus niets meer bijgehouden terwijl Nmbrs blijft uitbetalen',
      sv: 'Personen är kopplad och omfattas inte längre av anslutningen, så inget hålls uppdaterat medan Nmbrs fortsätter att betala',
      da: 'Personen er forbundet og er ikke længere omfattet af forbindelsen, så intet holdes ved lige, mens Nmbrs bliver ved med at udbetale',
    },
    remedy: {
      en: 'If they left the company, enter the last day in Nmbrs; if not, look at companies and scope in the configuration. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
      nl: 'Is de persoon uit dienst, voer dan de laatste dag in Nmbrs in; zo niet, kijk naar companies en scope in de configuratie. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
      sv: 'Om personen har lämnat företaget, för in den sista dagen i Nmbrs; annars se på companies och scope i konfigurationen. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
      da: 'Hvis personen har forladt virksomheden, så indtast den sidste dag i Nmbrs; ellers se på companies og scope i konfigurationen. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
    },
  },
  'moved-company': {
    severity: 'warning',
    short: {
      en: 'in another company now, and Nmbrs has no end',
      nl: 'nu in een ander bedrijf, en Nmbrs heeft geen einddatum',
      sv: 'i ett annat företag nu, och Nmbrs har inget slutdatum',
      da: 'i en anden virksomhed nu, og Nmbrs har ingen slutdato',
    },
    guide: {
      says: 'Someone is in another company now, and the employment in the former one has no end',
      remedy: 'Enter the last day there in Nmbrs; or `ignore ID --reason TEXT`',
    },
    message: {
      en: 'AlexisHR has this person in another company than the one they are connected in, and the employment there has no end in Nmbrs',
      nl: 'AlexisHR heeft deze persoon in een ander bedrijf dan waarin de persoon is gekoppeld, en het dienstverband daar heeft in Nmbrs geen einddatum',
      sv: 'AlexisHR har personen i ett annat företag än det där personen är kopplad, och anställningen där har inget slutdatum i Nmbrs',
      da: 'AlexisHR har personen i en anden virksomhed end den, personen er forbundet i, og ansættelsen dér har ingen slutdato i Nmbrs',
    },
    remedy: {
      en: 'Enter the last day in the former company in Nmbrs, and the employment in the new one. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
      nl: 'Voer in Nmbrs de laatste dag bij het vorige bedrijf in, en het dienstverband bij het nieuwe. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
      sv: 'För in den sista dagen i det förra företaget i Nmbrs, och anställningen i det nya. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
      da: 'Indtast den sidste dag i den tidligere virksomhed i Nmbrs og ansættelsen i den nye. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
    },
  },
  'paid-twice': {
    severity: 'error',
    short: {
      en: 'two companies have a running employment',
      nl: 'twee bedrijven hebben een lopend dienstverband',
      sv: 'två företag har en pågående anställning',
      da: 'to virksomheder har en løbende ansættelse',
    },
    guide: {
      says: 'Two Nmbrs companies have a running employment of one person',
      remedy: 'Enter the last day of one in Nmbrs; or `disconnect ID`',
    },
    message: {
      en: 'Two Nmbrs companies have a running employment of this person, so both would pay: {employments}',
      nl: 'Twee bedrijven in Nmbrs hebben een lopend dienstverband van deze persoon, dus beide zouden uitbetalen: {employments}',
      sv: 'Två företag i Nmbrs har en pågående anställning för personen, så båda skulle betala: {employments}',
      da: 'To virksomheder i Nmbrs har en løbende ansættelse for personen, så begge ville udbetale: {employments}',
    },
    remedy: {
      en: 'Enter the last day of the one that ended in Nmbrs. If both are right, leave the former one out: nmbrs-sync ignore {id} --reason TEXT',
      nl: 'Voer in Nmbrs de laatste dag in van het dienstverband dat is afgelopen. Kloppen beide, laat dan het vorige weg: nmbrs-sync ignore {id} --reason TEXT',
      sv: 'För in den sista dagen i Nmbrs för den som har slutat. Om båda är rätt, utelämna den förra: nmbrs-sync ignore {id} --reason TEXT',
      da: 'Indtast i Nmbrs den sidste dag for den, der er ophørt. Hvis begge er rigtige, så udelad den tidligere: nmbrs-sync ignore {id} --reason TEXT',
    },
  },
  'employments-overlap': {
    severity: 'warning',
    short: {
      en: 'two running employments in one company',
      nl: 'twee lopende dienstverbanden in één bedrijf',
      sv: 'två pågående anställningar i ett företag',
      da: 'to løbende ansættelser i én virksomhed',
    },
    guide: {
      says: 'Nmbrs has two running employments of one person in one company',
      remedy: 'End one of them in Nmbrs',
    },
    message: {
      en: 'Nmbrs has more than one running employment of this person in the same company',
      nl: 'Nmbrs heeft meer dan één lopend dienstverband van deze persoon in hetzelfde bedrijf',
      sv: 'Nmbrs har mer än en pågående anställning för personen i samma företag',
      da: 'Nmbrs har mere end én løbende ansættelse for personen i samme virksomhed',
    },
    remedy: {
      en: 'Look at the employments in Nmbrs and end the extra one',
      nl: 'Bekijk de dienstverbanden in Nmbrs en beëindig het overbodige',
      sv: 'Titta på anställningarna i Nmbrs och avsluta den överflödiga',
      da: 'Se på ansættelserne i Nmbrs, og afslut den overflødige',
    },
  },
  'not-on-payroll': {
    severity: 'warning',
    short: {
      en: 'not on the payroll in Nmbrs',
      nl: 'staat in Nmbrs niet op de loonlijst',
      sv: 'inte på lönelistan i Nmbrs',
      da: 'ikke på lønningslisten i Nmbrs',
    },
    guide: {
      says: 'The Nmbrs employee is an applicant, a new hire, external or deceased',
      remedy: 'Look at the employee in Nmbrs; a salary waits',
    },
    message: {
      en: 'The connected Nmbrs employee is not on the payroll: {off}',
      nl: 'De gekoppelde medewerker in Nmbrs staat niet op de loonlijst: {off}',
      sv: 'Den kopplade medarbetaren i Nmbrs är inte på lönelistan: {off}',
      da: 'Den forbundne medarbejder i Nmbrs er ikke på lønningslisten: {off}',
    },
    remedy: {
      en: 'Look at the employee in Nmbrs; a salary waits until they are on the payroll',
      nl: 'Bekijk de medewerker in Nmbrs; een salaris wacht tot de medewerker op de loonlijst staat',
      sv: 'Titta på medarbetaren i Nmbrs; en lön väntar tills medarbetaren är på lönelistan',
      da: 'Se på medarbejderen i Nmbrs; en løn venter, til medarbejderen er på lønningslisten',
    },
  },
  'salary-after-end': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the salary starts after the last day in Nmbrs',
      nl: 'het salaris gaat in na de laatste dag in Nmbrs',
      sv: 'lönen börjar gälla efter sista dagen i Nmbrs',
      da: 'lønnen gælder fra efter sidste dag i Nmbrs',
    },
    guide: {
      says: 'A salary would start after the last day in Nmbrs, and is never sent',
      remedy: 'Enter the employment or its new end in Nmbrs, or end it in AlexisHR; `explain ID`',
    },
    message: {
      en: 'The salary would start after the last day of the employment in Nmbrs, and is never sent',
      nl: 'Het salaris zou ingaan na de laatste dag van het dienstverband in Nmbrs, en wordt nooit verstuurd',
      sv: 'Lönen skulle börja gälla efter anställningens sista dag i Nmbrs och skickas aldrig',
      da: 'Lønnen ville gælde fra efter ansættelsens sidste dag i Nmbrs og sendes aldrig',
    },
    remedy: {
      en: 'If the person still works here, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR. Both sides: nmbrs-sync explain {id} --show-values',
      nl: 'Werkt de persoon door, voer dan het dienstverband of de nieuwe einddatum in Nmbrs in; zo niet, beëindig het in AlexisHR. Beide kanten: nmbrs-sync explain {id} --show-values',
      sv: 'Om personen arbetar vidare, för in anställningen eller dess nya slutdatum i Nmbrs; annars avsluta den i AlexisHR. Båda sidor: nmbrs-sync explain {id} --show-values',
      da: 'Hvis personen arbejder videre, så indtast ansættelsen eller dens nye slutdato i Nmbrs; ellers afslut den i AlexisHR. Begge sider: nmbrs-sync explain {id} --show-values',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
