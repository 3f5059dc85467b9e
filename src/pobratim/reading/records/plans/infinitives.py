"""The infinitive or participle that tells the deed («намерены … создать», «будет создана»)."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.lexicon import offers
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.plans.deeds import is_of_event, is_tie_or_signing, is_trade
from pobratim.reading.records.plans.doubts import is_vague
from pobratim.reading.records.plans.gatherings import HOLDING, is_gathering
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word


def infinitive_after(scene: Scene, index: int, *, whatever: bool = False) -> int | None:
    """The infinitive that the word governs, of a deed that is no event («в два раза увеличить»).

    Behind one that tells of an event another may go on («предложил подписать договор, а также наладить обмены»).
    """
    named = {i for m in scene.context.mentions_in(*scene.span, "person") for i in range(m.first, m.last)}
    for i in range(index + 1, min(scene.sentence.last, index + 9)):
        word = scene.tokens[i].word
        if word is None:
            following = scene.tokens[i + 1].text if i + 1 < scene.sentence.last else ""
            told = scene.tokens[i].text[0].isdigit() or (scene.tokens[i].text == "," and following[:1].isdigit())
            if told or i in named:
                continue
            if i == index + 1 and scene.tokens[index].lemma == "идея":
                return _behind_needed(scene, i)
            return _behind_gerund(scene, i, whatever=whatever)
        if word.pos == "INFN":
            return i if whatever or _is_deed(scene, i, word) else joined_infinitive(scene, i)
        if any(p.pos in {"VERB", "PRTS"} and p.score > 0.5 for p in word.parses):
            return None
    return None


def _behind_gerund(scene: Scene, comma: int, *, whatever: bool) -> int | None:
    """«намерен, используя опыт соседей, | развивать туризм»: right behind the comma that ends the gerund's phrase."""
    following = scene.tokens[comma + 1].word if comma + 1 < scene.sentence.last else None
    if scene.tokens[comma].text != "," or following is None or following.pos != "GRND":
        return None
    closing = (i for i in range(comma + 2, scene.sentence.last - 1) if scene.tokens[i].text == ",")
    at = next(closing, scene.sentence.last - 1) + 1
    word = scene.tokens[at].word if at < scene.sentence.last else None
    return at if word is not None and word.pos == "INFN" and (whatever or _is_deed(scene, at, word)) else None


def _behind_needed(scene: Scene, comma: int) -> int | None:
    """«(высказали идею), что нужно | создать склад»."""
    tokens, last = scene.tokens, min(comma + _NEEDED_REACH, scene.sentence.last)
    if comma + 1 >= last or tokens[comma].text != "," or tokens[comma + 1].lower != "что":
        return None
    needed = next((i for i in range(comma + 2, last) if tokens[i].lower in _NEEDED), None)
    if needed is None or needed + 1 >= scene.sentence.last:
        return None
    word = tokens[needed + 1].word
    return needed + 1 if word is not None and word.pos == "INFN" and _is_deed(scene, needed + 1, word) else None


_NEEDED = frozenset({"нужно", "необходимо", "надо", "следует", "стоит", "можно"})
_NEEDED_REACH = 6


def joined_infinitive(scene: Scene, index: int) -> int | None:
    """The infinitive that «и», «а также» or a comma joins to the one at the token («подписать план и создать …»)."""
    for i in range(index + 1, scene.sentence.last):
        word = scene.tokens[i].word
        if word is not None and (word.pos == "VERB" or word.lemma == "который"):
            return None
        if word is None or word.pos != "INFN":
            continue
        joined = scene.tokens[i - 1].lower in {",", "и", "также", "числе"}
        return i if joined and _is_deed(scene, i, word) else None
    return None


def participle_after(scene: Scene, index: int) -> int | None:
    """«будет создана группа»."""
    for i in range(index + 1, min(scene.sentence.last, index + 4)):
        word = scene.tokens[i].word
        if word is None:
            return None
        if word.pos == "PRTS":
            return i if _is_deed(scene, i, word) else None
    return None


def infinitive_before(scene: Scene, index: int) -> int | None:
    """«Взаимодействовать решено в …»: the infinitive opens the clause."""
    for i in range(scene.clauses.begin_at(index), index):
        word = scene.tokens[i].word
        if word is not None and word.pos == "INFN":
            return i if _is_deed(scene, i, word) and not is_trade(scene, i) else None
        if word is None or word.pos in {"NOUN", "VERB", "NPRO", "GRND"}:
            return None
    return None


def listed_after(scene: Scene, index: int) -> int | None:
    """«договорились о следующем: | создать совет», «развивать связи намерены так: | открыть …»: behind the colon."""
    tokens, last = scene.tokens, scene.sentence.last
    colon = next((i for i in range(index + 1, last - 1) if tokens[i].text == ":"), None)
    if colon is None or tokens[colon - 1].lemma not in {"так", "следующий", "следующее"}:
        return None
    word = tokens[colon + 1].word
    if word is None or word.pos != "INFN":
        return None
    return colon + 1 if _is_deed(scene, colon + 1, word) else joined_infinitive(scene, colon + 1)


def listed_nouns(scene: Scene, first: int) -> int | None:
    """«намечены (конкретные шаги): | обмен школьниками, …»: the nouns of deeds behind the colon."""
    head = next((i for i in range(first, min(first + 4, scene.sentence.last)) if is_noun(scene, i)), None)
    if head is None or scene.tokens[head].lemma not in _STEPS:
        return None
    near = range(head + 1, min(head + 6, scene.sentence.last - 1))
    colon = next((i for i in near if scene.tokens[i].text == ":"), None)
    if colon is None:
        return None
    named = next((i for i in range(colon + 1, min(colon + 4, scene.sentence.last)) if is_noun(scene, i)), None)
    word = scene.tokens[named].word if named is not None else None
    if word is None or not any(parse.case == "nomn" for parse in word.parses):
        return None
    return colon + 1 if word.lemmas & union(words().creation, words().growth, _DEEDS) else None


_STEPS = frozenset({"шаг", "план", "мероприятие", "мера", "направление", "задача", "инициатива", "договорённость"})
_DEEDS = frozenset({"обмен", "стажировка", "обучение", "подготовка", "развитие", "участие", "ремонт", "поездка"})


def is_deed(scene: Scene, index: int) -> bool:
    """Does the token tell of something done that is no event of the register?"""
    word = scene.tokens[index].word
    return word is not None and _is_deed(scene, index, word)


def _is_deed(scene: Scene, index: int, word: Word) -> bool:
    """Something done that is no event of the register: no visit, no signing, no holding of a forum."""
    if word.lemmas & union(words().never_infinitive, offers().passive) or is_of_event(word):
        return False
    return not (word.lemmas & HOLDING and is_gathering(scene, index + 1)) and not (
        is_tie_or_signing(scene, index) or is_vague(scene, index)
    )
