"""A row of twins right behind their common noun, and whose twins they are: «(в Орше) гости из городов-побратимов
Тамбова (Россия), Кутно и литовского города Тельшяй, а также соседи из Витебска»."""

from __future__ import annotations

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Mention
from pobratim.reading.names.places.adjectives import place_of_country
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective
from pobratim.reading.records.sides.named import is_compared, only_locates
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import DASHES, Token

_OPENING = DASHES | {":"}
_JOINING = frozenset({",", "и", "а", "также", "или"})
_QUOTES = frozenset({"«", "»", '"', "“", "”", "„"})
_BRACKET = 10
"""Tokens in brackets behind a place that say where it lies or since when it is a twin."""
_NEAR = 4
"""Tokens between two members: signs, «город», adjectives."""


def row_behind(scene: Scene, index: int) -> list[Mention]:
    """The places in one row right behind «города-побратимы», two or more; one where a colon or dash opens it."""
    noun = bearer_at(scene, index)
    if noun is None or not _is_plural(scene, noun):
        return []
    opened = noun + 1 < scene.sentence.last and scene.tokens[noun + 1].text in _OPENING
    row = row_from(scene, noun + (2 if opened else 1))
    if opened and row:
        row += _behind_unknown(scene, row)
    return row if len(row) > 1 or opened else []


def _behind_unknown(scene: Scene, row: list[Mention]) -> list[Mention]:
    """«городов-партнёров: Гусева, | Страшены, а также Седльце и Лемборка»: the rest of it behind a name unknown."""
    end = row[-1].end
    by_id = scene.context.by_id
    rest = (s for s in scene.outer_stands if s.start > end and by_id[s.place].type != "country")
    mentions = (scene.mention_at(scene.index_at(stand.start)) for stand in rest if _goes_on(scene, end, stand))
    return [mention for mention in mentions if mention is not None]


def bearer_at(scene: Scene, index: int) -> int | None:
    """The noun of «город-побратим», «побратимский | город», «партнёрский | район» that begins at the token."""
    word = scene.tokens[index].word
    if word is None:
        return None
    if not word.lemmas.isdisjoint(words().bearers):
        return index
    if word.pos not in {"ADJF", "PRTF"} or index + 1 >= scene.sentence.last:
        return None
    following = scene.tokens[index + 1].word
    sort = following is not None and not following.lemmas.isdisjoint(union(words().sorts, words().both))
    return index + 1 if sort else None


def named_behind_dash(scene: Scene, noun: int) -> Stand | None:
    """«из города-побратима – латвийского города Ливаны»: the one place that a dash brings in behind the noun."""
    if noun + 1 >= scene.sentence.last or scene.tokens[noun + 1].text not in _OPENING:
        return None
    row = row_from(scene, noun + 2)
    return next((s for s in scene.stands if s.start == row[0].start and s.kind == "place"), None) if row else None


def owner_outside(scene: Scene, index: int, row: list[Mention]) -> str | None:
    """Whose twins a row names: the speaker's place, one that the sentence names besides, else the document's.

    None where the row itself are the two sides («Города-побратимы Брест и Лида обменялись …») or nobody can tell.
    """
    members = {mention.entity for mention in row}
    if not _are_of_another(scene, index) and len(members) == 2 and not _of_one_foreign_land(scene, members):
        named = _besides(scene, row)
        if not named or not _is_oblique(scene, index):
            return None
    if scene.speaker_place is not None and scene.speaker_place not in members:
        return scene.speaker_place
    besides = _besides(scene, row)
    stands = scene.stands_of_document
    told = [place for place in (stands.host, *stands.focus) if place is not None and _can_own(scene, place, members)]
    for places in (besides, told):
        alike = [place for place in places if _type(scene, place) == _type(scene, row[0].entity)]
        own = next((place for place in stands.focus if place in alike), None) if places is besides else None
        if places:
            return own or next(iter(alike or places))
    return None


def _type(scene: Scene, place: str) -> str:
    return scene.context.by_id[place].type


def is_counted(scene: Scene, index: int) -> bool:
    """«три (белорусских) | побратима», «4 города-побратима»: several, though the noun is in the singular."""
    at = index - 1
    while at > scene.sentence.first and is_adjective(scene, at):
        at -= 1
    if at < scene.sentence.first:
        return False
    number = scene.tokens[at]
    return number.text in {"2", "3", "4"} or (number.word is not None and not number.word.lemmas.isdisjoint(_FEW))


_FEW = frozenset({"два", "три", "четыре", "оба"})


