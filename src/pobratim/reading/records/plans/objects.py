"""What a deed is done to: the nouns behind it, or the one that stands before."""

from __future__ import annotations

from pobratim.reading.context import Mention
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.offers.nouns import hangs_on_preposition, is_date
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DESCRIBING, Token


def nothing_follows(scene: Scene, deed: int) -> bool:
    """No object follows: «… запустить через два года», «… будет создана»."""
    for i in range(deed + 1, scene.clauses.end_at(deed)):
        word = scene.tokens[i].word
        if word is not None and word.pos == "NOUN" and not hangs_on_preposition(scene, i) and not is_date(scene, i):
            before = i - 1
            while before > deed and scene.tokens[before].is_mostly(DESCRIBING):
                before -= 1
            governed = scene.tokens[before].word
            genitive = any(parse.case == "gent" for parse in word.parses)
            # «через два года», «в сфере детского спорта»; not «запустить в республике рейс»
            return governed is not None and governed.pos == "NOUN" and genitive
    return True


def subject_behind(scene: Scene, deed: int) -> Mention | None:
    """«(перевозки) будут осуществлять | завод «Омский», …»: a name in the nominative right behind the verb."""
    for i in range(deed + 1, min(deed + 4, scene.sentence.last)):
        mention, word = scene.mention_at(i), scene.tokens[i].word
        if mention is not None:
            nominative = word is not None and word.parses and word.parses[0].case == "nomn"
            named = scene.context.by_id[mention.entity].type == "organization"
            return mention if named and mention.first == i and nominative else None
        if scene.tokens[i].text in QUOTES:
            continue
        if word is None or word.pos not in {"NOUN", "ADJF"} or word.parses[0].case != "nomn":
            return None
    return None


QUOTES = frozenset({"«", "»", '"'})


def object_of(scene: Scene, index: int) -> int | None:
    """«об открытии …», «о поставках …», or the object itself («согласовали проведение …»)."""
    for i in range(index + 1, min(scene.sentence.last, index + 7)):
        word = scene.tokens[i].word
        if scene.mention_at(i) is not None or scene.tokens[i].text in QUOTES:
            continue  # «договорённости между Омском и Минском о …», «договорились с «Лучом» о …»
        if word is None:
            return None
        if word.form in {"о", "об"}:
            following = scene.tokens[i + 1] if i + 1 < scene.sentence.last else None
            return i + 1 if following is not None and following.lower not in {"том", "этом", "чём", "чем"} else None
        if word.form == "с":
            continue
    return next_noun(scene, index) if _is_transitive(scene, index) else None


def _is_transitive(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & words().takes_object)


def next_noun(scene: Scene, index: int) -> int | None:
    for i in range(index + 1, min(scene.sentence.last, index + 4)):
        word = scene.tokens[i].word
        if word is None or (word.is_pos("PREP") and word.form != "на"):
            return None
        if word.form == "порядка" and i + 1 < scene.sentence.last and _is_number(scene.tokens[i + 1]):
            continue  # «порядка шести направлений»
        if word.is_pos("NOUN", "ADJF") and word.form not in {"также", "и"}:
            return i
    return None


def points_back(scene: Scene, deed: int) -> bool:
    """«(дни,) провести их», «добиваться этого», «её откроют»: to what it is done was told before; not «их лечение»."""
    tokens, first = scene.tokens, scene.clauses.begin_at(deed)
    around = [i for i in (deed + 1, deed + 2, *range(first, deed)) if scene.sentence.first <= i < scene.sentence.last]
    if _is_this(scene, deed + 1):
        return True  # «проработать этот вопрос»
    pointed = any(tokens[i].lower in _POINTING and not _qualifies(scene, i) for i in around)
    return pointed and nothing_follows(scene, deed)


def _is_this(scene: Scene, first: int) -> bool:
    """«этот вопрос», «данный опыт» and nothing more."""
    following = scene.tokens[first : min(first + 3, scene.sentence.last)]
    if len(following) < _THIS_AND_NOUN or following[0].lemma not in {"этот", "данный"} or not is_noun(scene, first + 1):
        return False
    if following[1].lemma in _MATTERS:
        return True
    return following[-1].word is None or not following[-1].word.is_pos("NOUN", "ADJF", "PREP")


_MATTERS = frozenset({"вопрос", "тема", "идея", "инициатива", "предложение"})
_THIS_AND_NOUN = 2
_POINTING = frozenset({"все", "всё", "их", "его", "её", "ее", "это", "этого"})


def _qualifies(scene: Scene, index: int) -> bool:
    """«их (лечение)», «это (здание)», «с его помощью»: a noun follows, or a preposition governs the pronoun."""
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    following = scene.tokens[index + 1].word if index + 1 < scene.sentence.last else None
    if before is not None and before.pos == "PREP":
        return True
    return following is not None and following.pos in {"NOUN", "ADJF", "PRTF", "NUMR"}


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or (token.word is not None and token.word.is_pos("NUMR"))


def _is_impersonal(word: Word) -> bool:
    """«(обмены) планируется развивать», «решено развивать»: it has no subject."""
    return word.form in _IMPERSONAL or (word.pos == "PRTS" and word.form.endswith("о"))


_IMPERSONAL = frozenset({"планируется", "предполагается", "предстоит", "планировалось", "предстояло"})


def object_before(scene: Scene, trigger: int, first: int) -> bool:
    """«Сборку комбайнов рассчитываем запустить»: a noun before the verb that is not its subject."""
    word = scene.tokens[trigger].word
    for i in range(first, trigger):
        noun = scene.tokens[i].word
        if noun is None or noun.pos != "NOUN" or hangs_on_preposition(scene, i) or is_date(scene, i):
            continue
        if word is not None and (any("1per" in p.tags for p in word.parses) or _is_impersonal(word)):
            return True
        numbers = {p.number for p in word.parses} if word is not None else set()
        return not any(p.case == "nomn" and p.number in numbers for p in noun.parses)
    return False
