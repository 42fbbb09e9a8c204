"""Agendas told in sentences: a block for each time that something happens at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda import dates, times
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.entries import CHATTER, Entry, is_greeting, is_sign_off
from interviews.agenda.kinds import hits
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.times import Span

_END_BEFORE = re.compile(
    r"(?:\b(?:until|till|til|to|bis|by|over by|finish(?:es|ing)? (?:at|by)?|end(?:s|ing)? (?:at|by)?|done by|wrap(?:s|ping)? up (?:at|by)?|jusqu'a|jusque vers|jusque|tot|hasta las|hasta|fino alle|fino a|ate as|ate|till|slutter|endet um|dauert bis|geht bis|duurt tot|termina a las|finisce alle|termine a|do)"
    r"\s(?:ca\.?\s|about\s|around\s|etwa\s|roughly\s|gegen\s|environ\s|ongeveer\s|kl\.?\s|las\s|um\s|le\s|alle\s|as\s)?)$"
)
_NOT_A_MEETING = re.compile(
    r"(?<!\w)(?:si vienes|cortan|cortad[oa]|obras|gesperrt|travaux|road works|roadworks|pendler|schranken|if you take|the \d|parken|tarif|bus|metro|tram|gate (?:opens|closes)|closes|open(?:s|ing)|opent|gaat (?:pas )?(?:om )?$|gaat om|offnet|schliesst|ferme|ouvre|abre|cierra|apre|chiude|fecha|stanger|oppnar|lukker|abner|aanvang kantoor|bussen|de trein|der ice|ice|der zug|le tgv|tgv|le train|el tren|il treno|il regionale|frecciarossa|o comboio|"
    r"his time|her time|their time|heure de|on the desk|morning meeting is|usually|i had you|had you down|weiterer vortrag|weitere vortrage|andere kandidat|other candidates|autres candidats|voegt|home by|out by|away by|on your way|be free by|back by|open(?:s|ed)? (?:at|from)|from monday|monday to|train (?:at|leaves)|arrive by|call(?:s|ed)? me|reach me|reachable|available (?:from|until)|hours|please be|no later than|"
    r"by the latest|spatestens|geoffnet|erreichbar|ab .{0,20}erreichbar|sprechzeiten|burozeiten|ouvert|joignable|bereikbaar|geopend|horario de oficina|confirm|reply|deadline|let me know|office hours|early|in case|parking|called|wrote|received (?:your|the|my)|yesterday|at the latest|zuge? um|trains?\b|bus (?:at|leaves)|desk (?:is|opens)|reception (?:is|opens))\w{0,2}(?!\w)"
)
_SENTENCE_END = re.compile(
    r"(?:(?<=[\w)’'\"”][\w)’'\"”])|(?<=\d\s[hu]))[.!?]+\s+(?=[^\W\d_a-zà-ÿ]|[\"“'(]|\d)|\n"
)
_ABBREVIATED = re.compile(
    r"\b(?:dr|dna|d|srta|ilma|ilmo|excma|excmo|exma|exmo|enf|eng|arq|avv|rag|geom|lic|mlle|hr|fr|bat|av|mr|mrs|ms|prof|st|jr|sr|ca|approx|dipl|ing|bzw|sra|dra|sig|dott|mme|m|a\.m|p\.m|no|nr|kl|evtl|z\.b|usw|rm|bldg|h|u|resp|drs|ir|mw|dhr)$"
)
_NEXT = re.compile(
    r"(?:[;,]\s*|\s+)(?:(?:and\s)?then|and|after(?:wards| that| which)?|followed by|before|finally|with|und(?:\sdann)?|dann|danach|anschliessend|gefolgt von|puis|ensuite|et|suivi(?:e)? (?:de|d'un)|en(?:\sdan)?|daarna|gevolgd door|vervolgens|y(?:\sluego)?|luego|despues|seguid[oa] de|e(?:\spoi)?|poi|quindi|seguito da|depois|seguido de|og|och|sedan|derefter|deretter)\s|[;]\s*|,\s+|\s[–—-]\s"
)


# "we'll finish at 2.30 with a chat": the time begins what follows.
_FINISHES = re.compile(
    r"\b(?:finish(?:es|ing)?|end(?:s|ing)?|wrap(?:s|ping)? up|endet|termina|finisce|eindigt|slutter) (?:at|by|um|a las|alle|om|kl)?\s?$"
)
_HAPPENS = re.compile(
    r"\s(?:with|mit|avec|met|con|com|med) (?:a|an|the|your|our|einem|einer|dem|der|un|une|le|la|l'|een|het|una|el|um|uma|en|et)\b"
)


def blocks(entries: Sequence[Entry]) -> list[Block]:
    """The blocks of the sentences, in the order in which they are told."""
    made: list[Block] = []
    for paragraph, numbers in _paragraphs(entries):
        for sentence, begin in _sentences(paragraph):
            from_here = [
                span for span in _spans(paragraph) if begin <= span.begin < begin + len(sentence)
            ]
            made = _sentence(
                made, sentence, begin, from_here, _numbers_of(numbers, begin, begin + len(sentence))
            )
    return made


def _paragraphs(entries: Sequence[Entry]) -> list[tuple[str, list[tuple[int, int]]]]:
    """Lines put together to paragraphs, with where each line begins."""
    made: list[tuple[str, list[tuple[int, int]]]] = []
    text = ""
    places: list[tuple[int, int]] = []
    for entry in entries:
        stop = (
            entry.line.is_blank
            or is_greeting(entry.text)
            or is_sign_off(entry.text)
            or entry.line.is_off
        )
        if stop:
            if text:
                made.append((text, places))
            text, places = "", []
            if is_sign_off(entry.text) and not entry.line.is_off:
                break
            continue
        if text and (len(text) > 3500 or re.match(r"\s*[-•*–]\s", entry.text)):
            made.append((text, places))
            text, places = "", []
        if text:
            text += " "
        places.append((len(text), entry.line.number))
        text += entry.text.strip()
    if text:
        made.append((text, places))
    return made


def _numbers_of(places: Sequence[tuple[int, int]], begin: int, finish: int) -> list[int]:
    numbers = [number for place, number in places if begin <= place < finish]
    before = [number for place, number in places if place < begin]
    return (
        [*before[-1:], *numbers]
        if not numbers or (places and begin not in [place for place, _ in places])
        else numbers
    )


def _spans(paragraph: str) -> list[Span]:
    taken = [(mention.begin, mention.finish) for mention in dates.mentions(paragraph)]
    return times.spans(paragraph, taken)


def _sentences(paragraph: str) -> list[tuple[str, int]]:
    made, place = [], 0
    dated = [(mention.begin, mention.finish) for mention in dates.mentions(paragraph)]
    for match in _SENTENCE_END.finditer(paragraph):
        if any(begin < match.start() < finish for begin, finish in dated):
            continue
        before = folded(paragraph[max(place, match.start() - 10) : match.start()])
        if _ABBREVIATED.search(before) and not re.search(r"\d\s?[hu]$", before):
            continue
        made.append((paragraph[place : match.end()], place))
        place = match.end()
    if place < len(paragraph):
        made.append((paragraph[place:], place))
    return made


def _sentence(
    made: list[Block], sentence: str, begin: int, spans: Sequence[Span], numbers: list[int]
) -> list[Block]:
    if not spans:
        if (
            made
            and _goes_on(sentence)
            and made[-1].lines
            and abs(made[-1].lines[-1] - (numbers or [0])[0]) <= 1
        ):
            made[-1].pieces.append(Piece(sentence.strip(), "", (numbers or [0])[0]))
            made[-1].lines = sorted({*made[-1].lines, *numbers})
        return made
    if _CALLED_OFF.search(folded(sentence)):
        return made
    starts: list[tuple[Span, int]] = []
    place = 0
    for span in spans:
        before = folded(sentence[place : span.begin - begin] + _prefix(sentence, begin, span))
        goes_on = span.end is None and _HAPPENS.match(folded(sentence[span.finish - begin :])[:40])
        ends = span.end is None and _END_BEFORE.search(before) and (made or starts)
        if ends and not (goes_on and _FINISHES.search(before)):
            if _NOT_A_MEETING.search(before[-40:]):
                continue
            starts.append((span, -1))
        elif not _NOT_A_MEETING.search(before[-48:]) and not _NOT_A_MEETING.match(
            folded(sentence[span.finish - begin :]).strip(" ,")[:24]
        ):
            starts.append((span, span.begin - begin))
        place = span.finish - begin
    return _cut(made, sentence, begin, starts, numbers)


_CALLED_OFF = re.compile(
    r"(?<![\w-])(?:cancell?ed|called off|(?:won't|will not) take place|entfallt|entfallen|abgesagt|findet nicht statt|annulee?|n'aura pas lieu|vervalt|gaat niet door|geannuleerd|cancelad[oa]|anulad[oa]|annullat[oa]|"
    r"installd|installt|aflyst|avlyst|odwolan[eay])(?![\w-])"
)


def _prefix(sentence: str, begin: int, span: Span) -> str:
    return sentence[span.begin - begin : span.start.begin - begin]


def _cut(
    made: list[Block],
    sentence: str,
    begin: int,
    starts: Sequence[tuple[Span, int]],
    numbers: list[int],
) -> list[Block]:
    """The sentence cut at its times: each has the words around it, up to the next one's."""
    told = sentence
    for mention in dates.mentions(sentence):
        gap = " " * (mention.finish - mention.begin)
        sentence = sentence[: mention.begin] + gap + sentence[mention.finish :]
    begins = [(span, at) for span, at in starts if at >= 0]
    ends = [span for span, at in starts if at < 0]
    if not begins:
        if made and ends and made[-1].span.end is None and made[-1].end is None:
            made[-1].end = ends[0]
        return made
    said_before = sentence[: begins[0][1]]
    time_first = len(said_before.split()) <= 4 and not (len(begins) > 1 and hits(said_before))
    place = 0
    for number, (span, _at) in enumerate(begins):
        until = len(sentence)
        if number + 1 < len(begins):
            until = (
                begins[number + 1][1]
                if time_first
                else _clause_end(sentence, span.finish - begin, begins[number + 1][1])
            )
        text = sentence[place : span.begin - begin] + " " + sentence[span.finish - begin : until]
        block = Block(span, [], list(numbers), is_prose=True, told=told)
        for end in ends:
            if span.finish <= end.begin < begin + until and span.end is None and block.end is None:
                block.end = end
                cut = sentence[end.begin - begin : end.finish - begin]
                text = text.replace(cut, " ", 1)
        block.pieces.append(Piece(squeezed(text).strip(" ,;"), "", (numbers or [0])[0]))
        made.append(block)
        place = until
    return made


