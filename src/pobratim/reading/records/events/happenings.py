"""The happenings that a sentence names, known by their head noun: a feast, a contest, a fair, a camp.

The noun decides the kind; a name of its own («фестиваль «Лира»»), its feast («День города») or nothing is its title.
Whether anybody of the places takes part is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.data import load_toml
from pobratim.reading.records.event_names import EventName, is_described, name_at, names_house
from pobratim.reading.records.feast_names import AGE_OF_TOWN, JUBILEES
from pobratim.reading.records.lexicon import event_noun, events, listed, noun_kinds
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene

KINDS = ("days", "forum", "other")


_PARTING = frozenset({"VERB", "PREP", "PRTS", "CONJ"})

@dataclass(frozen=True, slots=True)
class Happening:
    """What takes place: its kind, and its name with the head token."""

    kind: str
    name: EventName


@cache
def _heads() -> dict[str, str]:
    """Lemma of a noun → kind."""
    tables = load_toml("records/happenings.toml")
    return {lemma: kind for kind in KINDS for lemma in tables[kind]}


@cache
def _beside() -> dict[str, frozenset[str]]:
    return {lemma: frozenset(words) for lemma, words in load_toml("records/happenings.toml")["beside"].items()}


@cache
def performing() -> frozenset[str]:
    """Verbs that tell of a performance or a contest by themselves."""
    return frozenset(load_toml("records/happenings.toml")["verbs"])


@lru_cache(maxsize=50_000)
def kind_of(lemma: str) -> str | None:
    """The kind of happening that a noun heads."""
    kinds = noun_kinds(lemma)
    return _heads().get(lemma) or next((kind for kind in ("forum", "days") if kind in kinds), None)


def happenings(scene: Scene) -> list[Happening]:
    """The happenings of a sentence, in order; of «концерт, посвящённый Дню города» the feast."""
    found = {happening.name.head: happening for happening in _by_nouns(scene)}
    for name in scene.feasts:
        found[name.head] = Happening("days", name)
    for name in scene.event_names["days"]:
        if scene.tokens[name.head].word.lemmas & _DAYS:  # type: ignore[union-attr]
            found.setdefault(name.head, Happening("days", name))
    ordered = [_cut(scene, found[head], found) for head in sorted(found)]
    pairs = zip_longest(ordered, ordered[1:])
    return [one for one, following in pairs if not _leads_to(scene, one, following)]


_DAYS = frozenset({"день", "неделя"})


def _cut(scene: Scene, happening: Happening, found: dict[int, Happening]) -> Happening:
    """«российское ЭКСПО | и Харбинская ярмарка»: two names, not one."""
    name = happening.name
    inner = [head for head in found if head > name.head and scene.tokens[head].start <= name.end + 1]
    joint = next((i for i in range(name.head + 1, min(inner, default=0)) if scene.tokens[i].lower == "и"), None)
    if joint is None or name.title is None:
        return happening
    title = " ".join(name.title.split(" и ")[:1])
    return replace(happening, name=EventName(name.start, scene.tokens[joint - 1].end, name.head, title))


def _by_nouns(scene: Scene) -> Iterator[Happening]:
    ages = scene.with_lemmas(JUBILEES)
    for index in range(scene.sentence.first, scene.sentence.last):
        token = scene.tokens[index]
        kind = kind_of(token.lemma) if token.word is not None and token.word.pos == "NOUN" else None
        if kind is not None and token.lemma not in _FEASTS and _is_told(scene, index, token.lemma):
            yield Happening(kind, name_at(scene, index, kind))
        if AGE_OF_TOWN.search(token.lower) is not None:
            ages.append(index)
    for index in ages:
        name = _jubilee(scene, index)
        if name is not None:
            yield Happening("days", name)


def _is_told(scene: Scene, index: int, lemma: str) -> bool:
    """Is it a happening, and one («на концерте», «за круглым столом», not «фестивали»)?"""
    if names_house(scene, index) or _is_in_body(scene, index):
        return False
    if lemma == "стол" and not scene.tokens[index - 1].lower.startswith("кругл"):
        return False
    return _has_beside(scene, index, lemma) and _is_one_happening(scene, index, lemma)


def _is_one_happening(scene: Scene, index: int, lemma: str) -> bool:
    """«соревнования», «на конференции», «литературный вечер»; not «ярмарки», «вечер» alone."""
    noun = event_noun(lemma)
    if noun in events().described and lemma not in _beside() and not is_described(scene, index):
        return False
    return lemma in _OF_MANY or noun in events().in_plural or _is_one(scene, index)


def _is_one(scene: Scene, index: int) -> bool:
    """«на конференции» tells of one, whatever else the form may be."""
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    if before is not None and before.form in {"на", "в"}:
        return any(p.number == "sing" and p.pos == "NOUN" for p in scene.tokens[index].word.parses)  # type: ignore[union-attr]
    return scene.is_singular(index)


_FEASTS = frozenset({"юбилей", "годовщина", "день", "заседание", "сессия"})
_OF_MANY = frozenset({"торжество", "празднование", "мероприятие", "гулянье", "дожинки"})
"""Nouns that tell of one happening in the plural."""


def _jubilee(scene: Scene, index: int) -> EventName | None:
    """«юбилей Слонима», «300-летие города»: the age of a place; «поздравили с годовщиной»."""
    tokens = scene.tokens
    if tokens[index - 1].lower == "с" and scene.with_lemmas(_GREETING):
        return EventName(tokens[index].start, tokens[index].end, index, None)
    if _ends_there(scene, index) and scene.with_lemmas(_KEEPING):
        return EventName(tokens[index].start, tokens[index].end, index, None)
    for at in range(index + 1, min(index + 4, scene.sentence.last)):
        place = scene.mention_at(at)
        word = tokens[at].word
        if place is not None and scene.context.by_id[place.entity].type in PLACE_TYPES:
            return EventName(tokens[index].start, place.end, index, None)
        if word is None or word.is_mostly(_PARTING):
            return None
        if word.lemmas & PLACE_NOUNS and not (at + 1 < scene.sentence.last and scene.mention_at(at + 1)):
            return EventName(tokens[index].start, tokens[at].end, index, None)
        if word.pos != "ADJF" and not word.lemmas & PLACE_NOUNS:
            return None
    return None


def _ends_there(scene: Scene, index: int) -> bool:
    """«Брест отметил | тысячелетие»: an age in figures or a whole one, with nothing behind that it may be of."""
    aged = AGE_OF_TOWN.search(scene.tokens[index].lower) is not None
    return aged and (index + 1 >= scene.sentence.last or scene.tokens[index + 1].text in {".", "!", ","})


_KEEPING = listed("feasts", "celebrating")
_GREETING = listed("feasts", "greeting")


def _is_in_body(scene: Scene, index: int) -> bool:
    """«Дворец спорта «Фестиваль»»: inside the name of a body or a person."""
    mention = scene.mention_at(index)
    if mention is None or scene.tokens[index].lemma in _HOUSED:
        return False
    return scene.context.by_id[mention.entity].type in {"organization", "person"}


_HOUSED = frozenset({"лагерь"})
"""What goes on, and the body that holds it."""


_NEAR = 3


def _has_beside(scene: Scene, index: int, lemma: str) -> bool:
    needed = _beside().get(lemma)
    if needed is None:
        return True
    near = scene.tokens[max(scene.sentence.first, index - _NEAR) : min(scene.sentence.last, index + _NEAR + 1)]
    return any(token.word is not None and token.word.lemmas & needed for token in near)


def _leads_to(scene: Scene, one: Happening, following: Happening | None) -> bool:
    """«закрытие фестиваля», «концерт, посвящённый Дню города», «торжества по случаю юбилея»: the second is meant."""
    if following is None:
        return False
    if one.name.start <= following.name.start < one.name.end:
        return one.name.title is None
    between = scene.tokens[one.name.head + 1 : scene.index_at(following.name.start)]
    words = [token.word for token in between if token.word is not None]
    if any(word.lemmas & _DEVOTED or word.form in _OCCASION for word in words):
        return following.kind == "days" or one.name.title is None
    if len(words) != len(between) or any(word.form == "и" for word in words):
        return False
    head = scene.tokens[following.name.head].word
    genitive = head is not None and head.is_case("gent")
    return genitive and all(word.is_case("gent") for word in words) and one.name.title is None


_DEVOTED = frozenset({"посвятить", "посвящённый", "посвященный", "приурочить", "приуроченный"})
_OCCASION = frozenset({"случаю", "честь", "рамках"})


_CUSTOM = frozenset({"традиция"})
_REPEATED = frozenset({"дважды", "трижды", "неоднократно", "ежегодно", "регулярно"})
_SPOKEN_OF = frozenset(
    ["о", "об", "обо", "к", "ко", "для", "перед", "после", "до", "без", "от", "вместо", "кроме", "накануне", "против",
     "помимо"]
)  # fmt: skip
_PREPARED = listed("gatherings", "prepared")
"""Nouns that a happening follows in the genitive without anybody's being there."""


