"""What a short phrase is: a place, a job title, a department, an activity, or a note."""

from __future__ import annotations

import re

from interviews.agenda.plain import folded, remembered
from interviews.agenda.tokens import bare, is_listed
from interviews.agenda.vocabulary import phrases
from interviews.agenda.vocabulary.days import MONTHS
from interviews.agenda.vocabulary.jobs import DEGREES, DEPARTMENTS, JOB_ENDINGS, JOBS, LEVELS
from interviews.agenda.vocabulary.kinds import ACTIVITIES, ACTIVITY_ENDINGS
from interviews.agenda.vocabulary.places import PLACE_ENDINGS, PLACES, VIRTUAL

_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_CODE = re.compile(
    r"\d{1,2}[A-Z]{1,2}-\d{1,3}|(?:[A-Z]{1,3}[-. ]?)?\d{1,5}(?:[-./]\d{1,4}){0,2}[A-Za-z]?(?:\s?\([^)]{1,20}\))?|[A-Z]\d?[.-]\d{1,4}[a-z]?|[A-Z]{1,5}(?:-[A-Z\d]{1,6}){1,4}"
)
_NUMBERED = re.compile(
    r"(?:the\s)?([A-ZÀ-Þ][\w'’-]+)\s(?:[A-ZÀ-Þ][\w'’-]+\s)?(?:\d{1,4}(?:[.-]\d{1,4})?[A-Za-z]?|[A-Z]\d{1,4}|[IVX]{1,3}|[A-H])"
)
# "Zi. 412", "R. 1107"
_CUT_SHORT = re.compile(
    r"(?:R|Rm|Zi|Zr|Lok|Bspr|Bur|Bât|Geb|Desp|Uff|Aud|Sem|Konf|Saal|Sal|Kam|Sala|Pok|Edif|Bldg|Ste)\.\s?[A-Z]{0,2}\d[\w./-]{0,9}",
    re.IGNORECASE,
)
URL = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.-]+\.(?:zoom\.us|webex\.com|teams\.microsoft\.com)\S*|\bmeet\.google\.com\S*",
    re.IGNORECASE,
)
SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "at",
        "a",
        "an",
        "to",
        "with",
        "und",
        "fur",
        "der",
        "die",
        "das",
        "des",
        "im",
        "von",
        "vom",
        "zu",
        "zur",
        "zum",
        "de",
        "du",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "en",
        "y",
        "e",
        "del",
        "della",
        "di",
        "do",
        "da",
        "dos",
        "das",
        "och",
        "og",
        "i",
        "w",
        "z",
        "och",
        "&",
        "van",
        "het",
        "till",
        "til",
        "for",
        "af",
        "av",
        "au",
        "aux",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "gli",
        "dei",
        "delle",
        "degli",
        "nel",
        "nella",
    ]
)
_ROOM = re.compile(
    r"(?:meeting|conference|interview|seminar|board|training|class|lecture|break|project)[ -]?(?:room|hall|theatre)\s[A-ZÀ-Þ\d][\w.-]*(?:\s[A-ZÀ-Þ\d][\w.-]*)?$",
    re.IGNORECASE,
)
_EATING = re.compile(
    r"(?i:(?:(?:the|das|im|le|la|el|il|de)\s)?(?:café|cafe|caffè|brasserie|bistrot?|restaurang?t?e?|pizzeria|trattoria|osteria|gasthaus|gasthof|mesón|taberna|eetcafé|kro|pub|tavern|inn)\s(?:de\s|du\s|des\s|le\s|la\s|el\s|il\s|zum\s|zur\s|the\s)?)[^\W\d_a-zß-ÿ][\w'’-]+(?:\s[^\W\d_a-zß-ÿ][\w'’-]+)?"
)
_LONG_PLACE = re.compile(
    r"(?:[a-zà-ÿ]{4,}(?:hal|werkplek|zaal|kamer|saal|raum|zimmer|halle|foyer)|[a-zà-ÿ]{4,}(?:plek|plats|plass)\s\d[\d.]*)(?:\s\d[\d.]*)?"
)
_PRONOUNS = frozenset(
    """
    you we they your sie wir ich ihnen dich euch nous vous je te conmigo comigo contigo nosotros u wij we jullie
    noi voi lei me us moi mij mir
    """.split()  # noqa: SIM905
) - {"sie", "u", "te", "me", "us"}
# Also at the end of a longer word: "vicepresidenta", "hoofdconducteur".
_LONG_JOBS = (
    *JOB_ENDINGS,
    *(
        job
        for job in JOBS
        if len(job) >= 6
        and job
        not in (
            "member",
            "fellow",
            "leader",
            "reader",
            "partner",
            "officer",
            "master",
            "leitung",
            "leiter",
        )
    ),
)
_NOTES = phrases("""
shadowing, shadow, shadows, remote, remotely, in attendance, observer, observing, note-taker, note taker, notes, tbc, tbd, optional, via zoom, by phone, by video, online, virtual
he/him, she/her, they/them, she/they, he/they, hospitant, hospitiert, zugeschaltet, remote zugeschaltet, per video, virtuell, observation, en visio, a distance, observateur, observatrice
op afstand, meekijkend, toehoorder, en remoto, observador, observadora, da remoto, in collegamento, remoto, observatör, pa distans, first time, new, host, confirmed, pending, chairing
moved, moved from, new time, formerly, retd, ret, him/his, via teams, joins by phone, joining remotely, joins remotely, per teams, distanz, als gast, gast, guest, invited, moderator tbc
""")
_LEADING = re.compile(
    r"^(?:our|the|a|an|one of our|unser|unsere|unserem|unserer|unseren|dem|der|die|den|das|le|la|les|notre|nos|el|los|las|nuestro|nuestra|il|lo|nostro|nostra|o|os|as|nosso|nossa|de|het|onze|var|vår|vores|vår|new|also|and|sowie|als|as|comme|como|come|now|currently)\s+",
    re.IGNORECASE,
)