def _clause_end(sentence: str, begin: int, until: int) -> int:
    """Where, between two times that each end a clause, the second clause begins."""
    match = _NEXT.search(
        folded(sentence) if len(folded(sentence)) == len(sentence) else sentence.lower(),
        begin,
        until,
    )
    return match.start() if match else begin


def _goes_on(sentence: str) -> bool:
    """Whether the sentence says more of the meeting before it: who is there, how long it takes."""
    plain = folded(sentence).strip()
    return bool(
        re.match(
            r"(?:it|this|that|he|she|they|both|you will meet|you'll meet|there you|the panel|on the panel|also|joining|with you|here you|es|das|dabei|daran|teilnehmen|dort|hier|er|sie werden|beide|cet|cela|il|elle|vous y|y participe|dit|hierbij|daarbij|"
            r"aan tafel|esta|participara|estara|dura|en ella|ci sara|saranno|parteciper|durera|sera|vai|estarao|det|der|har|du mot|du traf|takes|[a-z'’-]+ (?:and [a-z'’-]+ )?(?:will join|joins|join|will be there|kommt dazu|kommen dazu|sera|seront|sluit|sluiten|estara|sara))\b",
            plain,
        )
    )


def is_no_meeting(plain: str) -> bool:
    """Whether the folded sentence speaks of trains, opening hours, or what is asked for."""
    return bool(_NOT_A_MEETING.search(plain) or CHATTER.search(plain))


