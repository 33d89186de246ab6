import type { ReasonTexts } from './reason-text.js'

/** The words of each reason in Swedish. No native speaker has read them yet. */
export const sv: ReasonTexts = {
  'new-login': {
    message: 'har ingen inloggning än och ska få en',
    remedy: 'Skapa den som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'asked-individually': {
    message: 'begärdes särskilt; personen finns inte på någon lista',
    remedy: 'Skapa den på den här medarbetarens skärm, sedan: nmbrs-sync access confirm ID',
  },
  'email-changed': {
    message: 'inloggningens e-postadress är inte den som personen har nu',
    remedy: 'Se vad som jämförs: nmbrs-sync access explain ID',
  },
  'template-changed': {
    message: 'reglerna ger en annan mall än inloggningen har',
    remedy: 'Se vilken regel som säger det: nmbrs-sync access explain ID',
  },
  'language-changed': {
    message: 'reglerna ger ett annat språk än inloggningen har',
    remedy: 'Se vilken regel som säger det: nmbrs-sync access explain ID',
  },
  'level-changed': {
    message: 'inloggningen hör till en annan debitor än personen gör nu',
    remedy: 'Se vilken debitor som avses: nmbrs-sync access explain ID',
  },
  'permissions-changed': {
    message: 'inloggningens behörigheter är inte de som reglerna ger nu',
    remedy: 'Ändra dem som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'not-wanted-any-more': {
    message: 'ingen regel ger längre personen en inloggning',
    remedy: 'Se vilken regel som säger det: nmbrs-sync access explain ID',
  },
  'left-service': {
    message: 'har slutat, och inloggningen ska inaktiveras',
    remedy: 'Inaktivera den som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'link-asked': {
    message: 'en ny länk för att välja lösenord har begärts',
    remedy: 'Skicka den som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'asked-again': {
    message: 'har lämnats över tidigare och lämnas över igen',
    remedy: 'Gör det som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'as-wanted': { message: 'inloggningen är som den ska', remedy: 'Inget behöver göras' },
  'handed-over': {
    message: 'arbetet med den här inloggningen är överlämnat och väntar på svar',
    remedy:
      'När det är gjort: nmbrs-sync access confirm ID; om det inte går: nmbrs-sync access refuse ID --reason TEXT',
  },
  refused: {
    message: 'det här arbetet avböjdes; det begärs inte igen av sig självt',
    remedy: 'För att få det överlämnat igen: nmbrs-sync access request ID',
  },
  expired: {
    message: 'arbetet lämnades över och ingen har sagt om det är gjort',
    remedy:
      'Titta i portalen. Gjort: nmbrs-sync access confirm ID. Inte gjort, men behövs än: nmbrs-sync access request ID. Behövs inte: nmbrs-sync access refuse ID --reason TEXT',
  },
  'not-connected': {
    message: 'inte kopplad än; loginet kan skapas när en synkronisering har kopplat personen',
    remedy:
      'Vilka nästa synkronisering kopplar: nmbrs-sync plan. Vilka som blir över: nmbrs-sync status --not-connected',
  },
  'not-in-service-yet': {
    message: 'är inte anställd än; listan visar bara den som är i tjänst',
    remedy: 'Vänta till första arbetsdagen; nästa nmbrs-sync access sync tittar igen',
  },
  'left-login-active': {
    message: 'har slutat, inloggningen är aktiv',
    remedy:
      'Låt den vara, så att lönespecifikationer kan läsas, eller ta bort den för hand i portalen och sedan: nmbrs-sync access import FILE',
  },
  'left-no-login': {
    message: 'har slutat och har ingen inloggning',
    remedy: 'Om en ändå behövs: nmbrs-sync access request ID',
  },
  'no-login-wanted': {
    message: 'reglerna ger inte personen någon inloggning',
    remedy: 'Se vilken regel som säger det: nmbrs-sync access explain ID',
  },
  'no-login-known': {
    message: 'det finns ingen känd aktiv inloggning att skicka en länk för',
    remedy:
      'Begäran förfaller. Om det finns en inloggning: nmbrs-sync access import FILE, sedan nmbrs-sync access resend ID',
  },
  'link-not-offered': {
    message: 'den här portalen skickar ingen länk för att välja nytt lösenord',
    remedy: 'Se vad den kan: nmbrs-sync access portals',
  },
  'login-inactive': {
    message: 'har en inloggning som är inaktiverad',
    remedy:
      'Om den ska fungera igen, slå på den för hand i portalen och sedan: nmbrs-sync access import FILE',
  },
  'not-in-source': {
    message: 'har en inloggning här men fanns inte bland dem som lästes; den lämnas som den är',
    remedy: 'Kontrollera vilka anslutningen omfattar: nmbrs-sync explain ID',
  },
  'email-change-listed': {
    message: 'inloggningen har en tidigare e-postadress; den fungerar, så det är inte bråttom',
    remedy: 'Ersätt den när det passar: nmbrs-sync access confirm ID --no-open-requests',
  },
  'email-change-left': {
    message: 'inloggningen har en tidigare e-postadress, och enligt reglerna får den behålla den',
    remedy: 'Ändra replaceOnEmailChange för att få den ersatt, sedan: nmbrs-sync access plan',
  },
  'email-removed': {
    message: 'inloggningens adress har tagits bort i AlexisHR; bara därför tas en inloggning aldrig bort',
    remedy: 'Om en annan adress ska ersätta den: nmbrs-sync access confirm ID --no-open-requests',
  },
  'no-email': {
    message: 'har ingen e-postadress av det slag som reglerna kräver, så ingen inloggning kan skapas',
    remedy: 'Fyll i adressen i AlexisHR eller ändra reglerna; sedan: nmbrs-sync access plan',
  },
  'email-shared': {
    message: 'delar den här e-postadressen med någon annan, så ingen av dem får en inloggning',
    remedy: 'Ge var och en en egen adress i AlexisHR; sedan: nmbrs-sync access plan',
  },
  'email-of-another-login': {
    message: 'någon annan har eller ska få inloggningen med den här e-postadressen',
    remedy:
      'Ta reda på i portalen vems den är och ta bort den där om den är gammal; sedan: nmbrs-sync access import FILE',
  },
  'debtor-unknown': {
    message: 'konfigurationen anger ingen debitor för personens företag',
    remedy: 'Lägg till den under access; sedan: nmbrs-sync config check',
  },
  'template-unknown': {
    message: 'portalen har ingen sådan mall eller behörighet på den här nivån',
    remedy: 'Rätta reglerna under access; sedan: nmbrs-sync config check',
  },
  'language-unknown': {
    message: 'portalen har inte det språk som reglerna ger',
    remedy: 'Rätta reglerna under access; sedan: nmbrs-sync config check',
  },
  'permissions-invalid': {
    message: 'behörigheterna ger något utan det som det kräver',
    remedy: 'Rätta behörigheterna under access; sedan: nmbrs-sync config check',
  },
  'nothing-granted': {
    message: 'inga behörigheter ges, så ingen inloggning begärs',
    remedy: 'Ge behörigheter under access om en behövs; sedan: nmbrs-sync access plan',
  },
  'user-name-impossible': {
    message: 'det går inte att bilda ett användarnamn av det som är känt om personen',
    remedy: 'Fyll i för- och efternamn med latinska bokstäver; sedan: nmbrs-sync access plan',
  },
  'not-accounting-customer': {
    message: 'företaget är inte upplagt som accounting customer',
    remedy: 'Lägg upp det i AkkenCloud och ange det i kontaktlistan; sedan: nmbrs-sync access plan',
  },
  'not-on-customer-record': {
    message: 'kontakten har inte lagts till på posten för accounting customer',
    remedy: 'Lägg till kontakten i AkkenCloud och ange det i kontaktlistan; sedan: nmbrs-sync access plan',
  },
  'goes-to-consultant': {
    message: 'företagets löner sköts av en extern part: åtkomst begärs inte med formuläret',
    remedy: 'Företagets konsult skapar profilen och hör av sig; fråga konsulten om ingen gör det',
  },
  'open-change-requests': {
    message: 'när inloggningen tas bort försvinner personens öppna ändringsbegäranden',
    remedy:
      'Se efter om det finns några; sedan: nmbrs-sync access confirm ID --no-open-requests, eller --accept-loss om de får försvinna',
  },
  'removal-needs-word': {
    message: 'en inloggning tas bara bort när någon har godkänt det',
    remedy: 'Om den får tas bort: nmbrs-sync access confirm ID --no-open-requests',
  },
  'owner-unknown': {
    message: 'ett meddelande går till en owner, och det är okänt om det finns en e-postadress',
    remedy: 'Ange owner i behörigheterna eller utelämna meddelandet; sedan: nmbrs-sync access plan',
  },
  'owner-without-email': {
    message: 'ett meddelande går till en owner utan e-postadress på medarbetarposten',
    remedy: 'Fyll i adressen eller ange en annan owner; sedan: nmbrs-sync access plan',
  },
  'contact-without-email': {
    message: 'ett meddelande går till den här kontakten, som saknar e-postadress',
    remedy: 'Fyll i adressen i kontaktlistan och i portalen; sedan: nmbrs-sync access plan',
  },
  'existing-logins-unknown': {
    message: 'hela listan från portalen har inte lästs in än, så det kan redan finnas en inloggning',
    remedy: 'Titta i portalen eller läs in hela listan: nmbrs-sync access import FILE --whole',
  },
  'login-kept': {
    message: 'inloggningen som finns lämnas som den är',
    remedy: 'Titta på den: nmbrs-sync access explain ID',
  },
  'link-goes-to-old-email': {
    message: 'länken går till inloggningens adress, som inte är någon av de adresser personen har nu',
    remedy:
      'Kontrollera att e-post går att läsa där, eller ersätt inloggningen: nmbrs-sync access explain ID',
  },
  'link-address-unknown': {
    message: 'inloggningens adress är inte känd här; länken går dit',
    remedy: 'Titta på adressen i portalen innan länken skickas',
  },
  'wanted-changed-since': {
    message: 'det som behövs har ändrats sedan arbetet lämnades över',
    remedy:
      'Säg först hur det gick: nmbrs-sync access confirm ID, eller nmbrs-sync access refuse ID --reason TEXT',
  },
  'delivery-in-doubt': {
    message: 'det är inte säkert att listan med det här arbetet kom fram',
    remedy:
      'Titta i portalen. Gjort: nmbrs-sync access confirm ID. Inte gjort, men behövs än: nmbrs-sync access request ID',
  },
  'word-too-old': {
    message: 'det som någon begärde eller godkände är äldre än access.wordDays',
    remedy:
      'Om det gäller än, begär eller godkänn det på nytt: nmbrs-sync access request ID, eller nmbrs-sync access confirm ID med --no-open-requests eller --accept-loss',
  },
  overdue: {
    message: 'har inte fått svar inom den tid som leverantören lovar',
    remedy: 'Fråga leverantören, eller skicka igen om portalen tillåter det: nmbrs-sync access worklist',
  },
  'send-login-data': {
    message: 'personen ska få inloggningsuppgifterna, med Company ID',
    remedy: 'Skicka dem när inloggningen finns',
  },
  'no-address-for-login-data': {
    message: 'har ingen e-postadress att skicka inloggningsuppgifterna till',
    remedy: 'Lämna dem personligen eller fyll i en adress; sedan: nmbrs-sync access plan',
  },
  'hr-changes-need-approval': {
    message: 'ändringar av HR-uppgifter som personen gör väntar på en back-office- eller All-in-användare',
    remedy: 'Se till att någon tittar på dem i AkkenCloud',
  },
  'rule-name-unknown': {
    message:
      'en tidigare regel anger en avdelning, ett kontor eller ett företag som ingen känner till, och gäller kanske den här personen',
    remedy:
      'Rätta namnet under access.portals, rules, i konfigurationen; vilket det är: nmbrs-sync config check --online',
  },
  'notified-if-contact': {
    message: 'får besked om godkännanden bara som kontakt, eller "reports to"-kontakt, för uppdraget',
    remedy: 'Kontrollera uppdragens kontakter i AkkenCloud',
  },
  'cases-only': {
    message: 'profilen ger åtkomst till ärenden i portalen, aldrig till själva systemen',
    remedy: 'Åtkomst till ett system ges i det systemet',
  },
  'new-profile-needed': {
    message: 'alla behöver en ny profil, vad som än fanns i en tidigare portal',
    remedy: 'Fyll i formuläret som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'deletion-asked': {
    message: 'någon har bett att den här inloggningen tas bort',
    remedy: 'Ta bort den som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'user-name-asked': {
    message: 'användarnamnet ska bildas av det namn som personen har nu',
    remedy: 'Ändra det som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'password-asked': {
    message: 'ett nytt lösenord har begärts',
    remedy: 'Ställ in det som arbetslistan säger, sedan: nmbrs-sync access confirm ID',
  },
  'login-is-wanted': {
    message: 'en regel ger personen en inloggning, så en borttagen skulle skapas igen',
    remedy:
      'Lägg en regel före den med when: { employees: [ID] } och login: none; sedan: nmbrs-sync access remove ID',
  },
  'user-name-fits': {
    message: 'användarnamnet är det som personens namn ger',
    remedy: 'Inget att göra',
  },
  'user-name-fixed': {
    message: 'portalen har inget användarnamn som kan ändras',
    remedy: 'Se vad den kan: nmbrs-sync access portals',
  },
  'employee-record-missing': {
    message: 'finns inte i portalens lista över anställda: tryck först på Create Employee',
    remedy: 'Skapa den anställda i AkkenCloud, sedan inloggningen',
  },
  'employee-record-unknown': {
    message:
      'måste finnas i Employee Management; om listan inte visar personen, tryck först på Create Employee',
    remedy: 'Skapa den anställda i AkkenCloud, sedan inloggningen',
  },
}
