"""Whose twins, partners or documents the others of a sentence are: the hub of a list, and the sides of a tie."""

from __future__ import annotations

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.once import once, union
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.headline import place_of_headline
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.meant import meant_sides, with_capitals
from pobratim.reading.records.sides.named import is_compared, named_sides
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import DASHES


@once
def sides_of_tie(scene: Scene, index: int, clause: tuple[int, int]) -> list[Stand]:
    """The places of a stretch of tokens that may be partners; a country only in «отношения с Беларусью»."""
    by_id = scene.context.by_id
    start, end = scene.tokens[clause[0]].start, scene.tokens[clause[1] - 1].end
    stands = with_capitals(scene, named_sides(scene, start, end))
    near: dict[str, Stand] = {}
    for stand in stands:
        if by_id[stand.place].type != "country":
            near.setdefault(stand.place, stand)
    for stand in meant_sides(scene, *clause):
        if stand.place not in near and (len(near) < 2 or _possesses(scene, index, stand)):
            near[stand.place] = stand
    if len(near) == 1:
        for stand in stands:
            if by_id[stand.place].type == "country" and stand.role == "with":
                return [*near.values(), stand]
    sides = sorted(near.values(), key=lambda stand: stand.start)
    named = [stand for stand in sides if stand.kind == "place"]
    if len(named) == 2 and len(sides) > 2 and (_are_made(scene, index, *named) or _are_of(scene, index, *named)):
        return named  # whoever proposes it
    return sides


def _are_made(scene: Scene, index: int, left: Stand, right: Stand) -> bool:
    """«(предложил сделать) Павлодар и Баоцзи | городами-побратимами»: both, right before the word."""
    if right.end > scene.tokens[index].start:
        return False  # «мэр Омска рассказал о городах-побратимах Омска — Гродно и Витебске»
    between = scene.context.tokens_in(right.end, scene.tokens[index].start)
    verbs = union(words().being, words().becoming)
    return _joins(scene, left, right) and all(
        token.word is not None and (token.word.pos == "ADJF" or not token.word.lemmas.isdisjoint(verbs))
        for token in between
    )


def _are_of(scene: Scene, index: int, left: Stand, right: Stand) -> bool:
    """«(вопрос о) побратимстве | Омска и Бреста (обсудили губернаторы)»: both, right behind the word."""
    ties = words().relations | {"город"}
    between = scene.context.tokens_in(scene.tokens[index].end, left.start)
    if left.start < scene.tokens[index].start or not _joins(scene, left, right):
        return False
    described = (token.word for token in between)
    return all(word is not None and (word.pos == "ADJF" or not word.lemmas.isdisjoint(ties)) for word in described)


def _possesses(scene: Scene, index: int, stand: Stand) -> bool:
    """«побратимы | округа», «у города есть побратимы»."""
    right_after = scene.tokens[index].end <= stand.start <= scene.tokens[index].end + 1
    return right_after or owns(scene, stand)


def owns(scene: Scene, stand: Stand) -> bool:
    """«у Бийска есть ещё шесть городов-побратимов»."""
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 3), stand.start)
    return bool(before) and before[-1].lower == "у"


def hub_of(scene: Scene, index: int, stands: list[Stand]) -> str | None:
    """«городами-побратимами Смоленска являются …», «у Минска», «с Сочи»: whose the others are."""
    for stand in stands:
        if owns(scene, stand):
            return stand.place
    having = _who_has(scene, index, stands)
    if having is not None:
        return having.place
    subject = _subject_of_many(scene, index, stands)
    if subject is not None:
        return subject.place
    possessor = possessor_of(scene, index, stands)
    if possessor is not None:
        return possessor.place
    joined = [stand.place for stand in stands if stand.role == "with"]
    if len(joined) == 1 and len(stands) > 2:
        return joined[0]  # «породнены со Смоленском Витебск, Орша и …»
    alone = [stand.place for stand in stands if stand.place not in joined]
    if joined and len(alone) == 1:
        return alone[0]  # «Гомель породнился с Нижним Новгородом, а затем с Екатеринбургом»
    opener = list_opener(scene, index)
    ahead = [stand.place for stand in stands if opener is not None and stand.end <= opener]
    return ahead[0] if len(ahead) == 1 and len(stands) > 2 else None


