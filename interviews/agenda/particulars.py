"""What an agenda says beside its meetings: who arranges it, for what post, what to wear and bring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interviews.agenda import employer
from interviews.agenda.directory import Directory
from interviews.agenda.drafts import PersonDraft
from interviews.agenda.entries import Entry
from interviews.agenda.messages import Message
from interviews.agenda.parts import sentences
from interviews.agenda.plain import folded, squeezed

_POSITION = re.compile(
    r"^\W*(?:position|post|role|job title|vacancy|stelle|funktion|position als|poste|fonction|functie|vacature|puesto|plaza|cargo|posizione|ruolo|vaga|funcao|tjanst|stilling|stanowisko|re)\s*:\s*(?P<value>.{3,120})$"
)
_PLACE = re.compile(
    r"^\W*(?:location|venue|where|place|address|ort|adresse|treffpunkt|lieu|adresse|locatie|adres|lugar|sede|luogo|local|plats|sted|miejsce)\s*:\s*(?P<value>.{3,200})$"
)
_DRESS = re.compile(
    r"\b(?:dress|attire|wear|smart casual|business casual|no ties|trousers|closed shoes|sicherheitsschuhe|kleidung|dresscode|tenue|chaussures|kleding|vestimenta|ropa|calzado|abbigliamento|traje|calcado|kladsel|pakladning|ubior)\b"
)
_BRING = re.compile(
    r"\b(?:bring|bringen|mitbringen|apporter|munir|munit|meenemen|neem .{0,30}mee|traiga|traer|portare|porti|trazer|traga|ta med|medbring|ta med deg|zabrac|przyniesc)\b"
)
_AND = re.compile(r"^(?:and|und|et|en|y|e|och|og|i|so|also)\s(?=\w)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|\(0|0|\d)[\d\s()/.-]{6,20}\d(?!\w)")

LONGEST_OF_SIGNATURE = 90  # characters of a line


@dataclass(frozen=True)
class Particulars:
    """What was found, each None where nothing was."""

    default_location: str | None = None
    company: str | None = None
    position: str | None = None
    coordinator: PersonDraft | None = None
    dress: str | None = None
    bring: str | None = None


def particulars(
    entries: Sequence[Entry],
    message: Message | None,
    known: Directory,
    taken: set[int],
    signed: Sequence[int],
) -> Particulars:
    """What the lines that belong to no meeting say."""
    rest = [entry for entry in entries if entry.line.number not in taken]
    source = _source(entries, message, taken, signed)
    place = _labelled(rest, _PLACE)
    company = employer.company(source) or employer.of_place(place, source.text)
    position = _labelled(rest, _POSITION) or employer.position(source)
    return Particulars(
        default_location=place,
        company=company if company and company not in (position or "") else None,
        position=position,
        coordinator=_coordinator(rest, message, known, signed),
        dress=dress_of(entry.text for entry in rest),
        bring=bring_of(entry.text for entry in rest),
    )


def _labelled(entries: Sequence[Entry], pattern: re.Pattern[str]) -> str | None:
    for entry in entries[:60]:
        text = entry.text.strip(" *_")
        if pattern.match(folded(text)) and ":" in text:
            return squeezed(text.split(":", 1)[1]).strip(" *_") or None
    return None


def _source(
    entries: Sequence[Entry], message: Message | None, taken: set[int], signed: Sequence[int]
) -> employer.Source:
    """Where a company may be named: above the meetings, and below them who signs."""
    head = message.head if message else {}
    number = [entry.line.number for entry in entries]
    first = min(taken, default=max(number, default=0) + 1)
    last = max(taken, default=-1)
    written = [entry for entry in entries if not entry.line.is_blank]
    below = [
        entry.text
        for entry in written
        if entry.line.number in signed
        or (not signed and entry.line.number > last and len(entry.text) < LONGEST_OF_SIGNATURE)
    ]
    return employer.Source(
        subject=head.get("subject", ""),
        sender=head.get("from", ""),
        opening=[entry.text.strip() for entry in written if entry.line.number < first][:20],
        signature=below[-10:] if signed else below[-3:],
        text="\n".join(entry.text for entry in entries[:400]),
    )


def _coordinator(
    entries: Sequence[Entry], message: Message | None, known: Directory, signed: Sequence[int]
) -> PersonDraft | None:
    """Who wrote, with the address and the number below the name."""
    entry = known.find(known.sender or "")
    name = entry.name if entry else known.sender
    if not name:
        return None
    numbers = set(signed)
    text = "\n".join(line.text for line in entries if line.line.number in numbers)
    head = message.head.get("from", "") if message else ""
    email = _EMAIL.search(f"{head}\n{text}")
    phone = _PHONE.search(text)
    return PersonDraft(
        name=name,
        title=entry.title if entry else None,
        email=email[0] if email else None,
        phone=squeezed(phone[0]) if phone else None,
    )


def dress_of(texts: Iterable[str]) -> str | None:
    """The sentence that says what to wear."""
    return _sentence(texts, _DRESS)


def bring_of(texts: Iterable[str]) -> str | None:
    """The sentence that says what to bring."""
    return _sentence(texts, _BRING)


def _sentence(texts: Iterable[str], pattern: re.Pattern[str]) -> str | None:
    for text in texts:
        if pattern.search(folded(text)):
            for sentence in sentences(text):
                if pattern.search(folded(sentence)):
                    told = _AND.sub("", squeezed(sentence))[:300]
                    return told[:1].upper() + told[1:]
    return None
