"""Agreements: which documents the sides signed, will sign, or act under.

Every noun of a document is looked at once. It is told of when a word of signing governs it, when the
text refers to it as being in force («в соответствии с дорожной картой»), when it is prepared, prolonged
or over, or when its date is named («соглашение от 12 мая 2010 года»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Quote, Span
from pobratim.reading.context import Context
from pobratim.reading.records.agreements.counted import counted, with_counted
from pobratim.reading.records.agreements.document_states import is_joint, lasts
from pobratim.reading.records.agreements.followups import (
    add_period,
    add_signatories,
    former,
    is_such,
    of_each_tie,
    parties_of_that_before,
    similar,
    takes_part_in,
)
from pobratim.reading.records.agreements.governed import Signing, documents_of, kind_meant
from pobratim.reading.records.agreements.levels import without_countries
from pobratim.reading.records.agreements.merging import is_over, merge_agreements
from pobratim.reading.records.agreements.news_day import (
    is_of_later,
    is_reminder,
    is_told_beside,
    told_of_others,
    with_day_of_news,
)
from pobratim.reading.records.agreements.periods import period_of, term_of_before
from pobratim.reading.records.agreements.signatories import (
    between_people,
    heads_meant,
    of_these_places,
    signatories_of,
    signed_by,
)
from pobratim.reading.records.agreements.states import OPEN, State, day_of, state_of
from pobratim.reading.records.agreements.subjects import subject_of, subjects_of
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.documents import DocumentName, document_at
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import SIGNATURES, Scene, scenes
from pobratim.reading.records.sides.bodies import between_known, bodies_between, follows_with
from pobratim.reading.records.sides.further_bodies import bodies_cooperating
from pobratim.reading.records.sides.gapped import gapped_pairs
from pobratim.reading.records.sides.of_documents import parties_of
from pobratim.reading.records.sides.own import own_parties
from pobratim.reading.records.sides.pairs import date_of_pair, of_several_times, pairs_of_parties
from pobratim.reading.records.sides.reach import end_of, listed_before
from pobratim.reading.records.stands import Stands

_OPENING = frozenset({"«", '"', "“", "„", "”"})
_YEARS = re.compile(r"[\dX]{4}")
"""A year or a decade alone is that of its own clause, never of another's signing."""


def find_agreements(context: Context, stands: Stands, quotes: list[Quote], events: list[Event]) -> list[Agreement]:
    """The agreements of a document, each once; the day of a signing is that of its event."""
    found: list[Agreement] = []
    told = scenes(context, stands, quotes)
    for scene in told:
        found = _with_sentence(scene, found)
    over = {agreement.signed for agreement in found if is_over(agreement)}
    events = [event for event in events if event.date not in over]
    spoken = [span for quote in quotes if quote.kind == "direct" for span in quote.spans]
    dated = [one if _is_said(one, spoken) else _dated_by_event(told, one, events, found) for one in found]
    return merge_agreements(context, with_day_of_news(told, without_countries(stands, dated)), stands)


