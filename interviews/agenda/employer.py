"""Who the employer is, and for which position: told by subject, sender, heading and signature.

Nothing says it outright as a rule. What counts, the surest first: a name that the sender's mail
address is made of; "your visit to …" in the subject; a heading; what stands behind the post of who
signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.agenda import names
from interviews.agenda.phrases import (
    is_activity,
    is_activity_word,
    is_degree,
    is_department,
    is_job,
    is_place,
    plain_words,
)
from interviews.agenda.plain import folded, same_length_folded, squeezed
from interviews.agenda.vocabulary import employers

MOST_WORDS = 8  # of a name
LONG_WORD = 8  # letters of a post of one word, such as socialchef


@dataclass(frozen=True)
class Source:
    """What may tell: a subject, the address and name of who sends, the lines above the agenda, the
    lines of the signature, and all of the text."""

    subject: str
    sender: str
    opening: Sequence[str]
    signature: Sequence[str]
    text: str


def company(source: Source) -> str | None:
    """The employer's name as printed, or None."""
    for found in (
        _of_address(source),
        _of_sender(source),
        _told(source.subject, source.text, everywhere=True),
        _of_heading(source),
        *(_told(line, source.text) for line in source.opening[:8]),
        _of_signature(source),
    ):
        if found and _is_employer(found):
            return found
    return None


def of_place(place: str | None, text: str) -> str | None:
    """The employer that a place printed for the whole day begins with: "Oris Bio, Unit 4"."""
    first = re.split(r",(?! Ltd| Inc| LLC)", place or "")[0].strip()
    is_name = len(first.split()) > 1 and _run(first) == first and not re.search(r"\d", first)
    if not is_name or _is_somebody(first, 3):
        return None
    is_told = bool(employers.LEGAL.search(folded(first))) or text.count(first) > 1
    return first if is_told and _is_employer(first) and not is_place(first) else None


def _is_employer(name: str) -> bool:
    """Whether it is more than a department, a kind of employer, or a title."""
    plain = folded(name)
    is_part = employers.PART_OF_ONE.match(plain) and not plain.startswith("department of")
    if is_part or is_department(name) or is_degree(name):
        return False
    if len(name.split()) == 1 and (employers.LEGAL.fullmatch(plain) or "." in name):
        return False
    return not is_job(name) or bool(employers.LEGAL.search(plain))


def position(source: Source) -> str | None:
    """The post to be filled as printed, or None."""
    for text in (source.subject, *source.opening[:14]):
        if found := _named_post(text):
            return found
    for text in (source.subject, *source.opening[:6]):
        if len(text) > 120 or employers.GREETS.match(folded(text)) or text.rstrip().endswith("."):
            continue
        for piece in _pieces(text):
            post = _without_activities(piece)
            if _is_post(post) and not _is_of_somebody(text, post):
                return squeezed(post)
    return None


def _without_activities(text: str) -> str:
    """The text without "interview" and the like at its ends."""
    words = re.split(r"\s@\s", text)[0].split()
    while words and _is_occasion(words[0]):
        words = words[1:]
    while words and _is_occasion(words[-1]):
        words = words[:-1]
    return " ".join(words)


def _is_occasion(word: str) -> bool:
    return is_activity(word) or bool(
        employers.IS_OCCASION.fullmatch(folded(word.strip(".,;:!?()")))
    )