def is_custom(scene: Scene) -> bool:
    """«есть традиция приезжать на День города»: no single happening."""
    if scene.with_lemmas(_REPEATED):
        return True
    return any(scene.tokens[index - 1].lower != "по" for index in scene.with_lemmas(_CUSTOM))


def is_congratulated_on(scene: Scene, name: EventName) -> bool:
    """«Мэр Пскова поздравил жителей Витебска | с Днём города»: by word of mouth or letter, if nobody travels."""
    first = scene.index_at(name.start)
    with_it = first > scene.sentence.first and scene.tokens[first - 1].lower in {"с", "со"}
    if not with_it or not scene.with_lemmas(_WISHING):
        return False
    kinds = {stand.kind for stand in scene.stands}
    return not any(True for _ in scene.trigger_verbs("visit")) and "person" in kinds and "delegation" not in kinds


_WISHING = _GREETING | {"поздравление"}


def is_attended(scene: Scene, happening: Happening) -> bool:
    """Is it told as what goes on, not «о фестивале», «к турниру», «накануне ярмарки», «подготовка форума»?"""
    head = scene.tokens[happening.name.head].word
    by_means = head is not None and head.pos == "NOUN" and head.cases == {"ablt"}
    if is_custom(scene) or is_congratulated_on(scene, happening.name):
        return False
    first = min(happening.name.head, scene.index_at(happening.name.start))
    for index in range(first - 1, max(scene.sentence.first, first - 6) - 1, -1):
        token = scene.tokens[index]
        if token.word is None:
            return True
        if by_means and token.word.pos != "PREP" and not token.word.is_pos("ADJF", "PRTF"):
            return False  # «встреча завершилась концертом»
        if token.lower in _SPOKEN_OF:
            before = scene.tokens[max(scene.sentence.first, index - 2) : index]
            return any(t.word is not None and t.word.lemmas & _DEVOTED for t in before)
        if token.word.lemmas & _PREPARED:
            return False
        if not token.word.is_pos("ADJF", "PRTF", "NUMR"):
            return True
    return True
