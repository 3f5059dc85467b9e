"""Partners: «партнёрские отношения», «город-партнёр Омска», «среди партнёров – Павлодар и Гомель»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, is_noun, span_between
from pobratim.reading.records.documents import document_between
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.ties.called_partners import is_partner_of, is_trading
from pobratim.reading.records.ties.lasting import lasts, of_others
from pobratim.reading.records.ties.lists import Told, goes_into_twins, word_of, words_of
from pobratim.reading.records.ties.meant import is_said_of_both
from pobratim.reading.records.ties.merging import BY_DOCUMENT
from pobratim.reading.records.ties.others import binds_bodies
from pobratim.reading.records.ties.places import pairs_of
from pobratim.reading.records.ties.rows import bearer_at
from pobratim.reading.records.ties.telling import tie_told
from pobratim.reading.records.ties.unnamed import send_guests
from pobratim.reading.text.segments import DASHES, DESCRIBING
from pobratim.reading.triggers import needs


@needs(lambda: union(words().partner_adjectives, words().brotherly, words().between_lands))
def partners(scene: Scene) -> Iterator[Told]:
    """«между городами существуют партнёрские отношения», «установлены дружественные отношения»."""
    friendly = union(words().partner_adjectives, words().brotherly, words().between_lands)
    for index in range(scene.sentence.first, scene.sentence.last - 1):
        adjective, noun = scene.tokens[index].word, scene.tokens[index + 1].word
        if adjective is None or noun is None or adjective.lemmas.isdisjoint(friendly):
            continue
        if noun.lemmas.isdisjoint(words().relations):
            continue
        if _are_of_countries(scene, index + 2) or _are_with_bodies(scene, index + 2) or _is_aim(scene, index):
            return
        if binds_bodies(scene, index):
            return
        existing = has_lemma_between(scene, *scene.clauses.stretch_at(index), union(words().existence, words().ending))
        if not adjective.lemmas.isdisjoint(words().between_lands) and not _are_set_up(scene, index):
            return
        if existing or (lasts(scene, index) and not of_others(scene, index)):
            kind = "twin" if goes_into_twins(scene) else "partner"
            named = document_between(scene.context, max(scene.sentence.first, index - _NEAR), index) is not None
            yield from tie_told(scene, index, kind, BY_DOCUMENT if named else "partnership.partner", 0.85)
        return


def _are_set_up(scene: Scene, index: int) -> bool:
    """«налажены межрайонные связи: Лидского района с Псковским»: it happened, and they are with one that is named."""
    first, last = scene.clauses.stretch_at(index)
    done = any(
        parse.pos in {"VERB", "PRTS"} and "past" in parse.tags
        for i in scene.with_lemmas(words().existence) if first <= i < last
        for parse in scene.tokens[i].word.parses  # type: ignore[union-attr]
    )  # fmt: skip
    return done and any(s.role in {"with", "between"} for s in named_sides(scene, *span_between(scene, first, last)))


def _is_aim(scene: Scene, index: int) -> bool:
    """«приехали в целях | развития и укрепления | дружеских отношений», «для установления | партнёрских связей»: what
    somebody comes for, no tie as yet told of."""
    before = index - 1
    while before > scene.sentence.first and _is_of_aim(scene, before):
        before -= 1
    lead = [token.lower for token in scene.tokens[before - 1 : before + 1]]
    return lead[-1:] in (["для"], ["ради"]) or lead in (["в", "целях"], ["с", "целью"])


def _is_of_aim(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.lower in {"и", ","} or token.is_mostly(DESCRIBING):
        return True
    return token.lower not in {"целях", "целью"} and is_noun(scene, index) and token.is_case("gent")


def _are_of_countries(scene: Scene, index: int) -> bool:
    """«отношений | между двумя странами»: not of the places that the document is about."""
    near = range(index, min(index + _NEAR, scene.sentence.last))
    regions = next((i for i in near if scene.tokens[i].lower in {"регионами", "городами", "районами"}), None)
    if regions is not None and (mention := scene.mention_at(regions + 1)) is not None:
        return scene.context.by_id[mention.entity].type == "country"  # «между регионами | Беларуси и Литвы»
    words_ = (scene.tokens[i].word for i in near if scene.mention_at(i) is None)
    return any(word is not None and not word.lemmas.isdisjoint({"страна", "государство", "народ"}) for word in words_)


def _are_with_bodies(scene: Scene, index: int) -> bool:
    """«партнёрские связи | с различными ведомствами»: whose they are with has no name."""
    if index >= scene.sentence.last or scene.tokens[index].lower not in {"с", "со"}:
        return False
    following = range(index + 1, min(index + _NEAR, scene.sentence.last))
    noun = next((i for i in following if not scene.tokens[i].is_mostly(DESCRIBING)), None)
    word = scene.tokens[noun].word if noun is not None and scene.mention_at(noun) is None else None
    bodies = union(documents().bodies, documents().companies, documents().establishments)
    return word is not None and not word.lemmas.isdisjoint(bodies | {"ведомство", "организация", "представительство"})


_PARTNERSHIP = frozenset({"партнёрство", "партнерство"})


@needs(_PARTNERSHIP)
def established(scene: Scene) -> Iterator[Told]:
    """«обсудили возможность установления партнёрства»: as yet between the two places of the document."""
    for index in scene.with_lemmas(_PARTNERSHIP):
        before = range(max(scene.sentence.first, index - 3), index)
        if any(has_lemma_between(scene, i, i + 1, _ESTABLISHING) for i in before) and not _is_aim(scene, index):
            yield from tie_told(scene, index, "partner", "partnership.established", 0.7)
            return


_ESTABLISHING = frozenset({"установление", "установить"})
_NEAR = 4
"""Tokens from a document to the relations it is on («договор об установлении дружественных отношений»)."""


@needs(lambda: union(words().partner_cities, words().partner_adjectives))
def partner_cities(scene: Scene) -> Iterator[Told]:
    """«города-партнёры Минск и Уфа», «город-партнёр Омска», «партнёрский город Киль»."""
    index = word_of(scene, words().partner_cities)
    if index is None:
        friendly = words_of(scene, words().partner_adjectives)
        index = next((i for i in friendly if bearer_at(scene, i) is not None), None)
    if index is not None and not send_guests(scene, index):
        yield from tie_told(scene, index, "partner", "partnership.partner_cities", 0.85)


@needs(lambda: words().partner_nouns)
def they_are_partners(scene: Scene) -> Iterator[Told]:
    """«Партнёрами города были с 2002 года», «округ стал партнёром района»; not «торговый партнёр»."""
    for index in scene.with_lemmas(words().partner_nouns):
        if is_trading(scene, index):
            continue
        if _is_predicate(scene, index) or is_partner_of(scene, index):
            yield from tie_told(scene, index, "partner", "partnership.they_are_partners", 0.82)
            return
        word = scene.tokens[index].word
        if word is None or not (word.is_case("ablt") or _are_among(scene, index)):
            continue
        if _was_once(scene, index):
            return
        if has_lemma_between(scene, *scene.clauses.stretch_at(index), words().being):
            yield from tie_told(scene, index, "partner", "partnership.they_are_partners", 0.82)
            return


def _are_among(scene: Scene, index: int) -> bool:
    """«В партнёрах | (у Омска) остаются Лида и Тара»: a list of them."""
    word = scene.tokens[index].word
    plural = word is not None and any(p.case == "loct" and p.number == "plur" for p in word.parses)
    return plural and index > scene.sentence.first and scene.tokens[index - 1].lower == "в"


def _was_once(scene: Scene, index: int) -> bool:
    """«Омск был старейшим партнёром Лиды, но теперь …»: so it was, and what it is now is told behind."""
    first, last = scene.clauses.stretch_at(index)
    was = any(token.lower in {"был", "была", "были"} for token in scene.tokens[first:index])
    behind = [token.lower for token in scene.tokens[last : last + 2]]
    return was and not scene.dates and any(word in {"но", "однако"} for word in behind)


def _is_predicate(scene: Scene, index: int) -> bool:
    """«Омск и Павлодар – давние партнёры»: behind a dash, of the two before it."""
    word = scene.tokens[index].word
    if word is None or not any(p.case == "nomn" and p.number == "plur" for p in word.parses):
        return False
    dash = next((i for i in range(index - 1, index - 1 - _TO_DASH, -1) if scene.tokens[i].text in DASHES), None)
    if dash is None or dash <= scene.sentence.first:
        return False
    if is_said_of_both(scene, index):
        return True
    before = named_sides(scene, scene.sentence.start, scene.tokens[dash].start)
    return len({stand.place for stand in before}) == 2


_TO_DASH = 5
"""Tokens from a dash to «партнёры» («– давние друзья и партнёры»)."""


@needs(lambda: words().partner_nouns)
def partner_lists(scene: Scene) -> Iterator[Told]:
    """«Среди партнёров Омска – Павлодар и Гомель», «у города десять партнёров, в их числе Гданьск и Лодзь»."""
    for index in scene.with_lemmas(words().partner_nouns):
        word = scene.tokens[index].word
        if word is None or is_trading(scene, index) or _are_met(scene, index):
            continue
        plural = any(parse.number == "plur" for parse in word.parses)
        if plural and has_lemma_between(scene, scene.sentence.first, scene.sentence.last, words().listing):
            listed = pairs_of(scene, index, "partner")
            if len(listed) > 1:
                yield from tie_told(scene, index, "partner", "partnership.partner_lists", 0.8)
        return


def _are_met(scene: Scene, index: int) -> bool:
    """«в ходе встреч с белорусскими партнёрами, где также …»: people, unless a list follows at once («с партнёрами,
    среди которых Омск и Тара»)."""
    lead = next((i for i in range(index - 1, scene.sentence.first - 1, -1) if not is_adjective(scene, i)), None)
    if lead is None or scene.tokens[lead].lower not in {"с", "со"}:
        return False
    return not has_lemma_between(scene, index, min(index + _NEAR, scene.sentence.last), words().listing)