def _is_post(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= MOST_WORDS or employers.ARTICLE.match(text) or is_degree(text):
        return False
    if re.search(r"\d{2}", text):
        return False
    if len(words) == 1 and (len(text) < LONG_WORD or text.isupper()):
        return False
    return is_job(text) and not is_activity(text) and not _is_somebody(text)


def _named_post(text: str) -> str | None:
    match = employers.FOR_POST.search(same_length_folded(text))
    if match is None:
        return None
    value = text[match.end() : match.end() + 100]
    end = employers.ENDS_POST.search(same_length_folded(value) + " ")
    value = employers.POST_IS.sub("", squeezed(value[: end.start()] if end else value)).strip(
        " .'’*_"
    )
    is_short = 1 <= len(value.split()) <= MOST_WORDS
    return value if is_short and is_job(value) and not _is_somebody(value) else None


def _is_somebody(text: str, sureness: int = 2) -> bool:
    return any(found.sureness >= sureness for found in names.find(text))


def _is_of_somebody(text: str, post: str) -> bool:
    """Whether the post is that of a person named before it."""
    before, _, after = text.partition(post)
    if after.startswith(":"):  # "Coordinator: Ana Ruiz"
        return True
    return _is_somebody(before, 3) and not re.search(r"candidat|kandidat|applicant", folded(before))


def _pieces(text: str) -> Iterator[str]:
    for piece in employers.PARTS.split(text):
        if piece and piece.strip():
            yield piece.strip(" *_#.,;")


def _of_address(source: Source) -> str | None:
    """The name in the text that the domain of a mail address was made of: "Oris Bio" of orisbio."""
    for domain in re.findall(
        r"@([\w.-]{3,100})", f"{source.sender}\n" + "\n".join(source.signature)
    ):
        for label in domain.lower().split(".")[:-1]:
            letters = re.sub(r"[^a-z0-9]", "", label)
            if len(letters) >= 4 and (found := _spelt(letters, source)):
                return found
    return None


def _of_sender(source: Source) -> str | None:
    """The employer in the name of an office that sends: "Recrutement Aubrac Énergies"."""
    words = source.sender.split("<", maxsplit=1)[0].strip(" \"'").split()
    kept = words
    while kept and employers.OFFICE.fullmatch(folded(kept[0].strip(".,|-–")) or "-"):
        kept = kept[1:]
    while kept and employers.OFFICE.fullmatch(folded(kept[-1].strip(".,|-–")) or "-"):
        kept = kept[:-1]
    name = " ".join(kept)
    if not 0 < len(kept) < len(words) or not name[0].isupper():
        return None
    if employers.LEGAL.search(folded(name)):
        return name
    is_told = len(kept) > 1 or source.text.count(name) > 1
    return name if is_told and not _is_somebody(name) else None


def _spelt(letters: str, source: Source) -> str | None:
    """The longest run of words with capitals that begins with these letters."""
    best = ""
    for text in (source.subject, *source.opening, *source.signature, source.text[:8_000]):
        words = [
            (word.start(), word[0]) for word in re.finditer(r"[^\s@|,;:()<>]+(?![^\s]*@)", text)
        ]
        for index, (begin, word) in enumerate(words):
            if not word[0].isupper():
                continue
            joined = ""
            for _, other in words[index : index + 6]:
                joined += re.sub(r"[^a-z0-9]", "", folded(other))
                if not letters.startswith(joined):
                    break
                if joined == letters:
                    run = _run(text[begin:])
                    best = run if run and len(run) > len(best) else best
    return best or None


def _told(text: str, whole: str, *, everywhere: bool = False) -> str | None:
    """The name behind "your visit to", "Ihr Gespräch bei", "votre journée chez"."""
    plain = same_length_folded(text)
    found = list(employers.TOLD.finditer(plain))
    is_strong = [bool(match["strong"]) for match in found]
    if everywhere:
        strongly = list(employers.STRONGLY.finditer(plain))
        found, is_strong = found + strongly, is_strong + [True] * len(strongly)
    for match, strong in zip(found, is_strong, strict=True):
        name = _run(text[match.end() :])
        if name is None or _is_somebody(name, 3):
            continue
        if employers.LEGAL.search(folded(name)):
            return name
        if is_place(name) or not (strong or whole.count(name) >= 2) or len(name) < 3:
            continue
        if strong or not _is_somebody(name):
            return name
    return None


def _run(text: str) -> str | None:
    """The words with capitals that the text begins with, as a name."""
    kept: list[str] = []
    for word in text.split()[: MOST_WORDS + 2]:
        bare = word.strip("*_„“”\"'«»")
        begins = bare[:1]
        is_kind = bool(kept) and bool(employers.KIND.fullmatch(folded(bare.strip(".,;:!?()"))))
        if not (begins.isupper() or folded(bare) in employers.SMALL or is_kind):
            break
        if folded(bare.strip(".,;:!?()")) in employers.NO_NAME or (
            re.match(r"\d", bare) and not kept
        ):
            break
        kept.append(bare)
        if word[-1:] in ",;:!?)" or (word.endswith(".") and len(word.strip(".")) > 4):
            break
    while kept and (
        folded(kept[-1].strip(".,;:!?()")) in employers.SMALL
        or len(kept[-1].strip("-–—(.,;:!?)")) < 2
    ):
        kept.pop()
    while len(kept) > 1 and _is_occasion(kept[0]):
        kept = kept[1:]
    name = " ".join(kept).rstrip(",;:!?)").strip()
    if name.endswith(".") and not employers.LEGAL.search(folded(name.rsplit(maxsplit=1)[-1])):
        name = name.rstrip(".")
    words = plain_words(name)
    if not words or len(kept) > MOST_WORDS or all(is_activity_word(word) for word in words):
        return None
    if re.match(re.escape(name) + r"\.? z o\. ?o\.", text):
        name += ". z o.o."
    return name if any(letter.isalpha() for letter in name) and len(name) >= 3 else None


def _of_heading(source: Source) -> str | None:
    """The name at the top of a letter, a programme or a table; a mail begins with a greeting."""
    second = None
    for number, line in enumerate(source.opening[:3]):
        if employers.GREETS.match(folded(line)) or len(line) > 110:
            break
        pieces = [
            _not_too_long(piece.strip(" *_#.,;"))
            for piece in employers.LINES_PARTS.split(line)
            if piece
        ]
        for place, piece in enumerate(piece for piece in pieces[:3] if piece):
            if found := _told(piece, source.text, everywhere=True):
                return found
            if not piece[0].isupper() or re.search(r"\d", piece) or is_activity(piece):
                continue
            if employers.LEGAL.search(folded(piece)) and 1 < len(piece.split()) <= MOST_WORDS:
                if not employers.PART_OF_ONE.match(folded(piece)):
                    return _from_its_name(piece)
                second = second or squeezed(piece)
            elif number == place == 0 and len(pieces) > 1 and _is_title(piece):
                return squeezed(piece)
    return second


def _not_too_long(text: str) -> str:
    """The text without the address behind the name."""
    return text if len(text.split()) <= MOST_WORDS else text.split(",", maxsplit=1)[0]


def _from_its_name(text: str) -> str:
    """The text without the occasion before the name: "Auswahltag Stadtwerke Hohenlinde"."""
    words = text.split()
    while len(words) > 2 and _is_occasion(words[0]):
        words = words[1:]
    return " ".join(words)


def _is_title(text: str) -> bool:
    """Whether the text is a name of some words with capitals, but neither a person nor a post."""
    return (
        len(text.split()) > 1
        and _run(text) == text
        and not _is_somebody(text, 3)
        and not is_job(text)
        and not is_place(text)
    )


def _of_signature(source: Source) -> str | None:
    """What stands behind the post of who signs, on its line or the next one."""
    posts = -2  # the line of the post
    for number, line in enumerate(source.signature):
        for piece in _pieces(line):
            if re.search(r"@|\d{2}|https?:|www\.", piece):
                continue
            if is_job(piece):
                match = employers.STRONGLY.search(same_length_folded(piece))
                if match and (name := _run(piece[match.end() :])):
                    return name
                posts = number
                continue
            name = _run(piece)
            if name is None or name.isupper() or not _is_employer(name):
                continue
            if employers.LEGAL.search(folded(name)) and not _is_somebody(name, 3):
                return name
            if len(name.split()) == 1:
                continue
            if posts == number or (posts == number - 1 and not _is_somebody(name)):
                return name
    return None