def _is_plural(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    assert word is not None
    if is_counted(scene, index):
        return True
    return any(p.pos == "NOUN" and p.number == "plur" and p.score > 0.05 for p in word.parses) and not (
        word.parses[0].number == "sing" and word.parses[0].score > 0.9
    )


def row_from(scene: Scene, index: int) -> list[Mention]:
    """The places from the token on, as far as commas, «и», «город», adjectives and brackets join them."""
    row: list[Mention] = []
    gap = 0
    while index < scene.sentence.last and gap <= _NEAR:
        token, mention = scene.tokens[index], scene.mention_at(index)
        if mention is not None:
            kind = _type(scene, mention.entity)
            if kind not in PLACE_TYPES or (kind == "country" and not row):
                break
            if kind == "country" or (row and kind == "region" and gap == 0):
                pass  # «Светлый | Калининградской области»: where the one before lies
            elif row and gap == 0:
                break
            else:
                row.append(mention)
            index, gap = mention.last, 0
            continue
        if token.text == "(":
            closing = next((i for i in range(index, min(index + _BRACKET, scene.sentence.last))
                            if scene.tokens[i].text == ")"), None)  # fmt: skip
            if closing is None:
                break
            index = closing + 1
            continue
        if not (token.lower in _JOINING or token.text in _QUOTES or _describes(scene, index)):
            break
        if row and gap == 0 and token.lower not in _JOINING and token.text not in _QUOTES:
            break  # «из Бреста | гости»: nothing joins it
        gap += token.text not in _QUOTES
        index += 1
    return row


def _describes(scene: Scene, index: int) -> bool:
    """«литовского города», «столица Карелии»; a name that nobody knows counts as one too."""
    token = scene.tokens[index]
    if token.word is None:
        return False
    if token.word.is_pos("ADJF") or not token.word.lemmas.isdisjoint(PLACE_NOUNS):
        return True
    return token.capital and token.word.pos == "NOUN"


def _before(scene: Scene, index: int) -> int:
    """The token before «(двух российских) городов-побратимов»."""
    position = index - 1
    while position >= scene.sentence.first:
        word = scene.tokens[position].word
        number = scene.tokens[position].text.isdigit()
        if not number and (word is None or not word.is_pos("ADJF", "NUMR", "PRTF") or "который" in word.lemmas):
            break
        position -= 1
    return position


_OWN = listed("sides", "of_others")
_LEADING = frozenset({"из", "с", "со", "от", "в", "во", "для", "к", "ко"})


def _are_of_another(scene: Scene, index: int) -> bool:
    """«гости из городов-побратимов», «команды городов-побратимов», «наши побратимы»: twins of whom they come to."""
    lead = _before(scene, index)
    for position in range(lead + 1, index):
        token = scene.tokens[position]
        if token.word is not None and not token.word.lemmas.isdisjoint(_OWN):
            return True
        if place_of_country(scene.context, token) is not None or (token.word and _is_foreign(token.word.lemma)):
            return True
    if lead < scene.sentence.first:
        return False
    if scene.tokens[lead].lower in _LEADING:
        return True
    word = scene.tokens[lead].word
    if word is None or word.pos != "NOUN":
        return False
    return not word.lemmas.isdisjoint(union(events().delegation, _GUESTS)) or any(
        p.number == "plur" and "anim" in p.tags and not p.lemma.startswith(_HEADS) for p in word.parses[:1]
    )


_GUESTS = frozenset({"коллектив", "команда", "делегация", "группа", "молодёжь", "молодежь", "дети"})
_HEADS = ("мэр", "глава", "руководител", "губернатор", "житель", "председател")


def _is_foreign(lemma: str) -> bool:
    return lemma in {"иностранный", "зарубежный", "заграничный", "европейский", "азиатский"}


def _is_oblique(scene: Scene, index: int) -> bool:
    noun = bearer_at(scene, index)
    word = scene.tokens[noun if noun is not None else index].word
    return word is not None and not any(p.case == "nomn" and p.number == "plur" for p in word.parses)


def _of_one_foreign_land(scene: Scene, members: set[str]) -> bool:
    """Both of one country, while the document is about a place of another: hardly twins of each other."""
    stands = scene.stands_of_document
    lands = {stands.country_of(place) for place in members}
    if len(lands) != 1 or None in lands:
        return False
    others = [place for place in stands.focus if _can_own(scene, place, members)]
    return any(stands.country_of(place) not in lands for place in others[:1])


def _besides(scene: Scene, row: list[Mention]) -> list[str]:
    """The places of the sentence outside the row; those that only come too («а также гости из Бреста») are none."""
    members = {mention.entity for mention in row}
    last = row[-1].end
    return [
        stand.place
        for stand in scene.outer_stands
        if _can_own(scene, stand.place, members)
        and not only_locates(scene, stand)
        and not is_compared(scene, stand)
        and not (stand.start > last and (_only_comes(stand) or _goes_on(scene, last, stand)))
    ]


def _goes_on(scene: Scene, end: int, stand: Stand) -> bool:
    """«городов-партнёров: Гусева, | Страшены, а также Седльце и Лемборка |»: still the row, behind a name unknown."""
    first, last = scene.index_at(end - 1) + 1, scene.index_at(stand.start)
    listed = any(token.text in {",", "и"} for token in scene.tokens[first:last])
    member = stand.kind == "place" and stand.role not in {"in", "to"}
    acts = any(first <= i < last and not scene.tokens[i].capital for i in scene.clauses.verbs)  # «Страшены» is no verb
    return listed and member and not acts and not any(_are_others(scene.tokens[i]) for i in range(first, last))


def _are_others(token: Token) -> bool:
    """«(гости из городов-побратимов: Лиможа,) а также | соседи из Литвы – Алитуса»: who else comes, no twins."""
    if token.capital or token.word is None or token.word.pos != "NOUN":
        return False
    return any(p.pos == "NOUN" and "anim" in p.tags and p.number == "plur" for p in token.word.parses[:1])


def _only_comes(stand: Stand) -> bool:
    return stand.kind == "delegation" or stand.role in {"from", "with"}


def _can_own(scene: Scene, place: str, members: set[str]) -> bool:
    contain = scene.stands_of_document.contain
    return (
        place not in members
        and _type(scene, place) != "country"
        and not any(contain(place, member) for member in members)
    )