def _with_sentence(scene: Scene, found: list[Agreement]) -> list[Agreement]:
    """What is known of documents after one more sentence."""
    by_number = counted(scene)
    if by_number is not None:
        return with_counted(found, scene, by_number)
    told = documents_of(scene)
    names, signing = told.names, told.signing
    if not names or names[0].kind == "unnamed":
        found = add_period(scene, found)
    for number, name in enumerate(names):
        governing = told.governed.get(name.first)
        if (governing is None and _bracketed(scene, name)) or _is_of_states(scene, name):
            continue
        one = name.kind == "unnamed" and scene.is_singular(name.first)
        if one and governing is not None and subject_of(scene, name, end_of(scene, name)):
            name = replace(name, kind=kind_meant(scene, name))  # «подписал документ об установлении связей»
        if _is_that_of_before(scene, name) and any(agreement.status == "signed" for agreement in found):
            continue  # «готовились к подписанию этого соглашения», which is told of as signed
        if _is_under(scene, name) and any(agreement.kind == name.kind for agreement in found):
            name = replace(name, kind="unnamed")  # «подписи под меморандумами»: under those told of before
        if name.kind == "unnamed":
            found = [*found, *former(scene, name, found)]
            if governing is not None:
                found = [*found, *similar(scene, name, governing, found)]
            continue
        further = [n for n in names[number + 1 :] if listed_before(scene, n)]
        last = name
        while further and [t.lower for t in scene.tokens[last.last : further[0].first]] == ["и"]:
            last = further.pop(0)  # «меморандумы и соглашения | с Омском»
        end = min([end_of(scene, last), *(n.first for n in further)])
        nested = _is_nested(scene, names, number)
        found = [*found, *_drafts(scene, name, governing, end, found, nested=nested)]
    main = next((name for name in names if name.first in told.governed), None)
    if main is not None and _is_under(scene, main):
        main = None
    if main is not None and main.kind == "unnamed" and subject_of(scene, main, end_of(scene, main)):
        return found
    told_of_before = main is None or main.kind == "unnamed"
    if signing is not None and ((signing.active and told_of_before) or takes_part_in(scene, signing)):
        found = add_signatories(scene, signing, found)
    return found


def _is_of_states(scene: Scene, name: DocumentName) -> bool:
    """«Договор о создании Союзного государства»: it made a union of states, whoever is named beside it."""
    words = [token.word for token in scene.tokens[name.last : min(name.last + 3, scene.sentence.last)]]
    lemmas = [word.lemmas if word is not None else frozenset() for word in words]
    return len(lemmas) == 3 and not lemmas[1].isdisjoint(_MAKING) and not lemmas[2].isdisjoint(_UNIONS)


_MAKING = frozenset({"создание", "образование", "учреждение"})
_UNIONS = listed("signings", "unions")


def _is_under(scene: Scene, name: DocumentName) -> bool:
    """«подписи | под соглашением», «подпись | на меморандуме»."""
    before = [token.lower for token in scene.tokens[max(scene.sentence.first, name.first - 2) : name.first]]
    return bool(scene.with_lemmas(SIGNATURES)) and bool({"под", "на", "в"} & set(before))


def _is_that_of_before(scene: Scene, name: DocumentName) -> bool:
    """«к подписанию | этого | соглашения»."""
    before = scene.tokens[name.first - 1].word if name.first > scene.sentence.first else None
    return before is not None and "этот" in before.lemmas and scene.is_singular(name.first)


def _is_said(agreement: Agreement, spoken: list[Span]) -> bool:
    """«Наша область заключила меморандум», – сказал губернатор 20 февраля: no word on when."""
    start, end = agreement.evidence[0]
    return any(first < end and start < last for first, last in spoken)


def _dated_by_event(
    told: list[Scene], agreement: Agreement, events: list[Event], found: list[Agreement]
) -> Agreement:
    """A signed document without a day was signed on the day of the signing told in its sentence, or of its sides."""
    news = agreement.rule in {"agreement.signed", "agreement.by_signatories"}
    if agreement.signed is not None or not news or agreement.status != "signed":
        return agreement
    signings = [
        event
        for event in events
        if event.kind == "signing" and event.status == "held" and event.date and "/" not in event.date
    ]
    context = told[0].context
    here = {date.edtf for date in context.dates_in(*agreement.evidence[0])}  # not the day of this signing
    signings = [
        event
        for event in signings
        if event.date not in here and not is_told_beside(told, event.evidence, event.date, agreement, found)
    ]
    there = [event for event in signings if agreement.evidence[0] in event.evidence]
    there = there or [
        event
        for event in signings
        if _is_of(context, event, agreement) and not _is_of_another(context, event, agreement, found)
    ]
    days = {(event.date, event.date_basis) for event in there if not _YEARS.fullmatch(event.date or "")}
    if len(days) != 1:
        return agreement
    day, basis = days.pop()
    return replace(agreement, signed=day, signed_basis=basis)


