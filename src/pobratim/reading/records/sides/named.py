"""The places of a sentence that can be sides of a tie or a document: named, or behind an official or authority."""

from __future__ import annotations

from pobratim.reading.once import once
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.documents import document_between
from pobratim.reading.records.lexicon import documents, partnerships
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import STROKES, Token
from pobratim.reading.text.speech import vocabulary

_BESIDE = frozenset({"in", "to"})
"""Roles of places where things happen, not of those who act."""
_ACCORDING = frozenset({"словам", "мнению", "данным", "информации", "сообщению", "сведениям"})
_WITNESSING = frozenset({"присутствие", "поддержка", "посредничество", "содействие"})


def named_sides(scene: Scene, start: int, end: int) -> list[Stand]:
    """The stands between two characters that can be sides: not where it happens, not what only locates."""
    return [stand for stand in _sides(scene) if start <= stand.start < end]


@once
def _sides(scene: Scene) -> list[Stand]:
    return [
        stand
        for stand in scene.outer_stands
        if stand.role not in _BESIDE
        and not only_locates(scene, stand)
        and not is_compared(scene, stand)
        and not _is_witness(scene, stand)
        and not _is_source(scene, stand)
        and not is_of_establishment(scene, stand)
        and not _only_groups(scene, stand)
        and not _is_home_of_unnamed(scene, stand)
    ]


def is_of_establishment(scene: Scene, stand: Stand) -> bool:
    """«договор между школами | Омска, Бреста | и Лиды», «музей | Омска»: where they are whose document it is."""
    if stand.kind != "place":
        return False
    index = scene.index_at(stand.start) - 1
    for position in range(index, max(scene.sentence.first, index - _OF_BODY) - 1, -1):
        token, mention = scene.tokens[position], scene.mention_at(position)
        named = mention is not None and scene.context.by_id[mention.entity].type == "organization"
        word = token.word
        own = mention is None or named  # not «Российская | Федерация»
        if own and word is not None and word.pos == "NOUN" and word.lemmas & documents().establishments:
            return True
        if named or not (mention is not None or token.lower in _ROW or _may_stand_between(token)):
            return False
    return False


_OF_BODY = 8
"""Tokens from «школами» to the last of their places."""
_ROW = frozenset({",", "и", "№"})


def _may_stand_between(token: Token) -> bool:
    """«федерации | бокса | Омска», «школой | № 2 | города Омска»."""
    if token.text.isdigit():
        return True
    return token.word is not None and any(
        parse.pos in {"NOUN", "ADJF"} and parse.case == "gent" for parse in token.word.parses
    )


def _is_witness(scene: Scene, stand: Stand) -> bool:
    """«в присутствии посла Китая», «при поддержке Минска»: beside those who act."""
    return is_beside(scene, stand.start)


def _is_source(scene: Scene, stand: Stand) -> bool:
    """«По информации правительства Тульской области, …»: who tells of it, up to the comma."""
    first = scene.index_at(stand.start)
    for index in range(first - 1, max(scene.sentence.first, first - _SOURCE), -1):
        if scene.tokens[index].text == ",":
            return False
        if scene.tokens[index].lower in _ACCORDING and scene.tokens[index - 1].lower == "по":
            return True
    return False


_SOURCE = 6
"""Tokens from «по информации» to the one that tells."""


def is_beside(scene: Scene, position: int) -> bool:
    """Does the character lie in what «в присутствии» governs: up to the verb, or what stands in the nominative?"""
    lead = next((i for i in scene.with_lemmas(_WITNESSING) if scene.tokens[i].start < position), None)
    if lead is None or scene.tokens[lead - 1].lower not in {"в", "при"}:
        return False
    index = lead + 1
    while index < scene.sentence.last and scene.tokens[index].start < position:
        if _ends_governed(scene, index):
            return False
        index += 1
    return True


def _ends_governed(scene: Scene, index: int) -> bool:
    """A verb, or a common noun that can stand in no case but the nominative or accusative."""
    word = scene.tokens[index].word
    if word is None or scene.mention_at(index) is not None:
        return False
    if scene.clauses.has_verb(index, index + 1):
        return True
    return word.pos == "NOUN" and word.cases <= {"nomn", "accs"}


