"""Months, weekdays and words for days near the one that a message was written; all folded."""

from interviews.agenda.vocabulary import phrases

_MONTHS = """
january jan januar janvier janv januari enero ene gennaio gen janeiro styczen stycznia sty janner jänner ianuarie leden ledna ocak gener tammikuu tammikuuta januara sijecanj sijecnja
february feb februar fevrier fevr fev februari febrero febbraio febr fevereiro luty lutego lut feber unor unora subat februarie febrer helmikuu helmikuuta februara veljaca veljace
march mar marz mars maart mrt marzo marco marec marca marts maerz mrz brezen brezna mart martie marc maaliskuu maaliskuuta ozujak ozujka marcius
april apr avril avr abril abr aprile kwiecien kwietnia kwi duben dubna nisan aprilie huhtikuu huhtikuuta aprila travanj travnja aprilis
may mai mei mayo maggio mag maio maj maja kveten kvetna mayis maig toukokuu toukokuuta svibanj svibnja majus
june jun juni juin junio giugno giu junho czerwiec czerwca cze cerven cervna haziran iunie juny kesakuu kesakuuta junija lipanj lipnja junius
july jul juli juillet juil julio luglio lug julho lipiec lipca lip cervenec cervence temmuz iulie juliol heinakuu heinakuuta julija srpanj srpnja julius
august aug aout augustus agosto ago augusti sierpien sierpnia sie srpen srpna agustos elokuu elokuuta avgust avgusta kolovoz kolovoza augusztus
september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia wrz setiembre zari eylul septembrie setembre syyskuu syyskuuta septembra rujan rujna szeptember
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz rijen rijna ekim octombrie lokakuu lokakuuta oktobra
november nov novembre noviembre novembro listopad listopada lis kasim noiembrie marraskuu marraskuuta novembra studeni studenoga
december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru prosinec prosince aralik decembrie desembre joulukuu joulukuuta decembra prosinac prosinca desember
"""
MONTHS = {
    name: number
    for number, row in enumerate(_MONTHS.strip().splitlines(), start=1)
    for name in row.split()
}
_WEEKDAYS = """
monday mon montag mo lundi lun maandag ma lunes lunedi segunda-feira segunda mandag mandag måndag poniedzialek pon pazartesi pondeli dilluns maanantai luni ponedjeljak ponedeljek hetfo mandags
tuesday tue tues dienstag di mardi dinsdag martes martedi mar terca-feira terca tisdag tirsdag wtorek sali utery dimarts tiistai marti utorak torek kedd
wednesday wed weds mittwoch mi mercredi mer woensdag wo miercoles mie mercoledi quarta-feira quarta onsdag sroda srode carsamba streda dimecres keskiviikko miercuri srijeda szerda
thursday thu thurs thur donnerstag do jeudi jeu donderdag jueves jue giovedi gio quinta-feira quinta torsdag czwartek persembe ctvrtek dijous torstai joi cetvrtak cetrtek csutortok
friday fri freitag fr vendredi ven vrijdag vr viernes vie venerdi sexta-feira sexta fredag piatek cuma patek divendres perjantai vineri petak petek pentek
saturday sat samstag sa sonnabend samedi sam zaterdag za sabado sab sabato lordag lørdag sobota sobote cumartesi dissabte lauantai sambata subota szombat
sunday sun sonntag so dimanche dim zondag zo domingo dom domenica sondag søndag niedziela niedziele pazar nedele diumenge sunnuntai duminica nedjelja nedelja vasarnap
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
NEXT_WEEK = phrases(
    "next week, of next week, nachster woche, nachste woche, kommender woche, der nachsten woche, der kommenden woche, in der nachsten woche, de la semaine prochaine, la semaine prochaine, volgende week, van volgende week, de la semana que viene, de la proxima semana, la semana que viene, della prossima settimana, della settimana prossima, prossima settimana, da proxima semana, da semana que vem, nasta vecka, i nasta vecka, neste uke, i neste uke, naeste uge, i naeste uge, w przyszlym tygodniu, przyszlego tygodnia"
)
NEXT = phrases(
    "next, nachsten, nachster, kommenden, kommender, prochain, prochaine, volgende, aanstaande, proximo, prossimo, que vem, nasta, naste, przyszly"
)