def _is_of_another(context: Context, event: Event, agreement: Agreement, found: list[Agreement]) -> bool:
    """Is it the signing of another document, told behind this one or brought to mind («Напомним, …»)?"""
    if is_of_later(event.evidence, event.date, agreement, found):
        return True
    reminds = any(is_reminder(context.text(span)) for span in event.evidence)
    return reminds and not told_of_others(event.date, agreement, found).isdisjoint(event.evidence)


def _is_of(context: Context, event: Event, agreement: Agreement) -> bool:
    """Is it the signing of the document: between the same sides, and not after the news was published?"""
    earliest, published = edtf.bounds(event.date)[0], edtf.bounds(context.document.published)[1]
    ahead = earliest is not None and published is not None and earliest > published
    return set(event.parties) == set(agreement.parties) and edtf.is_day(event.date) and not ahead


# ---------------------------------------------------------------- one document's noun


def _drafts(
    scene: Scene, name: DocumentName, signing: Signing | None, end: int, told: list[Agreement], *, nested: bool
) -> Iterator[Agreement]:
    own = own_parties(scene, name, end)
    period = None if nested and (signing is None or signing.participle) else period_of(scene, name, end)
    before = term_of_before(scene, name, end) if period is None else None
    evidence: tuple[Span, ...] = (scene.span,)
    if before is not None:
        period, where = before
        evidence = (scene.span, where)
    state = state_of(scene, name, signing, period)
    there = period is not None or not _has_verb(scene) or lasts(scene, name)
    if state is None and len(own) >= 2 and there and is_joint(scene, name, end, period):
        state = State("signed", OPEN, "agreement.named")  # «В их числе – договор между Омском и Брестом»
    if state is None or _is_history(state):
        return
    sides = len(own) >= 2 or (signing is not None and between_known(scene, name, end))
    particular = period or sides or _is_told_by_its_sides(scene, signing)
    if _is_generic(scene, name) and (not particular or is_such(scene, name)):
        each = list(of_each_tie(scene, name, state))
        yield from each
        if each or not particular:
            return
    people = _who_signed(scene, name, signing) if signing is not None and state.status == "signed" else ()
    parties = (
        parties_of_that_before(scene, name, end, told)
        or _of_one_list(scene, name, end, told)
        or parties_of(scene, name, end, signed=signing is not None or name.kind == "contract")
    )
    twos = pairs_of_parties(scene, name, parties)
    also = signing is not None and any(scene.tokens[i].lower == "также" for i in range(scene.sentence.first, end))
    for two in [*twos, *gapped_pairs(scene, name, end, parties)]:
        if len(two) < 2:
            continue
        several = len(parties) > len(two) or two not in twos or documents_of(scene).has_own_words(name)
        beside = date_of_pair(scene, two) if several else None
        heads: tuple[str, ...] = ()
        if signing is not None and signing.active and state.status == "signed" and not people:
            heads = heads_meant(scene, signing.index, two)
        day = day_of(beside) if beside is not None and state.status == "signed" else state.date
        if several and beside is None and signing is not None and of_several_times(scene, signing.index):
            day = OPEN
        for subject in subjects_of(scene, name, end):
            yield Agreement(
                kind=_kind(scene, name),  # type: ignore[arg-type]
                parties=two,
                signed=day.edtf,
                signed_basis=day.basis,
                period=period,
                signatories=(of_these_places(scene, people, two) if several else people) or heads,
                subject=subject or (_subject_before(told, name) if also else None),
                status=state.status,  # type: ignore[arg-type]
                evidence=evidence,
                confidence=0.9 if signing else 0.8,
                rule=state.rule,
            )


def _who_signed(scene: Scene, name: DocumentName, signing: Signing) -> tuple[str, ...]:
    """«мэры … подписали», «подписан мэром …», «между мэром … и главой … подписан»: the people who signed it."""
    found = signatories_of(scene, signing.index) if signing.active else signed_by(scene, signing.index)
    found = found or between_people(scene, *sorted((name.first, signing.index)))
    return found or between_people(scene, *scene.clauses.stretch_at(signing.index))


