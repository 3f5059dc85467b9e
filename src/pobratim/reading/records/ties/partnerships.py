"""Partnerships: two places are twins or partners, and since when.

Each rule finds the word of a sentence that tells of a tie; `partnership_places` says between whom,
`partnership_times` since when and whether it is, will be or is no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Partnership, Quote
from pobratim.reading.context import Context
from pobratim.reading.records.clauses import clause_of, has_lemma_between, span_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.sides.alike import same_sides, under_one_name
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.ties.lists import (
    Told,
    listed_twins,
    named_next,
    since_told_later,
    word_of,
    words_of,
)
from pobratim.reading.records.ties.places import Pair, is_said_of_both, pairs_of
from pobratim.reading.records.ties.times import UNKNOWN, Since, is_denied, since_of, status_of
from pobratim.reading.text.segments import DASHES


def find_partnerships(
    context: Context, stands: Stands, quotes: list[Quote], events: list[Event], agreements: list[Agreement]
) -> list[Partnership]:
    """The partnerships of a document, one a pair and kind."""
    found = [
        told
        for scene in scenes(context, stands, quotes)
        for rule in PARTNERSHIP_RULES
        for told in rule(scene)
    ]  # fmt: skip
    merged = _stages(_merge(_as_twins(_as_named(stands, [*found, *_by_document(agreements)]))))
    return [_dated(stands, partnership, events, agreements) for partnership in merged]


def twins(scene: Scene) -> Iterator[Told]:
    """«Минск и Сочи стали городами-побратимами», «город-побратим Бобруйск», «побратимские связи»."""
    if named_next(scene):
        return
    for index in words_of(scene, words().twin):
        yield from _told(scene, index, "twin", "partnership.twin", 0.92)


def partners(scene: Scene) -> Iterator[Told]:
    """«между городами существуют партнёрские отношения», «установлены дружественные отношения»."""
    for index in range(scene.sentence.first, scene.sentence.last - 1):
        adjective, noun = scene.tokens[index].word, scene.tokens[index + 1].word
        if adjective is None or noun is None or adjective.lemmas.isdisjoint(words().partner_adjectives):
            continue
        if noun.lemmas.isdisjoint(words().relations):
            continue
        if has_lemma_between(scene, *clause_of(scene, index), words().existence | words().ending):
            yield from _told(scene, index, "partner", "partnership.partner", 0.85)
        return


def partner_cities(scene: Scene) -> Iterator[Told]:
    """«города-партнёры Минск и Уфа», «город-партнёр Омска»."""
    index = word_of(scene, words().partner_cities)
    if index is not None:
        yield from _told(scene, index, "partner", "partnership.partner_cities", 0.85)


def they_are_partners(scene: Scene) -> Iterator[Told]:
    """«Партнёрами города были с 2002 года», «округ стал партнёром района»; not «торговый партнёр»."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(words().partner_nouns):
            continue
        if _is_trading(scene, index):
            continue
        if _is_predicate(scene, index):
            yield from _told(scene, index, "partner", "partnership.they_are_partners", 0.82)
            return
        if not any(p.case == "ablt" for p in word.parses):
            continue
        if has_lemma_between(scene, *clause_of(scene, index), words().being):
            yield from _told(scene, index, "partner", "partnership.they_are_partners", 0.82)
            return


def _is_predicate(scene: Scene, index: int) -> bool:
    """«Омск и Павлодар – давние партнёры»: behind a dash, of the two before it."""
    word = scene.tokens[index].word
    if word is None or not any(p.case == "nomn" and p.number == "plur" for p in word.parses):
        return False
    dash = next((i for i in range(index - 1, index - 4, -1) if scene.tokens[i].text in DASHES), None)
    if dash is None or dash <= scene.sentence.first:
        return False
    if is_said_of_both(scene, index):
        return True
    before = named_sides(scene, scene.sentence.start, scene.tokens[dash].start)
    return len({stand.place for stand in before}) == 2


def partner_lists(scene: Scene) -> Iterator[Told]:
    """«Среди партнёров Омска – Павлодар и Гомель», «у города десять партнёров, в их числе Гданьск и Лодзь»."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(words().partner_nouns) or _is_trading(scene, index):
            continue
        plural = any(parse.number == "plur" for parse in word.parses)
        if plural and has_lemma_between(scene, scene.sentence.first, scene.sentence.last, words().listing):
            listed = pairs_of(scene, index, "partner")
            if len(listed) > 1:
                yield from _told(scene, index, "partner", "partnership.partner_lists", 0.8)
        return


def friends(scene: Scene) -> Iterator[Told]:
    """«с общиной Апатин город дружит с 2009 года», «район теперь дружит с Омском»: a friendship that lasts."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or "дружить" not in word.lemmas or "infn" in word.parses[0].pos.lower():
            continue
        lasting = any(d.kind in {"since", "duration"} for d in scene.context.dates_in(*scene.span))
        lasting = lasting or scene.tokens[index - 1].lower == "теперь"
        twins_too = word_of(scene, words().twin) is not None
        if lasting and not (twins_too and not _are_named(scene, index)):
            yield from _told(scene, index, "partner", "partnership.friends", 0.8)
        return


