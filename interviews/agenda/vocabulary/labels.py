"""Labels in front of a text and heads of columns, by what they announce; folded."""

from interviews.agenda.vocabulary import phrases

LABELS = {
    "time": phrases("""
        saat, cas, aika, ido, idopont, ora, vrijeme, klokka, kellonaika, hores, horari
        timing, timings, time & venue,
        time, times, when, time slot, slot, hour, hours, start time, date & time, date and time, date/time, schedule, time (local), start/end, starts
        zeit, uhrzeit, wann, zeitfenster, zeiten, zeitraum, von - bis, von-bis, beginn - ende, termin, datum und uhrzeit, datum/uhrzeit
        heure, horaire, horaires, quand, heures, creneau, creneaux, date et heure, date/heure, heure de debut - heure de fin
        tijd, tijdstip, wanneer, tijden, datum en tijd, tijdvak, tijdslot
        hora, horario, cuando, fecha y hora, franja, franja horaria
        ora, orario, quando, orari, data e ora, fascia oraria
        hora, horario, quando, data e hora, periodo, horas
        tid, tidspunkt, klockslag, nar, tider, dato og tid, tid och datum, klokkeslett, klokkeslaet, kl, kl.
        godzina, godziny, czas, kiedy
    """),
    "start": phrases(
        "start, begin, beginning, from, von, beginn, anfang, debut, de, begin, van, inicio, desde, inizio, dalle, das, startar, borjar, starter, fra, fran, od, start time, heure de debut, hora de inicio, ora inizio, starttijd, begintijd, startzeit, anfangszeit"
    ),
    "end": phrases(
        "end, finish, to, until, bis, ende, fin, a, einde, tot, hasta, fine, alle, fim, as, slut, til, till, do, end time, heure de fin, hora de fin, hora fin, ora fine, eindtijd, endzeit, ends, termino"
    ),
    "date": phrases(
        "tarih, paivamaara, datum konani, data intalnirii, dia i hora, date, day, datum, tag, jour, dag, fecha, dia, data, giorno, dato, dzien, dates, interview date, date of interview, datum van het gesprek, date de l'entretien"
    ),
    "length": phrases(
        "duration, length, dauer, duree, duur, duracion, durata, duracao, varaktighet, varighed, varighet, langd, czas trwania, minutes, min, mins, min."
    ),
    "people": phrases("""
        kiminle, gorusmeci, gorusmeciler, katilimcilar, s kym, ucastnici, kenen kanssa, haastattelija, haastattelijat, osallistujat, kivel, interjuztato, resztvevok, cu cine, participanti, s kim, sudionici, amb, amb qui, assistents, assistem, hi assisteixen, entrevistador/a, intervieweur, recontres, tazatel, vedouci pohovoru, wer dabei ist, dabei, mit dabei, wer trifft sie, you meet, you will be meeting, meeting you, seeing, your host, your hosts, in the room, on the panel, on the call, talking to, we will be, van onze kant, van ons, fra oss, fra os, fran oss, dal nostro lato, por nuestra parte, da nostra parte, cote entreprise, de notre cote, unsererseits, von unserer seite, z naszej strony, en charge, assure par, anime par, reunis, encadrant, evaluateur, examinateurs, beisitz, beisitzer, vorsitz, president, presidenta, presidente, chair
        concerned person, concerned persons, concerned person(s), person concerned, persons concerned, person(s) concerned, person to meet,
        panelist, panellist, panelist name, assessors present,
        interviewer, interviewers, interviewer(s), with, who, host, hosts, host(s), people, person, attendees, attendee, participants, panel, panel members, panellists, panelists, meet with, you will meet, you'll meet, meeting with, led by, hosted by, assessor, assessors, staff, faculty, contact, name, names, interviewed by, your interviewer, your interviewers, observer, observers, facilitator, facilitators, guide, escort, chair, members, lead, presenter, speaker, meeting participants, name(s), interviewer name, committee, search committee, committee members, present, w/, panel member, panel member(s), attendees / poc, poc, partner, attending, guides, driver, interviewer/host, interviewer / host, host / interviewer, assessors / observers, who you'll meet, who you will meet, conducted by, required attendees, optional attendees, invitees, moderator, participant, interview panel, selection panel, hiring team, key contact on the day
        gesprachspartner, gesprachspartnerin, gesprachspartner/in, gesprachspartner:in, gesprachspartner*in, gesprachspartner/innen, interviewer/in, teilnehmer, teilnehmende, teilnehmer/innen, beteiligte, mit, wer, mit wem, ansprechpartner, ansprechpartner/in, ansprechpartnerin, personen, begleitung, verantwortlich, durch, leitung, moderation, interviewerin, kommission, kommissionsmitglieder, mitglieder, ansprechperson, betreuung, durchfuhrung, teilnehmerkreis, gesprachspartnerinnen und gesprachspartner, gesprachspartner(in), person(en), gesprachsfuhrung, zustandig, prufer, name
        interlocuteur, interlocuteurs, interlocutrice, interlocuteur(s), interlocuteur·rice, avec, intervenant, intervenants, intervenant(s), participants, qui, avec qui, personne, personnes, jury, membres du jury, recruteur, recruteurs, animateur, anime par, membres, personnes presentes, personnes rencontrees, referent, rencontre avec, presents, contact, accompagnateur, en presence de, evaluateurs, nom, noms
        gesprekspartner, gesprekspartners, met, wie, met wie, door wie, deelnemers, deelnemer, contactpersoon, aanwezig, aanwezigen, commissie, commissieleden, begeleider, namen, door, gespreksleider, personen, selectiecommissie, gastheer, leden, naam
        entrevistador, entrevistadora, entrevistadores, entrevistador/a, entrevistador(a), con, quien, participantes, asistentes, persona, personas, interlocutor, interlocutores, responsable, tribunal, miembros, a cargo de, contacto, miembros del tribunal, anfitrion, imparte, acompana, interviene, intervienen, interviene(n), intervenientes, con quien, participa, participan, evaluadores, comite, nombre
        intervistatore, intervistatori, con, chi, con chi, partecipanti, interlocutore, interlocutori, referente, referenti, persone, commissione, a cura di, membri, presenti, membri della commissione, esaminatori, selezionatore, nome
        entrevistador, entrevistadores, com, quem, com quem, participantes, intervenientes, responsavel, responsaveis, pessoa, interlocutor, juri, membros, a cargo de, presentes, banca, membros do juri, painel, avaliadores, nome
        intervjuare, med, vem, deltagare, deltager, deltagere, deltakere, deltaker, hvem, kontaktperson, ansvarig, ansvarlig, medverkande, interviewere, intervjuere, hos, deltar, deltager fra os, panel, namn, navn, personer, motedeltakere, samtalspartner, samtalepartner
        osoba, osoby, z kim, uczestnicy, prowadzacy, rozmowca, rozmowcy, kto, komisja, osoba prowadzaca
    """),
    "title": phrases("""
        title, titles, designation, rank, grade, capacity, role, job title, function, position, title/department, title / department, department, dept, role/department, titel, funktion, position, abteilung, fonction, poste, service, titre, functie, rol, afdeling, cargo, puesto, departamento, funcion, ruolo, qualifica, mansione, funzione, reparto, funcao, area, roll, avdelning, stilling, afdeling, rolle, stanowisko, dzial, funktion/abteilung, fonction / service, afdeling/functie, job role, befattning, titolo, specialty, team
    """),
    "place": phrases("""
        yer, misto, kde, paikka, hely, helyszin, loc, locul, mjesto, lloc, on, adres
        mode, mode of interview, interview mode, venue/mode, mode/venue,
        where, location, room, venue, place, room/location, location/room, room / location, location / room, room/link, meeting room, rooms, building, office, join, join zoom, join teams, join meeting, join google meet, meeting url, join link, video link, link, zoom link, meeting link, dial-in, zoom, teams, google meet, join zoom meeting, join with google meet, address, room no., room no, room number, location/link, location / link, joining info, conference room, join here, room or link, meeting place, bldg/room, venue / room
        ort, raum, wo, treffpunkt, ort/raum, raum/ort, ort / raum, gebaude, adresse, einwahl, zimmer, besprechungsraum, einwahllink, videolink, ort/link, raumlichkeit, raum / link, veranstaltungsort
        lieu, salle, ou, endroit, adresse, lien, lien visio, bureau, salle/lieu, lieu/salle, lieu / salle, lien de connexion, localisation, visio
        locatie, ruimte, waar, plaats, zaal, lokaal, kamer, adres, locatie/ruimte, vergaderzaal, link
        lugar, sala, donde, ubicacion, direccion, aula, enlace, despacho, lugar/sala, lugar de encuentro, punto de encuentro, espacio
        luogo, sala, dove, sede, indirizzo, aula, collegamento, stanza, ufficio, punto di incontro, luogo/sala
        local, sala, onde, lugar, morada, endereco, ligacao, sala/local, espaco, ponto de encontro, hiperligacao
        plats, lokal, var, sted, lokale, hvor, rum, rom, adress, adresse, moderum, moterom, lank, lenke, motesrum, motesplats, modested, motested, mødelokale
        miejsce, sala, gdzie, pokoj, adres, lokalizacja
    """),
    "topic": phrases("""
        konu, tema, aihe, subiect, temat spotkania, napln, obsah, sisalto, tartalom, program
        activity, activities, topic, topics, event, session, subject, what, agenda, agenda item, item, description, interview, meeting, details, detail, purpose, stage, focus, session title, type, format, theme, interview type, programme item, content, element, component, interview topic, round, meeting type, event type, focus area, competency, task
        thema, themen, programmpunkt, programm, inhalt, aktivitat, agendapunkt, gesprach, was, gegenstand, punkt, ablauf, titel des gesprachs, tagesordnungspunkt, baustein, tatigkeit, schwerpunkt, art
        objet, sujet, activite, theme, contenu, etape, quoi, programme, intitule, sequence, nature, type d'entretien, epreuve
        onderwerp, activiteit, onderdeel, programmaonderdeel, wat, inhoud, gesprek, thema, programma, agendapunt
        actividad, tema, asunto, contenido, que, programa, descripcion, sesion, fase, prueba, tipo
        attivita, argomento, tema, oggetto, contenuto, cosa, programma, fase, descrizione, prova, tipologia
        atividade, tema, assunto, conteudo, o que, programa, descricao, sessao, etapa, fase, prova
        aktivitet, amne, emne, vad, hvad, hva, innehall, indhold, innhold, moment, punkt, programpunkt, tema, program
        temat, aktywnosc, co, punkt programu, przedmiot, opis
    """),
    "note": phrases("""
        notes, note, comments, comment, remarks, status, meeting id, passcode, password, pin, phone, tel, telephone, mobile, confirmed, confirmed?, prep, preparation, bring, please bring, bemerkung, bemerkungen, hinweis, hinweise, anmerkung, anmerkungen, remarque, remarques, observations, commentaires, opmerking, opmerkingen, bijzonderheden, observaciones, notas, nota, comentarios, note, osservazioni, annotazioni, observacoes, notas, anmarkning, anmarkningar, kommentar, bemaerkning, bemaerkninger, merknad, uwagi, no., sl. no, sl no, s. no, sr. no, s/n, nr, nr., n., id, needed, materials, dress, dress code, email, e-mail, mail, interview no., reference, ref, meeting-id, kenncode, mot de passe, code, wachtwoord, contrasena, codigo, av needs, av, equipment, internal notes, why, tip, tips, remember, p.s, ps, nb, n.b, wichtig, important, attention, achtung, equip
    """),
    "candidate": phrases("""
        this copy, this copy is for, this version is for, your copy, prepared for, diese fassung ist fur, diese fassung, fassung fur, exemplar fur, fur, pour, cette version, cette version est destinee a, exemplaire de, exemplaire pour, exemplaar voor, exemplaar van, deze versie is voor, bestemd voor, ejemplar de, copia para, esta copia es para, version para, per il candidato, copia per, copia di, esta copia, detta exemplar, denna version, denne udgave, dette eksemplar, candidate, applicant, candidate name, kandidat, kandidatin, bewerber, bewerberin, bewerber/in, bewerber:in, candidat, candidate, candidat(e), kandidaat, sollicitant, candidato, candidata, candidato/a, aspirante, candidato(a), kandidat, sokande, ansoger, soker, kandydat, kandydatka, interviewee, name of candidate, name of applicant, guest, visitor, visiting candidate, visiting faculty candidate, schedule for, itinerary for, interview schedule for, agenda for, programme for, ablauf fur, ablaufplan fur, programm fur, programme pour, planning pour, planning de, programma voor, programa para, programma per, agenda para, schema for, program for, plan for, plan dla, visit of, campus visit of, interview day for, interview itinerary for, call-back schedule for, callback schedule for, besuch von, visite de, besoek van, visita de, visita di, on-site schedule for, onsite schedule for, onsite interview for, interview for, interviews for, interview agenda for, superday schedule for, zeitplan fur, tagesplan fur, your day, horario de, agenda de, horario para, convocation de, to, an, a, aan, per, att
    """),
}
ROLES = {
    "topic": "topic",
    "people": "people",
    "title": "title",
    "place": "place",
    "note": "note",
    "time": "time",
    "start": "time",
    "end": "end",
    "date": "date",
    "length": "length",
    "candidate": "candidate",
}
