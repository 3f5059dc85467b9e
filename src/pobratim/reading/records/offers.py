"""Offers, needs and supplies: what one side has for, wants from or has got from another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Offer, Quote
from pobratim.reading.context import Context
from pobratim.reading.records.clauses import clause_end, item_between
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands

_REACH = 9
"""Tokens after the verb in which what is offered begins."""


def find_offers(context: Context, stands: Stands, quotes: list[Quote]) -> list[Offer]:
    """The offers of a document, each item once."""
    found: list[Offer] = []
    for scene in scenes(context, stands, quotes):
        if scene.in_title:
            continue  # it says again what the text says
        for rule in OFFER_RULES:
            for offer in rule(scene):
                if offer.item and not any(_same(offer, other) for other in found):
                    found.append(offer)
    return found


def supplied(scene: Scene) -> Iterator[Offer]:
    """«приобретаем технику МТЗ», «закупили 20 автобусов», «поставлены троллейбусы»."""
    for index in _verbs(scene, words().supply):
        item = _item(scene, index)
        if item is None:
            continue
        buys = _has(scene, index, words().buying)
        owner, other = _sides(scene, index)
        if buys:
            owner, other = other, owner
        yield _offer(scene, "supply", owner, other, item, "offer.supplied", 0.82)


def needed(scene: Scene) -> Iterator[Offer]:
    """«желает перенять опыт у Минска», «заинтересованы в поставках лифтов», «изучаем опыт коллег»."""
    for index in _verbs(scene, words().needing):
        item = _item(scene, index)
        if item is None:
            continue
        subject, other = _sides(scene, index)
        yield _offer(scene, "need", other, subject, item, "offer.needed", 0.82)


def offered(scene: Scene) -> Iterator[Offer]:
    """«готовы предложить семена», «поделится опытом благоустройства», «есть что предложить в плане …»."""
    for index in _verbs(scene, words().offering):
        item = _item(scene, index)
        if item is None:
            continue
        subject, other = _sides(scene, index)
        yield _offer(scene, "offer", subject, other, item, "offer.offered", 0.78)


def something_to_offer(scene: Scene) -> Iterator[Offer]:
    """«Есть что предложить и в плане оздоровления …»: the item may stand in the next sentence."""
    tokens = scene.tokens
    for index in _verbs(scene, frozenset({"предложить"})):
        if index < 2 or tokens[index - 1].lower != "что":
            continue
        for i in range(index + 1, min(len(tokens) - 3, index + 16)):
            if tokens[i].lower == "плане" and tokens[i - 1].lower == "в":
                last = next((j for j in range(i, len(tokens)) if tokens[j].text in {".", ";", "!"}), i + 1)
                subject, other = _sides(scene, index)
                item = item_between(scene, i + 1, last)
                kind = next((k for j in range(i + 1, last) if (k := _kind(scene, j))), "service")
                yield _offer(scene, "offer", subject, other, (item, kind), "offer.something_to_offer", 0.66)
                break


def they_have(scene: Scene) -> Iterator[Offer]:
    """«у них есть интересные технологии, например, по водоснабжению»; the next sentence may go on."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last):
        word = tokens[index].word
        if word is None or word.form != "есть":
            continue
        for i in range(index + 1, min(scene.sentence.last, index + 5)):
            kind = _kind(scene, i)
            if kind is None:
                continue
            item = item_between(scene, i, clause_end(scene, i))
            more = _for_example(scene)
            theirs = any(token.lower in {"них", "коллег"} for token in tokens[scene.sentence.first : index])
            subject, other = _sides(scene, index)
            if theirs:
                subject, other = other, subject
            whole = f"{item} {more}" if more else item
            yield _offer(scene, "offer", subject, other, (whole, kind), "offer.they_have", 0.68)
            break


def in_demand(scene: Scene) -> Iterator[Offer]:
    """«выпуск пассажирской техники, которая востребована у коллег»: the goods named before."""
    for index in _verbs(scene, frozenset({"востребовать", "востребованный"})):
        for i in range(index - 1, scene.sentence.first - 1, -1):
            if _kind(scene, i) == "goods" and not _has(scene, i, frozenset({"продукция", "товар"})):
                first = i
                while first > scene.sentence.first and _is_adjective(scene, first - 1):
                    first -= 1
                subject, other = _sides(scene, index)
                item = item_between(scene, first, i + 1)
                yield _offer(scene, "offer", subject, other, (item, "goods"), "offer.in_demand", 0.62)
                break


