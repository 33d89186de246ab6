import type { Wording } from '../../../../domain/language/catalogue.js'

/** What keeps every host alike from being reached: certificates, and the proxy of the network. */
export const networkSentences: readonly Wording[] = [
  {
    en: 'the certificate of the host is not trusted',
    nl: 'het certificaat van de host wordt niet vertrouwd',
    sv: 'värdens certifikat är inte betrott',
    da: 'værtens certifikat er ikke betroet',
  },
  {
    en: 'the proxy of this network wants another login',
    nl: 'de proxyserver van dit netwerk vraagt om een andere login',
    sv: 'nätverkets proxyserver vill ha en annan inloggning',
    da: 'netværkets proxyserver vil have et andet login',
  },
  {
    en: 'the proxy of this network made no connection',
    nl: 'de proxyserver van dit netwerk maakte geen verbinding',
    sv: 'nätverkets proxyserver upprättade ingen anslutning',
    da: 'netværkets proxyserver oprettede ingen forbindelse',
  },
  {
    en: 'the proxy of this network takes other logins than Basic, such as NTLM or Kerberos',
    nl: 'de proxyserver van dit netwerk neemt andere logins dan Basic aan, zoals NTLM of Kerberos',
    sv: 'nätverkets proxyserver tar emot andra inloggningar än Basic, till exempel NTLM eller Kerberos',
    da: 'netværkets proxyserver tager imod andre login end Basic, f.eks. NTLM eller Kerberos',
  },
  {
    en: 'Run a small proxy on this machine that logs in there, such as px or cntlm, and put its address into HTTPS_PROXY; or have this machine let out without a login',
    nl: 'Draai op deze machine een kleine proxyserver die daar inlogt, zoals px of cntlm, en zet het adres ervan in HTTPS_PROXY; of laat deze machine zonder login naar buiten gaan',
    sv: 'Kör en liten proxyserver på den här maskinen som loggar in där, till exempel px eller cntlm, och ange dess adress i HTTPS_PROXY; eller låt maskinen släppas ut utan inloggning',
    da: 'Kør en lille proxyserver på denne maskine, som logger ind der, f.eks. px eller cntlm, og sæt dens adresse i HTTPS_PROXY; eller få maskinen lukket ud uden login',
  },
  {
    en: 'HTTPS_PROXY or ALL_PROXY is not the address of a proxy',
    nl: 'HTTPS_PROXY of ALL_PROXY is niet het adres van een proxyserver',
    sv: 'HTTPS_PROXY eller ALL_PROXY är inte adressen till en proxyserver',
    da: 'HTTPS_PROXY eller ALL_PROXY er ikke adressen på en proxyserver',
  },
  {
    en: 'Set HTTPS_PROXY to http://PROXY:PORT; a host that needs no proxy belongs in NO_PROXY',
    nl: 'Zet HTTPS_PROXY op http://PROXY:PORT; een host die geen proxyserver nodig heeft, hoort in NO_PROXY',
    sv: 'Sätt HTTPS_PROXY till http://PROXY:PORT; en värd som inte behöver någon proxyserver hör hemma i NO_PROXY',
    da: 'Sæt HTTPS_PROXY til http://PROXY:PORT; en vært, der ikke behøver en proxyserver, hører hjemme i NO_PROXY',
  },
  {
    en: 'HTTPS_PROXY or ALL_PROXY names a SOCKS proxy, which this program cannot use',
    nl: 'HTTPS_PROXY of ALL_PROXY noemt een SOCKS-proxyserver, die dit programma niet kan gebruiken',
    sv: 'HTTPS_PROXY eller ALL_PROXY anger en SOCKS-proxyserver, som det här programmet inte kan använda',
    da: 'HTTPS_PROXY eller ALL_PROXY nævner en SOCKS-proxyserver, som dette program ikke kan bruge',
  },
  {
    en: 'Put an HTTP proxy into HTTPS_PROXY (http://PROXY:PORT), such as a small one on this machine that passes on to the SOCKS proxy; or name the host in NO_PROXY',
    nl: 'Zet een HTTP-proxyserver in HTTPS_PROXY (http://PROXY:PORT), bijvoorbeeld een kleine op deze machine die doorgeeft aan de SOCKS-proxyserver; of noem de host in NO_PROXY',
    sv: 'Ange en HTTP-proxyserver i HTTPS_PROXY (http://PROXY:PORT), till exempel en liten på den här maskinen som skickar vidare till SOCKS-proxyservern; eller ange värden i NO_PROXY',
    da: 'Sæt en HTTP-proxyserver i HTTPS_PROXY (http://PROXY:PORT), f.eks. en lille på denne maskine, som sender videre til SOCKS-proxyserveren; eller nævn værten i NO_PROXY',
  },
  {
    en: 'HTTPS_PROXY or ALL_PROXY names a script that chooses a proxy (PAC), which this program does not run',
    nl: 'HTTPS_PROXY of ALL_PROXY noemt een script dat een proxyserver kiest (PAC), dat dit programma niet uitvoert',
    sv: 'HTTPS_PROXY eller ALL_PROXY anger ett skript som väljer proxyserver (PAC), som det här programmet inte kör',
    da: 'HTTPS_PROXY eller ALL_PROXY nævner et script, der vælger proxyserver (PAC), som dette program ikke kører',
  },
  {
    en: 'Look in the script, or ask the operator of the network, which proxy is for the host, and put that one into HTTPS_PROXY (http://PROXY:PORT)',
    nl: 'Kijk in het script, of vraag de netwerkbeheerder, welke proxyserver voor de host is, en zet die in HTTPS_PROXY (http://PROXY:PORT)',
    sv: 'Se i skriptet, eller fråga den som driver nätverket, vilken proxyserver som gäller för värden, och ange den i HTTPS_PROXY (http://PROXY:PORT)',
    da: 'Se i scriptet, eller spørg den, der driver netværket, hvilken proxyserver der er til værten, og sæt den i HTTPS_PROXY (http://PROXY:PORT)',
  },
  {
    en: 'HTTP_PROXY has no effect, because everything goes over HTTPS: set HTTPS_PROXY to the same address. If this network needs no proxy, check the network, its firewall and the address in the configuration',
    nl: 'HTTP_PROXY heeft geen effect, omdat alles over HTTPS gaat: zet HTTPS_PROXY op hetzelfde adres. Heeft dit netwerk geen proxyserver nodig, controleer dan het netwerk, de firewall en het adres in de configuratie',
    sv: 'HTTP_PROXY har ingen effekt, eftersom allt går över HTTPS: sätt HTTPS_PROXY till samma adress. Om nätverket inte behöver någon proxyserver, kontrollera nätverket, brandväggen och adressen i konfigurationen',
    da: 'HTTP_PROXY har ingen virkning, fordi alt går over HTTPS: sæt HTTPS_PROXY til samme adresse. Hvis netværket ikke behøver en proxyserver, så kontrollér netværket, firewallen og adressen i konfigurationen',
  },
  {
    en: 'Put user and password of the proxy into HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, special characters encoded), or name the host in NO_PROXY',
    nl: 'Zet gebruiker en wachtwoord van de proxyserver in HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, bijzondere tekens gecodeerd), of noem de host in NO_PROXY',
    sv: 'Ange proxyserverns användare och lösenord i HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, specialtecken kodade), eller ange värden i NO_PROXY',
    da: 'Sæt proxyserverens bruger og adgangskode i HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, specialtegn kodet), eller nævn værten i NO_PROXY',
  },
  {
    en: 'Check HTTPS_PROXY, and ask the operator of the proxy to let this machine reach the host; a host that needs no proxy belongs in NO_PROXY',
    nl: 'Controleer HTTPS_PROXY, en vraag de beheerder van de proxyserver om deze machine bij de host te laten; een host die geen proxyserver nodig heeft, hoort in NO_PROXY',
    sv: 'Kontrollera HTTPS_PROXY, och be den som driver proxyservern att släppa fram den här maskinen till värden; en värd som inte behöver någon proxyserver hör hemma i NO_PROXY',
    da: 'Kontrollér HTTPS_PROXY, og bed den, der driver proxyserveren, om at lade denne maskine nå værten; en vært, der ikke behøver en proxyserver, hører hjemme i NO_PROXY',
  },
  {
    en: 'If a proxy or firewall of your company reads TLS, save the certificate of its authority (PEM) and name that file in NODE_EXTRA_CA_CERTS, in the environment; else check the host in the configuration',
    nl: 'Als een proxyserver of firewall van uw bedrijf TLS leest, bewaar dan het certificaat van de uitgever (PEM) en noem dat bestand in NODE_EXTRA_CA_CERTS, in de omgeving; controleer anders de host in de configuratie',
    sv: 'Om en proxyserver eller brandvägg hos ert företag läser TLS, spara utfärdarens certifikat (PEM) och ange filen i NODE_EXTRA_CA_CERTS, i miljön; kontrollera annars värden i konfigurationen',
    da: 'Hvis en proxyserver eller firewall i jeres virksomhed læser TLS, så gem udstederens certifikat (PEM) og nævn filen i NODE_EXTRA_CA_CERTS, i miljøet; kontrollér ellers værten i konfigurationen',
  },
  {
    en: 'Check date and time of this machine; if they are right, the certificate of the host has to be renewed',
    nl: 'Controleer datum en tijd van deze machine; kloppen die, dan moet het certificaat van de host worden vernieuwd',
    sv: 'Kontrollera maskinens datum och tid; om de stämmer måste värdens certifikat förnyas',
    da: 'Kontrollér maskinens dato og tid; hvis de er rigtige, skal værtens certifikat fornyes',
  },
  {
    en: 'Check the host in the configuration, and whether something else answers in its place',
    nl: 'Controleer de host in de configuratie, en of iets anders in plaats daarvan antwoordt',
    sv: 'Kontrollera värden i konfigurationen, och om något annat svarar i dess ställe',
    da: 'Kontrollér værten i konfigurationen, og om noget andet svarer i dens sted',
  },
]
