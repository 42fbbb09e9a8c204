"""Words of topics and of talk that are no names though they may be capitalised; folded."""

from interviews.agenda.vocabulary import table

TOPICS = table("""
europe emea apac dach americas asia africa latam nordics benelux iberia anz mena international worldwide global northern southern eastern western
dictaminadora calificadora evaluadora examinadora seleccionadora
interview interviews interviewer interviewers meeting meetings meet meets chat chats conversation conversations discussion discussions talk talks call session sessions
slot round rounds stage part block welcome introduction introductions intro intros overview briefing orientation presentation presentations seminar lecture demo
demonstration lesson coding code programming pairing debugging design system systems technical tech case study studies exercise task test tests assessment
written review critique portfolio whiteboard deep dive behavioral behavioural values culture fit add leadership motivation competency competencies
hiring manager panel panels committee commission board jury group team teams lunch breakfast dinner brunch supper coffee tea break breaks drinks cocktail buffet snack refreshments
tour tours visit walk walkthrough wrap wrap-up wrapup close closing close-out exit feedback next steps questions question answers q&a faq qa debrief summary
arrival arrive arrives check-in checkin check registration sign-in signin sign badge pickup pick-up pick transfer taxi cab car shuttle flight
train departure depart drive ride return free private time set-up setup set preparation prep prepare rest buffer
schedule agenda itinerary programme program timetable day date onsite on-site site campus virtual final first second third fourth last one two three four five
part i ii iii iv topic topics activity activities host hosts role roles position job offer contract benefits salary compensation relocation paperwork form
candidate candidates applicant applicants faculty students student staff residents fellows colleagues members chair search selection
conference report rounds grand morning noon afternoon evening midday night informal formal open house forum reception address opening
stakeholder cross-functional partnership collaboration product data sql python java javascript react algorithms architecture analytics machine learning modeling modelling model
experimentation strategy vision problem solving problem-solving situational judgment judgement simulation role-play roleplay in-tray inbox
safety video induction ppe issue photo id documents document materials certificate certificates handover goodbye farewell end start finish begin begins
hands-on practical theory research teaching sample mock trial micro-teach microteach keynote speech pitch plan planning
observation observed shadow shadowing remote attendance attending chaired hosted led joined escorted driven
career story stories background experience resume cv application process expectations company firm industry market department school unit office college institute center laboratory university
the a an and with your our their his her its my me you we us they he she it is are will be to from for of in on at by as or if not no yes all any some
each every other another more most please thank thanks dear hello hi hey regards sincerely best kind kindly warm cheers note notes nb ps important attention
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
today tomorrow tonight morning cancelled canceled moved updated update new tbd tbc tba tentative confirmed confirmation optional mandatory required
english german french dutch spanish italian portuguese swedish mathematics maths physics chemistry biology history geography
year grade set class lunchtime hour hours minutes minute min mins am pm a.m p.m est edt pst pdt cet cest gmt bst utc et pt
interviewer(s) who what when where why how attendees attendee guests guest participants participant contact phone email tel mobile subject sent cc bcc re fw fwd
linkedin website www http https gmbh inc ltd llc llp plc ag se kg corp corporation company co group holdings university universitat université universidad
unit operations resume transcript parking deck visitor visitors pass front back main north south east west upper lower left right
alignment technologies technology manufacturing skills skill ability aptitude psychometric numerical verbal reasoning personality language languages
collaborative core deep domain general specific bar raiser raisers executive director hiring onboarding closing lightning social hour happy catch-up catchup sync touchpoint
kick-off kickoff warm-up warmup decompress stretch bio comfort pause nap mixer networking meet-and-greet greet greeting greetings
assessors assessor observers escort guide guides driver location venue room topic focus format duration length timing slot status comments comment remarks
self-guided self guided facility facilities equipment machinery line lines sightseeing city town neighbourhood neighborhood
regrets declined apologies chaussures
# German
nachste nachsten schritte schritt gehaltsrahmen gehalt offene klimakammern gewachshauser ausklang vertragliches besoldung losung ihrer praktisches organisatorisches
vorstellungsgesprach gesprach gesprache interview kennenlernen kennenlerngesprach fachgesprach begrussung empfang unternehmensvorstellung vorstellung prasentation vortrag probevortrag lehrprobe
probestunde unterrichtsbesuch pause mittagspause mittagessen mittag fruhstuck abendessen kaffee kaffeepause rundgang fuhrung werksfuhrung werksrundgang betriebsrundgang campusfuhrung hausfuhrung stadtfuhrung
abschluss abschlussgesprach abschlussrunde verabschiedung ende ankunft anreise abreise abfahrt ruckfahrt ruckreise taxi abholung transfer check anmeldung registrierung eintreffen schluss
aufgabe fallstudie test arbeitsprobe ubung postkorb diskussion gruppendiskussion rollenspiel vorbereitung vorbereitungszeit einzelgesprach einzelinterview abstimmung fragen fragerunde offene
berufungskommission kommission auswahlkommission ausschuss gremium beratung besichtigung laborbesichtigung ablauf tagesablauf ablaufplan programm zeitplan zeit uhrzeit thema ort teilnehmer gesprachspartner ansprechpartner
uhr sie ihr ihre ihnen ihren wir uns unser unsere unserem unseren unserer mit und oder der die das dem den des ein eine einem einen einer im in am an auf bei vom von zum zur zu fur durch um bis ab ca etwa danach anschliessend dann
herzlich willkommen vielen dank sehr geehrte geehrter liebe lieber hallo guten tag grusse grussen freundlichen mfg bitte termin termine bewerber bewerberin kandidat kandidatin betreff
mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember
entfallt abgesagt verschoben gemeinsames gemeinsam kurzes kurze technisches technische fachliche fachliches personliches erste erstes zweites zweite team abteilung gruppe kollegen kolleginnen studierende studierenden mitarbeiter
# French
entretien entretiens reunion rencontre accueil petit dejeuner petit-dejeuner dejeuner diner cafe pause visite presentation expose audition epreuve ecrite test etude cas
bilan conclusion cloture fin depart arrivee retour navette taxi echange echanges discussion point tour table jury comite commission equipe collegues mise situation
exercice technique leçon lecon cours restitution preparation temps libre journee programme horaire heure lieu avec et le la les des du de un une au aux en sur par pour nous vous votre notre vos nos
bonjour cordialement madame monsieur merci objet lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
debriefing mot bienvenue remise badge installation petite collation buffet annule reporte decale individuel collectif questions reponses suite suites candidat candidate intervenant intervenants interlocuteur interlocuteurs interlocutrice salle
# Dutch
gesprek gesprekken kennismaking kennismakingsgesprek sollicitatiegesprek sollicitatie ontvangst welkom rondleiding lunch ontbijt diner koffie pauze presentatie proefles
opdracht casus toets assessment selectiecommissie adviescommissie commissie afsluiting afronding einde aankomst vertrek taxi terugreis tijd onderwerp locatie programma dag met en de het een van voor door op in aan bij naar om tot te u uw wij ons onze
beste geachte vriendelijke groet groeten met dank maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli augustus oktober vervalt verplaatst geannuleerd
technisch inhoudelijk vakgesprek verdiepend arbeidsvoorwaarden arbeidsvoorwaardengesprek voorbereiding voorbereidingstijd nabespreking borrel wandeling kandidaat collega collega's
# Spanish
entrevista entrevistas reunion recepcion bienvenida llegada desayuno almuerzo comida cena cafe descanso pausa visita recorrido presentacion prueba practica ejercicio caso
estudio examen escrito tecnica tecnico despedida cierre fin salida traslado taxi vuelo tribunal comite comision panel ronda preguntas charla clase muestra hora horario lugar tema agenda programa
con y e de del la el los las un una al en por para a nos usted su sus nuestro nuestra hola estimado estimada gracias saludos cordial cordiales atentamente lunes martes miercoles jueves viernes sabado domingo
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre cancelado cancelada aplazado equipo candidato candidata participantes responsable final primera segunda grupo dinamica
# Italian
colloquio colloqui incontro accoglienza benvenuto arrivo colazione pranzo cena caffe pausa visita giro presentazione prova pratica esercizio caso studio esame scritta tecnico tecnica
saluti chiusura conclusione fine partenza rientro trasferimento taxi commissione comitato gruppo team domande orario ora luogo sala argomento programma giornata
con e di del della dei delle il lo la i gli le un una al alla in per da dal dalla nel nella presso gentile egregio egregia cordiali distinti grazie buongiorno lunedi martedi mercoledi giovedi venerdi sabato domenica
gennaio febbraio maggio giugno luglio settembre ottobre dicembre annullato annullata spostato spostata candidato candidata ore partecipanti conoscitivo aziendale stabilimento
# Portuguese
entrevista entrevistas reuniao boas-vindas acolhimento chegada pequeno-almoco cafe almoco jantar intervalo pausa visita apresentacao prova pratica exercicio estudo caso teste escrito tecnica tecnico encerramento fim
saida partida transporte comissao banca juri equipa equipe perguntas conversa aula horario hora local tema agenda programa com e de do da dos das o a os as um uma no na em por para ao prezado prezada caro cara ola obrigado obrigada atenciosamente cumprimentos segunda terca quarta quinta sexta feira
janeiro fevereiro marco maio junho julho setembro outubro dezembro cancelado cancelada adiado adiada candidato candidata
# Nordic
intervju intervjuer samtale samtal mote motet mode valkommen velkommen valkomst fika lunch frokost morgenmad middag paus pause rundvisning rundvandring omvisning visning presentation presentasjon provforelasning provelektion
prove test uppgift opgave oppgave casus avslutning avslutting afslutning afrunding slut hemresa hjemreise ankomst avgang tid plats sted emne amne program dag med och og i pa av af for til till fran hos ved vid en ett et den det de
hej hei kara kaere kjaere hilsen halsningar vanliga venlig vennlig mvh mandag mandag tisdag onsdag torsdag fredag lordag sondag januari februari mars maj juni juli augusti oktober
teknisk faglig fackligt referenssamtal kommitte komite udvalg ansattelsesudvalg panel kaffe spacirvand
# Polish
rozmowa rozmowy spotkanie powitanie sniadanie obiad kolacja lunch kawa przerwa zwiedzanie prezentacja zadanie test praktyczne techniczna zakonczenie pozegnanie wyjazd przyjazd
komisja zespol godzina miejsce temat plan dnia z i w na do od po dla oraz szanowna szanowny pani pan panstwo dzien dobry pozdrawiam poniedzialek wtorek sroda czwartek piatek
# What kind of a director, fellow or department somebody or something is
current former acting interim deputy elementary primary secondary academy
clinica clinico comercial financeira financeiro financiera financiero general ejecutivo ejecutiva operativo operativa medica medico juridica juridico administrativa administrativo
clinique commerciale financiere financier juridique medicale generale clinisch commercieel financieel klinische kaufmannische kaufmannischer
""")
