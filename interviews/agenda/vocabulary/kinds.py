"""What is done at a time of the day, by kind; folded. A * stands for any ending."""

from interviews.agenda.vocabulary import phrases, table

# Tables of phrases by kind, in the order in which a kind is tried where two begin at one place.
TRAVEL = phrases("""
flight*, fly, pick-up, pickup, pick up, picks up, picked up, pick you up, collect you, collects you, transfer*, hotel check-in, hotel check in, check in at, check-in at, checks in at, check into, check-in hotel, check in to, airport*, depart, departs, departing, departure*, taxi*, cab, shuttle*, uber, lyft, car to, car from, car service, car back, ride to, ride back, ride from, train to, train back, train from, walk to, walk over, walk across, drive to, drive back, drive from
travel*, head to the, bus to, bus back, minibus, minivan, transport to, transport back, car, cars, cars at, minicab, lift to, lift back, run you back, runs you back, return trip, return flight, journey home, leave for, arrive at the airport, arrival at airport, land at, lands at, change of building, move to building, walk between
flug, ruckflug, hinflug, abholung*, abgeholt, abreise, ruckreise, anreise, transfer*, abfahrt, ruckfahrt, fahrt, taxi*, wagen zum, wagen der, bahnhof, zum bahnhof, zum flughafen, hotel-check-in, fussweg, weg zum, weg zu, gang zum, gebaudewechsel, wechsel ins, wechsel in das, shuttlebus, einchecken im hotel
vol, navette*, depart, depart pour, trajet*, retour a la gare, retour en, train de, transfert*, prise en charge, deplacement*, taxi*, vers l'aeroport, gare, aeroport, trajet a pied, retour
vlucht, promenad till, terugreis*, heenreis, vertrek*, taxi*, ophalen, opgehaald, naar het station, wandeling naar, lopen naar, vervoer*, lift naar, brengt u naar het station, overstap, treinreis, inchecken hotel
vuelo, recogida*, traslado*, salida*, taxi*, regreso*, vuelta al, tren a, aeropuerto, registro en el hotel, check-in en el hotel, desplazamiento*
volo, trasferimento*, partenza*, rientro*, taxi*, navetta*, ritorno*, spostamento*, check-in in hotel, check-in hotel, arrivo in aeroporto, aeroporto, stazione
voo, van para, carro para, transporte*, partida*, saida*, regresso*, retorno*, taxi*, traslado*, transfer*, deslocacao*, deslocamento*, check-in no hotel, aeroporto, boleia
flyg, hemresa*, hemfard, avresa*, taxi*, transport*, hjemreise*, hjemrejse*, afrejse*, avreise*, promenad till, ga till, fly, incheckning pa hotell, incheckning hotell
lot, odjazd*, wyjazd*, taksowka*, transfer*, powrot*, przejazd*, dojazd*, odbior z*, przejscie do*
""")
BREAK = phrases("""
jause, kaffeejause, znuni, zvieri, zehnerjause, break, breaks, preparation, preparation of presentation, preparation of your presentation, prepare presentation, prepare your presentation, ☕, on souffle, breather, coffee break, tea break, comfort break, bio break, private time, free time, free, rest, rest time, set-up, setup, set up, preparation time, prep time, time to prepare, quiet time, buffer, downtime, pause, refreshment break, refreshments, recess, personal time, freshen up, tech check, time to set up, coffee, tea, interval, decompress, setup time, time alone, relax, own time, time to yourself, breathing space, breather
pause, pausen, vorbereitung, vorbereitung der prasentation, vorbereitung prasentation, kaffeepause, teepause, kurze pause, zeit zur freien verfugung, freie zeit, vorbereitungszeit, aufbau, puffer, kaffee, ruhezeit, freizeit, erholung, zeit fur sich, einrichten, technikcheck, technik-check
pause-cafe, pause cafe, preparation de l, preparation de votre, preparation de la presentation, temps libre, temps de preparation, temps de repos, installation, mise en place, cafe
pauze, voorbereiding, voorbereiding presentatie, koffiepauze, theepauze, vrije tijd, voorbereidingstijd, koffie, opbouwen, rustmoment, klaarzetten
descanso, preparacion, preparacion de la presentacion, corte, pausa, pausa cafe, tiempo libre, tiempo de preparacion, receso, montaje, cafe
pausa caffe, preparazione, preparazione della presentazione, intervallo, tempo libero, tempo di preparazione, caffe, allestimento
intervalo, preparacao, preparacao da apresentacao, tempo livre, tempo de preparacao, coffee break, cafe
paus, forberedelse, forberedelser, kaffepaus, fikapaus, fri tid, forberedelsetid, pause, kaffepause, fika, forberedelsestid, egen tid, kaffe
przerwa*, przerwa kawowa, czas wolny, czas na przygotowanie, kawa
""")
MEAL = phrases("""
zmorge, zmittag, znacht, beers, a bite, bite to eat, essen wir, gehen wir essen, gehen wir gemeinsam, kantine essen, gemeinsam essen, essen gehen, zum essen, wir essen, have lunch, grab lunch, eat together, nous dejeunons, manger, eten we, gaan we eten, spiser vi, ater vi
breakfast*, pints, bagels, bbq, lunch, lunches, lunchtime, luncheon, working lunch, dinner*, brunch, supper, drinks, cocktail*, buffet, coffee with, coffee chat, coffee & chat, tea with, meal, reception with, drinks reception, welcome reception, evening reception, bbq, barbecue, pizza, happy hour, aperitif, coffee and pastries, coffee and cake, snack*, refreshments with
fruhstuck*, mittagessen, mittag, mittagsimbiss, mittagstisch, abendessen, imbiss, kaffee mit, kaffeetrinken, kaffeerunde, gemeinsames essen, essen mit, empfang mit, umtrunk, sektempfang, brotzeit, vesper, abendbrot, stehempfang, kaffee und kuchen, mittagspause mit
dejeunons, dejeunerons, dejeunez, dinerons, petit dejeuner, petit-dejeuner, petits dejeuners, dej, p'tit dej, croissants, dejeuner*, diner*, collation, buffet, cocktail, verre, pot d'accueil, pot, cafe avec, apero, aperitif, repas, gouter, cafe d'accueil
ontbijt*, lunch, diner*, borrel*, broodje, koffie met, lunchen, maaltijd, avondeten, walking lunch
comemos, comeremos, almorzamos, cenamos, cenaremos, desayuno*, almuerzo*, comida*, cena*, cafe con, coctel, merienda, copa, aperitivo
pranziamo, pranzeremo, colazione, pranzo*, cena*, aperitivo, caffe con, rinfresco, buffet, light lunch
pequeno-almoco, pequeno almoco, cafe da manha, almoco*, jantar*, lanche*, cafe com, cocktail
frukost*, lunsj*, lunch*, middag*, middag med, fika med, frokost*, morgenmad, morgenbrod, aftensmad, kaffe med, mingel, middagsmat, kveldsmat
sniadanie, obiad*, lunch, kolacja*, kawa z, poczestunek
""")
TOUR = phrases("""
tour, tours, walkthrough of, walk-through of, lab walk-through, office walk, look over, shown around, shown round, show you round, show you around, walk round, walk around, walkabout, site walk, look round, look around, visit to, visit of, site visit, plant visit, ward round visit, walking tour, showround, show round, gemba walk, plant walk, lab visit, facility visit, stroll
zeigt ihnen, zeige ihnen, zeigen ihnen, zeigt dir, zeige dir, zeigt dir die, fuhrt sie durch, rundgang*, fuhrung*, werksfuhrung*, werksrundgang*, hausfuhrung*, betriebsfuhrung*, campusfuhrung*, stadtfuhrung*, stadtrundfahrt, laborfuhrung*, laborrundgang, besichtigung*, werksbesichtigung*, betriebsbesichtigung, laborbesichtigung, klinikrundgang, betriebsrundgang, schulrundgang, hausrundgang, rundfahrt, stationsrundgang
visitons, visitez, visite*, tour du, tour des, tour de l, tour de la, visite guidee
leidt u rond, leidt je rond, leidt u, rondleiding*, rondgang*, bezichtiging, campustour, rondje
recorremos, visitamos, te ensena, le ensena, visita*, recorrido*, tour, paseo por
visitiamo, giro, giro dello, visita*, tour
visita*, volta pela, volta pelo, volta pelas
rundtur*, rundvandring*, rundtur i, rundvisning*, omvisning*, visning*, husvisning, guidad tur, tur
zwiedzanie*, oprowadzenie*, obchod, wycieczka
""")
PRESENTATION = phrases("""
you show, you present, show us, present your, you'll present, je presenteert, u presenteert, vous presentez, tu presentes, presentas, presenta su, presenta tu, du prasentierst, sie prasentieren, prasentieren sie, presenti, du presenterar, du praesenterer, du presenterer, kurzvortrag*, impulsvortrag*, chalk-talk, research presentation,
presentation, presentations, candidate presentation, presentation by candidate, present to, your talk, job talk, research talk, research seminar, seminar, seminars, colloquium, sample lesson, demo lesson, demonstration lesson, lesson, teaching demonstration, teaching demo, teaching session, teach, micro-teach, microteach, micro-lecture, guest lecture, public lecture, lecture, chalk talk, portfolio, portfolio review, portfolio presentation, demo, pitch, plan presentation, vision talk, mock lecture, mock lesson, trial lesson, taught lesson, observed lesson, case presentation, case study presentation, 90-day plan, public talk, keynote, recital, audition, act of worship, collective worship, assembly, rehearse, demo rehearsal, presents
prasentation*, vorstellung ihrer, vorstellung ihres, vorstellung der losung, vorstellung der ergebnisse, prasentation der ergebnisse, prasentation der fallstudie, fallstudie prasentation, ihre prasentation, vortrag*, probevortrag*, fachvortrag*, lehrprobe*, probelehrveranstaltung*, probestunde*, unterrichtsprobe*, unterrichtsstunde, probevorlesung*, lehrvortrag*, kolloquium*, seminarvortrag*, lehrdemonstration, forschungsvortrag*, hospitationsstunde, fallprasentation, vorspiel, probedirigat, ergebnisprasentation
presentation*, presentation de votre, presentation de vos, presentation de ton, presentation du cas, presentation du projet, presentation de l'etude, expose*, soutenance*, audition*, lecon*, conference, cours d'essai, seance de cours, seminaire*, simulation de cours, restitution*, expose oral, presentation orale
presentatie*, presentatie van uw, presentatie van je, presentatie van de casus, presentatie over, proefles*, proefcollege*, lezing*, onderzoekspresentatie, lesdemonstratie, college, pitch
presentacion*, presentacion del challenge, presentacion del reto, presentacion del caso, presentacion del proyecto, presentacion del plan, presentacion de su, presentacion de tu, exposicion*, clase de muestra, clase magistral, clase demostrativa, clase de prueba, clase, seminario*, ponencia*, charla cientifica, charla de investigacion, leccion*, microclase
presentazione*, presentazione del suo, presentazione del tuo, presentazione del portfolio, presentazione del progetto, presentazione del caso, lezione*, seminario*, lezione di prova, lezione dimostrativa, esposizione*, relazione
apresentacao*, apresentacao do caso, apresentacao do seu, apresentacao da sua, apresentacao do projeto, apresentacao do plano, apresentacao do portfolio, aula, aula-teste, aula demonstrativa, prova didatica, seminario*, palestra*, licao, defesa
presentation*, provforelasning*, provlektion*, provundervisning, foredrag*, forelasning*, proveforelasning*, proveundervisning, presentasjon*, praesentation*, seminarium, undervisningsprov, provetime, undervisningsprove, seminar
prezentacja*, wyklad*, lekcja*, seminarium*, referat, prelekcja
""")
TEST = phrases("""
probearbeiten, test, tests, suturing task, edit test, written paper, paper, written report, report writing, online coding test, ai-proctored test, written exercise, written test, written task, written assessment, written, exercise, exercises, in-tray, in tray, e-tray, inbox exercise, modeling test, modelling test, case preparation, case prep, case study preparation, case reading, practical task, practical test, practical exercise, data task, task, assessment, exam, examination, aptitude, psychometric*, numerical, work sample, take-home, typing test, translation test, coding test, skills test, simulation, excel test, writing sample, drafting exercise, timed exercise, online test, language test, quiz, questionnaire, personality test, skills assessment, practical, written examination, sight-reading, reading time, case study, marking exercise, scenario exercise, proofreading, writing exercise, preparation of the case
test, tests, schriftliche aufgabe, schriftlich*, praktische aufgabe, praktische ubung, praxisaufgabe*, aufgabe, aufgaben, postkorb*, postkorbubung, fallstudie*, arbeitsprobe*, rechenaufgabe*, analyseaufgabe*, aktenbearbeitung*, prufung*, klausur, fallvorbereitung, vorbereitung der fallstudie, vorbereitung fallstudie, eignungstest*, sprachtest*, ubung, ubungen, fallbearbeitung, textaufgabe, einzelarbeit, einzelaufgabe, bearbeitung, testaufgabe, schreibaufgabe, wissenstest, leistungstest, computertest, programmieraufgabe
epreuve*, epreuve ecrite, test*, exercice*, etude de cas, mise en situation, cas pratique, cas ecrit, preparation du cas, examen*, redaction, ecrit, questionnaire, dictee, note de synthese
toets*, reactietest, computertest, schriftelijke*, opdracht*, praktijkopdracht*, casus*, casusvoorbereiding, test, assessment*, postbakoefening, capaciteitentest*, oefening*, schrijfopdracht, voorbereiding casus, proef
prueba*, prueba escrita, prueba tecnica, examen*, ejercicio*, caso practico, estudio de caso, test*, supuesto practico, preparacion del caso, cuestionario, redaccion, psicotecnico*
prova*, prova scritta, prova pratica, test*, esercizio*, esercitazione*, esame*, caso studio, caso pratico, preparazione del caso, questionario, compito
prova*, teste*, prova escrita, exercicio*, estudo de caso, caso pratico, preparacao do caso, exame*, tarefa, desafio, questionario, psicotecnico*
prov, skriv ett, arbetsprov*, test*, skriftligt prov, skriftlig, skriftlig opgave, skriftlig oppgave, opgave, oppgave, uppgift, caseuppgift, caseoppgave, caseopgave, caseuppgift, case-oppgave, ovning, caseforberedelse*, prove, praktisk prov, personlighedstest, kompetencetest, ferdighetstest, skrivovning
test*, zadanie*, zadanie praktyczne, sprawdzian*, cwiczenie*, studium przypadku, egzamin*, pisemny
""")
EMPLOYER = phrases("""
program overview, programme overview, company overview, overview, briefing*, address to, plant presentation, site presentation, company introduction, corporate introduction, company presentation, firm presentation, firm overview, corporate presentation, employer presentation, information session, info session, orientation, welcome to candidates, welcome presentation, program presentation, programme presentation, department presentation, department overview, introduction to the company, introduction to the programme, introduction to the program, introduction to the department, introduction to the firm, introduction to the school, about the company, strategy overview, housekeeping, welcome talk, welcome address, welcome and briefing, welcome and overview, welcome & overview, presentation of the company, presentation by, presentation of the department, presentation of the programme, presentation from the, address by, address from, outline of the day, welcome all candidates, chair's address, explanation of the process, rules of the day, headteacher's welcome, company demo, product demo by, introduction to the day, meet the company
unternehmensvorstellung*, unternehmensuberblick*, unternehmensprasentation*, unternehmensprasentation*, firmenprasentation*, firmenvorstellung*, vorstellung des unternehmens, vorstellung des, vorstellung der, vorstellung unser*, einfuhrung, einfuhrung in, informationsveranstaltung, uberblick*, begrussung der bewerber*, begrussung aller, begrussung der kandidat*, einweisung, prasentation des unternehmens, prasentation der, abteilungsvorstellung, hausvorstellung, klinikvorstellung, instruktion
presentation de l'entreprise, presentation du groupe, presentation de la, presentation du service, presentation du poste, presentation de l, presentation du, presentation des, briefing, reunion d'information, presentation institutionnelle, accueil des candidats, mot d'accueil, consignes
bedrijfspresentatie*, introductie van, presentatie van het bedrijf, presentatie organisatie, presentatie door, briefing, uitleg, toelichting*, presentatie van de organisatie, presentatie over de organisatie, welkomstwoord, bedrijfsintroductie, welkom kandidaten, introductie organisatie, plenaire opening
presentacion de la empresa, presentacion de la compania, presentacion corporativa, presentacion del, presentacion de la, bienvenida a los candidatos, sesion informativa, explicacion*, introduccion a la
presentazione dell'azienda, presentazione aziendale, presentazione del, presentazione della, briefing, benvenuto ai candidati, introduzione all*, illustrazione
apresentacao da empresa, apresentacao institucional, apresentacao da, apresentacao do, boas-vindas aos candidatos, sessao de esclarecimento*, enquadramento, briefing
foretagspresentation*, presentation av foretaget, presentation av verksamheten, presentation av, virksomhedspraesentation*, bedriftspresentasjon*, presentasjon av, praesentation af, introduktion, introduksjon, information om, genomgang, orientering, informationsmote
prezentacja firmy, prezentacja programu, prezentacja zakladu, wprowadzenie, omowienie*, odprawa, instruktaz
""")
TECHNICAL = phrases("""
retour sur l'etude*, retour sur le cas, retour sur l'epreuve*, retour sur l'exercice*
technical, tech interview, tech screen, tech deep, tech round, coding, code, system design, systems design, whiteboard*, case interview, case review, case discussion, case, deep dive, deep-dive, critique, architecture, debugging, pairing, pair programming, pair-programming, live coding, sql, python, data structures, algorithm*, api design, design interview, design review, technical interview, technical discussion, technical panel, technical fit, accounting & valuation, app critique, design challenge, design exercise, code review, programming, machine learning, modelling discussion, clinical case*, clinical interview, clinical scenarios, stats interview, statistics interview, object-oriented design, troubleshooting, threat modeling, threat modelling, incident review, analytics interview, domain interview, data modeling, data modelling, backend, frontend, front-end, back-end, infrastructure, low-level design, ml design, problem solving, problem-solving, quant interview, market sizing
fachgesprach*, fachinterview*, fachliches, fachlich, technisches, technische, systementwurf, systemdesign, programmier*, live-coding, fachlicher, fachdiskussion*, case-interview, fachfragen, code-review, tiefgang, fallbesprechung
technique, entretien technique, test technique, codage, revue de code, conception systeme, etude de cas avec, architecture, conception de systeme, entretien metier, cas technique, approfondissement technique, programmation
technisch*, technisch gesprek, vakinhoudelijk*, inhoudelijk*, vakgesprek, programmeren, systeemontwerp, code-review, casusbespreking, verdieping, verdiepend*, vakinhoudelijk gesprek
tecnica, tecnico, entrevista tecnica, codificacion, diseno de sistemas, arquitectura, programacion, revision de codigo, caso, pizarra, discusion del caso
tecnico, colloquio tecnico, programmazione, progettazione di sistema, architettura, revisione del codice, discussione del caso, live coding, approfondimento tecnico
tecnica, tecnico, entrevista tecnica, programacao, desenho de sistemas, arquitetura, arquitectura, revisao de codigo, discussao do caso
teknisk, teknisk intervju, faglig, faglig samtale, fackintervju, fackfragor, systemdesign, kodning, kodegennemgang, kodgranskning, fagsamtale, faginterview, faglig interview, arkitektur, teknisk samtale, programmering, kodeoppgave
techniczna, techniczny, rozmowa techniczna, programowanie, architektura, rozmowa merytoryczna, merytoryczna, code review
""")
HR_TOPIC = phrases("""
hr, human resources, benefits, compensation, contract, offer process, terms, salary discussion, salary, pay and benefits, terms and conditions, offer discussion, offer, hr interview, hr wrap-up, relocation, pre-employment checks, right to work, personnel
personalabteilung, personalgesprach, vertrag, vertragliches, gehaltsrahmen, anstellungsbedingungen, besoldung, vertragsgesprach, vertragliches, gehalt*, konditionen, hr-gesprach, personalabteilung*, arbeitsvertrag, rahmenbedingungen, vertragsbedingungen, hr-interview
rh, ressources humaines, entretien rh, contrat, remuneration, avantages, avantages sociaux, drh, conditions contractuelles, conditions d'emploi
arbeidsvoorwaarden*, hr-gesprek, p&o, contract*, salaris, personeelszaken, salarisgesprek
rrhh, rr.hh., recursos humanos, contrato, beneficios, condiciones, propuesta, oferta, salario, condiciones laborales
risorse umane, colloquio hr, contratto, retribuzione, benefit, condizioni contrattuali, ral
recursos humanos, rh, contrato, proposta, beneficios, condicoes, remuneracao
hr-samtal, hr-intervju, personalavdelning*, loneforhandling, lon, formaner, anstallningsvillkor, hr-samtale, lonn, loen, kontrakt, ansettelsesvilkar, ansaettelsesvilkar, villkor
hr, kadry, warunki zatrudnienia, umowa, wynagrodzenie, benefity, kadrami, zasobami ludzkimi
""")
PANEL = phrases("""
audition par, audition devant, audition par le, audition devant le, entretien avec le jury, review panel, incident review panel
panel, panels, committee, commission, board, search committee, jury, hiring committee, selection panel, interview panel, tribunal, interview board, appointment committee, governors, trustees, panel interview, selection committee
vorstand, geschaftsfuhrung, geschaftsleitung, leitungsteam, direktorium, hochschulleitung, schulleitungsteam
equipe de direction, bureau du conseil, equipo directivo, junta directiva, consejo de direccion, consejo escolar, equipo de direccion, consiglio direttivo, direcao executiva, managementteam, directieteam, ledningsgrupp*, ledergruppe*, ledelsesgruppe*
berufungskommission*, kommission*, auswahlkommission*, ausschuss, gremium, auswahlgremium, komitee, findungskommission, aufsichtsrat, personalausschuss, panel-interview, kuratorium, beirat
jury, comite*, commission*, panel, comite de selection, comite de direction, conseil d'administration
commissie*, selectiecommissie, benoemingsadviescommissie, bac, panel*, adviescommissie, sollicitatiecommissie, raad van toezicht, panelgesprek
comite*, comision*, tribunal*, panel, junta, consejo, mesa
commissione*, comitato*, panel, giuria, consiglio
comissao*, comite*, banca*, juri*, painel*, conselho, banca examinadora
kommitte*, panel*, namnd*, udvalg*, ansattelsesudvalg*, komite*, bedommelseskommitte, utvalg*, ansettelsesutvalg*, styrelse, styret, tilsettingsutvalg*, ansaettelsesudvalg*, panelintervju*, panelinterview, intervjunemnd
komisja*, panel*, rada, zarzad, komisja rekrutacyjna
""")
GROUP = phrases("""
grand rounds, group exercise, group discussion, group interview, group task, group activity, forum, conference, noon conference, morning report, team meeting, meet the team, meeting with students, meet with students, students, residents, graduate students, open forum, town hall, all-hands, stand-up, standup, journal club, tumor board, tumour board, rounds, ward round, meet the, meeting with the team, meet-and-greet, meet and greet, open house, q&a with the, group chat, group q&a, class visit, networking, mixer, faculty meeting, handover meeting, carousel, speed networking, assembly, team chat, with the team, social
gruppendiskussion*, gruppenubung*, gruppenaufgabe*, gruppengesprach*, treffen mit, studierende*, kennenlernen des teams, kennenlernen mit dem team, teamrunde, teamtreffen, fruhbesprechung, morgenbesprechung, visite, fachschaft, doktoranden, plenum, forum, gesprach mit studierenden, gesprach mit dem team, kennenlernrunde, team kennenlernen, teamkennenlernen, dienstbesprechung, ubergabe, tumorboard
entretien collectif, exercice de groupe, rencontre avec l'equipe, rencontre de l'equipe, rencontre avec les, etudiants, reunion d'equipe, discussion de groupe, table ronde, forum, staff, echange avec l'equipe, echange avec les, jeu de role collectif
groepsopdracht*, groepsgesprek*, groepsdiscussie*, kennismaking met het team, studenten, teamoverleg, overdracht, kennismaking team, forum, kennismakingsronde, meet & greet, leerlingen, leerlingenpanel
dinamica de grupo, dinamica, ejercicio grupal, encuentro con, reunion con el equipo, estudiantes, sesion clinica, foro, debate, mesa redonda, conocer al equipo
dinamica di gruppo, prova di gruppo, incontro con il team, incontro con gli studenti, studenti, riunione di reparto, tavola rotonda, forum, assessment di gruppo, esercizio di gruppo, incontro con il gruppo
dinamica de grupo, exercicio de grupo, encontro com, reuniao com a equipa, reuniao com a equipe, estudantes, alunos, forum, mesa-redonda, conversa com a equipa, conversa com a equipe, encontro com a equipa
gruppovning*, gruppdiskussion*, gruppeovelse*, gruppeopgave*, gruppeoppgave*, traff med teamet, studenter, mote med teamet, mod teamet, studerende, teammote, mote teamet, traffa teamet, hils pa teamet, morgonmote, morgenkonference, rond
spotkanie z zespolem, cwiczenie grupowe, zadanie grupowe, dyskusja grupowa, studenci, studentami, assessment center grupowe
""")
OTHER = phrases("""
arrival, arrive*, check-in, check in, checkin, sign-in, sign in, registration, register, reception, badge*, id check, security check, safety video, safety induction, safety briefing, induction, medical check, medical, drug test, drug screen, health check, photo, document check, documents, paperwork, close, closing, end, ends, fini, finish, finishes, done, goodbye, farewell, wrap up, depart the building, reconvene, day ends, end of day, that's it, that's all, home time, feedback, results, certificates check, parking, escort, collect badge, fingerprints, decision, announcement of, pre-employment medical, kit return, dismissal, out-process, turn in badge, report to security, biometric verification, gate registration, conclusion, end of visit, thank you
ankunft, eintreffen, empfang, anmeldung, registrierung, check-in, ende, schluss, verabschiedung, abschied, sicherheitsunterweisung, unterweisung, sicherheitsvideo, sicherheitseinweisung, betriebsarzt, arztliche untersuchung, eignungsuntersuchung, ausweiskontrolle, besucherausweis, ausklang, abschluss, feedback, pforte, fototermin, ende der veranstaltung, betriebsarztliche*, identitatsprufung, dokumentenprufung, unterlagen, ende des
arrivee, accueil, enregistrement, emargement, remise du badge, remise de badge, badge, visite medicale, consignes de securite, fin, fin de journee, cloture, conclusion, formalites*, depot des, controle d'identite, securite, video de securite, mot de la fin, fin des entretiens, verification des
aankomst, ontvangst, aanmelden, aanmelding, registratie, inschrijving, einde, afsluiting, afscheid, afronding, veiligheidsinstructie, veiligheidsvideo, medische keuring, keuring, inloop, melden, badge*, legitimatie*, einde dag, einde programma, sluiting
llegada, recepcion, acreditacion, registro, fin, cierre, despedida, fin de la jornada, reconocimiento medico, video de seguridad, induccion de seguridad, entrega de, clausura, identificacion, documentacion
arrivo, accoglienza, registrazione, accredito, fine, chiusura, saluti, congedo, visita medica, video sulla sicurezza, sicurezza, conclusione, termine, consegna badge, ritiro badge, fine giornata, ricevimento
chegada, acolhimento, rececao, recepcao, registo, registro, credenciamento, fim, encerramento, despedida, exame medico, video de seguranca, termino, entrega de cracha, identificacao
ankomst*, registrering*, incheckning, inskrivning, avslut*, afslutning*, slut, avsked, farvel, sakerhetsgenomgang, sikkerhedsvideo, sikkerhetskurs, modtagelse, mottak*, mottagande, avrunding, afrunding, indskrivning, halsoundersokning, lakarundersokning, legitimation, slutt, avslutning*, sikkerhedsintroduktion, passerkort, besoksbricka
przyjazd, rejestracja, powitanie w recepcji, zakonczenie*, koniec, pozegnanie, badanie lekarskie, badania lekarskie, szkolenie bhp, instruktaz bhp, podsumowanie, odbior identyfikatora
""")
WELCOME = phrases("""
welcome*, introduction*, intro, hello, greeting*, wrap-up, wrapup, wrap up, wrap-ups, close-out, closeout, next steps, exit meeting, exit interview, debrief*, meet & greet, recap, housekeeping with, introductions, follow-up, q&a with
begrussung*, willkommen, abschlussgesprach, abschlussrunde, abschluss mit, kennenlernen, nachste schritte, ausblick, feedbackgesprach
mot d'accueil, accueil par, bienvenue, bilan, debriefing, prochaines etapes, conclusion avec
welkom*, ontvangst door, kennismaking, afronding met, vervolgstappen, nabespreking
bienvenida*, acogida, cierre con, proximos pasos, despedida con
benvenuto, accoglienza da, prossimi passi, chiusura con
boas-vindas, boas vindas, acolhimento, proximos passos, encerramento com
valkommen, valkomst*, velkomst*, velkommen, nasta steg, naeste skridt, neste steg, avslutning med, afrunding med
powitanie, przywitanie, podsumowanie z, kolejne kroki
""")