def _are_named(scene: Scene, index: int) -> bool:
    """Does the clause name its own two places, apart from the twins that the sentence speaks of?"""
    span = span_between(scene, *clause_of(scene, index))
    own = not has_lemma_between(scene, *clause_of(scene, index), words().twin)
    return own and len({stand.place for stand in named_sides(scene, *span)}) == 2


def broken_off(scene: Scene) -> Iterator[Told]:
    """«Смоленск приостановил отношения с Хагеном (Германия) и Тюлем»: whatever they were called before."""
    index = word_of(scene, words().relations)
    if index is None or word_of(scene, words().twin) is not None:
        return
    clause = clause_of(scene, index)
    ended = has_lemma_between(scene, *clause, words().ending)
    if not ended or not any(s.role == "with" for s in named_sides(scene, *span_between(scene, *clause))):
        return
    about_twins = any(word_of(other, words().twin) is not None for other in _earlier(scene))
    yield from _told(scene, index, "twin" if about_twins else "partner", "partnership.broken_off", 0.8)


def _earlier(scene: Scene) -> Iterator[Scene]:
    """The sentences before, back to the beginning."""
    for sentence in scene.context.layout.sentences[: scene.sentence.index]:
        yield Scene(scene.context, scene.stands_of_document, sentence)


PartnershipRule = Callable[[Scene], Iterator[Told]]

PARTNERSHIP_RULES: tuple[PartnershipRule, ...] = (
    twins,
    partners,
    they_are_partners,
    partner_cities,
    partner_lists,
    friends,
    broken_off,
    listed_twins,
    since_told_later,
)


# ---------------------------------------------------------------- what the rules share


def _told(scene: Scene, index: int, kind: str, rule: str, confidence: float) -> Iterator[Told]:
    if is_denied(scene, index):
        return
    pairs = pairs_of(scene, index, kind)
    status, strength = status_of(scene, index)
    since = since_of(scene, index, status)
    several_days = len([d for d in scene.context.dates_in(*scene.span) if d.kind == "point"]) > 1
    if len(pairs) > 1 and (several_days or any(pair.date for pair in pairs)):
        since = UNKNOWN  # which day belongs to which pair cannot be told
    for pair in pairs:
        day = _of_pair(pair, since) if status != "planned" else UNKNOWN
        yield Told(
            Partnership(
                parties=pair.parties,
                kind=kind,  # type: ignore[arg-type]
                since=day.edtf,
                since_basis=day.basis,
                status=status,
                evidence=(scene.span,),
                confidence=confidence if pair.sure else confidence - 0.12,
                rule=rule,
            ),
            strength,
        )


def _of_pair(pair: Pair, since: Since) -> Since:
    return Since(pair.date.edtf, pair.date.basis) if pair.date is not None else since


def _is_trading(scene: Scene, index: int) -> bool:
    """«важнейшим торговым партнёром»: of trade, not of a tie."""
    for position in range(index - 1, max(scene.sentence.first, index - 4) - 1, -1):
        word = scene.tokens[position].word
        if word is None or word.pos not in {"ADJF", "CONJ"}:
            return False
        if not word.lemmas.isdisjoint(words().trading):
            return True
    return False


# ---------------------------------------------------------------- what the document says of one tie


_FRIENDLY = frozenset({"partnership.friends", "partnership.partner"})


def _as_named(stands: Stands, found: list[Told]) -> list[Told]:
    """«Горки и Зерноград стали побратимами», told elsewhere of the two districts: one tie of the towns."""
    names = under_one_name(stands, [(told.partnership.parties, told.strength) for told in found])
    return [
        replace(told, partnership=replace(told.partnership, parties=(pair[0], pair[1])))
        for told, pair in zip(found, names, strict=True)
    ]


def _as_twins(found: list[Told]) -> list[Told]:
    """Friendly relations of places that the text calls twins by the way are those of twins, since then."""
    mentioned: dict[frozenset[str], bool] = {}
    for told in found:
        if told.partnership.kind == "twin":
            by_the_way = told.strength == 1 and told.partnership.since is None
            pair = frozenset(told.partnership.parties)
            mentioned[pair] = mentioned.get(pair, True) and by_the_way
    return [
        replace(told, partnership=replace(told.partnership, kind="twin"))
        if told.partnership.rule in _FRIENDLY and mentioned.get(frozenset(told.partnership.parties))
        else told
        for told in found
    ]


