"""Organizations in quotation marks: «завод «Белкоммунмаш»», «холдинги «Белкоммунмаш» и «Амкодор»»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import (
    adjectival,
    describes,
    legal_form,
    of_its_town,
    phrase,
    plural,
    spelled,
    words,
)
from pobratim.reading.names.organizations.known import known_names
from pobratim.reading.names.places.gazetteer import fold, lookup
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.once import union
from pobratim.reading.text.morph import is_known, word
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import Layout, Token

QUOTED = 80
OPEN, CLOSE = frozenset('«"“„'), frozenset('»"”“')
_JOINING = frozenset({",", "и", "-", "–", "—"})
_LISTING = frozenset({"которых", "числе", "включая", "как"})
_LARGE = 50_000
"""People in a town that everybody knows by its name."""
_LONGEST_QUOTE = 12


def quoted(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«завод «Белкоммунмаш»», «холдинги «Белкоммунмаш» и «Амкодор»», «ОАО «Горизонт»»."""
    tokens = layout.tokens
    towns = {fold(place.name) for place in places}
    inside = {i for name in tagged if name.kind == "ORG" for i in range(name.first, name.last)}
    for sentence in layout.sentences:
        following: bool | None = None
        in_row = False  # of names behind a word that bears the case
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            i += 1
            if token.text not in OPEN or not opens(tokens, i - 1):
                goes_on = following is not None or in_row
                if goes_on and token.text not in _JOINING and not describes(token):
                    following, in_row = None, False
                continue
            end = _closing(tokens, i, sentence.last)
            if end is None:
                continue
            before = _descriptor(tokens, i - 1, sentence.first)
            if before is None:
                before = following
            if before is None and fold(spelled(tokens[i:end])) in known_names():
                before = True
            fits = before if before is not None else i in inside and end - i <= 5
            following = fits or (None if _company(tokens[i:end]) else False)
            described_here = _descriptor(tokens, i - 1, sentence.first) is not None and not of_its_town(tokens[i - 2])
            in_row = described_here or (in_row and before is following)
            if fits and (name := _quoted_name(tokens, i, end, towns, declined=not in_row)):
                yield name
            i = end + 1


def _company(inside: Sequence[Token]) -> bool:
    """«на «Волгабурмаше» и «Тяжмаше»»: a word that ends as companies' names do, found elsewhere (`compounds`)."""
    stem = inside[0].lower.rstrip("аеуом")
    return len(inside) == 1 and stem.endswith(_company_endings())


@cache
def _company_endings() -> tuple[str, ...]:
    return tuple(end.rstrip("о") for end in words("company", "endings"))


