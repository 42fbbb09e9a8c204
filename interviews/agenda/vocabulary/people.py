"""Words around the names of people: who joins, who is away, who "me" is; folded where not said otherwise."""

from __future__ import annotations

import re

from interviews.agenda.plain import folded
from interviews.agenda.vocabulary import phrases
from interviews.agenda.vocabulary.labels import LABELS, ROLES

WITH = phrases("""
in front of, devant, vor, davanti a, ante, perante, infor, inför, foran, observed by:, seen by, joined by:,
with, w/, w, by, meet, meet with, meeting with, led by, hosted by, observed by, chaired by, conducted by, from, joined by, accompanied by, given by, presented by, see, interview with, guided by, and with, together with, run by, facilitated by, including, met by, greeted by, introduced by, you meet, you'll meet, you will meet, you are seeing, then, alongside, over to, greets you, per, featuring, plus, escorted by, assisted by, supervised by, moderated by, talk to, speak with, speak to, say hello to, chat to, catch up with
mit, durch, bei, von, gemeinsam mit, zusammen mit, im gesprach mit, sowie, begleitet von, beobachtet von, moderiert von, geleitet von, trifft, treffen sie
avec, par, chez, en presence de, anime par, menee par, en compagnie de, conduit par, assure par, accompagne de, accompagnee par, accompagne par, anime par, animee par, animé par, animée par, assuré par, assurée par, mené par, menée par, en présence de
met, door, samen met, o.l.v., onder leiding van, begeleid door, bij
con, por, junto a, junto con, a cargo de, de la mano de, guiado por, acompañado por, guiada por, dirigido por, impartido por
con, insieme a, a cura di, condotto da, guidata da, tenuto da, da, assieme a, alla presenza di, accompagnati da, guidato da
com, por, conduzida por, guiada por, acompanhado por, orientada por, na presença de, conduzido por
med, av, af, hos, tillsammans med, sammen med, leds av, ledes af
z, ze, prowadzi, wraz z
amb, a càrrec de, a carrec de, cu, s, se, ile, kanssa, ar, su
# Verbs that say who does it
supervisa, imparte, dirige, modera, acompaña, acompana, acompañan, atiende, guía, presenta, conduce, recibe, evalúa, evalua, anime, assure, accompagne, présente, dirigé par, présenté par, reçu par, reçue par
leitet, führt, moderiert, begleitet, betreut, betreuen, empfängt, durchgeführt von, betreut von, empfangen von, begleidt, leidt, verzorgt, ontvangt, ontvangen door, verzorgd door, presentert, leder, leds av, ledes av, håller, holder
accoglie, conduce, accompagna, tiene, tenuto da, seguito da, curato da, condotta da, ricevuto da, accolto da, conduz, acompanha, recebe, apresenta, recebido por, orientado por, oprowadza, prowadzą, prowadzone przez, prowadzona przez, przyjmuje
taught by, overseen by, invigilated by, administered by, driven by, shown by, received by, welcomed by, organised by, attended by, co-led by, opposite, w. , feat., ft., you'll see, you'll be with, runs, hosts, leads
""")
AND = phrases(
    "and, &, +, und, sowie, et, ainsi que, en, alsook, y, e, i, og, och, oraz, plus, /, as well as, ed, and also, a także, & also, and then, together with, along with, samt, und auch, u., ; and"
)
ARTICLES = phrases("""
our, the, a, an, one of our, your, my, his, her, their, new, dem, der, die, den, das, des, unserem, unserer, unser, unsere, unseren, ihrem, ihrer, einem, einer, le, la, les, l', notre, nos, votre, un, une, du, de, de la, el, los, las, nuestro, nuestra, su, un, una, del, il, lo, gli, nostro, nostra, il nostro, la nostra, dal, dalla, al, o, os, as, nosso, nossa, o nosso, a nossa, pelo, pela, het, onze, een, var, vår, vores, vor, naszym, naszą
""")
ME = phrases(
    "ondergetekende, il sottoscritto, la sottoscritta, undertecknad, undertegnede, el suscrito, la suscrita, la soussignée, le soussigné, dem unterzeichner, der unterzeichnerin, par mes soins, durch mich, von mir, bei mir, door mij, bij mij, por mi, por mim, da me, af mig, av mig, hos mig, z mojej strony, yo mismo, yo misma, io stesso, io stessa, moi-meme, ik zelf, mezelf, ich selbst, eu mesmo, eu propria, eu proprio, jag sjalv, jag själv, meg selv, mig selv, servidor, me, myself, mir, moi, mij, mi, conmigo, me stesso, mim, comigo, mig, meg, ze mna, mną, undersigned, yours truly, me (again), moi-meme, moi-même, mijzelf, mich"
)
I_DO = phrases("""
begrüße ich, begrusse ich, hole ich, empfange ich, zeige ich, treffe ich, führe ich, fuhre ich, erwarte ich, begleite ich, haal ik, ontvang ik, laat ik, neem ik, je t'accueille, je t'attends, te recibiré, le recibiré, te espero, le espero, ti aspetto, la aspetto, recebo-o, recebo-a, möter jag, møder jeg, møter jeg
i will, i'll, i’ll, i am going to, i pick, i meet, i greet, i can pick, i'd, i welcome, ich hole, ich werde, ich empfange, ich begrusse, ich begrüße, ich treffe, ich zeige, ich begleite, je vous, je viendrai, ik haal, ik ontvang, ik zal, ik ben, ik laat, le recojo, te recojo, le recibo, te recibo, yo le, vengo a, ti accolgo, la accolgo, eu recebo, jag moter, jag möter, jag tar emot, jeg moder, jeg henter, jeg møder, jeg tar imot
""")
NOT_HERE = phrases("""
recused, declined, regrets, cancelled, canceled, unavailable, can't make it, cannot make it, can't attend, can no longer, is out, is sick, is ill, is away, on leave, replaced by, regrets, apologies, no longer joining, not joining, not available, not attending, will not attend
verhindert, erkrankt, krank, abgesagt, entschuldigt, fallt aus, fällt aus, nicht dabei, im urlaub, absagen
excuse, excusé, excusée, absent, absente, indisponible, empeche, empechee, empêché, empêchée, annule
verhinderd, ziek, afgemeld, afwezig, niet aanwezig
no puede asistir, ausente, enfermo, enferma, de baja, excusa su asistencia
assente, impossibilitato, impossibilitata, malato, malata, indisponibile
ausente, doente, indisponivel, indisponível, nao pode, não pode
forhinder, har fatt forhinder, inte med, ikke med, forhindrad, förhindrad, sjuk, forhindret, forfald, forfall, syg, syk, deltar ej
nieobecny, nieobecna, chory, chora
""")
# Before the name of somebody who only brings you to the next item.
ESCORTS = phrases("""
escorted to the next by, walks you to the next, will walk you to, will bring you to, takes you to, will take you to, walk you over to, brings you to, bring you over to, escort to next:, escort:, escorted over by, collects you for the next, handover to, then escorted by, escorted back by, marked later by, marked by, graded by, scored by, will be marked by, assessed afterwards by, assessed later by, evaluated by, reviewed afterwards by, reviewed later by, replacing, replaces, instead of, in place of, in lieu of, standing in for, stands in for, covering for, on behalf of, vertritt, in vertretung fur, in vertretung von, vertretung fur, anstelle von, statt, anstatt, ersetzt, fur den verhinderten, fur die verhinderte, en remplacement de, remplace, a la place de, vervangt, in plaats van, ter vervanging van, en lugar de, en sustitucion de, sustituye a, al posto di, in sostituzione di, sostituisce, em vez de, em substituicao de, substitui, i stallet for, ersatter, i stedet for, erstatter, zamiast, w zastepstwie, corrected by, korrigiert von, wird spater bewertet von, bewertet von, ausgewertet von, questions to, questions:, contact:, ruckfragen an, fragen an, cc, ask for, nach frau, sub for, subbing for, deputising for, for
""")