def only_locates(scene: Scene, stand: Stand) -> bool:
    """«Разград (область Разград)», «(провинция Хэбэй)», «завод «Луч» (Омск)»: a region in brackets, or whatever
    place stands in brackets behind a body, says where it lies."""
    if stand.kind != "place":
        return False
    if scene.context.by_id[stand.place].type == "city":
        return _is_behind_body(scene, stand)
    if is_of_unnamed(scene, stand) or _is_around(scene, stand):
        return True
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 20), stand.start)
    while before and before[-1].word is not None and before[-1].word.is_pos("NOUN", "ADJF"):
        before.pop()
    return bool(before) and before[-1].text == "("


def _is_around(scene: Scene, stand: Stand) -> bool:
    """«правительством уезда Жаохэ | провинции Хэйлунцзян»: right behind a name, the land that it lies in."""
    at = scene.index_at(stand.start) - 1
    while at > scene.sentence.first and scene.mention_at(at) is None and scene.tokens[at].lower in _LANDS:
        at -= 1
    inner = scene.mention_at(at) if at >= scene.sentence.first else None
    name = scene.context.tokens_in(stand.start, stand.end)[-1].word
    if inner is None or inner.end > stand.start or name is None:
        return False
    return scene.context.by_id[inner.entity].type != "person" and name.is_case("gent")


_LANDS = frozenset(
    {"провинции", "области", "края", "республики", "земли", "штата", "воеводства", "уезда", "префектуры"}
)


def is_of_unnamed(scene: Scene, stand: Stand) -> bool:
    """«с районом | Минской области»: where one lies that has no name here; «область», «край» bear the land's own."""
    before, name = scene.tokens[scene.index_at(stand.start) - 1], scene.context.tokens_in(stand.start, stand.end)[-1]
    if stand.start == scene.sentence.start or before.word is None or name.word is None:
        return False
    single = before.word.pos == "NOUN" and before.lower in _UNNAMED
    cases = name.word.cases
    beside = not cases.isdisjoint(before.word.cases)  # «с районом | Хубэй»: its own name
    owning = any(parse.case == "gent" and parse.number == "sing" for parse in name.word.parses)
    return single and owning and not beside


_UNNAMED = frozenset({"районом", "району", "городом", "городу", "округом", "округу"})


def _is_home_of_unnamed(scene: Scene, stand: Stand) -> bool:
    """«с тремя городами | из Армении, Грузии и Китая», «мэры пяти городов | России и Китая»: where those lie whose
    names are not told."""
    index = scene.index_at(stand.start) - 1
    while index > scene.sentence.first and (scene.mention_at(index) is not None or scene.tokens[index].lower in _ROW):
        index -= 1
    if index == scene.sentence.first:
        return False
    if _is_home_of_some(scene, stand, index):
        return True
    if stand.role != "from" or scene.tokens[index].lower != "из":
        counted = [token.word for token in scene.tokens[index - 1 : index + 1] if token.word is not None]
        numbered = len(counted) == 2 and counted[0].is_pos("NUMR") and not counted[1].lemmas.isdisjoint(_TOWNS)
        return numbered and _is_one_of_countries(scene, stand)
    noun = scene.tokens[index - 1].word
    return scene.mention_at(index - 1) is None and noun is not None and not noun.lemmas.isdisjoint(partnerships().sorts)


def _is_home_of_some(scene: Scene, stand: Stand, index: int) -> bool:
    """«соглашения с 26 регионами | России |, в том числе с Омской областью»: the land of those that are named next."""
    noun, number = scene.tokens[index].word, scene.tokens[index - 1]
    by_id = scene.context.by_id
    if noun is None or noun.lemmas.isdisjoint(_TOWNS) or by_id[stand.place].type != "country":
        return False
    inside = {o.place for o in scene.outer_stands if o.start > stand.end and by_id[o.place].type != "country"}
    same = any(by_id[place].country == by_id[stand.place].country for place in inside)
    return same and (number.text.isdigit() or (number.word is not None and number.word.is_pos("NUMR")))