def _who_has(scene: Scene, index: int, stands: list[Stand]) -> Stand | None:
    """«Омск | имеет побратимов (в Китае – Сиань, в Польше – Лодзь)»: the subject of a verb of having."""
    first, _ = scene.clauses.stretch_at(index)
    verb = next((i for i in range(index - 1, first, -1) if _is_having(scene, i)), None)
    if verb is None:
        return None
    before = [stand for stand in stands if stand.role == "other" and stand.end <= scene.tokens[verb].start]
    return before[-1] if len({stand.place for stand in before}) == 1 else None


def _is_having(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "VERB" and not word.lemmas.isdisjoint(words().having)


def _subject_of_many(scene: Scene, index: int, stands: list[Stand]) -> Stand | None:
    """«Омск | стал побратимом Варны (в 1966 году), Гданьска и Лиона»: the subject, where several have it as theirs."""
    word = scene.tokens[index].word
    if word is None or {parse.case for parse in word.parses if parse.pos == "NOUN"} != {"ablt"}:
        return None
    before = [stand for stand in stands if stand.end <= scene.tokens[index].start]
    verbs = union(words().being, words().becoming)
    told = has_lemma_between(scene, scene.clauses.stretch_at(index)[0], index, verbs)
    behind = [stand for stand in stands if stand.start >= scene.tokens[index].end]
    if not told or len(behind) < 2 or len(before) != 1 or not scene.is_singular(index):
        return None
    between = scene.context.tokens_in(behind[0].end, behind[1].start)
    row = any(token.text in {",", "и"} for token in between) and not any(token.text == "(" for token in between)
    return before[0] if row and before[0].role == "other" else None


def possessor_of(scene: Scene, index: int, stands: list[Stand]) -> Stand | None:
    """«побратимами | Смоленска | являются»; not the first of a list («побратимы Минск, Уфа и …»)."""
    after = stand_after(scene, index)
    if after is None:
        return next((stand for stand in stands if _right_after(scene, index, stand)), None)
    own = next((stand for stand in stands if stand.place == after.place), None)
    if own is None or any(_joins(scene, after, stand) for stand in stands if stand.start > after.start):
        return None
    return own


def stand_after(scene: Scene, index: int) -> Stand | None:
    """The place right after the word, over adjectives and «город»."""
    tokens = scene.tokens
    for position in range(index + 1, min(index + 4, scene.sentence.last)):
        stand = next((s for s in scene.stands if s.start == tokens[position].start), None)
        if stand is not None:
            return stand if stand.kind == "place" else None
        word = tokens[position].word
        if word is None or not (word.lemma in {"город", "столица"} or word.pos == "ADJF"):
            return None
    return None


def _right_after(scene: Scene, index: int, stand: Stand) -> bool:
    return scene.tokens[index].end <= stand.start <= scene.tokens[index].end + 1


def _joins(scene: Scene, left: Stand, right: Stand) -> bool:
    """Does only a comma or «и» (and adjectives) stand between the two?"""
    between = scene.context.tokens_in(left.end, right.start)
    rest = [t for t in between if not (t.word and (t.word.pos == "ADJF" or t.word.lemma == "город"))]
    return 0 < len(rest) <= 2 and all(token.lower in {",", "и"} for token in rest)


def list_opener(scene: Scene, index: int) -> int | None:
    """Where a list opens after the word: «побратимами: …», «в том числе …», «среди них …»."""
    tokens = scene.tokens
    for position in range(index + 1, scene.sentence.last):
        dash = tokens[position].text in DASHES and _names_place_next(scene, position)
        if dash or tokens[position].text == ":":
            return tokens[position].start
        if tokens[position].lower in {"числе", "среди", "например", "частности", "включая"}:
            return tokens[position].start
    return None


def _names_place_next(scene: Scene, index: int) -> bool:
    """Does a place follow, over adjectives and «город», so that the dash opens a list («– китайский Харбин»)?"""
    for position in range(index + 1, min(scene.sentence.last, index + 4)):
        mention = scene.mention_at(position)
        if mention is not None:
            return scene.context.by_id[mention.entity].type in PLACE_TYPES
        word = scene.tokens[position].word
        if word is None or not (word.is_pos("ADJF", "NPRO", "PRCL") or "город" in word.lemmas):
            return False
    return False


def owner_of_ties(scene: Scene) -> str | None:
    """Whose twins or partners a sentence speaks of: «не единственный партнёр | округа», «у Омска»."""
    ties = union(words().bearers, words().partner_nouns)
    for index in scene.with_lemmas(ties):
        owner = possessor_of(scene, index, sides_of_tie(scene, index, scene.clauses.stretch_at(index)))
        if owner is not None:
            return owner.place
    return next((stand.place for stand in scene.stands if owns(scene, stand)), None)


def side_of_tie_before(scene: Scene, own: tuple[str, ...]) -> list[str]:
    """«Дружба Омска и Бреста длится давно. Договор подписан и | с Лидой»: of the two places of the sentence before the
    one in another land, or the one that is no district as these are."""
    stands = named_sides(scene.before, *scene.before.span) if scene.before is not None else []
    two, by_id = list(dict.fromkeys(s.place for s in stands if s.kind == "place")), scene.context.by_id
    if len(two) != 2 or not own or not set(two).isdisjoint(own):
        return []
    if set(two).isdisjoint(scene.stands_of_document.pair[:1]):
        return []  # «Побратимами стали Омск и Брест»: two of a list
    lands = {by_id[place].country for place in own}
    abroad = [place for place in two if by_id[place].country not in lands]
    if None not in {*lands, *(by_id[place].country for place in two)} and len(abroad) == 1:
        return abroad
    districts = ["район" in by_id[place].name for place in (*two, own[0])]
    return [place for place, district in zip(two, districts, strict=False) if district != districts[2]][:1] if (
        districts[0] != districts[1]
    ) else []


def outer_hub(scene: Scene, named: list[str]) -> str | None:
    """The place of the document that the listed ones are twins of: one of its main pair that is not listed, or
    the weightiest after a pair that both are («на праздник приехали гости из Бреста и Гродно»)."""
    out = {*named, *(stand.place for stand in scene.stands if is_compared(scene, stand))}
    stands = scene.stands_of_document
    listed = {stand.role for stand in scene.stands if stand.place in named} == {"with"}
    among = stands.focus if listed and set(stands.pair) <= out else stands.pair
    headline = place_of_headline(scene.context)
    if listed and len(stands.focus) > 2 and headline in stands.focus and headline not in out:
        return headline  # «Связи Омска: итоги года … Подписан план с Брестом»
    told = [place for place in among if place not in out]
    by_id = scene.context.by_id
    if not any(by_id[place].type == "country" for place in named):
        told.sort(key=lambda place: by_id[place].type == "country")  # «Дни Швеции в Омске»: towns are Омск's twins
    return next(iter(told), None)


def counts_many(scene: Scene, first: int, last: int) -> bool:
    """«33 города-побратима», «с 80 субъектами», «шесть побратимов»: more than two."""
    tokens = scene.tokens
    for index in range(first, last - 1):
        number = tokens[index].text
        counted = number.isdigit() and int(number) > 2
        word = tokens[index].word
        if not counted and not (word is not None and word.pos == "NUMR" and word.lemma not in {"два", "оба"}):
            continue
        counts = next((i for i in range(index + 1, last) if not is_adjective(scene, i)), last)
        if has_lemma_between(scene, counts, counts + 1, words().many):
            return True
    return False


def is_adjective(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.is_pos("ADJF")
