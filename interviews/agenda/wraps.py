"""Lines that mail programs broke, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

NARROWEST, USUAL, WIDEST = 58, 72, 100
_OWN_LINE = re.compile(
    r"\s*(?:[-•*▪·►❖●○◦‣+→↳✓☐□>#|]\s|\(?\d{1,2}[.)]\s|\(?[a-h]\)\s|[-=_*~]{3,}|[^\W\d_][\w /&()'’.-]{1,28}:(?:\s|$)|"
    r"(?:(?:às|as|a las|de las|alle|dalle|das|de|von|ab|um|van|om|vanaf|kl\.?|klokken|klockan|ore|from|at|vers|à|od|o|fra|från|ca\.?|zwischen|between|dès|desde)\s(?:las\s|ore\s|kl\.?\s)?)?"
    r"(?:\d{1,2}\s?[:.h]\s?\d{2}|\d{1,2}\s?(?:[ap]m|uhr|h)\b|\d{4}\s?[-–]))",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(
    r"\s*(?:(?:às|as|a las|alle|dalle|das|de|von|ab|um|van|om|kl\.?|ore|from|at|vers|à|ca\.?)\s(?:las\s|ore\s)?)?\d",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[,(&/–-]|\b(?:and|or|of|the|with|for|in|at|to|by|a|an|und|mit|der|die|das|des|im|bei|et|de|du|le|la|les|avec|en|met|van|het|een|y|con|el|del|e|di|il|com|da|do|os|och|med|i|z|Mr|Mrs|Ms|Dr|Prof|Herr|Herrn|Frau|Mme|Sra|Sr)\.?)$"
)


def width(texts: Sequence[str]) -> int:
    """How wide the lines are broken, 0 if they are not."""
    lengths = sorted((len(text.rstrip()) for text in texts if not _is_laid_out(text)), reverse=True)
    if not lengths or not NARROWEST <= lengths[0] <= WIDEST:
        return 0
    near = [length for length in lengths if length >= lengths[0] - 12]
    return lengths[0] if len(near) >= 3 else 0


def goes_on(whole: str, above: str, text: str, wide: int) -> bool:
    """Whether `text` is the rest of the line above it, itself maybe the rest of the `whole` one."""
    above = above.rstrip()
    if not above.strip() or not text.strip() or _is_laid_out(above) or _is_laid_out(text):
        return False
    if _OWN_LINE.match(text):
        in_midst = _is_written(above) and not above.endswith((".", "!", "?", ":", ";"))
        starts = _TIME_FIRST.match(text) is not None and not _OWN_LINE.match(whole)
        return in_midst and starts and len(above) > 56
    first = text.split(maxsplit=1)[0]
    total = len(above) + 1 + len(first)
    if total > USUAL and 52 <= len(above) <= WIDEST and _is_cut(above, text.lstrip()):
        return True
    indents = len(above) - len(above.lstrip()), len(text) - len(text.lstrip())
    if indents[1] < indents[0]:
        return False
    if total > USUAL and len(above) <= WIDEST and _is_written(above):
        return True
    if wide and total > wide and len(above) >= wide - 24:
        return (
            bool(_GOES_ON.search(above)) or text.lstrip()[:1].islower() or indents[1] > indents[0]
        )
    hangs = indents[1] > indents[0] and len(above) >= 50
    return hangs and (
        text.lstrip()[:1].islower()
        or bool(_GOES_ON.search(above))
        or above.count("(") > above.count(")")
    )


_REST_OF_A_NAME = re.compile(r"(?:['’]t\s)?[^\W\d_a-zß-ÿ][\w'’-]*(?:[,;]|\s\(|\.(?:\s|$))|\(|<")
_BEFORE_THE_REST = re.compile(
    r"(?:\b[^\W\d_a-zß-ÿ][\w'’-]*|\b(?:van|von|de|del|da|di|el|la|le|der|den)|[\w'’-]+[\"”])$"
)


def _is_cut(above: str, text: str) -> bool:
    """Whether the break stands within a name, or between a name and what somebody is."""
    if not re.search(r"[,;:(.]\s", above):
        return False
    if above.endswith((",", ";")):
        return text[:1].islower()
    return bool(_BEFORE_THE_REST.search(above[-40:]) and _REST_OF_A_NAME.match(text))


def _is_laid_out(text: str) -> bool:
    """Whether the line is a row of a table or of columns."""
    return (
        "\t" in text.strip()
        or "|" in text
        or re.search(r"\S {3,}\S", text) is not None
        or "....." in text
    )


def _is_written(text: str) -> bool:
    """Whether the line reads like a piece of a sentence."""
    pieces = text.split()
    lower = sum(piece[:1].islower() for piece in pieces)
    return len(pieces) >= 6 and lower >= 0.4 * len(pieces)
