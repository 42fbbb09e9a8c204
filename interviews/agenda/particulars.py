"""What an agenda says beside its meetings: who arranges it, for what post, what to wear and bring."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.agenda.directory import Directory
from interviews.agenda.drafts import PersonDraft
from interviews.agenda.entries import Entry
from interviews.agenda.messages import Message
from interviews.agenda.parts import sentences
from interviews.agenda.phrases import is_job
from interviews.agenda.plain import folded, same_length_folded, squeezed

_POSITION = re.compile(
    r"^\W*(?:position|post|role|job title|vacancy|stelle|funktion|position als|poste|fonction|functie|vacature|puesto|plaza|cargo|posizione|ruolo|vaga|funcao|tjanst|stilling|stanowisko|re)\s*:\s*(?P<value>.{3,120})$"
)
_PLACE = re.compile(
    r"^\W*(?:location|venue|where|place|address|ort|adresse|treffpunkt|lieu|adresse|locatie|adres|lugar|sede|luogo|local|plats|sted|miejsce)\s*:\s*(?P<value>.{3,200})$"
)
_COMPANY = re.compile(
    r"\b(?:gmbh|ag|se|kg|llp|llc|ltd|limited|inc|plc|corp|corporation|university|universitat|universite|universidad|universita|universidade|hochschule|hospital|klinikum|academy|school|college|council|department of|institut|institute|gemeente|kommun|banque|bank|foundation|fondazione|stiftung|museum|group|groupe|b\.v|n\.v|s\.a|s\.l|s\.p\.a|sp\. z)\b"
)
_FIRM = re.compile(
    r"^\W*(?:company|employer|organisation|organization|firma|arbeitgeber|unternehmen|entreprise|employeur|societe|bedrijf|werkgever|organisatie|empresa|azienda|datore di lavoro|foretag|virksomhed|firma|pracodawca|school|university)\s*:\s*(?P<value>.{2,120})$"
)
_FOR_POST = re.compile(
    r"(?:\b(?:position|post|role|job|vacancy) (?:of|as)(?: an?)?|\b(?:stelle|position|funktion) (?:als|der|des|einer|eines)|\bbewerbung als|\b(?:poste|fonction)s? (?:de |d')|\bfunctie van|\bvacature|"
    r"\b(?:puesto|plaza|vacante|cargo) de|\b(?:posizione|ruolo) di|\b(?:vaga|funcao|cargo) de|\btjanst(?:en)? som|\bstilling(?:en)? som|\bstanowisko|\bapplication for(?: the)?|\binterview for(?: the)?(?: position| role)?(?: of)?)\s(?=\S)"
)
_ENDS_POST = re.compile(
    r"[,;:()|\n!?]|\.(?:\s|$)|\s[–—-]\s|\s(?:at|in the|on|position|post|role|with|and|which|bei|im|in|am|an|und|chez|a|au|dans|le|bij|op|en|el|la|para|presso|il|na|no|em|vid|hos|ved|w|is|are|has|interview)\s"
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
    subject = message.head.get("subject", "") if message else ""
    return Particulars(
        default_location=_labelled(rest, _PLACE),
        company=_labelled(rest, _FIRM) or _company(rest) or _signed_by(entries, signed),
        position=_labelled(rest, _POSITION) or _position(subject, rest),
        coordinator=_coordinator(rest, message, known, signed),
        dress=_sentence(rest, _DRESS),
        bring=_sentence(rest, _BRING),
    )


def _labelled(entries: Sequence[Entry], pattern: re.Pattern[str]) -> str | None:
    for entry in entries[:60]:
        text = entry.text.strip(" *_")
        if pattern.match(folded(text)) and ":" in text:
            return squeezed(text.split(":", 1)[1]).strip(" *_") or None
    return None


def _company(entries: Sequence[Entry]) -> str | None:
    """The first short line that names a firm, a school or an office."""
    for entry in entries[:12]:
        text = squeezed(entry.text.split("   ")[0]).strip(" *#_|")
        if (
            1 < len(text.split()) <= 8
            and len(text) < 70
            and not text.endswith((".", ",", "?", "!", ":"))
            and _COMPANY.search(folded(text))
        ):
            return re.split(r"\s[–—-]\s|\s\|\s", text)[0]
    return None


def _signed_by(entries: Sequence[Entry], signed: Sequence[int]) -> str | None:
    """The firm of a signature: what stands behind the name or the post of who signs, or below it."""
    numbers = set(signed)
    for entry in entries:
        if entry.line.number not in numbers:
            continue
        for piece in re.split(r"\s*[|·•]\s*|\s[–—-]\s|,\s|\sat\s|\sbei\s|\schez\s", entry.text):
            text = squeezed(piece).strip(" *_")
            if (
                1 <= len(text.split()) <= 7
                and _COMPANY.search(folded(text))
                and any(word[:1].isupper() for word in text.split())
                and not _EMAIL.search(text)
            ):
                return text
    return None


def _position(subject: str, entries: Sequence[Entry]) -> str | None:
    """The post that the subject or a sentence speaks of: "for the position of Robotics Engineer"."""
    for text in [subject, *(entry.text for entry in entries[:25])]:
        plain = same_length_folded(text)
        match = _FOR_POST.search(plain)
        if match is None:
            continue
        value = text[match.end() : match.end() + 90]
        end = _ENDS_POST.search(same_length_folded(value))
        value = squeezed(value[: end.start()] if end else value).strip(" \"'“”„«».,;:")
        if value[:1].isupper() and 1 <= len(value.split()) <= 8:
            return value
        if value and is_job(value) and len(value.split()) <= 8:
            return value
    return None


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


def _sentence(entries: Sequence[Entry], pattern: re.Pattern[str]) -> str | None:
    for entry in entries:
        if not entry.line.is_blank and pattern.search(folded(entry.text)):
            for sentence in sentences(entry.text):
                if pattern.search(folded(sentence)):
                    told = _AND.sub("", squeezed(sentence))[:300]
                    return told[:1].upper() + told[1:]
    return None