def _of_one_list(scene: Scene, name: DocumentName, end: int, told: list[Agreement]) -> tuple[str, ...]:
    """«соглашение с Омском, | а также протокол о торговле | подписаны»: the sides of the document listed before."""
    if not told or told[-1].evidence[0] != scene.span or not listed_before(scene, name):
        return ()
    with_body = any(follows_with(scene, mention) for mention in scene.organizations if mention.first >= name.last)
    bodies = bodies_between(scene, name, end) or bodies_cooperating(scene, name, end)
    own = own_parties(scene, name, end) or bodies or with_body
    return () if own or name.kind == "contract" else told[-1].parties


def _is_history(state: State) -> bool:
    """«осмотрели в музее договор 1918 года»: older than any tie of towns."""
    return state.date.edtf is not None and state.date.edtf[:4] < _OLDEST


_OLDEST = "1940"
"""The first towns became twins in 1944."""


def _subject_before(told: list[Agreement], name: DocumentName) -> str | None:
    """«С Витебском | также | заключено соглашение»: on the same as the one told just before."""
    return told[-1].subject if told and told[-1].kind == name.kind else None


def _has_verb(scene: Scene) -> bool:
    """Does anything happen in the sentence?"""
    own = scene.tokens[scene.sentence.first : scene.sentence.last]
    return any(t.word and any(p.pos in {"VERB", "PRTS", "INFN"} and p.score > 0.5 for p in t.word.parses) for t in own)


def _is_nested(scene: Scene, names: list[DocumentName], number: int) -> bool:
    """Does it belong to the words of the document before it («план по реализации соглашения»)?"""
    before = [name for name in names[:number] if name.kind != "unnamed"]
    if not before or listed_before(scene, names[number]):
        return False
    return not scene.clauses.has_verb(before[-1].last, names[number].first)


def _bracketed(scene: Scene, name: DocumentName) -> bool:
    """«план мероприятий (дорожная карта)»: the words in brackets name the same document."""
    tokens, first = scene.tokens, scene.sentence.first
    before = name.first - 1 - (name.first - 1 > first and tokens[name.first - 1].text in _OPENING)
    return name.first > first and tokens[before].text == "("


def _kind(scene: Scene, name: DocumentName) -> str:
    """The kind of the noun; what stands in brackets after it is more exact."""
    tokens = scene.tokens
    if name.last + 1 < scene.sentence.last and tokens[name.last].text == "(":
        quoted = tokens[name.last + 1].text in _OPENING and name.last + 2 < scene.sentence.last
        inner = document_at(tokens, name.last + (2 if quoted else 1))
        if inner is not None and inner.kind != "unnamed":
            return inner.kind
    return name.kind


def _is_generic(scene: Scene, name: DocumentName) -> bool:
    """«несколько соглашений», «новые соглашения»: documents, but none in particular («одно из соглашений» is)."""
    nouns = [i for i in range(name.first, name.last) if is_noun(scene, i)]
    if not nouns or scene.is_singular(nouns[0]):
        return False
    before = [token.lower for token in scene.tokens[max(scene.sentence.first, name.first - 3) : name.first]]
    return not (before[-1:] == ["из"] or {"одно", "один"} & set(before))


def _is_told_by_its_sides(scene: Scene, signing: Signing | None) -> bool:
    """«Омск и Брест подписали соглашения», «соглашения подпишут с Омском»: in the plural, but between named sides."""
    told = {stand.place for stand in scene.outer_stands if stand.role not in {"in", "to"}}
    if signing is not None and told and any(follows_with(scene, mention) for mention in scene.organizations):
        return True  # «министерством края подписаны соглашения с ОАО «Луч» и ООО «Заря»»
    if signing is None or len(told) < 2:
        apart = [s for s in scene.outer_stands if s.role == "with" and s.kind in {"person", "organization"}]
        return signing is not None and len(apart) == 1  # «подписание соглашений с главой Омска»
    with_whom = any(stand.role in {"with", "between"} for stand in scene.outer_stands)
    return with_whom or (signing.status == "signed" and signing.active)
