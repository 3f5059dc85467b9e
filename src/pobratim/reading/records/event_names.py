"""Names of forums and days in the text: «XXI Форум регионов», «Дни Минска в Ташкенте», «Белагро»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.dates.words import MONTHS
from pobratim.reading.names.places.adjectives import place_meant
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import event_noun, events, listed
from pobratim.reading.records.place_kinds import TWIN_NOUNS
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import ADJECTIVE, DESCRIBING, FINITE, Token, leading
from pobratim.reading.text.speech import vocabulary

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene

_IN_FIGURES = re.compile(r"(?:[IVXLCIХ]+(?:-[а-я]{1,3})?|\d+-(?:ый|ой|й|го|ого|му|ому|м|ом|ая|я|ую|ю|ое|е))$")
_OPEN, _CLOSE = frozenset('«“"'), frozenset('»”"')
_WORKING = frozenset({"группа", "комиссия", "комитет", "совет", "коллегия", "ассамблея", "клуб"})
_NEEDS_BODY = frozenset({"заседание", "сессия"})
_HELD = listed("gatherings", "held")
"""Words beside those of `happening` that say that an event without a name of its own takes place."""
_TALKING = frozenset({"обсудить", "обсуждать", "поговорить", "рассказать"})
_CANNOT_END = frozenset({"и", "в", "по", "на", "с"})
_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
_POSSESSIVE = frozenset({"наш", "ваш", "мой", "свой"})
_GOVERNING = frozenset({"по", "между", "о", "об", "с", "при"})
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class EventName:
    """A name: its characters, its head token, and its nominative (None where it names nothing)."""

    start: int
    end: int
    head: int
    title: str | None


def event_names(scene: Scene, kind: str) -> Iterator[EventName]:
    """The named forums or days of a sentence."""
    if kind == "days":
        yield from _days(scene)
    taken, tokens = -1, scene.tokens
    plural = [i for i in scene.plural_nouns(kind) if not tokens[i].word.lemmas.isdisjoint(events().in_plural)]  # type: ignore[union-attr]
    for index in sorted([*scene.trigger_nouns(kind), *plural]):
        if index < taken or (tokens[index].lemma == "стол" and tokens[index - 1].lemma != "круглый"):
            continue
        noun = event_noun(tokens[index].lemma)
        if noun is None or (noun in events().only_plural and index not in plural) or names_house(scene, index):
            continue
        named = _quoted(scene, index)
        if named is None and noun in events().described and not is_described(scene, index):
            continue
        name = named or _proper(scene, index, kind) or _unnamed(scene, index)
        if name is not None:
            yield name
            taken = next((i for i in range(index, scene.sentence.last) if tokens[i].start >= name.end), index)


def names_house(scene: Scene, index: int) -> bool:
    """«в конгресс-центре | Азиатского форума», «во дворце | «Фестиваль»»: it belongs to the name of a building."""
    before = leading(scene.tokens, index, scene.sentence.first, ADJECTIVE)
    token = scene.tokens[before]
    if token.text in _OPEN and before > scene.sentence.first:
        token = scene.tokens[before - 1]
    elif not scene.tokens[index].is_case("gent"):
        return False
    return token.word is not None and any(lemma.split("-")[-1] in events().houses for lemma in token.word.lemmas)


def is_congress(tokens: Sequence[Token], index: int) -> bool:
    """«одиннадцатая встреча городов-побратимов»: numbered, and of many towns, it is a forum by another name."""
    behind = (token.word for token in tokens[index + 1 : index + 3])
    twins = any(word is not None and not word.lemmas.isdisjoint(TWIN_NOUNS) for word in behind)
    return twins and index > 0 and is_number(tokens[index - 1])


def is_described(scene: Scene, index: int) -> bool:
    """«литературный вечер», «вечер дружбы», «кубок по самбо»; not «вчерашний вечер», «акции завода»."""
    tokens = scene.tokens
    before = tokens[index - 1].word if index > scene.sentence.first else None
    if before is not None and before.pos == "ADJF" and before.lemmas.isdisjoint(_OF_TIME):
        return not any("Apro" in parse.tags or "Anum" in parse.tags for parse in before.parses)
    after = tokens[index + 1] if index + 1 < scene.sentence.last else None
    if after is None or after.word is None or scene.mention_at(index + 1) is not None:
        return False
    if after.lower in MONTHS:
        return False  # «на первую декаду июня»
    return after.lower == "по" or (after.word.pos in {"NOUN", "ADJF"} and after.word.parses[0].case == "gent")


_OF_TIME = listed("gatherings", "of_time")


def name_at(scene: Scene, index: int, kind: str) -> EventName:
    """The name of what the noun heads, its own or none, whoever takes part in it."""
    bare = EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)
    return _quoted(scene, index) or _proper(scene, index, kind) or bare


def _quoted(scene: Scene, index: int) -> EventName | None:
    """«выставка «Белагро-2018»», «форум регионов России и Казахстана «Приграничье»»: the quoted words name it."""
    tokens = scene.tokens
    opening = index + 1
    while opening < min(index + _LONGEST, scene.sentence.last) and tokens[opening].text not in _OPEN:
        if tokens[opening].lower in {",", "под", "с"} and (called := _called(scene, opening)) is not None:
            opening = called
            break
        if not _inside_name(scene, opening, index):
            return None
        opening += 1
    for closing in range(opening + 2, min(opening + 12, scene.sentence.last)):
        if tokens[opening].text in _OPEN and tokens[closing].text in _CLOSE:
            start, end = tokens[opening + 1].start, tokens[closing - 1].end
            return EventName(tokens[index].start, end, index, scene.context.text((start, end)))
    return None


def _called(scene: Scene, index: int) -> int | None:
    """«форум городов | под названием «Мост»», «фестиваль | , носящий имя «Мост»»: where the quotation mark stands."""
    for at in range(index + 1, min(scene.sentence.last - 1, index + _TO_QUOTE)):
        if scene.tokens[at].lemma in _NAMES:
            return at + 1 if scene.tokens[at + 1].text in _OPEN else None
        if not scene.tokens[at].is_mostly(DESCRIBING):
            return None
    return None


_NAMES = frozenset({"имя", "название"})
_TO_QUOTE = 6
"""Tokens from «под», «носящий» to the quotation mark."""


def _proper(scene: Scene, index: int, kind: str) -> EventName | None:
    """By its number, capital or body: «II форум», «Форум регионов», «заседание рабочей группы»."""
    tokens = scene.tokens
    first = index
    while first > scene.sentence.first and _before_name(tokens[first - 1]):
        first -= 1
    last = index + 1
    while last < min(scene.sentence.last, index + _LONGEST) and _inside_name(scene, last, index):
        last += 1
    while last > index + 1 and (tokens[last - 1].word is None or tokens[last - 1].lower in _CANNOT_END):
        last -= 1
    lemma = tokens[index].lemma
    inside = {found for token in tokens[index + 1 : last] if token.word for found in token.word.lemmas}
    if lemma in _NEEDS_BODY and inside.isdisjoint(_WORKING):
        return None
    numbered = any(is_number(token) for token in tokens[first:index])
    proper = (tokens[index].capital and index > scene.sentence.first) or bool(kind == "forum" and inside & TWIN_NOUNS)
    proper = proper or (kind == "forum" and first < index and first > scene.sentence.first and tokens[first].capital)
    if not (numbered or proper or lemma in _NEEDS_BODY or (kind == "days" and last > index + 1)):
        return None
    words = nominative(["X" if token.text == "Х" else token.text for token in tokens[first:last]])  # a typed «ха»
    return EventName(tokens[first].start, tokens[last - 1].end, index, " ".join(words).replace(" - ", "-"))


def _unnamed(scene: Scene, index: int) -> EventName | None:
    """«в Бресте прошёл бизнес-форум», «бизнес-миссия предприятий»: an event without a name of its own."""
    tokens = scene.tokens
    lemma = tokens[index].lemma
    if lemma in _NEEDS_BODY or (event_noun(lemma) in events().shows and not _of_others(scene, index)):
        return None
    words = {lemma for t in tokens[scene.sentence.first : scene.sentence.last] if t.word for lemma in t.word.lemmas}
    telling = union(_HELD, events().happening, events().planned)
    table = tokens[index].lemma == "стол"  # «за круглым столом обсудили»
    if words.isdisjoint(telling | _TALKING if table else telling):
        return None
    guests = bool(words & (events().guests | {"два", "оба"})) or not words.isdisjoint(events().happening)
    if not scene.stands and not (table and guests) and event_noun(lemma) not in events().shows:
        return None
    return EventName(tokens[index].start, tokens[index].end, index, None)


def _of_others(scene: Scene, index: int) -> bool:
    """«белорусская ярмарка», «ярмарка брестских товаров», «выставка из Омска»: of people from elsewhere."""
    first, last = max(scene.sentence.first, index - 2), min(scene.sentence.last, index + 6)
    near = scene.tokens[first:last]
    if any(place_meant(scene.context, t) for t in near):
        return True
    if any(s.kind == "delegation" for s in scene.stands) and scene.with_lemmas(events().taking_part):
        return True  # «юнармейцы Омска приняли участие в параде»
    return any(s.role == "from" for s in scene.stands if near[0].start <= s.start < near[-1].end)


def _before_name(token: Token) -> bool:
    if is_number(token):
        return True
    word = token.word
    if word is None or word.pos != "ADJF":
        return False
    return not word.form.startswith("эт") and word.lemmas.isdisjoint(_POSSESSIVE)


def is_number(token: Token) -> bool:
    """«XI», «13-е», «седьмой»."""
    if _IN_FIGURES.match(token.text):
        return True
    return token.word is not None and any("Anum" in parse.tags for parse in token.word.parses)


def _inside_name(scene: Scene, index: int, head: int) -> bool:
    """Genitives, adjectives, places and «по …», «между … и …» go on with the name; «в Минске» does not."""
    token = scene.tokens[index]
    place = scene.mention_at(index)
    if place is not None and scene.context.by_id[place.entity].type in PLACE_TYPES:
        first = scene.tokens[place.first].word
        oblique = first is None or any(p.case in _OBLIQUE for p in first.parses) or not first.parses
        return oblique and scene.tokens[index - 1].lower not in {"в", "во"}
    if token.word is None:
        return token.text in {"-", "–", "«", "»"}
    form = token.word.form
    if token.word.lemmas & events().verbs.keys() and any(parse.pos == "VERB" for parse in token.word.parses):
        return False  # «на праздник хлеба прибыли гости»
    if any("Apro" in p.tags or p.pos == "NPRO" for p in token.word.parses) or token.word.is_mostly(FINITE):
        return False
    if form == "о":
        return not _is_told_there(scene, head)
    if form in {"и", "по", "между"}:
        return True
    if form == "стороны" and scene.tokens[index - 1].lower not in _GOVERNING:
        return False  # «на полях форума | стороны подписали»
    if token.capital and scene.tokens[index - 1].lower == "республики":
        return True  # «совет Омской области и Республики | Беларусь»
    if form == "под":
        return False  # «фестиваль | под открытым небом»
    if form in {"в", "во", "на", "с", "при", "для"} or not token.word.parses:
        return not token.word.parses and form not in {"в", "во"}
    cases = {p.case for p in token.word.parses if p.pos in {"NOUN", "ADJF", "PRTF"}} & _OBLIQUE
    if "gent" in cases or not cases:
        return bool(cases)
    return any(before.lower in _GOVERNING for before in scene.tokens[head + 1 : index])


def _is_told_there(scene: Scene, head: int) -> bool:
    """«рассказал на | форуме | о связях Омска и Бреста»: what somebody said, no name of the forum."""
    first = scene.clauses.stretch_at(head)[0]
    said = any(first <= i < head for i in scene.with_lemmas(union(vocabulary().speech, _TALKING, _REPORTING)))
    return said and scene.tokens[leading(scene.tokens, head, scene.sentence.first)].lower in {"на", "в", "во"}


_REPORTING = frozenset({"выступить", "выступать", "доложить", "докладывать", "говорить"})


def _days(scene: Scene) -> Iterator[EventName]:
    """«Дни Минска в Ташкенте», «Неделя культуры Омска»: «дни» or «неделя» with a capital and a place."""
    tokens = scene.tokens
    for index in scene.with_lemmas(frozenset({"день", "неделя"})):
        token = tokens[index]
        if token.word is None or index == scene.sentence.last - 1:
            continue
        if index - 2 >= scene.sentence.first and tokens[index - 1].text in _OPEN and _is_called(tokens[index - 2]):
            continue  # «форум «Дни бизнеса»»
        first = index
        if not token.capital and not _is_of_place(scene, index):
            first = index - 1  # «Молодёжные дни Екатеринбурга»
            if first <= scene.sentence.first or not _is_capital_adjective(tokens[first]):
                continue
        if "день" in token.word.lemmas and not any(p.number == "plur" for p in token.word.parses):
            continue
        if "неделя" in token.word.lemmas and (not token.capital or index == scene.sentence.first):
            continue
        last = index + 1
        while last < min(scene.sentence.last, index + 6) and (
            _inside_name(scene, last, index) and tokens[last].lower not in {"и", "о"}
        ):
            last += 1
        while last > index + 1 and tokens[last - 1].word is None:
            last -= 1
        stands = [s for s in scene.stands if s.kind == "place" and s.start >= token.start]
        end = tokens[last - 1].end
        if not stands and of_culture(scene, index, end) is None:
            continue
        inside = next((s for s in stands if s.role == "in" and s.start <= end + 4), None)
        if inside is not None:
            end = inside.end
        start = tokens[first].start
        words = [t.text for t in scene.context.tokens_in(start, end)]
        yield EventName(start, end, index, " ".join(nominative(words)))


def _is_of_place(scene: Scene, index: int) -> bool:
    """«пройдут | дни Омска», «дни культуры Омска», not «в эти дни Омск»: in small letters, right before the place."""
    tokens = scene.tokens
    if tokens[index].lower not in SEVERAL_DAYS or tokens[index - 1].lower in _NO_FEAST:
        return False
    at = index + 2 if tokens[index + 1].lower == "культуры" else index + 1
    if at >= scene.sentence.last or not tokens[at].is_case("gent"):
        return False
    return any(stand.start == tokens[at].start for stand in scene.stands)


SEVERAL_DAYS = frozenset({"дни", "дней", "дням", "днями", "днях"})
_NO_FEAST = frozenset(
    {"в", "во", "эти", "те", "все", "первые", "последние", "ближайшие", "такие", "прошлые", "выходные", "праздничные"}
    | {"этих", "тех", "всех", "первых", "последних", "несколько", "нескольких", "двух", "трёх", "трех", "пяти", "много"}
)
"""Before «дни Омска», which are then no feast."""


def of_culture(scene: Scene, head: int, end: int) -> str | None:
    """«Дни | белорусской культуры», «неделя | узбекского кино»: whose they are, told by an adjective."""
    for index in range(head + 1, min(scene.sentence.last - 1, head + _ADJECTIVES)):
        following = scene.tokens[index + 1].word
        if scene.tokens[index].end >= end:
            return None
        if following is not None and following.lemmas & _CULTURE:
            return place_meant(scene.context, scene.tokens[index])
    return None


_ADJECTIVES = 4
_CULTURE = listed("gatherings", "cultures")


def _is_called(token: Token) -> bool:
    """Is it a noun whose name the quoted words are?"""
    return token.word is not None and bool(token.word.lemmas & events().nouns.keys())


def _is_capital_adjective(token: Token) -> bool:
    return token.capital and token.word is not None and token.word.pos == "ADJF"
