import { toCatalogue } from '../../domain/language/catalogue.js'
import type { SurpriseCode } from './surprise.js'

type SurpriseTexts = Readonly<Record<SurpriseCode, { message: string; remedy: string }>>

/** What a surprise says, and what to do about it, by language. */
export const surpriseCatalogue = toCatalogue<SurpriseTexts>({
  en: {
    'person-unknown': {
      message: 'a login of no one who was read',
      remedy:
        'Look in the portal whose it is; delete it there if it should not be, and import the list again',
    },
    'person-in-doubt': {
      message: 'a login that fits several people, or whose number and address are of different people',
      remedy: 'Correct the number or the address in the portal, then: nmbrs-sync access import FILE',
    },
    'listed-twice': {
      message: 'two logins of one person; neither is taken over',
      remedy: 'Delete the one that should not be in the portal, then: nmbrs-sync access import FILE',
    },
    'login-not-wanted': {
      message: 'a login that no rule of the policy gives',
      remedy: 'See which rule says so: nmbrs-sync access explain ID',
    },
    'not-connected': {
      message: 'a login of someone who is not connected',
      remedy: 'Connect the person: nmbrs-sync status --not-connected',
    },
    'left-service': {
      message: 'an active login of someone who left, unknown until now',
      remedy: 'See who left and has a login: nmbrs-sync access status --left',
    },
    'login-inactive': {
      message: 'a login that is switched off in the portal',
      remedy: 'See what is wanted: nmbrs-sync access explain ID',
    },
    'email-differs': {
      message: 'a login with another e-mail address than it was to have',
      remedy: 'See what is wanted: nmbrs-sync access explain ID',
    },
    'template-differs': {
      message: 'a login with another template than it was to have',
      remedy: 'See what is wanted: nmbrs-sync access explain ID',
    },
    'language-differs': {
      message: 'a login in another language than it was to have',
      remedy: 'See what is wanted: nmbrs-sync access explain ID',
    },
    'user-name-differs': {
      message: 'a login with another user name than it was to have',
      remedy: 'See what is wanted: nmbrs-sync access explain ID',
    },
    'status-unknown': {
      message: 'a login in a state that the portal file does not know; it is not taken over',
      remedy: 'Add the word under ownList of the portal file, then: nmbrs-sync access import FILE',
    },
    'login-missing': {
      message: 'a login that is known and that the whole list does not have',
      remedy: 'Look in the portal; if it is gone, import the list again and say of how many: --gone N',
    },
  },
  nl: {
    'person-unknown': {
      message: 'een login van iemand die niet is gelezen',
      remedy:
        'Zoek in de portal uit van wie de login is; verwijder hem daar als hij er niet hoort, en lees de lijst opnieuw in',
    },
    'person-in-doubt': {
      message:
        'een login die bij meerdere personen past, of waarvan nummer en adres bij verschillende personen horen',
      remedy: 'Verbeter het nummer of het adres in de portal, daarna: nmbrs-sync access import FILE',
    },
    'listed-twice': {
      message: 'twee logins van één persoon; geen van beide wordt overgenomen',
      remedy: 'Verwijder de overbodige login in de portal, daarna: nmbrs-sync access import FILE',
    },
    'login-not-wanted': {
      message: 'een login die geen enkele ingestelde regel geeft',
      remedy: 'Bekijk welke regel dat zegt: nmbrs-sync access explain ID',
    },
    'not-connected': {
      message: 'een login van iemand die niet gekoppeld is',
      remedy: 'Koppel deze persoon: nmbrs-sync status --not-connected',
    },
    'left-service': {
      message: 'een actieve login van iemand die uit dienst is, tot nu toe onbekend',
      remedy: 'Bekijk wie uit dienst is en een login heeft: nmbrs-sync access status --left',
    },
    'login-inactive': {
      message: 'een login die in de portal is gedeactiveerd',
      remedy: 'Bekijk wat de bedoeling is: nmbrs-sync access explain ID',
    },
    'email-differs': {
      message: 'een login met een ander e-mailadres dan de bedoeling was',
      remedy: 'Bekijk wat de bedoeling is: nmbrs-sync access explain ID',
    },
    'template-differs': {
      message: 'een login met een andere template dan de bedoeling was',
      remedy: 'Bekijk wat de bedoeling is: nmbrs-sync access explain ID',
    },
    'language-differs': {
      message: 'een login in een andere taal dan de bedoeling was',
      remedy: 'Bekijk wat de bedoeling is: nmbrs-sync access explain ID',
    },
    'user-name-differs': {
      message: 'een login met een andere gebruikersnaam dan de bedoeling was',
      remedy: 'Bekijk wat de bedoeling is: nmbrs-sync access explain ID',
    },
    'status-unknown': {
      message: 'een login met een status die het portalbestand niet kent; hij wordt niet overgenomen',
      remedy: 'Voeg het woord toe onder ownList van het portalbestand, daarna: nmbrs-sync access import FILE',
    },
    'login-missing': {
      message: 'een bekende login die niet in de volledige lijst staat',
      remedy: 'Kijk in de portal; is de login weg, lees de lijst dan opnieuw in en zeg van hoeveel: --gone N',
    },
  },
  sv: {
    'person-unknown': {
      message: 'en inloggning som tillhör någon som inte lästes',
      remedy:
        'Ta reda på i portalen vems den är; ta bort den där om den inte ska finnas, och läs in listan igen',
    },
    'person-in-doubt': {
      message:
        'en inloggning som passar flera personer, eller vars nummer och adress hör till olika personer',
      remedy: 'Rätta numret eller adressen i portalen, sedan: nmbrs-sync access import FILE',
    },
    'listed-twice': {
      message: 'två inloggningar för en person; ingen av dem tas över',
      remedy: 'Ta bort den som inte ska finnas i portalen, sedan: nmbrs-sync access import FILE',
    },
    'login-not-wanted': {
      message: 'en inloggning som ingen regel ger',
      remedy: 'Se vilken regel som säger det: nmbrs-sync access explain ID',
    },
    'not-connected': {
      message: 'en inloggning för någon som inte är kopplad',
      remedy: 'Koppla personen: nmbrs-sync status --not-connected',
    },
    'left-service': {
      message: 'en aktiv inloggning för någon som har slutat, okänd till nu',
      remedy: 'Se vem som har slutat och har en inloggning: nmbrs-sync access status --left',
    },
    'login-inactive': {
      message: 'en inloggning som är inaktiverad i portalen',
      remedy: 'Se vad som önskas: nmbrs-sync access explain ID',
    },
    'email-differs': {
      message: 'en inloggning med en annan e-postadress än den skulle ha',
      remedy: 'Se vad som önskas: nmbrs-sync access explain ID',
    },
    'template-differs': {
      message: 'en inloggning med en annan mall än den skulle ha',
      remedy: 'Se vad som önskas: nmbrs-sync access explain ID',
    },
    'language-differs': {
      message: 'en inloggning på ett annat språk än den skulle ha',
      remedy: 'Se vad som önskas: nmbrs-sync access explain ID',
    },
    'user-name-differs': {
      message: 'en inloggning med ett annat användarnamn än den skulle ha',
      remedy: 'Se vad som önskas: nmbrs-sync access explain ID',
    },
    'status-unknown': {
      message: 'en inloggning med en status som portalfilen inte känner till; den tas inte över',
      remedy: 'Lägg till ordet under ownList i portalfilen, sedan: nmbrs-sync access import FILE',
    },
    'login-missing': {
      message: 'en känd inloggning som inte finns i den fullständiga listan',
      remedy: 'Titta i portalen; om den är borta, läs in listan igen och ange hur många: --gone N',
    },
  },
  da: {
    'person-unknown': {
      message: 'et login, der tilhører en, som ikke blev læst',
      remedy:
        'Find i portalen ud af, hvis det er; slet det dér, hvis det ikke skal være der, og indlæs listen igen',
    },
    'person-in-doubt': {
      message:
        'et login, der passer til flere personer, eller hvis nummer og adresse hører til forskellige personer',
      remedy: 'Ret nummeret eller adressen i portalen, derefter: nmbrs-sync access import FILE',
    },
    'listed-twice': {
      message: 'to logins til én person; ingen af dem overtages',
      remedy: 'Slet det, der ikke skal være der, i portalen, derefter: nmbrs-sync access import FILE',
    },
    'login-not-wanted': {
      message: 'et login, som ingen regel giver',
      remedy: 'Se, hvilken regel der siger det: nmbrs-sync access explain ID',
    },
    'not-connected': {
      message: 'et login til en, der ikke er forbundet',
      remedy: 'Forbind personen: nmbrs-sync status --not-connected',
    },
    'left-service': {
      message: 'et aktivt login til en, der er fratrådt, ukendt indtil nu',
      remedy: 'Se, hvem der er fratrådt og har et login: nmbrs-sync access status --left',
    },
    'login-inactive': {
      message: 'et login, der er deaktiveret i portalen',
      remedy: 'Se, hvad der ønskes: nmbrs-sync access explain ID',
    },
    'email-differs': {
      message: 'et login med en anden e-mailadresse, end det skulle have',
      remedy: 'Se, hvad der ønskes: nmbrs-sync access explain ID',
    },
    'template-differs': {
      message: 'et login med en anden skabelon, end det skulle have',
      remedy: 'Se, hvad der ønskes: nmbrs-sync access explain ID',
    },
    'language-differs': {
      message: 'et login på et andet sprog, end det skulle have',
      remedy: 'Se, hvad der ønskes: nmbrs-sync access explain ID',
    },
    'user-name-differs': {
      message: 'et login med et andet brugernavn, end det skulle have',
      remedy: 'Se, hvad der ønskes: nmbrs-sync access explain ID',
    },
    'status-unknown': {
      message: 'et login med en status, som portalfilen ikke kender; det overtages ikke',
      remedy: 'Tilføj ordet under ownList i portalfilen, derefter: nmbrs-sync access import FILE',
    },
    'login-missing': {
      message: 'et kendt login, som ikke er på den fuldstændige liste',
      remedy: 'Se efter i portalen; er det væk, så indlæs listen igen, og angiv hvor mange: --gone N',
    },
  },
})

/** The English words of each surprise, for programs. */
export const surpriseTexts = surpriseCatalogue.en
