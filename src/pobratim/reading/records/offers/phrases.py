"""The noun phrase that names what is offered: where it begins and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun, item_between, words_between
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.offers.ends import end_of
from pobratim.reading.records.offers.nouns import COUNTS, hangs_on_preposition, is_adjective, kind_of
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import Word

_GENERIC = frozenset(
    ["товар", "продукция", "услуга", "изделие", "продукт", "система", "центр", "решение", "материал", "машина"]
)
_LISTED = frozenset({"товар", "продукция", "изделие", "ассортимент", "продукт"})
_TOWN_CENTRE = frozenset({"краевой", "областной", "районный", "региональный", "городской", "исторический"})


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens ``first`` to ``last`` (excluded) of the text that name it; ``kind`` as in an offer."""

    first: int
    last: int
    kind: str
    text: str


def phrase_from(scene: Scene, first: int, kind: str, limit: int | None = None) -> Item | None:
    """The noun phrase whose head stands at ``first``."""
    return phrase_at(scene, first_of(scene, first, scene.sentence.first), first, kind, limit)


def first_of(scene: Scene, head: int, least: int) -> int:
    """Adjectives before the head belong to it, also two joined by «и» or a comma."""
    tokens = scene.tokens
    first = head
    while first > least:
        if is_adjective(scene, first - 1) and not _has_object(scene, first - 1, head):
            first -= 1
        elif (
            tokens[first - 1].lower in {"и", ","}
            and first - 1 > least
            and is_adjective(scene, first - 2)
            and is_adjective(scene, first)
        ):
            first -= 2
        elif tokens[first - 1].lower.endswith("ски") and first < head:
            first -= 1  # «экологически чистые (продукты)»
        else:
            break
    return first


def _each_in_nominative(scene: Scene, head: int, last: int) -> str:
    """«(поставляет) лифты и дорожную технику» → «лифты и дорожная техника»: the first stands in the plural as it is."""
    joint = next((i for i in range(head + 1, last) if scene.tokens[i].lower in {",", "и"}), last)
    first = words_between(scene, head, joint)
    if joint + 1 >= last or not _is_singular_object(scene, joint + 1, last):
        return words_between(scene, head, last).rstrip(" ,")
    mark = ", " if scene.tokens[joint].text == "," else " и "
    return f"{first}{mark}{item_between(scene, joint + 1, last)}"


def _is_singular_object(scene: Scene, first: int, last: int) -> bool:
    """Is the only noun left one in the accusative singular («дорожную технику»)?"""
    nouns = [i for i in range(first, last) if is_noun(scene, i)]
    if len(nouns) != 1:
        return False
    word = scene.tokens[nouns[0]].word
    return word is not None and word.parses[0].case == "accs" and word.parses[0].number == "sing"


def _has_object(scene: Scene, index: int, head: int) -> bool:
    """«(туляки,) накопившие богатый опыт»: the participle is not said of the noun, which is its object."""
    word, noun = scene.tokens[index].word, scene.tokens[head].word
    if word is None or noun is None or word.pos != "PRTF" or "actv" not in word.parses[0].tags:
        return False
    cases = {(p.case, p.number) for p in word.parses if p.pos == "PRTF"}
    return cases.isdisjoint((p.case, p.number) for p in noun.parses if p.pos == "NOUN")


def phrase_at(scene: Scene, first: int, head: int, kind: str, limit: int | None) -> Item | None:
    end = scene.clauses.end_at(head)
    colon = end < scene.sentence.last - 1 and scene.tokens[end].text == ":"
    if colon and scene.tokens[head].lemma in _LISTED and _are_goods(scene, end + 1):
        first = head = end + 1  # «предлагают товары пяти фабрик: обувь, мебель»
        end = scene.clauses.end_at(head)
    last = end_of(scene, head, end if limit is None else min(limit, end))
    while last - 1 > head and _is_adverb(scene.tokens[last - 1].word):
        last -= 1  # «мебель активно (поставляется)»
    while last - 1 > head and is_adjective(scene, last - 1) and _is_noun_at(scene, last):
        last -= 1  # «помощь трудовым (мигрантам)»
    text = item_between(scene, first, last)
    if head == first and (named := _counted(scene, head) or _in_nominative(scene, head)) is not None:
        text = named + text[len(text.split()[0]) :]
    if head == first and _is_plural_object(scene, head):
        text = _each_in_nominative(scene, head, last)
    if _is_deed(scene, head, last):
        return None
    if kind == "tourism" and scene.tokens[head].lemma == "маршрут" and "турист" not in text:
        return None
    following = scene.tokens[head + 1 : scene.sentence.last]
    if _is_town(scene, head) or (following and following[0].lemma == "который"):
        return None  # «продукция которых» is of others
    if not text:
        return None
    if last - first == 1 and scene.tokens[head].word is not None and scene.tokens[head].lemma in _GENERIC:
        if (origin := _origin_end(scene, last)) is None:
            return None
        last, text = origin, item_between(scene, first, origin)  # «поставки продуктов из Омска»
    if first == scene.sentence.first and scene.mention_at(first) is None:
        text = text[:1].lower() + text[1:]
    if (further := _but_also(scene, first, last)) is not None:
        last = end_of(scene, further, scene.clauses.end_at(further))
        text = f"{text}, {item_between(scene, further, last)}"
    return Item(first, last, kind, text)