def _merge(found: list[Told]) -> list[Partnership]:
    """One record a pair, kind and stage; what is said outright of its status outweighs mentions."""
    merged: list[Told] = []
    for told in found:
        for index, other in enumerate(merged):
            if _is_same(other.partnership, told.partnership):
                merged[index] = _join(other, told)
                break
        else:
            merged.append(told)
    return [told.partnership for told in merged]


def _stages(found: list[Partnership]) -> list[Partnership]:
    """Of ties between the same two of one kind the first («побратимы с 2011 года» who sign anew); no partnership
    besides where one sentence says both («побратимом и партнёром»)."""
    kept: list[Partnership] = []
    for one in found:
        same = [other for other in found if other is not one and set(other.parties) == set(one.parties)]
        if any(other.kind == one.kind and _is_before(other, one) for other in same):
            continue
        said_so = any(other.kind == "twin" and not set(one.evidence).isdisjoint(other.evidence) for other in same)
        if one.rule != "partnership.they_are_partners" or one.since is not None or not said_so:
            kept.append(one)
    return kept


def _is_before(left: Partnership, right: Partnership) -> bool:
    first, second = edtf.bounds(left.since)[1], edtf.bounds(right.since)[0]
    return left.status == right.status and first is not None and second is not None and first < second


def _is_same(left: Partnership, right: Partnership) -> bool:
    dates = (left.since, right.since)
    same = set(left.parties) == set(right.parties) and left.kind == right.kind
    return same and (None in dates or edtf.compatible(*dates))


_RANK = {"ended": 2, "active": 1, "planned": 0}


def _join(left: Told, right: Told) -> Told:
    one, two = left.partnership, right.partnership
    exact = two if one.since is None or edtf.more_exact(two.since, one.since) else one
    decides = max(left, right, key=lambda told: (told.strength, _RANK[told.partnership.status]))
    status = decides.partnership.status
    joined = replace(
        one,
        since=exact.since if status != "planned" else None,
        since_basis=exact.since_basis if status != "planned" else None,
        status=status,
        evidence=tuple(dict.fromkeys(one.evidence + two.evidence)),
        confidence=max(one.confidence, two.confidence),
    )
    return Told(joined, decides.strength)


def _dated(
    stands: Stands, partnership: Partnership, events: list[Event], agreements: list[Agreement]
) -> Partnership:
    """The day of the signing that makes two places twins or partners is the day they are so since."""
    if partnership.since is not None or partnership.status != "active":
        return partnership
    days = {
        (agreement.signed, agreement.signed_basis)
        for agreement in agreements
        if agreement.status == "signed"
        and agreement.signed
        and same_sides(stands, agreement.parties, partnership.parties)
        and _makes(agreement, partnership.kind)
        and _begins(agreement)
    }
    told = " ".join(stands.context.text(span).lower() for span in partnership.evidence)
    if not days and any(stem in told for stem in words().becoming_stems):
        days = {
            (event.date, event.date_basis)
            for event in events
            if event.kind == "signing"
            and event.status == "held"
            and event.date
            and "/" not in event.date
            and same_sides(stands, event.parties, partnership.parties)
        }
    if len(days) != 1:
        return partnership
    day, basis = days.pop()
    return replace(partnership, since=day, since_basis=basis)


_MAKING = {
    "twin": re.compile(r"побратим|породн"),
    "partner": re.compile(
        r"(?:дружественн|дружеск|партн[её]рск)\w*(?: и \w+)? (?:отношени|связ)"
        r"|^партн[её]рств|установлени\w+ партн[её]рств"
    ),
}


_GOES_ON = re.compile(r"возобновл|продолж|развити|укреплени|продлени|подтвержд|расширени")


def _begins(agreement: Agreement) -> bool:
    """Not «о возобновлении побратимских связей»: they have been twins before."""
    return _GOES_ON.search((agreement.subject or "").lower()) is None


def _makes(agreement: Agreement, kind: str) -> bool:
    """Is it a document that makes the two twins («соглашение о побратимстве»), or partners?"""
    subject = (agreement.subject or "").lower()
    return agreement.kind in {"agreement", "memorandum"} and _MAKING[kind].search(subject) is not None


def _by_document(agreements: list[Agreement]) -> Iterator[Told]:
    """«действует соглашение о дружественных связях», «подпишут договор о побратимстве»: what it makes."""
    for agreement in agreements:
        for kind in _MAKING:
            if len(agreement.parties) == 2 and _makes(agreement, kind):
                signed = agreement.status == "signed"
                yield Told(
                    Partnership(
                        parties=(agreement.parties[0], agreement.parties[1]),
                        kind=kind,  # type: ignore[arg-type]
                        since=agreement.signed if signed and _begins(agreement) else None,
                        since_basis=agreement.signed_basis if signed and _begins(agreement) else None,
                        status="active" if signed else agreement.status,  # type: ignore[arg-type]
                        evidence=agreement.evidence,
                        confidence=0.78,
                        rule="partnership.by_document",
                    ),
                    1,
                )
