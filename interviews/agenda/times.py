"""Times of the day and lengths of time in a line, in the notations of a dozen languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from interviews.agenda.plain import same_length_folded
from interviews.agenda.vocabulary import clock as words

AM, PM = "am", "pm"
LONGEST_LINE = 3000  # characters of a line that are looked through for times


@dataclass(frozen=True)
class Clock:
    """A time as printed. `meridiem` is what was said of it, `sureness` how plainly it is a time:
    3 for 9:30, 9am and 9 Uhr, 2 for 0930 and 9.30, 1 for a mere 9. `is_24` for 09:30 and 14 h.
    """

    hour: int
    minute: int
    meridiem: str | None
    sureness: int
    is_24: bool
    begin: int
    finish: int
    is_spoken: bool = False

    @property
    def military_like(self) -> bool:
        """Whether it is printed as 0930, which could be a year."""
        return self.sureness == 2 and self.is_24 and self.finish - self.begin == 4

    @property
    def minutes(self) -> int:
        """Since midnight, with what was said of morning and afternoon."""
        hour = self.hour % 12 + (12 if self.meridiem == PM else 0) if self.meridiem else self.hour
        return hour % 24 * 60 + self.minute


@dataclass(frozen=True)
class Span:
    """A time or a range of times, and where in the line it stands."""

    start: Clock
    end: Clock | None
    begin: int
    finish: int
    zone: str | None = None
    leads: bool = False  # nothing but marks before it in its line
    after_at: bool = False  # "at 9", "um 9"

    @property
    def is_sure(self) -> bool:
        best = max(self.start.sureness, self.end.sureness if self.end else 0)
        return best >= 3 or (best == 2 and (self.end is not None or self.leads))


def either(options: Sequence[str]) -> str:
    """A pattern for one of the phrases, longest first, words whole."""
    longest_first = sorted(options, key=len, reverse=True)
    return "|".join(re.escape(option) for option in longest_first)


_AM_WORDS = r"in the morning|vormittags|morgens|de la manana|da manha|du matin|del mattino|'s ochtends|'s morgens|rano"
_PM_WORDS = (
    r"in the afternoon|in the evening|tonight|at night|nachmittags|abends|de la tarde|de la noche|da tarde|da noite"
    r"|de l'apres-midi|du soir|del pomeriggio|di sera|'s middags|'s avonds|po poludniu|wieczorem"
)
_UNIT = r"uhr|uur|u\.|o'?clock|heures?|horas?|hrs?\.?|ore|h(?![\w'])|u(?![\w'.])|godz\.?"
_CLOCK = re.compile(
    rf"""
    (?<![\w.,:/$€£\#%&+@=])
    (?:
        (?P<noon>{either(words.NOON)}) (?!\w)
      | (?P<midnight>{either(words.MIDNIGHT)}) (?!\w)
      | (?P<hour>2[0-4]|[01]?\d)\s?(?P<mark>[:.]|h|u(?=[0-5]\d)|\s?uhr\s(?=[0-5]\d\b))(?:(?<!\.)\s)?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)
      | (?P<military>(?:2[0-4]|[01]\d)[0-5]\d)(?!\d)
      | (?P<bare>2[0-4]|1\d|0?\d)(?!\d)
    )
    (?:\s{{0,2}}(?P<unit>{_UNIT})(?![a-z]))?
    (?:\s{{0,2}}(?P<am>a\.\s?m\.|am(?!\w)|a\.m(?!\w)|(?<=\d)a(?![\w'.])|{_AM_WORDS})
      |\s{{0,2}}(?P<pm>p\.\s?m\.|pm(?!\w)|p\.m(?!\w)|(?<=\d)p(?![\w'.])|{_PM_WORDS}))?
    (?![\w%°]|[.,:]\d|/\d|-ish\w|'\d)
    """,
    re.VERBOSE,
)
# Words before an hour, and the hours and minutes that they make of it.
_HALVES = {
    "half past": (0, 30), "halb": (-1, 30), "half": (-1, 30), "halv": (-1, 30), "wpol do": (-1, 30),
    "quarter past": (0, 15), "a quarter past": (0, 15), "quarter to": (-1, 45), "a quarter to": (-1, 45), "quarter of": (-1, 45),
    "viertel nach": (0, 15), "viertel vor": (-1, 45), "dreiviertel": (-1, 45),
    "kwart over": (0, 15), "kwart voor": (-1, 45), "kvart over": (0, 15), "kvart i": (-1, 45), "kvart pa": (-1, 45),
    "tien over": (0, 10), "tien voor": (-1, 50), "vijf over": (0, 5), "vijf voor": (-1, 55), "twintig over": (0, 20), "twintig voor": (-1, 40),
    "vijf voor half": (-1, 25), "vijf over half": (-1, 35), "tien voor half": (-1, 20), "tien over half": (-1, 40),
    "twenty-five past": (0, 25), "twenty-five to": (-1, 35), "ten past": (0, 10), "ten to": (-1, 50), "twenty past": (0, 20), "twenty to": (-1, 40), "five past": (0, 5), "five to": (-1, 55),
    "zehn nach": (0, 10), "zehn vor": (-1, 50), "zwanzig nach": (0, 20), "zwanzig vor": (-1, 40), "funf nach": (0, 5), "funf vor": (-1, 55),
    "kvarter over": (0, 15), "kvart i ": (-1, 45), "tjugo i": (-1, 40), "tio i": (-1, 50), "tio over": (0, 10), "ti over": (0, 10), "ti i": (-1, 50),
}  # fmt: skip
_ENGLISH = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
)
# Words after it.
_AFTER = {
    "et quart": (0, 15), "et demie": (0, 30), "et demi": (0, 30), "moins le quart": (-1, 45), "moins quart": (-1, 45),
    "y media": (0, 30), "y cuarto": (0, 15), "menos cuarto": (-1, 45), "e mezza": (0, 30), "e mezzo": (0, 30), "e un quarto": (0, 15), "meno un quarto": (-1, 45),
    "e meia": (0, 30), "e um quarto": (0, 15), "menos um quarto": (-1, 45),
}  # fmt: skip
_HOUR_NAMES = either(list(words.HOUR_NUMBERS))
_SPOKEN = re.compile(
    rf"(?<![\w-])(?:(?P<part>{either(list(_HALVES))})\s(?P<of>\d{{1,2}}|{_HOUR_NAMES})(?!\s(?:hour|day|an|a|stund|uren|dag))"
    rf"|(?:a las|las|a la|alle|le|as|a|vers|verso le|sobre las|ore)\s(?P<named>\d{{1,2}}|{_HOUR_NAMES})(?:\sh(?:eures?)?)?(?:\s(?P<after>{either(list(_AFTER))})|(?=\s?(?:heures?|en punto|in punto)))"
    rf"|(?:a las|a la|alle|às|sobre las|hacia las|verso le)\s(?P<hour_named>{_HOUR_NAMES})(?=\s?(?:[,.;:!?)]|$|en|con|de la|del|y|e|in|con|com|da|charla|comemos|comida|nos|te|le|ti|la|pranzo|almoco|colloquio|entrevista|visita|reunion))"
    rf"|(?P<clocked>{_HOUR_NAMES})\s(?=o'?clock\b|uhr\b|uur\b|[ap]\.?m\b|in the (?:morning|afternoon|evening))"
    rf"|(?P<noon>midi|mezzogiorno|meio-dia|minuit)\s(?P<noon_after>{either(list(_AFTER))})"
    rf"|(?P<bare_of>\d{{1,2}}|{_HOUR_NAMES})\s(?:h(?:eures?)?\s)?(?P<bare_after>{either(list(_AFTER))})"
    rf"|(?:at|um|om|gegen|klokken|klockan|kl\.?|by|until|till|for|bis|ab|rond|tot|around|about|van|vanaf)\s(?:about\s|around\s)?(?P<plain>{_HOUR_NAMES})"
    rf"(?=\s*(?:[,.;:!?)–—-]|$|uhr\b|uur\b|o'clock\b|we\b|you\b|with\b|in\b|sharp\b|sind\b|is\b|heb\b|then\b|there\b|for\b)))(?:\s?(?:uhr|uur|o'?clock|heures?))?(?:\s?(?:(?P<am>a\.m\.|am\b|{_AM_WORDS})|(?P<pm>p\.m\.|pm\b|{_PM_WORDS})))?(?![\w-])"
)
_BETWEEN = re.compile(
    rf"[\s,]{{0,3}}(?:\([A-Za-z]{{2,4}}\)\s?)?(?P<joint>{either(words.UNTIL)})"
    rf"(?:\s{{0,2}}(?:{either(words.ABOUT)}|kl\.?|h|ore|las|um|godz\.?))?\s{{0,3}}$"
)
_AND = re.compile(
    r"\s{1,2}(?:and|und|et|en|y|y las|e|e as|e le|og|och|a)\s{1,2}(?:las\s|le\s|as\s|kl\.?\s)?$"
)
_FROM_BEFORE = re.compile(
    rf"(?<![\w'])(?:{either(words.FROM)})\s{{0,2}}(?:{either(words.ABOUT)}|kl\.?|ore)?\s{{0,2}}$"
)
_AT_BEFORE = re.compile(
    rf"(?<![\w'])(?:{either(words.AT)}|{either(words.FROM)})\s{{0,2}}(?:(?:{either(words.ABOUT)})\s{{0,2}})?$"
)
_OLD_TIME = re.compile(
    r"(?:\bwas|bisher|zuvor|formerly|previously|originally|moved from|moved up from|shifted from|brought forward from|changed from|not|no longer|instead of|rather than|statt|anstatt|verschoben von|ursprunglich|vorher|nicht|nicht mehr|"
    r"au lieu de|avance de|decale de|deplace de|initialement|plus|et non|in plaats van|was eerst|verplaatst van|eerst|niet|en lugar de|antes|en vez de|movido de|y no|no|invece delle|spostato dalle|anziche|prima|em vez de|em vez das|antes as|"
    r"i stallet for|flyttad fran|flyttat fran|i stedet for|flyttet fra|tidligere|tidigare|zamiast|previously at)\s(?:at\s|um\s|a\s|las\s|le\s|alle\s|kl\.?\s|om\s|ore\s|as\s|:\s)?$"
)
_AFTER_COLON = re.compile(r"[a-z)]:\s{1,3}$")
_ENDS = re.compile(r"\s*(?:\([a-z]|$)")
_LEAD = re.compile(r"[\W_]*(?:\(?\w[.)]\s+)?[\W_]*$")
_NOT_AFTER_BARE = re.compile(
    r"\s{0,2}-?(?:\w+-)?(?:min|hour|hr|std|stund|heure|uren|hora|ore\b|people|person|candidat|kandidat|interview|year|jahr|"
    r"an(?:s|nees)\b|jaar|anos|anni|st\b|nd\b|rd\b|th\b|street|floor|%|\.?\s?og|\.?\s?etage|day|tag|jour|dag|dia|giorn|"
    r"other|of\b|more|weeks?|month|[a-z]{3,9}\s\d{4}|km|m\b|miles|euro|€|\$|session|slot|question|page|slides|team|rooms?)"
)
_LENGTH_BEFORE = re.compile(
    r"(?:duree|dauer|duration|duur|durata|duracion|duracao|pendant|dure|dauert|duurt|dura|lasts?|takes?|tar|trwa|in|walk|for)"
    r"\s?:?\s?(?:environ\s|ca\.?\s|about\s)?$"
)
_ZONE = re.compile(r"[\s(]{0,3}\b(?P<zone>[A-Z]{2,5}(?:[+-]\d{1,2}(?::\d\d)?)?)\b\)?")
_ZONE_WORDS = re.compile(rf"[\s(]{{0,3}}(?P<zone>{either(words.ZONE_PHRASES)})(?!\w)\)?")
_ALTERNATIVE = re.compile(r"\s{0,3}[/(|=,;–-]?\s{0,2}(?:i\.?e\.?|or|=)?\s{0,2}$")
_PLACE_BEFORE = re.compile(
    r"(?:room|rm|raum|salle|sala|zaal|zimmer|suite|office|bureau|building|gate|gleis|lokaal|kamer|rum|nr|no|n°|nº|numero|version|v|ref)\.?\s{0,2}$"
)


def clocks(line: str, taken: Sequence[tuple[int, int]] = ()) -> list[Clock]:
    """Whatever could be a time in the line, outside the `taken` places."""
    plain = same_length_folded(line[:LONGEST_LINE])
    found = [_clock(match) for match in _CLOCK.finditer(plain)]
    found += [_spoken(match) for match in _SPOKEN.finditer(plain)]
    old = [
        clock.finish
        for clock in found
        if _OLD_TIME.search(plain[max(0, clock.begin - 30) : clock.begin])
    ]
    found = [
        clock
        for clock in found
        if not _OLD_TIME.search(plain[max(0, clock.begin - 30) : clock.begin])
    ]
    found.sort(key=lambda clock: (clock.begin, -clock.finish))
    kept: list[Clock] = []
    for clock in found:
        if any(clock.begin < finish and begin < clock.finish for begin, finish in taken):
            continue
        if kept and clock.begin < kept[-1].finish:
            continue
        if (
            clock.hour <= 24
            and not _is_no_time(clock, plain)
            and not _ends_old_range(clock, old, plain)
        ):
            kept.append(clock)
    return kept


def _ends_old_range(clock: Clock, old: Sequence[int], plain: str) -> bool:
    """Whether it is the end of a range that no longer holds: "(was 10:15 to 11:00)"."""
    return any(
        finish <= clock.begin and _BETWEEN.fullmatch(plain[finish : clock.begin]) for finish in old
    )


def _clock(match: re.Match[str]) -> Clock:
    has_meridiem = AM if match["am"] else PM if match["pm"] else None
    hour, minute, sureness, is_24 = 12, 0, 3, False
    if match["midnight"]:
        hour, is_24 = 0, True
    elif match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"])
        sureness = 2 if match["mark"] == "." and not (match["unit"] or has_meridiem) else 3
        is_24 = (
            hour > 12
            or match["hour"].startswith("0")
            or bool(match["unit"])
            or match["mark"] not in ":."
        )
    elif match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
        sureness, is_24 = 3 if match["unit"] else 2, True
    elif match["bare"]:
        hour = int(match["bare"])
        sureness = 3 if match["unit"] or has_meridiem else 1
        is_24 = hour > 12 or (bool(match["unit"]) and "clock" not in match["unit"])
    if match["noon"] and match["unit"] is None:
        has_meridiem = PM
    if has_meridiem and hour > 12:
        has_meridiem = None
    return Clock(hour, minute, has_meridiem, sureness, is_24, match.start(), match.end())


def _spoken(match: re.Match[str]) -> Clock:
    name = (
        match["of"]
        or match["named"]
        or match["plain"]
        or match["bare_of"]
        or match["clocked"]
        or match["hour_named"]
        or "12"
    )
    hour = int(name) if name.isdigit() else words.HOUR_NUMBERS[name]
    after = match["after"] or match["noon_after"] or match["bare_after"]
    before, minute = _HALVES[match["part"]] if match["part"] else _AFTER.get(after or "", (0, 0))
    if match["part"] == "half" and name in _ENGLISH:
        before = 0  # "half one" is half past one, Dutch "half een" half past twelve
    begin = match.start()
    for group in ("named", "plain", "hour_named"):
        begin = match.start(group) if match[group] else begin
    hour = (hour + before) % 24 or (12 if before else 0)
    meridiem = PM if match["noon"] or match["pm"] else AM if match["am"] else None
    return Clock(hour, minute, meridiem, 3, False, begin, match.end(), is_spoken=True)


def _is_no_time(clock: Clock, plain: str) -> bool:
    before, after = plain[max(0, clock.begin - 24) : clock.begin], plain[clock.finish :]
    hangs = clock.begin > 1 and plain[clock.begin - 1] == "-" and plain[clock.begin - 2].isalpha()
    if hangs and not re.search(r"(?:am|pm|\d[hap]|m\.|uhr)\s?-$", before):
        return True
    if clock.sureness < 3 and _PLACE_BEFORE.search(before):
        return True
    if clock.sureness == 1 and _NOT_AFTER_BARE.match(after[:24]):
        return True
    if (
        clock.meridiem is None
        and re.match(r"\s?(?:-|–)\s?\d{3,}(?!\d*\s?(?:-|–))", after[:8])
        and clock.sureness < 3
    ):
        return not re.match(r"\s?(?:-|–)\s?\d{4}(?!\d)", after[:9])
    return _is_length(clock, plain, before)


def _is_length(clock: Clock, plain: str, before: str) -> bool:
    """Whether "1h30" or "2 h" is how long something takes."""
    if clock.hour > 4 or clock.meridiem or "h" not in plain[clock.begin : clock.finish]:
        return False
    text = plain[clock.begin : clock.finish]
    if (
        re.search(r"\(\s?(?:env\.?\s|ca\.?\s)?$", before)
        and plain[clock.finish : clock.finish + 1] == ")"
    ):
        return True
    return bool(_LENGTH_BEFORE.search(before)) or bool(
        re.fullmatch(r"\d\s?(?:hrs?\.?|hours?|heures?|horas?|ore)", text)
    )


def spans(line: str, taken: Sequence[tuple[int, int]] = ()) -> list[Span]:
    """The times and ranges of the line from left to right; a second zone's is left out."""
    found = clocks(line, taken)
    if not found:
        return []
    plain = same_length_folded(line[:LONGEST_LINE])
    made: list[Span] = []
    index = 0
    while index < len(found):
        span, used = _span(found, index, plain)
        index += used
        if span is None:
            continue
        span = _with_zone(span, line, plain)
        if made and _is_other_zone(made[-1], span, line):
            made[-1] = replace(made[-1], finish=_closing(line, span.finish))
            continue
        made.append(span)
    return made


def _closing(line: str, place: int) -> int:
    rest = re.match(r"\s{0,2}\)", line[place:])
    return place + rest.end() if rest else place


def _span(found: Sequence[Clock], index: int, plain: str) -> tuple[Span | None, int]:
    start = found[index]
    before = plain[max(0, start.begin - 32) : start.begin]
    from_before = _FROM_BEFORE.search(before)
    at_before = _AT_BEFORE.search(before)
    prefix = from_before or at_before
    begin = start.begin - (len(before) - prefix.start()) if prefix else start.begin
    leads = begin < 40 and bool(_LEAD.match(plain[:begin]))
    if index + 1 < len(found):
        end = found[index + 1]
        between = plain[start.finish : end.begin]
        if len(between) < 24 and _is_joint(between, bool(from_before), start, end):
            sureness = max(start.sureness, end.sureness)
            weak = min(start.sureness, end.sureness)
            if sureness == 3 or weak == 2 or leads or from_before:
                return Span(start, end, begin, end.finish, None, leads, bool(at_before)), 2
            return None, 2
    ends_line = (
        start.sureness == 2 and _AFTER_COLON.search(before) and _ENDS.match(plain, start.finish)
    )
    if start.sureness == 3 or leads or at_before or ends_line:
        if (
            start.sureness == 1
            and leads
            and not re.match(r"\s*(?:\t|\s\s|[-–—|:]\s|$|\s)", plain[start.finish :])
        ):
            return None, 1
        return Span(start, None, begin, start.finish, None, leads, bool(at_before)), 1
    return None, 1


def _is_joint(between: str, after_from: bool, start: Clock, end: Clock) -> bool:
    between = re.sub(r"^\s?(?:\()?(?:[a-z]{2,4}t|utc|gmt)\)?(?=\s?[-–—])", "", between)
    if not _BETWEEN.fullmatch(between):
        return after_from and bool(_AND.fullmatch(between))
    if start.military_like and end.military_like:
        return end.minutes - start.minutes >= 10 or start.minutes > end.minutes
    return True


def _with_zone(span: Span, line: str, plain: str) -> Span:
    rest = line[span.finish : span.finish + 24]
    match = _ZONE.match(rest)
    if match and re.sub(r"[+-].*", "", match["zone"]) in words.ZONES:
        return replace(span, zone=match["zone"], finish=span.finish + match.end())
    named = _ZONE_WORDS.match(plain[span.finish : span.finish + 40])
    if named:
        zone = line[span.finish + named.start("zone") : span.finish + named.end("zone")]
        return replace(span, zone=zone, finish=span.finish + named.end())
    return span


def _is_other_zone(first: Span, second: Span, line: str) -> bool:
    """Whether the second is the same time in another zone, or in another notation."""
    again = (
        line[first.finish : second.begin].strip() == "("
        and second.start.minutes % 720 == first.start.minutes % 720
    )
    if again:
        return True
    if second.zone is None or second.zone == first.zone:
        return False
    gap = line[first.finish : second.begin]
    return len(gap) < 12 and bool(_ALTERNATIVE.fullmatch(gap))
