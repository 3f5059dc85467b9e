"""What later sentences add to a document told of before: who signed it, until when, and further ones like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement
from pobratim.reading.once import union
from pobratim.reading.records.agreements.document_states import signed_participle
from pobratim.reading.records.agreements.governed import Signing, documents_of, kind_meant
from pobratim.reading.records.agreements.periods import period_of
from pobratim.reading.records.agreements.signatories import of_these_places, signatories_of
from pobratim.reading.records.agreements.signed_things import signs_another_thing
from pobratim.reading.records.agreements.states import State, signing_day
from pobratim.reading.records.documents import DocumentName, document_at, document_between
from pobratim.reading.records.lexicon import documents, partnerships
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.alike import is_level, of_headline
from pobratim.reading.records.sides.hubs import owner_of_ties
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.sides.pairs import couples, date_of_pair, pair_before
from pobratim.reading.records.stand import first_of_each
from pobratim.reading.records.ties.places import pairs_of

_LONGEST_VISIT = 31
"""Days; a document is for longer."""
_SEVERAL = re.compile(r"\b(?:двумя|тремя|четырьмя|пятью|несколькими|рядом)\s+\w*(?:город|район|регион|област)")


def add_signatories(scene: Scene, signing: Signing, found: list[Agreement]) -> list[Agreement]:
    """«Документ подписали …», «Подписи поставили …»: under the documents told of last, or one not yet told of.

    Documents with several pairs of parties get each its own people.
    """
    people = signatories_of(scene, signing.index)
    places = _places_of(scene, people)
    if not people or signing.status != "signed" or signs_another_thing(scene, signing.index):
        return found
    last = _last_signed(scene, found, places)
    if last is None or not _near(scene, last):
        return [*found, *_untold(scene, signing, people, places)]
    found, last = _with_cities(scene, found, last, places)
    found, last = _as_signed(scene, found, last, places)
    several = _several_documents(scene)
    together = [
        a for a in found if a.evidence == last.evidence and a.rule == last.rule and (several or a.kind == last.kind)
    ]
    completed, day = [], signing_day(scene, signing.index)
    for agreement in found:
        if agreement in together:
            own = of_these_places(scene, people, agreement.parties)
            known = agreement.signed is not None
            agreement = replace(
                agreement,
                signed=agreement.signed if known else day.edtf,
                signed_basis=agreement.signed_basis if known else day.basis,
                signatories=tuple(dict.fromkeys(agreement.signatories + own)),
                evidence=(*agreement.evidence, scene.span),
            )
        completed.append(agreement)
    return completed


def _several_documents(scene: Scene) -> bool:
    """«Документы подписали мэры», «Подписи поставили мэры»: all that the text told of last, whatever they are."""
    nouns = list(scene.with_lemmas(frozenset({"документ"})))
    named = document_between(scene.context, scene.sentence.first, scene.sentence.last) is not None
    return any(not scene.is_singular(index) for index in nouns) or not named


_ITS = frozenset({"его", "её", "ее"})


def parties_of_that_before(scene: Scene, name: DocumentName, end: int, found: list[Agreement]) -> tuple[str, ...]:
    """«Соглашение заключено в 2001 году. План по его реализации стороны подписали …»: the same sides."""
    tokens = scene.tokens
    its = any(token.lower in _ITS for token in tokens[name.last : end])
    sides = any(t.lower == "стороны" for t in tokens[scene.sentence.first : scene.sentence.last])
    before = scene.before
    told = [a for a in found if before is not None and before.span in a.evidence] if its or sides else []
    pairs = {agreement.parties for agreement in told}
    named = {stand.place for stand in named_sides(scene, *scene.span) if stand.kind != "delegation"}
    return told[-1].parties if len(pairs) == 1 and named <= set(told[-1].parties) else ()


def _places_of(scene: Scene, people: tuple[str, ...]) -> tuple[str, ...]:
    place_of = scene.stands_of_document.place_of_person
    return tuple(dict.fromkeys(place_of[person] for person in people if person in place_of))


def _last_signed(scene: Scene, found: list[Agreement], places: tuple[str, ...]) -> Agreement | None:
    """The last signed document of the paragraph, else of the text, that is between those who sign now."""
    fitting = [a for a in found if a.status == "signed" and (set(a.parties) & set(places) or not places)]
    paragraph = scene.context.layout.paragraphs[scene.sentence.paragraph]
    told = [a for a in fitting if a.rule == "agreement.signed" and not _is_of_a_year(a)]
    near = [agreement for agreement in fitting if agreement.evidence[0][0] >= paragraph.start]
    candidates = [agreement for agreement in near if agreement in told] or near or told or fitting
    return candidates[-1] if candidates else None


def _is_of_a_year(agreement: Agreement) -> bool:
    """«в 2011 году подписано первое соглашение»: not the one of the news."""
    return agreement.signed is not None and len(agreement.signed) <= len("2011")


def _with_cities(
    scene: Scene, found: list[Agreement], last: Agreement, places: tuple[str, ...]
) -> tuple[list[Agreement], Agreement]:
    """«меморандумы между Курганом и двумя городами Казахстана»: who signs tells which cities were meant."""
    by_id = scene.context.by_id
    states = {by_id[place].country for place in last.parties if by_id[place].type == "country"}
    hubs = [place for place in last.parties if by_id[place].type != "country"]
    cities = [place for place in places if place not in hubs and by_id[place].country in states]
    several = _SEVERAL.search(scene.context.text(last.evidence[0]).lower())
    if len(hubs) != 1 or not cities or several is None:
        return found, last
    exact = [replace(last, parties=(hubs[0], city)) for city in cities]
    position = next(number for number, agreement in enumerate(found) if agreement is last)
    return [*found[:position], *exact, *found[position + 1 :]], exact[-1]


def _as_signed(
    scene: Scene, found: list[Agreement], last: Agreement, places: tuple[str, ...]
) -> tuple[list[Agreement], Agreement]:
    """«Тверь и Беларусь подписали план. Документ подписали губернатор области и посол»: who signs tells that the region
    was meant."""
    stands = scene.stands_of_document
    meant = of_headline(stands, last.parties, [places])
    districts = {stands.context.by_id[place].type for place in set(last.parties) - set(meant)} == {"region"}
    if districts and is_level(stands, last.parties) and not is_level(stands, meant):
        return found, last  # «между районами», though the head of a town signs for one
    exact = replace(last, parties=meant)
    return [exact if agreement is last else agreement for agreement in found], exact


def _near(scene: Scene, agreement: Agreement) -> bool:
    """Unless the sentence before names two other places: then it is their document that is meant."""
    before = pair_before(scene)
    return not before or bool(set(before) & set(agreement.parties))


def _untold(
    scene: Scene, signing: Signing, people: tuple[str, ...], places: tuple[str, ...]
) -> list[Agreement]:
    """A document that only its signing tells of: between the places of those who sign."""
    before = pair_before(scene)
    parties = before if before and (len(places) != 2 or set(before) & set(places)) else places
    if len(parties) != 2:
        return []
    name = next((name for name in documents_of(scene).names if name.kind == "unnamed"), None)
    day = signing_day(scene, signing.index)
    return [
        Agreement(
            kind=kind_meant(scene, name) if name is not None else "agreement",  # type: ignore[arg-type]
            parties=parties,
            signed=day.edtf,
            signed_basis=day.basis,
            period=period_of(scene, name, scene.sentence.last) if name is not None else None,
            signatories=people,
            status="signed",
            evidence=(scene.span,),
            confidence=0.72,
            rule="agreement.by_signatories",
        )
    ]


def similar(scene: Scene, name: DocumentName, signing: Signing, found: list[Agreement]) -> list[Agreement]:
    """«Аналогичные документы подписали Ступино и Циндао, Мытищи и Дэчжоу»: more of the kind told of last."""
    if not found or not _is_said_before(scene, name, documents().similar):
        return []
    named = first_of_each(named_sides(scene, *scene.span))
    stands = {stand.place for stand in named}
    twos: list[tuple[str, ...]] = [*couples(scene, named)]
    if not twos and named and {stand.role for stand in named} == {"with"}:
        hub = owner_of_ties(scene.before) if scene.before is not None else None
        hub = hub or next((p for p in found[-1].parties if p not in stands), None)
        twos = [(hub, stand.place) for stand in named] if hub is not None else []
    twos = twos or [tuple(s.place for s in named)]
    day = scene.date_near(signing.index)
    if not named and day is not None and day.edtf != found[-1].signed:
        twos = [found[-1].parties]  # «Первый подобный документ города подписали в 2014 году»
    dates = {two: date_of_pair(scene, two) or day for two in twos}
    return [
        Agreement(
            kind=found[-1].kind,
            parties=two,
            signed=date.edtf if date and signing.status == "signed" else None,
            signed_basis=date.basis if date and signing.status == "signed" else None,
            subject=found[-1].subject,
            status=signing.status,
            evidence=(scene.span,),
            confidence=0.75,
            rule="agreement.similar",
        )
        for two, date in dates.items()
        if len(two) == 2
    ]


def of_each_tie(scene: Scene, name: DocumentName, state: State) -> Iterator[Agreement]:
    """«Омск установил связи с Брестом и Лидой. Соглашения подписаны 27 ноября»: one with each of those, and whoever
    is named where «соответствующие соглашения» are signed only stands by."""
    before = scene.before
    if before is None or state.status != "signed" or (named_sides(scene, *scene.span) and not is_such(scene, name)):
        return
    index = next(iter(before.with_lemmas(union(partnerships().twin, partnerships().relations))), None)
    pairs = pairs_of(before, index, "partner") if index is not None else []
    for pair in pairs if len(pairs) > 1 else []:
        yield Agreement(
            kind=name.kind,  # type: ignore[arg-type]
            parties=pair.parties,
            signed=state.date.edtf,
            signed_basis=state.date.basis,
            evidence=(scene.span,),
            confidence=0.7,
            rule="agreement.of_each_tie",
        )


def is_such(scene: Scene, name: DocumentName) -> bool:
    """«соответствующие | соглашения»: those that the sentence before makes one think of."""
    return any(token.lemma == "соответствующий" for token in scene.tokens[max(0, name.first - 1) : name.last])


def takes_part_in(scene: Scene, signing: Signing) -> bool:
    """«В подписании приняли участие мэр Омска и …», «участие в нём приняли»: those who sign."""
    tokens = scene.tokens
    word = tokens[signing.index].word
    noun = word is not None and word.pos == "NOUN" and tokens[signing.index - 1].lower == "в"
    taking_part = noun and bool(scene.with_lemmas(frozenset({"участие"})))
    return taking_part and document_between(scene.context, scene.sentence.first, scene.sentence.last) is None


def former(scene: Scene, name: DocumentName, found: list[Agreement]) -> list[Agreement]:
    """«предыдущий документ, подписанный в 2023 году»: another document of the kind told of last."""
    participle = signed_participle(scene, name)
    if participle is None or not found or not _is_said_before(scene, name, documents().former):
        return []
    date = scene.date_near(participle)
    last = next((a for a in found if a.rule == "agreement.signed"), found[-1])
    return [
        Agreement(
            kind=last.kind,
            parties=last.parties,
            signed=date.edtf if date else None,
            signed_basis=date.basis if date else None,
            evidence=(scene.span,),
            confidence=0.75,
            rule="agreement.former",
        )
    ]


def _is_said_before(scene: Scene, name: DocumentName, stems: frozenset[str]) -> bool:
    earlier = " ".join(token.lower for token in scene.tokens[max(0, name.first - 3) : name.first])
    return any(word in earlier for word in stems)


def add_period(scene: Scene, found: list[Agreement]) -> list[Agreement]:
    """«Срок её действия — 2026–2028 годы», «Она рассчитана до 2028 года»: of the document told of last."""
    if not found or not _tells_term(scene):
        return found
    if _is_of_the_former(scene):
        return [*found, _expired(scene, found[-1])]
    if found[-1].period is not None:
        return found
    for date in scene.context.dates_in(*scene.span):
        if date.edtf and (date.kind in {"period", "until"} or "/" in date.edtf) and not _is_of_days(date.edtf):
            completed = replace(found[-1], period=date.edtf, evidence=(*found[-1].evidence, scene.span))
            return [*found[:-1], completed]
    return found


def _is_of_days(value: str) -> bool:
    """«Программа, рассчитанная на четыре дня, с 8 по 11 июня»: of a visit, not of a document."""
    begins, _, ends = value.partition("/")
    if not len(begins) == len(ends) == len("2025-06-08"):
        return False
    first, last = edtf.bounds(value)
    return first is None or last is None or (last - first).days <= _LONGEST_VISIT


def _is_of_the_former(scene: Scene) -> bool:
    """«Срок действия предыдущей истёк в декабре»: the one before, which is over."""
    own = scene.context.text(scene.span).lower()
    return any(stem in own for stem in documents().former) and any(
        token.word and token.word.lemmas & documents().ending
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )


def _expired(scene: Scene, last: Agreement) -> Agreement:
    until = next((d.edtf for d in scene.context.dates_in(*scene.span) if d.edtf and "/" not in d.edtf), None)
    return Agreement(
        kind=last.kind,
        parties=last.parties,
        period=f"../{until}" if until else None,
        status="ended",
        evidence=(scene.span,),
        confidence=0.75,
        rule="agreement.former",
    )


def _tells_term(scene: Scene) -> bool:
    lemmas = {
        lemma
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
        if token.word
        for lemma in token.word.lemmas
    }
    if "действие" in lemmas and lemmas & documents().extending:
        return True  # «оно продлевает его действие до 2028 года»
    return {"срок", "действие"} <= lemmas or any(
        token.word is not None
        and not token.word.lemmas.isdisjoint({"рассчитать", "охватывать", "действовать"})
        and not _has_other_subject(scene, index)
        for index, token in enumerate(scene.tokens[scene.sentence.first : scene.sentence.last], scene.sentence.first)
    )


def _has_other_subject(scene: Scene, verb: int) -> bool:
    """«программа строительства рассчитана до 2026 года»: a noun that is no document is what lasts so long."""
    for index in range(verb - 1, scene.sentence.first - 1, -1):
        token = scene.tokens[index]
        if token.text in {",", ":", ";", "–", "—"}:
            return False
        nominative = token.word is not None and token.word.pos == "NOUN" and token.word.parses[0].case == "nomn"
        if nominative and not token.word.lemmas & {"срок", "действие"}:  # type: ignore[union-attr]
            return document_at(scene.tokens, index) is None
    return False