def _closing(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The token that closes a quotation begun before ``start``; None where it is too long for a name."""
    depth = 1
    for i in range(start, min(stop, start + _LONGEST_QUOTE)):
        if tokens[i].text not in OPEN | CLOSE:
            continue
        if opens(tokens, i):
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return i if i > start else None
    return None


def opens(tokens: Sequence[Token], i: int) -> bool:
    """Does the sign open a quotation? «"» does where a word touches it behind and none before."""
    sign = tokens[i]
    if sign.text not in OPEN or sign.text not in CLOSE:
        return sign.text in OPEN
    touched = i > 0 and tokens[i - 1].end == sign.start and tokens[i - 1].text not in "(/" + "".join(OPEN)
    touching = i + 1 < len(tokens) and tokens[i + 1].start == sign.end
    return touching and not touched


def _descriptor(tokens: Sequence[Token], quote: int, start: int) -> bool | None:
    """What the word before a quotation mark says: an organization follows, something else, or nothing."""
    before = quote - 1
    if before < start or tokens[before].word is None:
        return None
    if tokens[before].lower in _LISTING:  # «предприятия, среди которых „Лён“»
        return any(describes(tokens[i]) for i in range(max(start, before - 8), before)) or None
    if describes(tokens[before]):
        return True
    if tokens[before].lemma in words("other", "heads"):
        return not is_thing(tokens, before)
    if of_its_town(tokens[before]):  # «гомельский «Центролит»»
        return True
    for i in range(before - 1, max(start, before - 4) - 1, -1):  # «завод крупнопанельного домостроения «…»»
        if not _in_genitive(tokens[i + 1]):
            return None
        if tokens[i].lemma in words("other", "heads"):
            return False
        if describes(tokens[i]):
            return True
    return None


def _of_a_genre(tokens: Sequence[Token], at: int) -> bool:
    """«ансамбль народной | песни», «театр | песни»: what a group is for."""
    if tokens[at].lemma not in words("other", "genres") or not _in_genitive(tokens[at]):
        return False
    head = at - 1
    while head > 0 and adjectival(tokens[head]) and _in_genitive(tokens[head]):
        head -= 1
    return head >= 0 and describes(tokens[head])


def is_thing(tokens: Sequence[Token], at: int) -> bool:
    """Is what the word says no organization («фестиваль», «комплекс», but «гостиничный комплекс» is one)?"""
    told = at > 0 and tokens[at - 1].lemma in words("other", "complexes")
    house = (told and tokens[at].lemma == "комплекс") or _of_a_genre(tokens, at)
    return tokens[at].lemma in words("other", "heads") and not house


def _in_genitive(token: Token) -> bool:
    return token.word is not None and any(
        p.case == "gent" and p.pos in ("NOUN", "ADJF") for p in token.word.parses[:4]
    )


def _quoted_name(
    tokens: Sequence[Token], first: int, last: int, towns: Collection[str], *, declined: bool
) -> Name | None:
    """The name in ``tokens[first:last]``; ``declined`` where no word before it bears the case."""
    while first < last and (
        tokens[first].text in OPEN | CLOSE or legal_form(tokens[first])
    ):
        if first + 1 < last and legal_form(tokens[first]) and tokens[first + 1].text.islower():
            break  # «МК в Энске»
        first += 1
    opened = next((i + 1 for i in range(first + 1, last - 1) if tokens[i].text in OPEN - CLOSE), first)
    whole = spelled([token for token in tokens[first:last] if token.text not in OPEN | CLOSE])
    first = opened  # «Комбайновый завод „Верность“»: the inner name
    inner = next((i for i in range(first, last) if tokens[i].text in CLOSE and i > first), last)
    texts = [token.text for token in tokens[first:inner]]
    if len(texts) > 1 and tokens[first].lower == "город" and _municipal(tokens, first - 2):
        return None
    if not texts or not (texts[0][0].isupper() or texts[0][0].isdigit()) or texts[-1] in ".!?…":
        return None
    if len(texts) > 1 and any(
        token.word is not None and token.word.pos in ("VERB", "PRED") and is_known(token.text) and not token.capital
        for token in tokens[first:inner]
    ):
        return None
    if not declined:
        name = spelled(tokens[first:inner])
    elif len(texts) == 1:
        name = " ".join(_alone(texts))
    else:  # «корреспондент «Вечерней Перми»»
        named = all(map(adjectival, tokens[first : inner - 1]))
        name = phrase(tokens[first:inner]) if named else spelled(tokens[first:inner])
    if is_event(name):
        return None
    if len(texts) == 1 and _only_countries(name):
        return None  # the programme «Латвия-Эстония-Россия»
    aliases = (whole,) if inner < last else ()
    if kind := _zone(tokens, first) or _kind(tokens, first, name, towns):
        name, aliases = f"{kind} {name}", (name, *aliases)
    return Name(first, inner, "organization", name, QUOTED, aliases=aliases)


def is_event(name: str) -> bool:
    """«Иннопром-2022», «Иннопроме-2023», «БЕЛАГРО»: an exhibition by its name."""
    base = re.split(r"[-– ]*\d", name)[0].lower().strip()
    return not {base, word(base).lemma, base.rstrip("аеуом")}.isdisjoint(words("other", "events"))


def _only_countries(name: str) -> bool:
    parts = [part for part in re.split("[-–]", name) if part]
    return len(parts) > 1 and all(any(place.type == "country" for place in lookup(part)) for part in parts)


def _municipal(tokens: Sequence[Token], at: int) -> bool:
    """«МО «Город Тверь»», «городской округ «Город Калининград»»: the town itself."""
    return at < 0 or tokens[at].lower == "мо" or tokens[at].lemma in ("округ", "образование", "поселение", "район")


def _zone(tokens: Sequence[Token], first: int) -> str:
    """«СЭЗ «Брест»» is no Brest: the zone belongs to its name."""
    before = tokens[first - 2] if first > 1 else None
    if before is None or before.word is None or before.lemma not in words("company", "zones"):
        return ""
    if before.lemma != "зона":
        return before.text
    return "ОЭЗ" if first > 3 and tokens[first - 4].lemma == "особый" else "СЭЗ"


def _kind(tokens: Sequence[Token], first: int, name: str, towns: Collection[str]) -> str:
    """«гостиница «Минск»», «ФК «Гомель»» are no towns: what it is belongs to the name, where the
    town is large or one of the text's (``towns``)."""
    before = tokens[first - 2] if first > 1 and tokens[first - 1].text in OPEN else None
    town = fold(name) in towns or any(place.type != "city" or place.population >= _LARGE for place in lookup(name))
    if before is None or before.word is None or not town or not (describes(before) or before.lemma == "комплекс"):
        return ""
    if before.text.isupper():
        return before.text if before.lower not in words("dropped", "forms") else ""
    front = tokens[first - 3] if first > 2 else before
    named = front.lemma in union(words("authority", "own"), words("other", "complexes"))
    own = f"{phrase([front, before])}" if named else before.lemma
    return "" if plural(before) else own


def _alone(texts: list[str]) -> list[str]:
    """One word in quotation marks may be declined («с «Амкодором»»)."""
    text = texts[0]
    parses = word(text).parses
    if any(p.case == "nomn" and p.number == "sing" for p in parses if p.pos == "NOUN") or not parses:
        return texts
    return nominative(texts)