def _are_goods(scene: Scene, first: int) -> bool:
    """«(товары:) детская обувь», not «(товары на рынок:) сто тысяч жителей – это много»."""
    nouns = (i for i in range(first, min(first + _TO_NOUN, scene.sentence.last)) if is_noun(scene, i))
    at = next(nouns, None)
    return at is not None and kind_of(scene.tokens[at].word) == "goods"  # type: ignore[arg-type]


_TO_NOUN = 4


def _origin_end(scene: Scene, index: int) -> int | None:
    """«(продукты) из Омска»: behind the place that tells whose they are."""
    named = scene.mention_at(index + 1) if index + 1 < scene.sentence.last else None
    return named.last if named is not None and scene.tokens[index].lower == "из" else None


def _counted(scene: Scene, head: int) -> str | None:
    """«83 трактора», «два лифта» → «тракторы», «лифты»: a genitive singular behind a number."""
    word, before = scene.tokens[head].word, scene.tokens[head - 1] if head > scene.sentence.first else None
    if word is None or before is None or scene.tokens[head].capital:
        return None
    number = before.text.isdigit() or (before.word is not None and before.word.is_pos("NUMR"))
    told = next((p for p in word.parses if p.pos == "NOUN" and p.case == "gent" and p.number == "sing"), None)
    return inflect(word.form, "nomn", "plur", like=told.lemma) if number and told is not None else None


def _in_nominative(scene: Scene, head: int) -> str | None:
    """«(400 единиц) спецтехники» → «спецтехника»: behind what counts or delivers it stands in the genitive."""
    word, before = scene.tokens[head].word, scene.tokens[head - 1].word if head > scene.sentence.first else None
    if word is None or before is None or before.pos != "NOUN" or scene.tokens[head].capital:
        return None
    if not before.lemmas & union(words().deliveries, words().purchases, COUNTS):
        return None
    told = next((p for p in word.parses if p.pos == "NOUN" and p.case == "gent"), None)
    return inflect(word.form, "nomn", told.number, like=told.lemma) if told is not None and told.number else None


def _is_plural_object(scene: Scene, head: int) -> bool:
    """«поставляют сеялки»: by its form it might be of one («нет сеялки»), which a verb does not govern."""
    at = head - 1
    if at > scene.sentence.first and scene.tokens[at].lower in {"свои", "наши", "ваши", "эти"}:
        return True  # «предложить наши разработки»
    while at > scene.sentence.first and (named := scene.mention_at(at)) is not None:
        at = named.first - 1  # «поставляет | в Омск | сеялки»
    if at < head - 1 and scene.tokens[at].word is not None and scene.tokens[at].word.pos == "PREP":  # type: ignore[union-attr]
        at -= 1
    word, before = scene.tokens[head].word, scene.tokens[at].word if at >= scene.sentence.first else None
    if word is None or before is None or before.pos not in {"VERB", "INFN", "GRND"}:
        return False
    return any(p.pos == "NOUN" and p.number == "plur" and p.case == "accs" for p in word.parses)


def _is_deed(scene: Scene, head: int, last: int) -> bool:
    """«разработка общих проектов» is done; «разработки вуза», «научная разработка» are had."""
    word = scene.tokens[head].word
    if word is None or word.lemma != "разработка" or not any(p.number == "sing" for p in word.parses):
        return False
    noun = next((i for i in range(head + 1, last) if is_noun(scene, i)), None)
    governed = noun is not None and not hangs_on_preposition(scene, noun)  # «наши разработки в сфере связи» are had
    return governed and not is_adjective(scene, head - 1)


def _but_also(scene: Scene, first: int, last: int) -> int | None:
    """«не только самосвалы, но и | автобусы и лифты»: where the phrase goes on."""
    tokens = scene.tokens
    if first < 1 or tokens[first - 1].lower != "только" or last + 3 >= scene.sentence.last:
        return None
    joint = tuple(token.lower for token in tokens[last : last + 3])
    return last + 3 if joint == (",", "но", "и") else None


def _is_noun_at(scene: Scene, index: int) -> bool:
    return index < scene.sentence.last and is_noun(scene, index)


def _is_adverb(word: Word | None) -> bool:
    return word is not None and word.pos in {"ADVB", "PRCL"}


def _is_town(scene: Scene, head: int) -> bool:
    """«подарки жителям краевого центра»."""
    return scene.tokens[head].lemma == "центр" and scene.tokens[head - 1].lemma in _TOWN_CENTRE


