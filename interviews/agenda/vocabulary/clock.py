"""Words for times of the day, lengths of time, and zones; all folded."""

from interviews.agenda.vocabulary import phrases, table

NOON = phrases("""
12 noon, noon, midday, high noon, 12 midday
12 uhr mittags, mittag, mittags
midi, mezzogiorno, mediodia, meio-dia, meio dia, middaguur, poludnie, w poludnie
""")
MIDNIGHT = phrases("midnight, mitternacht, minuit, mezzanotte, medianoche, middernacht, meia-noite")

# Between the two times of a range.
UNTIL = phrases("""
-, –, —, to, until, till, til, 'til, through, thru, ->, →, –>, ~, up to
bis, bis ca., bis etwa, bis gegen
a, à, au, jusqu'a, jusque, jusqu'a environ
tot, tot en met, tm, t/m, tot ongeveer
hasta, hasta las, a las, y las, a la, hasta la
alle, alle ore, all', fino alle, e le, sino alle
as, ate, ate as, e as, e
do, i
till, og, och, til kl., till kl., til kl, till kl
""")
# Before the first time of a range.
FROM = phrases("""
from, between, von, zwischen, de, entre, van, tussen, desde, de las, desde las, entre las
dalle, dalle ore, dall', tra le, das, entre as, fra, mellem, mellom, fran, mellan, od, miedzy
""")
# Before a time, so that a bare hour is one.
AT = phrases("""
at, for, by, from, until, till, around, about, approx., ca., ca, circa, approximately, before, starting
um, ab, gegen, bis, von, a, à, vers, des, dès, des, om, vanaf, rond, omstreeks, tot, van
a las, a la, desde las, sobre las, hasta las, alle, alle ore, ore, dalle, verso le, all', fino alle, le
as, às, das, ate as, pelas, kl., kl, klokken, klockan, klo, o, od, o godz., godz., o godzinie, do
""")
ABOUT = phrases("""
about, around, approx., approximately, approx, roughly, ca., ca, circa, c., ~, etwa, gegen, ungefahr, environ
vers, ongeveer, rond, sobre, hacia, aproximadamente, cerca das, cerca de, por volta das, verso, intorno alle, omkring
cirka, ok., okolo
""")

MINUTES = phrases("""
minutes, minute, mins, min., min, minuten, minuti, minuto, minutos, minuter, minutter, minut, minuty, minuut, '
""")
HOURS = phrases("""
hours, hour, hrs, hr., hr, h, std., std, stunden, stunde, heures, heure, uur, uren, horas, hora, ore, ora
timmar, timme, timer, time, godziny, godzina, godz., stdn., tim
""")
NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "eine": 1, "einer": 1, "zwei": 2, "drei": 3, "funf": 5, "zehn": 10, "funfzehn": 15, "zwanzig": 20,
    "dreissig": 30, "vierzig": 40, "funfundvierzig": 45, "funfzig": 50, "sechzig": 60, "neunzig": 90,
    "une": 1, "un": 1, "deux": 2, "trois": 3, "cinq": 5, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30,
    "quarante-cinq": 45, "quarante": 40, "soixante": 60,
    "een": 1, "twee": 2, "drie": 3, "vijf": 5, "tien": 10, "vijftien": 15, "kwartier": 15, "twintig": 20,
    "dertig": 30, "veertig": 40, "vijfenveertig": 45, "zestig": 60, "negentig": 90,
    "una": 1, "uno": 1, "dos": 2, "tres": 3, "cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "noventa": 90,
    "due": 2, "tre": 3, "cinque": 5, "dieci": 10, "quindici": 15, "venti": 20, "trenta": 30, "quaranta": 40,
    "quarantacinque": 45, "sessanta": 60, "novanta": 90,
    "uma": 1, "um": 1, "duas": 2, "dez": 10, "vinte": 20, "trinta": 30, "quarenta": 40, "sessenta": 60,
    "en": 1, "ett": 1, "to": 2, "tva": 2, "fem": 5, "tio": 10, "ti": 10, "femton": 15, "femten": 15,
    "tjugo": 20, "tyve": 20, "trettio": 30, "tredive": 30, "fyrtio": 40, "sextio": 60,
}  # fmt: skip
HALF_HOUR = phrases("""
half an hour, half-hour, half hour, eine halbe stunde, halbe stunde, halben stunde, une demi-heure, demi-heure
demi heure, een half uur, half uur, media hora, mezz'ora, mezzora, meia hora, en halv timme, halvtimme, en halv time
""")
AND_A_HALF = phrases("""
an hour and a half, one and a half hours, anderthalb stunden, eineinhalb stunden, une heure et demie, anderhalf uur
hora y media, un'ora e mezza, uma hora e meia, en och en halv timme, halvannen time
""")
HOUR_NUMBERS = {
    "eins": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
    "twee": 2, "drie": 3, "vijf": 5, "zes": 6, "zeven": 7, "negen": 9, "tien": 10, "twaalf": 12,
    "een": 1, "acht uur": 8,
    "ett": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "atta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "to": 2, "fire": 4, "seks": 6, "syv": 7, "otte": 8, "atte": 8, "ni": 9, "ti": 10,
    "elleve": 11,
}  # fmt: skip

# Labels of zones, as printed; the ones that are also words stand only in capitals.
ZONES = table("""
UTC GMT BST IST WET WEST CET CEST MEZ MESZ EET EEST MSK
ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AKDT HST AST ADT NST NDT
JST KST SGT HKT AEST AEDT ACST ACDT AWST NZST NZDT PKT GST WIB SAST CAT EAT WAT BRT ART CLT COT
""")
ZONE_PHRASES = phrases("""
pacific time, eastern time, central time, mountain time, pacific, eastern, central, london time, uk time, us time
new york time, berlin time, paris time, local time, ortszeit, heure locale, hora local, ora locale, lokale tijd
heure de paris, hora peninsular, hora de madrid, central european time, mitteleuropaische zeit, ora italiana
""")