# Words that say that something is done; what follows from the tables, and some without a kind.
_MORE = table("""
interview interviews interviewing meeting meet meets conversation discussion discussions chat talk session call catch-up catchup round slot introduction introductions q&a wrap-up wrapup
welcome questions topic shadowing visit exercise audition conference seminar perspective partnership collaboration review workshop feedback debrief fit assessment
gesprach interview vorstellungsgesprach kennenlernen runde diskussion austausch begrussung fragerunde termin beratung gesprachsrunde
entretien entretiens rencontre reunion echange discussion point table accueil bilan
gesprek gesprekken kennismaking overleg ontvangst ronde
entrevista entrevistas reunion encuentro charla conversacion ronda bienvenida
colloquio colloqui incontro riunione conversazione
conversa reuniao encontro entrevista
intervju samtal samtale mote motet mode interview mottagande
rozmowa spotkanie
""")
_SINGLE = {
    phrase.rstrip("*")
    for kind in (
        TRAVEL,
        BREAK,
        MEAL,
        TOUR,
        PRESENTATION,
        TEST,
        EMPLOYER,
        HR_TOPIC,
        GROUP,
        OTHER,
        WELCOME,
    )
    for phrase in kind
    if " " not in phrase
}
_NOT_ACTIVITIES = table("""
hr rh rrhh reception receptie reception recepcion recepcao close free rest medical car cab train studenti students studenter residents lot fin end done social pot badge photo
documents forum verre case people offer contract board fly run code sql python backend frontend infrastructure architecture airport aeroport aeroporto aeropuerto gare stazione
bahnhof benefits compensation salary governors trustees personnel hr-chef visite studenten doktoranden offer empfang pforte sicherheit sicurezza securite portfolio mensa terrace slut mittag feedback
college kadry personalabteilung relocation unterlagen seminar lecture teach ing clase aula transport transporte security parking taxi conference salario staff estudiantes alunos rounds tur lon case rond
""")
ACTIVITIES = frozenset((_SINGLE | _MORE) - _NOT_ACTIVITIES)
ACTIVITY_ENDINGS = (
    "gesprach", "gesprache", "interview", "fuhrung", "rundgang", "pause", "essen", "vortrag", "aufgabe", "ubung", "runde", "gesprek",
    "intervju", "samtal", "samtale", "rondleiding", "presentatie", "besichtigung", "vorstellung", "opdracht", "pauze", "mote", "lunch", "paus",
)  # fmt: skip