def label_of(text: str) -> str | None:
    """What a label announces, by the role that its text has."""
    plain = folded(text).strip(" *_.:#-–").strip()
    if not plain or len(plain) > 48:
        return None
    return _ROLE_OF.get(plain) or _ROLE_OF.get(re.sub(r"\s?\(?s\)$|\s?\d+$", "", plain))


_ROLE_OF = {
    phrase: ROLES.get(kind, kind) for kind in reversed(list(LABELS)) for phrase in LABELS[kind]
}
KIND_OF_LABEL = {phrase: kind for kind in reversed(list(LABELS)) for phrase in LABELS[kind]}

# Before the name of somebody who only judges a test later.
MARKERS = phrases("""
marked by, marked afterwards, marked later, marked afterwards by, graded by, scored by, will be marked, will be graded, will be read, will be assessed later, assessed afterwards, evaluated later, evaluated afterwards, reviewed afterwards, read afterwards
korrigiert von, wird spater bewertet, wird anschliessend bewertet, wird korrigiert, bewertet spater, ausgewertet von, korrektur
corrige, corriges par, corrigees par, corrigee par, seront corrigees, sera corrigee, notee par, notees par, corregid, corrigida, corregida, sera corregid, seran corregid, corregira, evaluara posteriormente, calificara
wordt beoordeeld, later door, nagekeken door, beoordeeld door, sara valutata, sara corretta, valutata nei giorni, corretta da, valutata da, sera avaliada, avaliada posteriormente, corrigida por
lases efterat, bedoms av, rattas av, laeses bagefter, bedommes af, rettes af, rettes av, vurderes av, oceni, sprawdzi
""")
