"""Words for times of the day, lengths of time, and zones; all folded."""

from interviews.agenda.vocabulary import phrases, table

NOON = phrases("""
12 noon, 12 del mediodia, 12 de la manana, noon, midday, high noon, 12 midday
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
QUARTERS = {
    "a quarter of an hour": 15, "quarter of an hour": 15, "eine viertelstunde": 15, "viertelstunde": 15, "un quart d'heure": 15, "quart d'heure": 15,
    "een kwartier": 15, "kwartier": 15, "un cuarto de hora": 15, "cuarto de hora": 15, "un quarto d'ora": 15, "quarto d'ora": 15, "um quarto de hora": 15, "en kvart": 15, "et kvarter": 15, "kwadrans": 15,
    "three quarters of an hour": 45, "three-quarters of an hour": 45, "eine dreiviertelstunde": 45, "dreiviertelstunde": 45, "trois quarts d'heure": 45, "3/4 d'heure": 45, "3/4 h": 45, "drie kwartier": 45,
    "tres cuartos de hora": 45, "tre quarti d'ora": 45, "tres quartos de hora": 45, "tre kvart": 45, "vijf kwartier": 75, "funf viertelstunden": 75, "½ h": 30, "1/2 h": 30, "½ hour": 30, "½ stunde": 30, "½ uur": 30, "½ std": 30,
    "1½ h": 90, "1½ hours": 90, "1½ std": 90, "1½ stunden": 90, "1½ uur": 90, "hour and a quarter": 75, "an hour and a quarter": 75,
}  # fmt: skip
HALF_HOUR = phrases("""
media horita, een half uurtje, half uurtje, halfuurtje, mezz'oretta, halbes stundchen, half an hour, half-hour, half hour, eine halbe stunde, halbe stunde, halben stunde, une demi-heure, demi-heure
demi heure, een half uur, half uur, media hora, mezz'ora, mezzora, meia hora, en halv timme, halvtimme, en halv time
""")
AND_A_HALF = phrases("""
an hour and a half, one and a half hours, anderthalb stunden, eineinhalb stunden, une heure et demie, anderhalf uur
hora y media, un'ora e mezza, uma hora e meia, en och en halv timme, halvannen time
""")
_HOURS = """
one eins ein een une un una uma ett en jedna pierwsza
two zwei twee deux dos due duas tva to druga
three drei drie trois tres tre trzecia
four vier quatre cuatro quattro quatro fyra fire czwarta
five funf vijf cinq cinco cinque fem piata
six sechs zes seis sei sex seks szosta
seven sieben zeven sept siete sette sete sju syv siodma
eight acht huit ocho otto oito atta otte atte osma
nine neun negen neuf nueve nove nio ni dziewiata
ten zehn tien dix diez dieci dez tio ti dziesiata
eleven elf onze once undici elva elleve jedenasta
twelve zwolf twaalf douze doce dodici doze tolv dwunasta
"""
HOUR_NUMBERS = {
    name: hour
    for hour, row in enumerate(_HOURS.strip().splitlines(), start=1)
    for name in row.split()
}

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
