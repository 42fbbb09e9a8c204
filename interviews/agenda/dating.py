"""Which day each block is on, and which half of the day a bare "1:30" means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from interviews.agenda import dates
from interviews.agenda.blocks import DATE, Block
from interviews.agenda.dates import DateMention
from interviews.agenda.entries import Entry, is_greeting
from interviews.agenda.messages import Message
from interviews.agenda.plain import folded
from interviews.agenda.vocabulary import days as words

_DEADLINE = re.compile(
    r"\b(?:by|before|until|deadline|no later than|reply|rsvp|respond|confirm by|bis zum|bis spatestens|frist|avant le|au plus tard|voor|uiterlijk|antes del|antes de|entro il|ate|senast|senest|rev\.?|revised|revision|updated|version|stand|"
    r"printed|created|issued|erstellt|born|since|seit|depuis|spoke|talked|phone interview|telefonat|last|your (?:application|letter|mail|email)|ihre (?:bewerbung|mail)|votre (?:candidature|mail)|of your (?:mail|application)|as of|dated|vom|mise a jour|maj|"
    r"bijgewerkt|actualizado|actualizada|aggiornato|atualizado|uppdaterad|opdateret|oppdatert|aktualisiert|starts? on|start date|posted|closing date|feedback|decision|hear from us|notified|entscheidung|bescheid|next round|offer|reference|ref)\b"
)
_PAST = re.compile(
    r"\b(?:last|letzten|spoke|talked|talk|dernier|vorige|afgelopen|pasado|scorso|passada|forra|sidste|sent|sent on|one i sent on|since|seit)\s(?:on\s|this\s)?$"
)
_SENT = re.compile(
    r"^\W*(?:sent|gesendet|envoye|verzonden|verstuurd|enviado|inviato|sendt|skickat|wyslano|geschrieben|ecrit|written|escrito|scritto)\b(?:\s(?:am|on|le|op|el|il|den|em))?\s?[:,|]?\s"
    r"|^.{0,40}\b(?:bewerkt|edited|bearbeitet|modifie|editado|modificato|redigerad|redigeret|redigert|edytowano)\b"
)
_RELATIVE = (
    (2, re.compile(rf"(?<![\w'])(?:{'|'.join(words.AFTER_TOMORROW)})(?!\w)")),
    (1, re.compile(rf"(?<![\w'])(?:{'|'.join(words.TOMORROW)})(?!\w)")),
    (0, re.compile(rf"(?<![\w'])(?:{'|'.join(words.TODAY)})(?!\w)")),
)


class Dating:
    """The days of one text."""

    def __init__(
        self,
        messages: Sequence[Message],
        entries: Iterable[Entry],
        *,
        given: dt.date | None,
        english: bool,
        has_meridiem: bool,
    ) -> None:
        self.given = given
        self.month_first = english and has_meridiem
        stamps = [
            mention
            for message in messages
            for stamp in message.stamps
            for mention in dates.mentions(stamp)[:1]
        ]
        everything = [entry.text for entry in entries] + [
            stamp for message in messages for stamp in message.stamps
        ]
        everything += [message.head.get("subject", "") for message in messages]
        self.years = self._years(everything)
        self._learn_order(everything)
        dated = [day for mention in stamps if mention.year and (day := self._day(mention))]
        self.stamp = dated[0] if dated else self._day_of_the_letter(everything)
        if self.stamp is None:
            self.stamp = self._day_sent(everything)
        self.announced = self._announced(everything)

    def _years(self, texts: Sequence[str]) -> list[int]:
        found = []
        for text in texts:
            found += [mention.year for mention in dates.mentions(text) if mention.year]
        if not found:
            found = [year for text in texts for year in dates.years(text) if 2000 <= year <= 2099]
        if self.given:
            found += [self.given.year, self.given.year + 1]
        return list(dict.fromkeys(found))

    def _day_of_the_letter(self, texts: Sequence[str]) -> dt.date | None:
        """The day that the text was written, from a line that says no more than that."""
        for text in texts[:40]:
            if is_greeting(text):
                return None
            for mention in dates.mentions(text):
                others = text[: mention.begin] + text[mention.finish :]
                revised = re.search(
                    r"\b(?:stand|rev\w*|updated|version|as of|printed|impreso|stampato|imprime|aktualisiert|bijgewerkt|actualizado|aggiornato|uppdaterad|opdateret)\b",
                    folded(others),
                )
                bare = (
                    not re.search(r"[^\W\d_]{4}", others)
                    and mention.weekday is None
                    and any(is_greeting(other) for other in texts)
                )
                placed = bare or (
                    re.fullmatch(
                        r"\W*[^\W\d_]+(?:[ -][^\W\d_]+)?,?\s(?:den|le|el|il|li|a|the|dnia|am|d|op|on|em)?\s*\W*",
                        others,
                    )
                    and text.strip()[:1].isupper()
                    and not dates.weekdays(text)
                    and "," in text
                )
                if mention.year and (revised or placed):
                    return self._day(mention)
        return None

    def _day_sent(self, texts: Sequence[str]) -> dt.date | None:
        """The day in a line that says when it was sent or last changed: "Sent: …", "edited · …"."""
        for text in texts:
            if len(text) < 160 and _SENT.search(folded(text)):
                for mention in dates.mentions(text):
                    if mention.year:
                        return self._day(mention)
        return None

    def _announced(self, texts: Sequence[str]) -> list[dt.date]:
        """The days that are said with their weekdays: which ones "Tuesday" below means."""
        found = [
            day
            for text in texts[:80]
            for mention in dates.mentions(text)
            if mention.weekday is not None and (day := self.day(mention)) is not None
            if not _DEADLINE.search(folded(text[max(0, mention.begin - 24) : mention.begin]))
            if not (day == self.stamp and _SENT.search(folded(text)))
        ]
        return list(dict.fromkeys(found))

    def _learn_order(self, texts: Sequence[str]) -> None:
        """A date like 25/3, "Fri 3/4" or 2/06 says how the file writes the others."""
        for text in texts:
            for mention in dates.mentions(text):
                figures = re.fullmatch(
                    r"\D*(\d{1,2})[/.-](\d{1,2})\D.*|\D*(\d{1,2})[/.-](\d{1,2})",
                    text[mention.begin : mention.finish],
                )
                if not figures:
                    continue
                first, second = figures[1] or figures[3], figures[2] or figures[4]
                one, two = int(first), int(second)
                if one > 12 or two > 12:
                    self.month_first = two > 12
                    return
                if mention.is_open and len(first) == 1 and second[0] == "0":
                    self.month_first = False  # only the month is filled up: 2/06
                if mention.is_open and mention.weekday is not None:
                    chosen = dates.settled(
                        mention, month_first=self.month_first, years_near=self.years
                    )
                    self.month_first = chosen.month == one

    def _day(self, mention: DateMention) -> dt.date | None:
        return dates.nearest(
            dates.settled(mention, month_first=self.month_first, years_near=self.years),
            self.years,
            None,
        )

    def day(self, mention: DateMention) -> dt.date | None:
        """The day of the mention, if a year is printed anywhere."""
        if mention.month == 0:
            return self._of_next_months(mention)
        settled = dates.settled(
            mention, month_first=self.month_first, years_near=self.years, stamp=self.stamp
        )
        if self.stamp is None and mention.year is None and self.given is not None:
            return self._near_given(settled)
        return dates.nearest(settled, self.years, self.stamp)

    def _of_next_months(self, mention: DateMention) -> dt.date | None:
        """ "Thursday the 12th" is the next one after the message was written."""
        first = self.stamp or self.given
        if first is None:
            return None
        days = (first + dt.timedelta(distance) for distance in range(200))
        return next(
            (day for day in days if day.day == mention.day and day.weekday() == mention.weekday),
            None,
        )

    def _near_given(self, mention: DateMention) -> dt.date | None:
        given = self.given
        assert given is not None
        options = [
            day
            for year in (given.year, given.year + 1, given.year - 1)
            if (day := mention.on(year))
        ]
        return min(options, key=lambda day: abs(day - given), default=None)

    def from_weekday(self, weekday: int) -> dt.date | None:
        """The next such day after the message was written."""
        for day in self.announced:
            if day.weekday() == weekday and (self.stamp is None or day >= self.stamp):
                return day
        if self.stamp is None:
            return None
        return self.stamp + dt.timedelta((weekday - self.stamp.weekday() - 1) % 7 + 1)

    def relative(self, text: str) -> dt.date | None:
        """ "Tomorrow" of the day of the message."""
        if self.stamp is None:
            return None
        plain = folded(text)
        for distance, pattern in _RELATIVE:
            if pattern.search(plain):
                return self.stamp + dt.timedelta(distance)
        return None

    def main(
        self, entries: Sequence[Entry], subject: str = ""
    ) -> tuple[DateMention | None, dt.date | None]:
        """The day that the text is about."""
        best: tuple[float, DateMention] | None = None
        greeting = next(
            (
                place
                for place, entry in enumerate(entries)
                if re.match(
                    r"(?:dear|hi|hello|sehr|liebe|bonjour|madame|monsieur|beste|geachte|estimad|gentile|prezad|hej|szanown|hola|hallo)\b",
                    folded(entry.text).strip(),
                )
            ),
            None,
        )
        texts = [(subject, -1)] + [(entry.text, place) for place, entry in enumerate(entries)]
        for text, place in texts:
            for mention in dates.mentions(text):
                score = self._score(mention, text, place, greeting)
                if best is None or score > best[0]:
                    best = (score, mention)
        if best is not None and best[0] > -2:
            return best[1], self.day(best[1])
        return None, self._from_words(entries, subject)

    def _score(self, mention: DateMention, text: str, place: int, greeting: int | None) -> float:
        before = folded(text[max(0, mention.begin - 40) : mention.begin])
        score = (
            1.0 * (mention.weekday is not None)
            + 0.5 * (mention.year is not None)
            - 0.01 * min(place, 90)
        )
        if _DEADLINE.search(before[-24:]):
            score -= 2.5
        if (
            greeting is not None
            and 0 <= place < greeting
            and mention.weekday is None
            and len(text) < 60
            and not re.search(r"(?:date|datum|interview|visit|fecha|data|jour)", folded(text))
        ):
            score -= 2.2  # the day of the letter
        if self.stamp is not None and (day := self.day(mention)) is not None and day < self.stamp:
            score -= 1.5
        if self.stamp is not None and self.day(mention) == self.stamp:
            score -= 1.2 if mention.weekday is None else 4.0 * bool(_SENT.search(folded(text)))
        return score

    def _from_words(self, entries: Sequence[Entry], subject: str) -> dt.date | None:
        for text in [subject, *(entry.text for entry in entries)]:
            day = self.relative(text)
            if day is None:
                day = self._named_in(text)
            if day is not None:
                return day
        return None

    def _named_in(self, text: str) -> dt.date | None:
        """The next such day as the text names, if it names one to come."""
        for weekday, begin, _ in dates.weekdays(text):
            before = folded(text[:begin])
            if (
                _DEADLINE.search(before[-20:])
                or _PAST.search(before)
                or dates.is_range(text, begin)
            ):
                continue
            return self.from_weekday(weekday)
        return None

    def stamped(self, message: Message) -> None:
        """Count from the day of this message from now on."""
        for stamp in message.stamps:
            for mention in dates.mentions(stamp)[:1]:
                self.stamp = self._day(mention) or self.stamp

    def assign(
        self,
        blocks: Sequence[Block],
        entries: Sequence[Entry],
        subject: str = "",
        others: Sequence[tuple[Message, Sequence[Entry]]] = (),
    ) -> None:
        """Give every block its day: its own, that of the heading above it, or the text's.

        `others` are newer messages, from the one just before, that may say the day instead.
        """
        main_mention, main_day = self.main(entries, subject)
        for message, lines in others:
            if main_mention is None and main_day is None:
                self.stamped(message)
                main_mention, main_day = self.main(lines, message.head.get("subject", ""))
        by_line: dict[int, list[Block]] = {}
        for block in blocks:
            by_line.setdefault(block.lines[0] if block.lines else -1, []).append(block)
        mention, day = main_mention, main_day
        for entry in entries:
            own = by_line.get(entry.line.number, [])
            found = self._heading(entry, has_blocks=bool(own))
            if found is not None:
                mention, day = found
            for block in own:
                block.date, block.day = mention, day
        for block in blocks:
            self._of_its_own(block, entries)

    def _of_its_own(self, block: Block, entries: Sequence[Entry]) -> None:
        for piece in block.pieces:
            if piece.role == DATE:
                found = dates.mentions(piece.text)
                if found:
                    block.date, block.day = found[0], self.day(found[0])
                elif weekday := dates.weekdays(piece.text):
                    block.day = self.from_weekday(weekday[0][0]) or block.day
        numbers = set(block.lines)
        for entry in entries:
            if entry.line.number in numbers and entry.label in ("time", "date") and entry.mentions:
                block.date, block.day = entry.mentions[0], self.day(entry.mentions[0])

    def _heading(
        self, entry: Entry, *, has_blocks: bool
    ) -> tuple[DateMention | None, dt.date | None] | None:
        """The day that the line announces for those below it."""
        text = entry.text
        if entry.mentions and not (entry.is_prose and not has_blocks):
            mention = entry.mentions[0]
            before = folded(text[: mention.begin])
            others = len(text) - (mention.finish - mention.begin)
            if has_blocks and (not entry.spans or mention.begin > entry.spans[0].begin + 30):
                return None
            leads = mention.begin < 6 and mention.weekday is not None and others < 110
            if not has_blocks and (
                entry.spans or (others > 60 and not leads) or _DEADLINE.search(before[-24:])
            ):
                return None
            day = self.day(mention)
            if not has_blocks and mention.weekday is None and day is not None and day == self.stamp:
                return None  # the day of the letter
            if has_blocks or mention.weekday is not None or others < 25:
                return mention, day
        weekday = self._named_weekday(entry, has_blocks=has_blocks)
        if weekday is not None:
            return None if (day := self.from_weekday(weekday)) is None else (None, day)
        plain = folded(text)
        if len(text) < 60 and not entry.is_prose and self.stamp is not None:
            for distance, pattern in _RELATIVE:
                if pattern.match(plain.strip(" *#_-:")):
                    return None, self.stamp + dt.timedelta(distance)
        return None

    def _named_weekday(self, entry: Entry, *, has_blocks: bool) -> int | None:
        named = dates.weekdays(entry.text)
        if not named:
            return None
        weekday, begin, finish = named[0]
        if has_blocks:
            return (
                weekday if entry.spans and finish <= entry.spans[0].begin and begin < 24 else None
            )
        stripped = entry.text.strip(" *#_-:.")
        return weekday if len(stripped.split()) <= 4 and not entry.is_prose and begin < 12 else None
