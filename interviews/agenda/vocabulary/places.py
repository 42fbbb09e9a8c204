"""Words for places; folded."""

from interviews.agenda.vocabulary import phrases, table

# A phrase with one of these is a place (if nothing speaks against it).
# What a number with a dot counts: "4. Stock", "3. sal".
FLOORS = table("""
og ug eg stock stockwerk etage etg geschoss obergeschoss untergeschoss floor verdieping etage verd vloer
sal etasje vaning plan tr kerros patro poschodi pietro pietra emelet emeleti nadstropje kat et piano andar piso planta
""")
PLACES = table("""
room rm rooms conf boardroom lobby atrium reception office offices suite floor fl hall building bldg block wing annex annexe annexes lab
laboratory auditorium theater theatre amphitheatre amphitheater cafeteria canteen cafe café coffeehouse restaurant brasserie bistro bistrot bar pub grill kitchen
lounge library gym classroom studio center centre campus headquarters hq house plaza square tower terrace rooftop courtyard garden gate
guardhouse entrance foyer desk hotel inn lodge airport station terminal street st avenue ave road rd lane ln drive boulevard blvd
way wharf quay yard court park pier dock plant works warehouse hangar workshop clinic ward hospital chapel church museum
gallery stadium arena pavilion deck garage lot parking unit level zone hub huddle pod booth cabin basement ground
online zoom teams webex skype meet google-meet hangouts phone call link video bluejeans chime whereby videocall videoconference facetime
academy club tavern kitchenette chambers staffroom auditoria mezzanine helpdesk penthouse trattoria pizzeria steakhouse diner
laboratories greenhouse greenhouses refectory commons quad cloister bench bridge meeting-room conference-room seminar-room
# German
filiale raum zimmer saal horsaal halle haus gebaude etage stock og eg stockwerk erdgeschoss obergeschoss buro empfang pforte foyer kantine mensa casino kasino gasthaus gasthof
besprechungsraum besprechungszimmer konferenzraum sitzungszimmer sitzungssaal sitzungsraum seminarraum labor werk werkstatt prufstand lobby hof bahnhof flughafen strasse str platz
allee weg ring turm trakt flur aula bibliothek cafeteria ratssaal ratskeller eingang haupteingang treffpunkt werkstor testraum schulungsraum buero dachterrasse videokonferenz telefon
dienstzimmer lehrerzimmer sekretariat musiksaal station ambulanz restaurant wirtshaus weinstube brauhaus kunsthalle
# French
salle bureau batiment bat etage rez-de-chaussee accueil hall amphi cantine cafeteria restaurant laboratoire site siege usine rue quai place
aeroport gare aile porte salon visio visioconference amphitheatre locaux bibliotheque cour atelier hopital hotel telephone lieu niveau self brasserie auberge
# Dutch
zaal kamer lokaal gebouw verdieping etage kantoor receptie balie hal kantine vergaderzaal vergaderruimte vergaderkamer straat plein laan gracht weg
aula werkplaats begane grond bedrijfsrestaurant eetcafe ontvangst ingang spreekkamer collegezaal polikliniek ziekenhuis stadhuis
# Spanish
sala despacho edificio planta piso oficina oficinas recepcion vestibulo aula comedor restaurante laboratorio sede calle avenida plaza paseo
aeropuerto estacion auditorio cafeteria biblioteca hospital facultad sotano salon fabrica videollamada videoconferencia hotel puerta hall
# Italian
ufficio edificio piano portineria ingresso sala riunioni aula mensa ristorante laboratorio sede via viale piazza corso stabilimento
aeroporto stazione auditorium biblioteca palazzina palazzo terra trattoria osteria bar stanza salone padiglione
# Portuguese
sala gabinete edificio andar piso escritorio recepcao portaria auditorio refeitorio restaurante laboratorio sede rua avenida praca fabrica bloco
anfiteatro aeroporto estacao cantina biblioteca pavilhao terreo cobertura
# Nordic
rum lokal sal kontor byggnad hus vaning plan reception lunchrum matsal restaurang gatan gata vagen vag torget flygplats laboratorium
mote motesrum motesal konferensrum konferenslokal sammantradesrum aulan entren entre rom mote moterom kantine bygning etasje etage gade vej plads lokale modelokale modelokalet kantinen receptionen resepsjonen resepsjon auditoriet
# Polish
sala pokoj budynek pietro biuro recepcja aula stolowka restauracja laboratorium ulica ul hol lobby kantyna portiernia gabinet
""")
PLACE_ENDINGS = (
    "room", "rooms", "office",
    "raum", "zimmer", "saal", "halle", "gebaude", "haus", "strasse", "platz", "buro", "stube", "zaal", "kamer",
    "ruimte", "lokaal", "gebouw", "straat", "laan", "plein", "rummet", "salen", "gatan", "vagen", "lokale", "lokalet",
    "gasse", "allee", "keller", "kantine", "bau", "labor", "werkstatt", "rommet", "stuen", "sal", "kwartier", "restaurant", "gracht", "trakt", "hof", "garten", "bahnhof", "mensa", "terrasse", "rum", "kontor", "kontoret",
)  # fmt: skip
PREPOSITIONS = phrases("""
på, à la, à l', à, über, nel, nello, no, dans l', à partir de
at the, at, in the, in, @, on the, on, near the, outside the, outside, inside the, room, via, over, to be held in, held in, meet at, meeting in, location, venue
im, in der, in den, in, am, an der, beim, bei der, bei, auf der, auf dem, uber, ort, per
a la, a l', au, aux, dans la, dans le, dans, en, chez, sur, par, lieu
in het, op de, op, aan de, bij de, bij, te, via, locatie
en la, en el, en, a traves de, por, lugar
nella, nel, nell', presso, presso la, presso il, al, alla, in, c/o, via, su
na, no, nas, nos, em, pelo, pela, via
i, pa, vid, hos, ved, over, plats, sted
w, we, na, przy
""")
VIRTUAL = phrases("""
zoom, microsoft teams, ms teams, teams, google meet, webex, skype, whereby, hangouts, bluejeans, facetime, chime, video call, videocall, video link, video conference
videokonferenz, videocall, videoanruf, visioconference, visio, videollamada, videoconferencia, videoconferenza, videochiamata, videochamada, videomote, videoconferentie, online, virtual, virtuell, remote, digital, wideokonferencja
""")
PHONE = phrases(
    "phone, phone call, telephone, telefon, telefonisch, telefonico, telephone, per telefon, par telephone, telefoon, telefonisch, telefono, telefone, dial-in, call-in, hangout, puhelin"
)