def to_deliver(scene: Scene) -> Iterator[Offer]:
    """«увеличение поставок сельхозтехники», «поставки автобусов в Омск»: what is to be delivered."""
    tokens = scene.tokens
    for index in _nouns(scene, words().deliveries):
        first = index + 1
        while first < scene.sentence.last and (tokens[first].lower in {"из", "в"} or _is_place(scene, first)):
            first += 1
        if first >= scene.sentence.last or not _is_nominal(scene, first):
            continue
        last = clause_end(scene, first)
        for i in range(first, last):
            if tokens[i].lower in {"в", "на", "из", "для"} and i > first:
                last = i
                break
        item = item_between(scene, first, last)
        kind = next((k for i in range(first, last) if (k := _kind(scene, i))), "goods")
        subject, other = _sides(scene, index)
        yield _offer(scene, "offer", subject, other, (item, kind), "offer.to_deliver", 0.78)


OfferRule = Callable[[Scene], Iterator[Offer]]

OFFER_RULES: tuple[OfferRule, ...] = (
    supplied,
    needed,
    something_to_offer,
    offered,
    they_have,
    in_demand,
    to_deliver,
)


# ---------------------------------------------------------------- what the rules share


def _verbs(scene: Scene, lemmas: frozenset[str]) -> Iterator[int]:
    for index in range(scene.sentence.first, scene.sentence.last):
        if _has(scene, index, lemmas):
            yield index


_nouns = _verbs


def _has(scene: Scene, index: int, lemmas: frozenset[str]) -> bool:
    word = scene.tokens[index].word
    return word is not None and not word.lemmas.isdisjoint(lemmas)


def _kind(scene: Scene, index: int) -> str | None:
    word = scene.tokens[index].word
    if word is None or not word.is_pos("NOUN"):
        return None
    return next((words().kinds[lemma] for lemma in sorted(word.lemmas) if lemma in words().kinds), None)


def _item(scene: Scene, index: int) -> tuple[str, str] | None:
    """What stands after the verb: from the first word of its noun phrase to the clause's end."""
    limit = min(scene.sentence.last, index + _REACH)
    for i in range(index + 1, limit):
        kind = _kind(scene, i)
        if kind is None:
            continue
        first = i
        while first > index + 1 and _is_adjective(scene, first - 1):
            first -= 1
        item = item_between(scene, first, _item_end(scene, i))
        return (item, kind) if item else None
    return None


def _item_end(scene: Scene, first: int) -> int:
    """The clause's end, or an earlier «у», «для», «с» that begins another member."""
    last = clause_end(scene, first)
    for i in range(first + 1, last):
        if scene.tokens[i].lower in {"у", "включая", "с", "особенно"}:
            return i
    return last


def _is_adjective(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos in {"ADJF", "PRTF"}


def _is_nominal(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.is_pos("NOUN", "ADJF", "PRTF")


def _is_place(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return any(m.start <= token.start < m.end for m in scene.context.places_in(*scene.span))


def _for_example(scene: Scene) -> str:
    """The sentence that goes on: «Например, по водоснабжению и водоотведению»."""
    following = scene.sentence.index + 1
    sentences = scene.context.layout.sentences
    if following >= len(sentences) or sentences[following].paragraph != scene.sentence.paragraph:
        return ""
    tokens = scene.context.layout.tokens_of(sentences[following])
    if len(tokens) < 3 or tokens[0].lower != "например":
        return ""
    words_: list[str] = []
    for token in tokens[1:]:
        if token.text in {",", "—", "–", "."}:
            if words_:
                break
            continue
        words_.append(token.text)
    return " ".join(words_)


def _sides(scene: Scene, index: int) -> tuple[str | None, str | None]:
    """Who acts and who is on the other side: the speaker or the subject, and the rest of the pair."""
    position = scene.tokens[index].start
    pair = scene.stands_of_document.pair
    before = [s for s in scene.stands if s.end <= position and s.role in {"other", "between"}]
    firms = [m.entity for m in scene.organizations if m.end <= position]
    subject: str | None
    if scene.speaker_place is not None:
        subject = scene.speaker_place
    elif before:
        subject = before[-1].place
    elif firms:
        subject = firms[-1]
    else:
        subject = None
    others = [place for place in pair if place != subject]
    after = [s.place for s in scene.stands if s.start >= position and s.place != subject]
    other = after[0] if after else (others[0] if others and subject is not None else None)
    return subject, other


def _offer(
    scene: Scene,
    direction: str,
    owner: str | None,
    wanting: str | None,
    item: tuple[str, str],
    rule: str,
    confidence: float,
) -> Offer:
    return Offer(
        direction=direction,  # type: ignore[arg-type]
        from_=owner,
        to=wanting,
        kind=item[1],  # type: ignore[arg-type]
        item=item[0],
        evidence=(scene.span,),
        confidence=confidence,
        rule=rule,
    )


def _same(left: Offer, right: Offer) -> bool:
    a, b = left.item.lower(), right.item.lower()
    return a in b or b in a
