"""Dates in a line: written out, in figures, or said from the day of a message."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from interviews.agenda.plain import remembered, same_length_folded
from interviews.agenda.times import LONGEST_LINE
from interviews.agenda.vocabulary import days as words


@dataclass(frozen=True)
class DateMention:
    """A date as printed. In figures like 3/4 `is_open`: either may be the month.

    `month` is 0 where none is said: "Thursday the 12th".
    """

    day: int
    month: int
    year: int | None
    weekday: int | None
    begin: int
    finish: int
    is_open: bool = False

    def swapped(self) -> DateMention:
        return replace(self, day=self.month, month=self.day)

    def on(self, year: int) -> dt.date | None:
        """The day in that year, if there is one."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, year: int) -> bool:
        """Whether the weekday printed is the one that the date falls on."""
        day = self.on(year)
        return day is not None and self.weekday in (None, day.weekday())


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_YEAR = r"(?:19|20)\d\d"
_WRITTEN = re.compile(
    rf"""(?<![\w/.:-])(?:
      (?P<iso_year>{_YEAR})[-/.](?P<iso_month>0?[1-9]|1[0-2])[-/.](?P<iso_day>[0-3]?\d)(?!\d)
    | (?P<cjk_year>{_YEAR})年\s?(?P<cjk_month>\d\d?)月\s?(?P<cjk_day>\d\d?)日
    | (?P<one>[0-3]?\d)\s?(?P<mark>[./-])\s?(?P<two>[0-3]?\d)\s?(?P=mark)\s?(?P<year>{_YEAR}|\d\d)(?![\d/])
    | (?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|er|o|º|°|:e|:a|-go)?\s?(?:of\s|de\s|d'|den\s|-|\s)?\s?(?P<month>{_either(words.MONTHS)})\b\.?,?(?:\s?(?:de|del|,|-|of)?\s?(?P<month_year>{_YEAR})|\s(?P<short_year>'\d\d))?(?!\w)
    | (?P<us_month>{_either(words.MONTHS)})\b\.?\s(?:the\s)?(?P<us_day>[0-3]?\d)(?:st|nd|rd|th|\.)?(?!\d|:|\.\d|\s?(?:am|pm|h)\b)(?:,?\s?(?P<us_year>{_YEAR})|\s(?P<us_short>'\d\d))?(?!\w)
    | (?P<near_name>{_either(sorted(name for name in words.WEEKDAYS if len(name) > 3 and name not in ("segunda", "terca", "quarta", "quinta", "sexta")))})\.?,?\s(?:the\s|den\s|dem\s|le\s|el\s|il\s|dia\s|de\s)?(?P<near_day>[0-3]?\d)(?:st|nd|rd|th|\.|er)?(?=[\s,;)!?]|$)(?!\s?(?:[:.h]\d|-|–|/|uhr|uur|h\b|am\b|pm\b|a\.m|p\.m|to\b|bis\b|(?:of|de|d'|den|di|af|av)?\s?(?:{_either(words.MONTHS)})\b))
    | (?P<short_one>[0-3]?\d)(?P<short_mark>[./])(?P<short_two>[0-3]?\d)\.?(?![\d/:]|\.\d)
    )""",
    re.VERBOSE,
)
_WEEKDAY = re.compile(rf"(?<![\w'])(?P<name>{_either(words.WEEKDAYS)})(?![\w'])(?P<dot>\.)?")
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![\w'])(?P<name>{_either(words.WEEKDAYS)})\b\.?(?:\s(?:next|prochaine?|proximo|que viene|prossim[oa]|que vem|komande|neste|naeste|najblizszy|aanstaande|a\.?s\.?))?\s?[,(]?\s?(?:the|den|dem|der|d\.|le|el|il|dia|de|on|d|,|–|-)?\s{{0,2}}$"
)
_WEEKDAY_OF_WEEK = re.compile(
    rf"(?<![\w'])(?P<name>{_either(words.WEEKDAYS)})\b\.?,?\s(?:{_either(words.NEXT_WEEK)}|a\.\s?s\.?|{_either(words.NEXT)}),?\s?[(,–-]\s?(?:the|den|dem|der|d\.|le|el|il|dia)?\s?$"
)
_WEEKDAY_AFTER = re.compile(rf"\s?[(,]\s?(?P<name>{_either(words.WEEKDAYS)})\b\.?\)?")
_LONE_YEAR = re.compile(rf"(?<![\w/.:#+-])({_YEAR})(?![\w/:%]|\.\d|-\d)")


@remembered
def mentions(line: str) -> list[DateMention]:
    """The dates in the line, from left to right."""
    plain = same_length_folded(line[:LONGEST_LINE])
    found = []
    for match in _WRITTEN.finditer(plain):
        mention = _mention(match)
        least = 0 if match["near_day"] else 1
        if mention is None or not (least <= mention.month <= 12 and 1 <= mention.day <= 31):
            continue
        if match["near_day"]:
            found.append(mention)
            continue
        mention = _with_weekday(mention, plain)
        if match["short_one"] and not _is_short_date(match, mention):
            continue
        found.append(mention)
    return _with_months(found)


def _with_months(found: list[DateMention]) -> list[DateMention]:
    """ "Tuesday 9 and Wednesday 10 March": the first is in March too."""
    made: list[DateMention] = []
    for mention in reversed(found):
        after = made[-1] if made else None
        if mention.month == 0 and after and 0 < after.begin - mention.finish < 12:
            made.append(replace(mention, month=after.month, year=after.year))
        else:
            made.append(mention)
    return made[::-1]