def paragraphs(entries: Sequence[Entry]) -> list[str]:
    """The paragraphs of the lines, without what is signed."""
    return [text for text, _ in _paragraphs(entries)]


_CHANGES = re.compile(
    r"^\W*(?:p\.?\s?s\b|p\.\s?d\.|n\.?b\b|nachtrag|post scriptum|obs\b)|\b(?:in (?:his|her|their) (?:place|stead)|takes (?:his|her|their)|an (?:seiner|ihrer) stelle|ubernimmt|verhindert|a sa place|prevenir|in (?:zijn|haar) plaats|verhinderd|en su lugar|al suo posto|em seu lugar|i (?:hans|hennes|hendes) st)|"
    r"\b(?:added|adding|tweaks?|zusatzlich|hinzu\w*|ajout\w+|toegevoegd|anadid\w|aggiunt\w|swap\w*|entfallen|annule\w*|vervallen|cancelad\w|anulad\w|annullat\w|installd|aflyst|avlyst|odwolan\w|chang\w*|correction\w*|update\w*|moved?|cancel\w*|replac\w*|instead|please note|unfortunately|can't make|no longer|anderung\w*|geandert|korrektur\w*|leider|stattdessen|statt|entfallt|changement\w*|modif\w*|remplac\w*|finalement|rectif\w*|"
    r"wijziging\w*|gewijzigd|helaas|vervang\w*|vervalt|cambio\w*|cambia\w*|correccion\w*|sustitu\w*|lamentablemente|modific\w*|purtroppo|sostitu\w*|alter\w*|mudanca\w*|infelizmente|substitu\w*|andring\w*|tyvarr|ersatt\w*|aendring\w*|endring\w*|desvaerre|dessverre|erstat\w*|zmian\w*|niestety)\b"
)


def is_about_changes(paragraph: str) -> bool:
    """Whether the paragraph speaks of changes to the agenda that it stands beside."""
    return bool(_CHANGES.search(folded(paragraph)))