@remembered
def plain_words(text: str) -> list[str]:
    return [bare(word) for word in _WORD.findall(text)]


def has_url(text: str) -> str | None:
    """The first address of a page in the text."""
    match = URL.search(text)
    return match[0].rstrip(".,;)>]") if match else None


@remembered
def is_activity(text: str) -> bool:
    """Whether the phrase says what is done: an interview, a tour, lunch."""
    return any(is_activity_word(word) for word in plain_words(text))


@remembered
def is_activity_word(word: str) -> bool:
    if word in ACTIVITIES or (word.endswith("s") and word[:-1] in ACTIVITIES):
        return True
    if len(word) > 6 and word.endswith(ACTIVITY_ENDINGS) and word not in JOBS:
        return True
    return (
        "-" in word and any(part in ACTIVITIES for part in word.split("-")) and word not in PLACES
    )


@remembered
def is_job(text: str) -> bool:
    """Whether the phrase is a job title."""
    words = plain_words(_LEADING.sub("", text))
    if not words or len(words) > 14:
        return False
    if not any(is_job_word(word) for word in words):
        return False
    if len(words) == 2 and words[1] in ("room", "suite", "lounge", "hall"):  # "Board Room"
        return False
    if len(words) == 1 and words[0] in JOBS:
        return True
    return not is_activity_word(words[-1]) and not (
        is_activity_word(words[0]) and not is_job_word(words[0])
    )


@remembered
def is_job_word(word: str) -> bool:
    if word in JOBS or (word.endswith("s") and word[:-1] in JOBS):
        return True
    if word.startswith("pgy") or re.fullmatch(r"(?:ms|m|pgy|r)-?\d|\d(?:st|nd|rd|th)-year", word):
        return True
    if len(word) > 6 and word.endswith(_LONG_JOBS):
        return True
    for mark in ("/", "-", ":"):
        if mark in word and any(part in JOBS for part in word.split(mark)):
            return True
    return word.endswith(("in", "innen", ":in", "*in", "_in")) and word.rstrip(":*_in") in JOBS


@remembered
def is_department(text: str) -> bool:
    """Whether the phrase is a department or a specialty and nothing else."""
    words = [
        word
        for word in plain_words(text)
        if word not in SMALL
        and word
        not in (
            "&",
            "dept",
            "department",
            "team",
            "abteilung",
            "division",
            "unit",
            "group",
            "afdeling",
            "service",
            "departamento",
            "dipartimento",
            "ufficio",
            "reparto",
            "area",
            "direzione",
            "direction",
            "direccion",
            "direcao",
            "office",
            "servizio",
            "servicio",
            "servico",
            "oficina",
            "gabinete",
            "avdelning",
            "avdelningen",
            "dzial",
            "bereich",
            "stabsstelle",
            "pole",
            "bureau",
        )
    ]
    if not words or len(words) > 6:
        return False
    return all(
        word in DEPARTMENTS
        or word in LEVELS
        or word.replace("-", "") in DEPARTMENTS
        or (word.endswith("s") and word[:-1] in DEPARTMENTS)
        for word in words
    )