def _is_short_date(match: re.Match[str], mention: DateMention) -> bool:
    return mention.weekday is not None and not (
        match["short_mark"] == "." and len(match["short_two"]) == 2 and False
    )


def _mention(match: re.Match[str]) -> DateMention | None:
    for kind in ("iso", "cjk"):
        if match[f"{kind}_year"]:
            day, month, year = (int(match[f"{kind}_{part}"]) for part in ("day", "month", "year"))
            return DateMention(day, month, year, None, *match.span())
    if match["one"] or match["short_one"]:
        return _in_figures(match)
    if match["near_day"]:
        weekday = words.WEEKDAYS[match["near_name"]]
        return DateMention(int(match["near_day"]), 0, None, weekday, *match.span())
    if match["month"]:
        printed = match["month_year"] or match["short_year"]
        return DateMention(
            int(match["day"]), words.MONTHS[match["month"]], _year(printed), None, *match.span()
        )
    printed = match["us_year"] or match["us_short"]
    return DateMention(
        int(match["us_day"]), words.MONTHS[match["us_month"]], _year(printed), None, *match.span()
    )


def _in_figures(match: re.Match[str]) -> DateMention | None:
    one, two = int(match["one"] or match["short_one"]), int(match["two"] or match["short_two"])
    year, mark = _year(match["year"]), match["mark"] or match["short_mark"]
    if one > 12 >= two or mark == ".":
        return DateMention(one, two, year, None, *match.span())
    if two > 12 >= one:
        return DateMention(two, one, year, None, *match.span())
    if one > 12:
        return None
    return DateMention(one, two, year, None, *match.span(), is_open=one != two)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    text = text.lstrip("'")
    return int(text) if len(text) == 4 else 2000 + int(text)


def _with_weekday(mention: DateMention, plain: str) -> DateMention:
    before = _WEEKDAY_BEFORE.search(plain[max(0, mention.begin - 36) : mention.begin])
    if before:
        begin = mention.begin - min(36, mention.begin) + before.start()
        return replace(mention, weekday=words.WEEKDAYS[before["name"]], begin=begin)
    named = _WEEKDAY_OF_WEEK.search(plain[max(0, mention.begin - 60) : mention.begin])
    if named:
        begin = mention.begin - min(60, mention.begin) + named.start()
        return replace(mention, weekday=words.WEEKDAYS[named["name"]], begin=begin)
    after = _WEEKDAY_AFTER.match(plain[mention.finish : mention.finish + 20])
    if after:
        return replace(
            mention, weekday=words.WEEKDAYS[after["name"]], finish=mention.finish + after.end()
        )
    return mention


@remembered
def weekdays(line: str) -> list[tuple[int, int, int]]:
    """Weekdays named in the line: which, and from where to where. Short ones need a dot or edges."""
    plain = same_length_folded(line[:LONGEST_LINE])
    found = []
    for match in _WEEKDAY.finditer(plain):
        if match["name"] in words.SHORT_WEEKDAYS:
            alone = re.fullmatch(r"\W*", plain[: match.start()]) and re.match(
                r"\.?\s?(?:$|[:,–-]|\d)", plain[match.end("name") :]
            )
            if not alone:
                continue
        found.append((words.WEEKDAYS[match["name"]], match.start(), match.end()))
    return found


def is_range(line: str, begin: int) -> bool:
    """Whether the weekday stands in a range like "Monday to Thursday", as office hours do."""
    near = same_length_folded(line[max(0, begin - 20) : begin + 40])
    return bool(
        re.search(
            rf"(?:{_either(words.WEEKDAYS)})\.?\s?(?:-|–|to|bis|a|au|tot|t/m|al|till|til|through|tot en met|do|ate|e)\s?(?:{_either(words.WEEKDAYS)})\b",
            near,
        )
    )


def years(line: str) -> list[int]:
    """Years that stand by themselves in the line."""
    return [int(year) for year in _LONE_YEAR.findall(line[:LONGEST_LINE])]


def settled(
    mention: DateMention,
    *,
    month_first: bool,
    years_near: Sequence[int],
    stamp: dt.date | None = None,
) -> DateMention:
    """The mention with day and month in the order that its weekday, or else the file, speaks for."""
    if not mention.is_open:
        return mention
    candidates = [mention.swapped(), mention] if month_first else [mention, mention.swapped()]
    if mention.weekday is not None:
        years = [mention.year] if mention.year else years_near
        fitting = [
            (candidate, year) for year in years for candidate in candidates if candidate.fits(year)
        ]
        if stamp is not None and len(fitting) > 1:
            fitting.sort(key=lambda pair: _distance(pair[0].on(pair[1]), stamp))
        if fitting:
            return replace(fitting[0][0], is_open=False)
    return replace(candidates[0], is_open=False)


def _distance(day: dt.date | None, stamp: dt.date) -> int:
    """How long after the stamp; before it counts as far away."""
    if day is None:
        return 10_000
    days = (day - stamp).days
    return days if days >= 0 else 1000 - days


def nearest(mention: DateMention, near: Sequence[int], stamp: dt.date | None) -> dt.date | None:
    """The date in the year printed, else in the one of the years near that suits best."""
    if mention.year is not None:
        return mention.on(mention.year)
    options = [year for year in near if mention.on(year)]
    if stamp is not None:
        options = [stamp.year, stamp.year + 1, *options]
        options = [
            year for year in options if (day := mention.on(year)) and day >= stamp - dt.timedelta(2)
        ]
    fitting = [year for year in options if mention.fits(year)] or options
    return mention.on(fitting[0]) if fitting else None
