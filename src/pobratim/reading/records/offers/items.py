"""What is offered, wanted or delivered: the noun phrase that a word of offering governs."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.lexicon import plans
from pobratim.reading.records.offers.nouns import hangs_on_preposition, is_adjective, is_date, kind_of
from pobratim.reading.records.offers.phrases import Item, first_of, phrase_at
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DASHES

_REACH = 12
"""Tokens after the verb in which what is offered begins."""
_SURE = 0.4
_DEED = ("ание", "ение", "ьство", "мен")
_EACH_OTHER = frozenset({"друг", "стороны", "взаимно"})
_BOTH = frozenset({"города", "районы", "регионы", "муниципалитеты", "области", "столицы", "побратимы"})
_VERBAL = frozenset({"VERB", "PRTS", "GRND", "PRED"})


def item_after(
    scene: Scene,
    index: int,
    *,
    strict: bool = False,
    direct: bool = False,
    kinds: frozenset[str] | None = None,
    limit: int | None = None,
) -> Item | None:
    """The noun phrase after ``index``.

    ``strict``: the word before can govern nothing but goods, so an unknown noun is one as well. ``direct``: an
    unknown object ends the search («предлагает площадку под сборку лифтов»). ``kinds``: only heads of these
    kinds count. What counts goods («единиц», «партию»), who gets them («соседям», «в регион») and adverbs are
    passed over.
    """
    tokens = scene.tokens
    end = min(scene.sentence.last if limit is None else limit, index + 1 + _REACH)
    inside: int | None = None
    governing = tokens[index].word
    of_noun = governing is not None and governing.pos == "NOUN"
    if of_noun and index + 1 < end and tokens[index + 1].lower in {"и", ","} and tokens[index].lemma != "экспорт":
        return None  # «расширение поставок и открытие склада»: of what, is not told
    for i in range(index + 1, end):
        token = tokens[i]
        if token.text in {".", ";", ":", "!", "?"} or (token.text == "," and scene.clauses.end_at(i) == i):
            return None
        word = token.word
        if token.text in DASHES and i > index + 1 and (of_noun or any(t.word is not None for t in tokens[i - 1 : i])):
            return None
        if word is None or (inside is not None and i < inside):
            continue
        if word.pos == "INFN" and i > index + 1 and tokens[i - 1].lower in {",", "и"}:
            return None  # «искать покупателей, привезти станки»
        if of_noun and word.pos == "INFN" and word.parses[0].score > _SURE:
            return None  # «экспорт будет осуществляться через …»
        mention = scene.mention_at(i)
        if mention is not None:
            inside = mention.last
            continue
        if word.pos in _VERBAL and word.parses[0].score > 0.4 and "быть" not in word.lemmas:
            return None
        kind = kind_of(word)
        if kind is None and word.pos == "NOUN" and strict and not word.lemmas & words().measures:
            if is_date(scene, i) or hangs_on_preposition(scene, i):
                continue
            if word.lemmas & words().abstract or _is_no_thing(word):
                return None
            kind = "goods"
        if kind is None and direct and _is_object(scene, i, word):
            return None
        if kind == "goods" and (_is_of_other(scene, i, index) or _is_material(scene, i, index)):
            continue
        if kind is not None and (kinds is None or kind in kinds):
            return phrase_at(scene, first_of(scene, i, index + 1), i, kind, limit)
        if kind is not None and kinds is not None and word.pos == "NOUN":
            return None
    return None


def _is_of_other(scene: Scene, head: int, index: int) -> bool:
    """«(выделили участок под) завод теплиц», «учёт питьевой воды», «метод литья»: of an unknown noun before it."""
    word = scene.tokens[head].word
    before = first_of(scene, head, index + 1) - 1
    noun = scene.tokens[before].word
    if word is None or noun is None or before <= index or noun.pos != "NOUN" or scene.mention_at(before) is not None:
        return False
    if noun.is_pos("NUMR"):
        return False  # «сто лифтов»
    counts = union(words().measures, words().deliveries, words().purchases)
    cases = {parse.case for parse in word.parses}
    governed = "gent" in cases and ("accs" not in cases or word.parses[0].case == "gent")
    return kind_of(noun) is None and not noun.lemmas & counts and governed


def _is_material(scene: Scene, head: int, index: int) -> bool:
    """«(получили в подарок) герб из фарфора»: what an unknown thing is made of."""
    before = first_of(scene, head, index + 1) - 1
    if before <= index or scene.tokens[before].lower != "из":
        return False
    return any((w := scene.tokens[i].word) is not None and w.pos == "NOUN" for i in range(index + 1, before))


def _is_no_thing(word: Word) -> bool:
    """«поставки товаропроизводителей», «который поставляет завод», «наращивание инвестиций»: people, bodies, deeds."""
    return "anim" in word.parses[0].tags or bool(word.lemmas & plans().acting) or word.lemma.endswith(_DEED)


def _is_object(scene: Scene, index: int, word: Word) -> bool:
    """A noun that the verb itself governs, no receiver and nothing that counts."""
    if word.pos != "NOUN" or word.lemmas & words().measures or hangs_on_preposition(scene, index):
        return False
    return any(parse.case in {"accs", "nomn"} for parse in word.parses)


def is_mutual(scene: Scene, item: Item) -> bool:
    """«учиться друг у друга, перенимать опыт», «стороны будут делиться наработками»: both sides alike, and of nothing
    in particular."""
    bare = all(is_adjective(scene, i) for i in range(item.first, item.last - 1))
    before = scene.tokens[scene.sentence.first : item.first]
    return bare and (any(t.lower in _EACH_OTHER or t.lemma == "обмениваться" for t in before) or _both(scene, item))


def _both(scene: Scene, item: Item) -> bool:
    """«города будут делиться опытом»: the subject is both, by no name."""
    first = scene.clauses.begin_at(item.first)
    return any(
        scene.tokens[i].lower in _BOTH and scene.mention_at(i) is None and scene.mention_at(i + 1) is None
        for i in range(first, item.first)
    )


def item_before(scene: Scene, index: int) -> Item | None:
    """The subject of a passive: «пряжа будет поставляться», «автобусы, закупленные …»: a known thing, the nearest."""
    found: Item | None = None
    tokens = scene.tokens
    for i in range(index - 1, max(scene.sentence.first, index - _REACH) - 1, -1):
        token = tokens[i]
        if token.text in {".", ";", ":"} or token.lower in {"а", "но"}:
            break
        if token.text == "," and i < index - 1:
            break
        word = token.word
        if word is None or scene.mention_at(i) is not None:
            continue
        kind = kind_of(word)
        if kind is not None and (tokens[index - 1].text == "," or _is_subject(scene, i, word)):
            found = phrase_at(scene, first_of(scene, i, scene.sentence.first), i, kind, index)
    return found


def _is_subject(scene: Scene, index: int, word: Word) -> bool:
    """In the nominative, or counted by what is: «десять троллейбусов»."""
    if any(parse.case == "nomn" for parse in word.parses):
        return True
    first = first_of(scene, index, scene.sentence.first)
    number = scene.tokens[first - 1].word if first > scene.sentence.first else None
    return number is not None and (number.pos == "NUMR" or number.form[0].isdigit())


