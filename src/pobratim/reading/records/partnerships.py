"""Partnerships: two places are twins or partners, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.model.reading import Event, Partnership, Quote
from pobratim.reading.context import Context
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.names_of_events import EventName, event_names
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.segments import Token


def find_partnerships(context: Context, stands: Stands, quotes: list[Quote], events: list[Event]) -> list[Partnership]:
    """The partnerships of a document, one a pair and kind."""
    found = [
        partnership
        for scene in scenes(context, stands, quotes)
        for rule in PARTNERSHIP_RULES
        for partnership in rule(scene)
    ]
    return [_dated_by_signing(context, partnership, events) for partnership in _merge(found)]


@dataclass(frozen=True, slots=True)
class _Since:
    edtf: str | None
    basis: Basis | None


def twins(scene: Scene) -> Iterator[Partnership]:
    """«Минск и Сочи стали городами-побратимами», «город-побратим Бобруйск», «побратимские связи»."""
    index = _first(scene, words().twin)
    if index is not None and not _named_next(scene):
        yield from _partnerships(scene, index, "twin", "partnership.twin", 0.92)


def partners(scene: Scene) -> Iterator[Partnership]:
    """«между городами существуют партнёрские отношения», «установлены дружественные отношения»."""
    for index in range(scene.sentence.first, scene.sentence.last - 1):
        adjective, noun = scene.tokens[index].word, scene.tokens[index + 1].word
        if adjective is None or noun is None or adjective.lemmas.isdisjoint(words().partner_adjectives):
            continue
        if noun.lemmas.isdisjoint(words().relations):
            continue
        if _near(scene, index, words().existence):
            yield from _partnerships(scene, index, "partner", "partnership.partner", 0.85)
        return


def partner_cities(scene: Scene) -> Iterator[Partnership]:
    """«города-партнёры Минск и Уфа», «город-партнёр Омска»."""
    if _first(scene, words().twin) is not None:
        return
    index = _first(scene, words().partner_nouns)
    if index is not None:
        yield from _partnerships(scene, index, "partner", "partnership.partner_cities", 0.85)


def they_are_partners(scene: Scene) -> Iterator[Partnership]:
    """«Партнёрами города были с 2002 года», «партнёрами они остаются уже 14 лет»."""
    for index in range(scene.sentence.first, scene.sentence.last):
        token = scene.tokens[index]
        if token.lower in {"партнерами", "партнёрами"} and _near(scene, index, words().being):
            yield from _partnerships(scene, index, "partner", "partnership.they_are_partners", 0.82)
            return


def listed_twins(scene: Scene) -> Iterator[Partnership]:
    """«У Минска 33 города-побратима. В их числе Калуга, Уфа и Ульяновск»: the list goes on."""
    index = scene.sentence.index - 1
    named_now = _begins_with_it(scene.tokens[scene.sentence.first].lower)
    listing = named_now or _first(scene, words().listing) is not None
    if index < 0 or _first(scene, words().twin) is not None or not listing:
        return
    before = scene.context.layout.sentences[index]
    earlier = Scene(scene.context, scene.stands_of_document, before)
    if before.paragraph != scene.sentence.paragraph or _first(earlier, words().twin) is None:
        return
    whole = (scene.sentence.first, scene.sentence.last)
    listed = _named(scene, whole)[: 1 if named_now else None]
    told = [place for place in _named(earlier, (before.first, before.last)) if place not in listed]
    hub = told[0] if told else _outer_hub(scene, listed)
    if hub is None or len(listed) < (1 if named_now else 2):
        return
    for place in listed:
        if not _comes_before(scene, place):
            yield Partnership(
                parties=(hub, place),
                kind="twin",
                evidence=((before.start, scene.sentence.end),),
                confidence=0.75,
                rule="partnership.listed_twins",
            )


def _begins_with_it(word: str) -> bool:
    """«Им стал Гомель», «Ими стали Брест и Гродно»."""
    return word in {"им", "ими"}


def _named_next(scene: Scene) -> bool:
    """Does the next sentence name the twin («… прибавился побратим. Им стал Гомель»)?"""
    index = scene.sentence.index + 1
    sentences = scene.context.layout.sentences
    return index < len(sentences) and _begins_with_it(scene.tokens[sentences[index].first].lower)


def _comes_before(scene: Scene, place: str) -> bool:
    """«раньше Омска в список вошли …»: a measure of time, not one of the list."""
    for stand in scene.stands:
        if stand.place == place:
            tokens = scene.context.tokens_in(max(scene.sentence.start, stand.start - 8), stand.start)
            return bool(tokens) and tokens[-1].lower in {"раньше", "после", "кроме", "помимо"}
    return False


PartnershipRule = Callable[[Scene], Iterator[Partnership]]

PARTNERSHIP_RULES: tuple[PartnershipRule, ...] = (
    twins,
    partners,
    they_are_partners,
    partner_cities,
    listed_twins,
)


# ---------------------------------------------------------------- what the rules share


def _first(scene: Scene, lemmas: frozenset[str]) -> int | None:
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(lemmas):
            return index
    return None


def _has_verb(tokens: list[Token]) -> bool:
    return any(
        token.word and any(p.pos in {"VERB", "PRTS", "GRND"} and p.score > 0.5 for p in token.word.parses)
        for token in tokens
    )


def _near(scene: Scene, index: int, lemmas: frozenset[str]) -> bool:
    """Does one of the words stand in the same clause (no comma between) as the token?"""
    first, last = _clause(scene, index)
    return any(token.word and not token.word.lemmas.isdisjoint(lemmas) for token in scene.tokens[first:last])


def _clause(scene: Scene, index: int) -> tuple[int, int]:
    """The clause of a token: the sentence cut at commas, pieces without a verb joined to the one before."""
    tokens, last = scene.tokens, scene.sentence.last
    start = scene.sentence.first
    commas = [i for i in range(start, last) if tokens[i].text == ","]
    for comma, following in pairwise([*commas, last]):
        if _has_verb(tokens[start:comma]) and _has_verb(tokens[comma:following]):
            if index < comma:
                return start, comma
            start = comma + 1
    return start, last


def _partnerships(scene: Scene, index: int, kind: str, rule: str, confidence: float) -> Iterator[Partnership]:
    pairs = _pairs(scene, index)
    since = _since(scene, index)
    if len(pairs) > 1 and len([d for d in scene.context.dates_in(*scene.span) if d.kind == "point"]) > 1:
        since = _Since(None, None)  # which day belongs to which pair cannot be told
    planned = _is_planned(scene)
    for pair, sure in pairs:
        if scene.stands_of_document.contain(*pair):
            continue  # a city and its own region are no partners
        yield Partnership(
            parties=pair,
            kind=kind,  # type: ignore[arg-type]
            since=None if planned else since.edtf,
            since_basis=None if planned else since.basis,
            status="planned" if planned else "active",
            evidence=(scene.span,),
            confidence=confidence if sure else confidence - 0.12,
            rule=rule,
        )


def _pairs(scene: Scene, index: int) -> list[tuple[tuple[str, str], bool]]:
    """The pairs meant and whether the sentence itself names both places."""
    pair = scene.stands_of_document.pair
    apposed = _apposed(scene, index)
    if apposed is not None:
        return [apposed]
    named = _named(scene, _clause(scene, index))
    if len(named) < 2:
        named = _named(scene, (scene.sentence.first, scene.sentence.last))
    if len(named) == 2:
        return [((named[0], named[1]), True)]
    if len(named) > 2:
        hub = _hub(scene, index, named)
        if hub is not None:
            return [((hub, place), True) for place in named if place != hub]
        outer = _outer_hub(scene, named)
        return [((outer, place), False) for place in named if place != outer] if outer else []
    if not _means_the_pair(scene, index):
        return []
    if len(named) == 1:
        others = [place for place in pair if place != named[0]]
        return [((named[0], others[0]), False)] if others else []
    return [((pair[0], pair[1]), False)] if len(pair) == 2 else []


def _means_the_pair(scene: Scene, index: int) -> bool:
    """Where the sentence does not name both: «побратимские связи», «город-побратим», «побратимами стали».

    The plural alone («Брест собрал побратимов», «побратимы намерены») may mean any.
    """
    word = scene.tokens[index].word
    if word is None or any(name.start <= scene.tokens[index].start < name.end for name in _event_names(scene)):
        return False
    if word.pos != "NOUN" or any(parse.number == "sing" for parse in word.parses if parse.pos == "NOUN"):
        return True
    return _near(scene, index, words().becoming | words().being)


def _event_names(scene: Scene) -> list[EventName]:
    return [*event_names(scene, "forum"), *event_names(scene, "days")]


def _named(scene: Scene, clause: tuple[int, int]) -> list[str]:
    """The places of a stretch of tokens that may be partners; a country only in «отношения с Беларусью»."""
    by_id = scene.context.by_id
    start, end = scene.tokens[clause[0]].start, scene.tokens[clause[1] - 1].end
    stands = [s for s in scene.outer_stands if start <= s.start < end and s.role not in {"in", "to"}]
    near = list(dict.fromkeys(s.place for s in stands if by_id[s.place].type != "country"))
    if len(near) == 1:
        near += [s.place for s in stands if by_id[s.place].type == "country" and s.role == "with"][:1]
    return near


def _apposed(scene: Scene, index: int) -> tuple[tuple[str, str], bool] | None:
    """«мэр Ишима посетил город-побратим Бобруйск»: the place right after the noun, and whose twin it is."""
    tokens = scene.tokens
    word = tokens[index].word
    if word is None or not any(p.pos == "NOUN" and p.number == "sing" for p in word.parses):
        return None
    after = [s for s in scene.stands if s.kind == "place" and s.start >= tokens[index].end]
    if not after or scene.context.tokens_in(tokens[index].end, after[0].start):
        return None
    twin = after[0].place
    strong = [s.place for s in scene.stands if s.kind != "place" and s.place != twin]
    others = strong or [place for place in scene.stands_of_document.pair if place != twin]
    return ((others[0], twin), bool(strong)) if others else None


def _hub(scene: Scene, index: int, named: list[str]) -> str | None:
    """«городами-побратимами Смоленска являются …»: the place right after the noun, or «у Минска»."""
    tokens = scene.tokens
    for stand in scene.outer_stands:
        before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 3), stand.start)
        if stand.place in named and before and before[-1].lower == "у":
            return stand.place  # «у Бийска есть ещё шесть городов-побратимов: Ховд, Цзиси …»
    joined = [s.place for s in scene.outer_stands if s.role == "with" and s.place in named]
    if len(joined) == 1:
        return joined[0]  # «породнены со Смоленском Витебск, Орша и …»
    alone = [place for place in named if place not in joined]
    if joined and len(alone) == 1:
        return alone[0]  # «Гомель породнился с Нижним Новгородом, а затем с Екатеринбургом»
    for stand in scene.stands:
        if stand.place not in named:
            continue
        follows = stand.start > tokens[index].start
        if follows and not scene.context.tokens_in(tokens[index].end, stand.start):
            following = scene.context.text((stand.end, min(scene.sentence.end, stand.end + 2))).strip()
            return None if following[:1] in {",", "и"} else stand.place
    return None


def _outer_hub(scene: Scene, named: list[str]) -> str | None:
    """The place of the document that the listed ones are twins of: the weightiest not in the list."""
    return next((p for p in scene.stands_of_document.focus if p not in named), None)


def _since(scene: Scene, index: int) -> _Since:
    """«с 2018 года», «в 2023 году стали побратимами», «14 лет существуют»."""
    first, last = _clause(scene, index)
    span = (scene.tokens[first].start, scene.tokens[last - 1].end)
    dates = [d for d in scene.context.dates_in(*span) if d.edtf]
    for date in dates:
        if date.kind in {"since", "duration"} and "/" not in (date.edtf or ""):
            return _Since(date.edtf, date.basis)
    becoming = _first(scene, words().becoming)
    if becoming is None:
        return _Since(None, None)
    points = [d for d in dates if d.kind == "point"]
    position = scene.tokens[becoming].start
    nearest = min(points, key=lambda d: abs(d.start - position), default=None)
    return _Since(nearest.edtf, nearest.basis) if nearest else _Since(None, None)


def _is_planned(scene: Scene) -> bool:
    """«планируют стать побратимами», «станут городами-побратимами»."""
    for token in scene.tokens[scene.sentence.first : scene.sentence.last]:
        word = token.word
        if word is None:
            continue
        becoming = not word.lemmas.isdisjoint(words().becoming)
        if becoming and word.parses and "futr" in word.parses[0].tags:
            return True
        if becoming and word.parses and word.parses[0].pos == "INFN":
            return True
    return False


def _dated_by_signing(context: Context, partnership: Partnership, events: list[Event]) -> Partnership:
    """The day of the signing that makes two places twins or partners is the day they are so since."""
    if partnership.since is not None or partnership.status != "active":
        return partnership
    told = " ".join(context.text(span).lower() for span in partnership.evidence)
    if not any(stem in told for stem in words().becoming_stems):
        return partnership
    signings = [
        event
        for event in events
        if event.kind == "signing"
        and event.status == "held"
        and event.date
        and "/" not in event.date
        and set(partnership.parties) == set(event.parties)
    ]
    if len(signings) != 1:
        return partnership
    return replace(partnership, since=signings[0].date, since_basis=signings[0].date_basis)


def _merge(found: list[Partnership]) -> list[Partnership]:
    merged: list[Partnership] = []
    for partnership in found:
        for index, other in enumerate(merged):
            same = set(other.parties) == set(partnership.parties) and other.kind == partnership.kind
            dates = (other.since, partnership.since)
            if same and (None in dates or edtf.compatible(*dates)):
                exact = other if other.since else partnership
                merged[index] = replace(
                    other,
                    since=exact.since,
                    since_basis=exact.since_basis,
                    status="active" if "active" in (other.status, partnership.status) else other.status,
                    evidence=tuple(dict.fromkeys(other.evidence + partnership.evidence)),
                    confidence=max(other.confidence, partnership.confidence),
                )
                break
        else:
            merged.append(partnership)
    return merged
