"""Scores of what was understood of an agenda against its label."""

import re
import unicodedata

_FOLD = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ı": "i",
        "İ": "i",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
    }
)


def plain(s):
    """Lower case, no diacritics."""
    s = unicodedata.normalize("NFKD", str(s).translate(_FOLD))
    return "".join(c for c in s if not unicodedata.combining(c)).lower()


# Dropped at the front of a name.
HONORIFICS = frozenset(
    """
    dr drs prof professor profs mr mrs ms miss mx mister sir dame lady lord hon honorable rev
    reverend fr frau herr herrn hr pd privatdozent ing dipl univ mag m mme mlle monsieur madame
    mademoiselle dhr mw mevr mevrouw meneer ir shri sri smt kum capt captain col colonel ltc lt
    maj major sgt msg gen general cdr cpt retd ret
    """.split()  # noqa: SIM905
)
# Dropped at its end, behind a comma; the safe ones, which are no surnames, also without.
DEGREES = frozenset(
    """
    phd dphil md do mba mbbs msc bsc ba ma bs ms meng beng jd llm llb esq cpa cfa fcas acas fsa pe
    rn bsn msn dnp np pa mha mph edd psyd pharmd dds dvm phr sphr facp facc fccp facs frs frcs obe
    mbe cbe ret retd cfp pmp habil hc
    """.split()  # noqa: SIM905
)
SAFE_DEGREES = DEGREES - {"do", "ma", "ms", "ba", "pe", "np", "pa", "bs", "hc", "ret"}


def name_key(name):
    """The words of a name in alphabetical order, without honorifics, degrees and nicknames."""
    text = re.sub(r"\([^)]*\)", " ", str(name or ""))
    text = plain(re.sub(r"[\"“”„«»][^\"“”„«»]*[\"“”„«»]", " ", text))
    parts = [words_of_name(part) for part in text.split(",")]
    kept = parts[:1] + [part for part in parts[1:] if not all(word in DEGREES for word in part)]
    words = [word for part in kept for word in without_extras(part, len(kept) > 1)]
    return tuple(sorted(words))


def words_of_name(part):
    part = re.sub(r"\bh\.\s*c\.?", " ", part)
    if re.match(r"\s*dr\.?-ing", part):
        part = part.replace("-ing", " ing ")
    part = part.replace("'", "").replace(".", " . ")
    return [word for word in re.split(r"[^a-z0-9]+", part) if word]


def without_extras(words, has_more):
    words = list(words)
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    if len(words) > 2 and words[-2:] == ["ph", "d"]:
        words = words[:-2]
    while len(words) > 1 and words[-1] in SAFE_DEGREES:
        words.pop()
    return [] if has_more and len(words) == 1 and words[0] in HONORIFICS else words


_STOP = {
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
    "de",
    "du",
    "la",
    "le",
    "l",
    "d",
}


def words(s):
    s = plain(s or "").replace("&", " and ").replace("'", "")
    toks = [t for t in re.split(r"[^a-z0-9]+", s) if t]
    return [t[:-1] if len(t) > 3 and t.endswith("s") and not t.endswith("ss") else t for t in toks]


def title_equal(gold, pred):
    if not gold and not pred:
        return True
    if not gold or not pred:
        return False
    g = [t for t in words(gold) if t not in _STOP] or words(gold)
    p = [t for t in words(pred) if t not in _STOP] or words(pred)
    if not g or not p:
        return g == p
    gs, ps = " ".join(g), " ".join(p)
    if gs == ps:
        return True
    short, long_ = sorted((gs, ps), key=len)
    if len(short) >= 2 and short in long_ and len(short) >= 0.5 * len(long_):
        return True
    a, b = set(g), set(p)
    return len(a & b) / len(a | b) >= 0.6


def contains(gold, pred):
    g, p = "".join(words(gold)), "".join(words(pred))
    if not g or not p:
        return False
    if p in g:
        return len(p) >= 2 or p == g
    return g in p and len(words(pred)) <= len(words(gold)) + 6


def location_equal(gold, pred, default):
    if not gold:
        return (not pred) or bool(default and contains(default, pred))
    return bool(pred) and contains(gold, pred)