@remembered
def is_degree(text: str) -> bool:
    words = plain_words(text)
    return (
        bool(words)
        and all(word in DEGREES or word.replace(".", "") in DEGREES for word in words)
        and any(c.isupper() for c in text)
    )


@remembered
def is_note(text: str) -> bool:
    """Whether the phrase says how somebody takes part rather than what they are."""
    plain = folded(text).strip(" .")
    return any(
        plain == note or plain.startswith((note + " ", note + ",", note + ";")) for note in _NOTES
    ) or bool(
        re.fullmatch(
            r".*['’]\d\d|.*\b(?:19|20)\d\d|[\d+() /-]{6,}|.*@.*|.*linkedin.*|.*https?:.*", plain
        )
    )


@remembered
def is_place(text: str) -> bool:
    """Whether the phrase is a room, a house, a link, or another place."""
    text = text.strip(" .,")
    if not text or len(text) > 160:
        return False
    if (
        _ROOM.match(text)
        or _is_eating_place(text)
        or _LONG_PLACE.fullmatch(text)
        or _CUT_SHORT.fullmatch(text)
        or URL.match(text)
    ):
        return True
    if folded(text) in VIRTUAL:
        return True
    if _CODE.fullmatch(text):
        return _is_code(text)
    words = plain_words(text)
    return bool(words) and len(words) <= 12 and not _is_told(text, words) and _is_spot(text, words)


def _is_eating_place(text: str) -> bool:
    """Whether it is "Café Marlow" and not "café con Ana"."""
    return (
        bool(_EATING.fullmatch(text))
        and text.rsplit(maxsplit=1)[-1][0].isupper()
        and text.split(maxsplit=1)[0][0].isupper()
    )


def _is_code(text: str) -> bool:
    """Whether what looks like the number of a room is neither a year nor a length."""
    if re.fullmatch(r"\d{1,2}\s?h(?:\d\d)?|\d\dm", text):
        return False
    return not re.fullmatch(r"(?:19|20)\d\d|\d", text) or (
        len(text) == 4 and not text.startswith(("19", "20"))
    )


def _is_told(text: str, words: list[str]) -> bool:
    """Whether the text is a piece of a sentence with a place in it."""
    if any(word in _PRONOUNS for word in words):
        return True
    begins_small = text[0].islower() and words[0] not in SMALL and not is_place_word(words[0])
    return len(words) >= 4 and begins_small


def _is_spot(text: str, words: list[str]) -> bool:
    if _is_numbered(text) or (
        re.fullmatch(r"\d{1,4}[A-Za-z]?\s(?:[A-ZÀ-Þ][\w'’.-]+\s?){1,4}", text)
        and not is_activity(text)
        and not is_job(text)
    ):
        return True
    placed = [word for word in words if is_place_word(word)]
    if not placed or not _has_capital_or_number(text, words):
        return bool(placed) and len(words) <= 4 and not is_activity(text) and not is_job(text)
    if is_job(text) and not re.search(r"['’]s\b|s['’]\s", text) and not is_place_word(words[0]):
        return False
    if (
        is_place_word(words[-1])
        and text.rsplit(maxsplit=1)[-1][:1].isupper()
        and not is_activity(" ".join(words[:-1]))
    ):
        return True
    ends_in_activity = is_activity_word(words[-1]) and not is_place_word(words[-1])
    if ends_in_activity and not any(letter.isdigit() for letter in text):
        return False
    return not (is_activity_word(words[0]) or (ends_in_activity and not is_place_word(words[0])))


@remembered
def is_place_word(word: str) -> bool:
    if word in PLACES or (word.endswith("s") and word[:-1] in PLACES and len(word) > 4):
        return True
    return len(word) > 5 and word.endswith(PLACE_ENDINGS) and word not in JOBS


def _is_numbered(text: str) -> bool:
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return False
    word = bare(match[1])
    return is_place_word(word) or (
        not is_listed(word) and not is_activity_word(word) and word not in MONTHS
    )


def _has_capital_or_number(text: str, words: list[str]) -> bool:
    return (
        len(words) <= 2
        or any(letter.isdigit() for letter in text)
        or sum(word[:1].isupper() for word in text.split()) >= 1
    )
