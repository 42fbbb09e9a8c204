"""Months, weekdays and words for days near the one that a message was written; all folded."""

from interviews.agenda.vocabulary import phrases

_MONTHS = """
january jan januar janvier janv januari enero ene gennaio gen janeiro styczen stycznia sty janner jänner ianuarie
february feb februar fevrier fevr fev februari febrero febbraio febr fevereiro luty lutego lut feber
march mar marz mars maart mrt marzo marco marec marca marts maerz mrz
april apr avril avr abril abr aprile kwiecien kwietnia kwi
may mai mei mayo maggio mag maio maj maja
june jun juni juin junio giugno giu junho czerwiec czerwca cze
july jul juli juillet juil julio luglio lug julho lipiec lipca lip
august aug aout augustus agosto ago augusti sierpien sierpnia sie
september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia wrz setiembre
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz
november nov novembre noviembre novembro listopad listopada lis
december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru
"""
MONTHS = {
    name: number
    for number, row in enumerate(_MONTHS.strip().splitlines(), start=1)
    for name in row.split()
}
_WEEKDAYS = """
monday mon montag mo lundi lun maandag ma lunes lunedi segunda-feira segunda mandag mandag måndag poniedzialek pon
tuesday tue tues dienstag di mardi dinsdag martes martedi mar terca-feira terca tisdag tirsdag wtorek
wednesday wed weds mittwoch mi mercredi mer woensdag wo miercoles mie mercoledi quarta-feira quarta onsdag sroda srode
thursday thu thurs thur donnerstag do jeudi jeu donderdag jueves jue giovedi gio quinta-feira quinta torsdag czwartek
friday fri freitag fr vendredi ven vrijdag vr viernes vie venerdi sexta-feira sexta fredag piatek
saturday sat samstag sa sonnabend samedi sam zaterdag za sabado sab sabato lordag lørdag sobota sobote
sunday sun sonntag so dimanche dim zondag zo domingo dom domenica sondag søndag niedziela niedziele
"""
WEEKDAYS = {
    name: number
    for number, row in enumerate(_WEEKDAYS.strip().splitlines())
    for name in row.split()
}
# Short ones that are also words count only next to a day.
SHORT_WEEKDAYS = frozenset(name for name in WEEKDAYS if len(name) <= 3) | {
    "segunda",
    "quarta",
    "quinta",
    "sexta",
    "terca",
}
TODAY = phrases("today, heute, aujourd'hui, vandaag, hoy, oggi, hoje, i dag, idag, dzis, dzisiaj")
TOMORROW = phrases(
    "tomorrow, morgen, demain, manana, domani, amanha, i morgon, imorgon, i morgen, jutro"
)
AFTER_TOMORROW = phrases(
    "the day after tomorrow, day after tomorrow, ubermorgen, apres-demain, overmorgen, pasado manana, dopodomani, depois de amanha, i overmorgon, pojutrze"
)
NEXT = phrases(
    "next, nachsten, nachster, kommenden, kommender, prochain, prochaine, volgende, aanstaande, proximo, prossimo, que vem, nasta, naste, przyszly"
)