def hhmm(v):
    """'9:05', '09:05:00', '9.05' -> '09:05'; anything else -> None."""
    if not isinstance(v, str):
        return None
    m = re.match(r"^\s*(\d{1,2})[:.](\d{2})(?::\d{2})?\s*$", v)
    if not m or int(m[1]) > 24 or int(m[2]) > 59:
        return None
    return f"{int(m[1]) % 24:02d}:{m[2]}"


def day(v):
    m = re.match(r"^\s*(\d{4}-\d{2}-\d{2})", v) if isinstance(v, str) else None
    return m[1] if m else None


def people_of(meeting):
    """The people of a meeting: what names them, and their titles."""
    named = [(name_key(person["name"]), person.get("title")) for person in meeting["people"]]
    return [(key, title or None) for key, title in named if key]


def meetings_of(doc):
    """The meetings of a label or of what was understood, in the shape that is compared."""
    top = day(doc.get("date"))
    return [
        {
            "date": day(meeting.get("date")) or top,
            "start": hhmm(meeting["start"]),
            "end": hhmm(meeting.get("end")),
            "title": str(meeting.get("title") or ""),
            "kind": meeting.get("kind"),
            "location": meeting.get("location") or None,
            "people": people_of(meeting),
        }
        for meeting in doc["meetings"]
    ]


def affinity(g, p):
    s = 0.0
    if g["date"] and g["date"] == p["date"]:
        s += 4
    if g["end"] == p["end"]:
        s += 1
    a, b = {k for k, _ in g["people"]}, {k for k, _ in p["people"]}
    if a or b:
        s += 3 * len(a & b) / len(a | b)
    a, b = set(words(g["title"])), set(words(p["title"]))
    if a or b:
        s += 2 * len(a & b) / len(a | b)
    if g["kind"] == p["kind"]:
        s += 0.5
    return s


def match(gold, pred):
    cand = []
    for i, g in enumerate(gold):
        for j, p in enumerate(pred):
            if not g["start"] or g["start"] != p["start"]:
                continue
            if g["date"] and p["date"] and g["date"] != p["date"]:
                continue
            cand.append((-affinity(g, p), i, j))
    used_g, used_p, pairs = set(), set(), []
    for _, i, j in sorted(cand):
        if i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            pairs.append((i, j))
    return sorted(pairs)


FIELDS = (
    "m_tp",
    "m_gold",
    "m_pred",
    "end_ok",
    "end_n",
    "p_tp",
    "p_gold",
    "p_pred",
    "t_ok",
    "t_n",
    "kind_ok",
    "kind_n",
    "loc_ok",
    "loc_n",
)


def score_file(gold, default, pred):
    c = dict.fromkeys(FIELDS, 0)
    c["m_gold"], c["m_pred"] = len(gold), len(pred)
    c["p_gold"] = sum(len(g["people"]) for g in gold)
    c["p_pred"] = sum(len(p["people"]) for p in pred)
    for i, j in match(gold, pred):
        g, p = gold[i], pred[j]
        c["m_tp"] += 1
        c["end_n"] += 1
        c["end_ok"] += g["end"] == p["end"]
        c["kind_n"] += 1
        c["kind_ok"] += g["kind"] == p["kind"]
        if g["kind"] != "travel":
            c["loc_n"] += 1
            c["loc_ok"] += location_equal(g["location"], p["location"], default)
        rest = list(p["people"])
        for key, title in g["people"]:
            hits = [q for q in rest if q[0] == key]
            if not hits:
                continue
            best = next((q for q in hits if title_equal(title, q[1])), hits[0])
            rest.remove(best)
            c["p_tp"] += 1
            c["t_n"] += 1
            c["t_ok"] += title_equal(title, best[1])
    return c


def prf(tp, gold, pred):
    if gold == 0 and pred == 0:
        return 1.0, 1.0, 1.0
    p = tp / pred if pred else 0.0
    r = tp / gold if gold else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def ratios(totals):
    """The scores of the totals, as shares."""
    return {
        "meetings": prf(totals["m_tp"], totals["m_gold"], totals["m_pred"])[2],
        "people": prf(totals["p_tp"], totals["p_gold"], totals["p_pred"])[2],
        "ends": totals["end_ok"] / (totals["end_n"] or 1),
        "titles": totals["t_ok"] / (totals["t_n"] or 1),
        "kinds": totals["kind_ok"] / (totals["kind_n"] or 1),
        "places": totals["loc_ok"] / (totals["loc_n"] or 1),
    }