def _is_one_of_countries(scene: Scene, stand: Stand) -> bool:
    """«России | и Китая»: of two countries or more in a row."""
    by_id = scene.context.by_id
    others = [other for other in scene.outer_stands if other is not stand and by_id[other.place].type == "country"]
    pairs = ((stand, other) if stand.start < other.start else (other, stand) for other in others)
    joined = (_joined(scene, left, right, "и", ",") for left, right in pairs)
    return by_id[stand.place].type == "country" and any(joined)


_TOWNS = frozenset({"город", "регион", "район", "область"})


def _is_behind_body(scene: Scene, stand: Stand) -> bool:
    """«музей «Заря» (Беларусь, Минск)»: in the brackets right behind an organization."""
    before = scene.context.text((scene.sentence.start, stand.start))
    opening = before.rfind("(")
    if opening < 0 or ")" in before[opening:] or stand.start - scene.sentence.start - opening > _BRACKET:
        return False
    position = scene.sentence.start + len(before[:opening].rstrip(" »\""))
    return any(mention.end == position for mention in scene.organizations)


_BRACKET = 40
"""Characters from a bracket to the last place in it."""


def _only_groups(scene: Scene, stand: Stand) -> bool:
    """«города | Китая и России | Хэйхэ, Чжухай и Омск подписали», «между городами | Тульской и Минской областей | –
    Тулой и Слуцком»: the lands of those that are named next."""
    by_id = scene.context.by_id
    land = by_id[stand.place].type
    if stand.kind != "place" or land == "city":
        return False
    before = [s for s in scene.outer_stands if s.end <= stand.start]
    row = [s for s in scene.outer_stands if s.start >= stand.start]
    while before and by_id[before[-1].place].type == land and _joined(scene, before[-1], stand, "и", ","):
        stand = before.pop()
    noun = scene.context.tokens_in(scene.sentence.start, stand.start)[-1:]
    if not noun or noun[0].word is None or noun[0].word.lemmas.isdisjoint(partnerships().both):
        return False
    rest = [s for s in row if by_id[s.place].type != land]
    last = row[row.index(rest[0]) - 1] if rest else None
    if last is None or (land == "region" and by_id[rest[0].place].type != "city"):
        return False
    return _joined(scene, last, rest[0], *STROKES, ":")


def _joined(scene: Scene, left: Stand, right: Stand, *signs: str) -> bool:
    """Do only these stand between the two?"""
    return all(token.lower in signs for token in scene.context.tokens_in(left.end, right.start))


def is_compared(scene: Scene, stand: Stand) -> bool:
    """«раньше Омска», «кроме Бреста»: a measure of time, not one of the list."""
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 8), stand.start)
    return bool(before) and before[-1].lower in {"раньше", "после", "кроме", "помимо"}


@once
def one_taking_part(scene: Scene) -> str | None:
    """«подписано соглашение с участием Лидского района»: the only one that is named of those who did it."""
    parts = [i for i in scene.with_lemmas(_PART) if scene.tokens[i].lower == "участием"]
    sides = {stand.place for stand in _sides(scene)}
    if not parts or len(sides) != 1 or scene.tokens[parts[0] - 1].lower not in {"с", "при"}:
        return None
    behind = all(stand.start > scene.tokens[parts[0]].start for stand in _sides(scene))
    return next(iter(sides)) if behind else None


_PART = frozenset({"участие"})


def before_dash(scene: Scene, stand: Stand) -> bool:
    following = scene.context.tokens_in(stand.end, min(scene.sentence.end, stand.end + 3))
    return bool(following) and following[0].text in STROKES


def only_tells(scene: Scene, stand: Stand) -> bool:
    """«…, сообщил губернатор области», «Пресс-служба области сообщила, что …»: who only tells of it, and signs
    nothing («…, что мэр и губернатор | заключили | договор»)."""
    if stand.kind not in {"person", "organization"}:
        return False
    first, last = scene.clauses.stretch_at(scene.index_at(stand.start))
    before = scene.context.tokens_in(scene.tokens[first].start, stand.start)
    if stand.kind == "person" and any(token.lower in _ACCORDING for token in before):
        return True
    if stand.kind == "person" and first == scene.sentence.first:
        return False
    said = has_lemma_between(scene, first, last, vocabulary().speech)
    return said and document_between(scene.context, first, last) is None
