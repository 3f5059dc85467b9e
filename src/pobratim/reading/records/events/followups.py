"""Sentences that add to an event told before: who took part, when and where the ceremony was, that guests came."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.once import union
from pobratim.reading.records.events.drafts import Draft, sentence_has, start_draft
from pobratim.reading.records.events.happenings import kind_of
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import participants
from pobratim.reading.records.events.where import nearest, place_in
from pobratim.reading.records.lexicon import events, listed, noun_kinds
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.morph import Word
from pobratim.reading.triggers import needs

_SHARED = ("meeting", "forum", "signing", "days")
_OPENING = 6
"""Tokens at the beginning of a sentence in which «церемония», «в ней» refer to what was told."""
_DEFINITE, _NEAR = 12, 3
"""Sentences back to which «подписание», «церемония» refer."""
_PRONOUNS = frozenset({"ней", "нём", "нем", "них", "этом", "этой"})


@needs(lambda: events().joining)
def joining(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Участие в ней приняли …», «На встрече присутствовали …», «Заседание провели …»: who took part."""
    index = _joining_verb(scene)
    people = participants(scene, index) if index is not None else []
    if index is None or not people or scene.speaker is not None:
        return
    event = story.last(scene, *(_kinds_named(scene) or _SHARED))
    if event is not None and _of_other_states(scene, event, people):
        return
    if event is not None and _is_near(scene, event) and _names_it(scene, event):
        yield again(scene, event, "event.joining", people)
    elif event is None and _meeting_before(scene):
        draft = start_draft(scene, "meeting", index, "event.joining", 0.76)
        if draft is not None:
            draft.participants = people
            draft.parties = nearest(scene, [s.place for s in scene.stands if s.kind == "person"])
            draft.place = place_in(scene, index)
            if len(draft.parties) >= 2:
                yield draft


_REPRESENTING = listed("guests", "representing")


@needs(_REPRESENTING)
def represented(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Омск представлял вице-мэр Пётр Лаптев»: Омск was among the guests of the visit told just before."""
    akin = scene.stands_of_document.akin
    for index in scene.with_lemmas(_REPRESENTING):
        beside = {scene.tokens[i].start for i in (index - 1, index + 1) if 0 <= i < scene.sentence.last}
        sent = [s for s in scene.stands if s.kind != "person" and s.role == "other" and _touches(scene, s, beside)]
        people = [m.entity for m in scene.context.mentions_in(*scene.span, "person") if m.first > index]
        told_of = ("visit", "days", "forum", "meeting") if people else ("visit", "days", "forum")
        visit = story.last(scene, *told_of) if sent and (people or _represents_by_group(scene)) else None
        if visit is None:
            continue
        if any(akin(sent[0].place, party) for party in visit.parties):
            if visit.kind != "visit" and people:
                yield again(scene, visit, "event.joining", people)  # «Принимающую сторону представил мэр»
            continue
        if visit.kind == "meeting" or sent[0].kind != "place":
            continue
        told = again(scene, visit, "event.represented", people)
        told.parties = [*dict.fromkeys([*visit.parties[:-1], sent[0].place]), visit.parties[-1]]
        if visit.kind != "visit":
            told.rule, told.participants = "event.joined", people
        yield told
        return


def _represents_by_group(scene: Scene) -> bool:
    """«Район представляли | ансамбль «Лад» и мастера ремёсел»: by those who perform, without their names."""
    return bool(scene.with_lemmas(events().delegation))


def _touches(scene: Scene, stand: Stand, starts: set[int]) -> bool:
    """Does the stand begin or end at one of the tokens?"""
    return any(token.start in starts for token in scene.context.tokens_in(stand.start, stand.end))


def _of_other_states(scene: Scene, event: Draft, people: list[str]) -> bool:
    """«Накануне президент Беларуси провёл переговоры …»: heads of state join no meeting of towns."""
    by_id, places = scene.context.by_id, scene.stands_of_document.place_of_person
    whole = {place for person in people if (place := places.get(person)) and by_id[place].type == "country"}
    return len(whole) >= 2 and whole.isdisjoint(event.parties)


def _joining_verb(scene: Scene) -> int | None:
    """The token that says that people took part, where the sentence refers back."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, min(scene.sentence.last, scene.sentence.first + 2 * _OPENING)):
        word = tokens[index].word
        if word is not None and word.lemmas & events().joining:
            return index
    return None


def _kinds_named(scene: Scene) -> set[str]:
    """«На встрече …», «В заседании …»: the kinds of event that the sentence begins with."""
    opening = scene.tokens[scene.sentence.first : min(scene.sentence.last, scene.sentence.first + _OPENING)]
    lemmas = {lemma for token in opening if token.word for lemma in token.word.lemmas}
    return {kind for lemma in lemmas for kind in noun_kinds(lemma)} & set(_SHARED)


def _is_near(scene: Scene, event: Draft) -> bool:
    return scene.context.sentence_at(event.evidence[-1][0]).index >= scene.sentence.index - 2


def _names_it(scene: Scene, event: Draft) -> bool:
    """Does the sentence name the kind of event («на встрече …») or say «в ней», and no event of its own?"""
    opening = scene.tokens[scene.sentence.first : min(scene.sentence.last, scene.sentence.first + 2 * _OPENING)]
    nouns = {lemma for token in opening if token.word for lemma in token.word.lemmas}
    kinds = {kind for lemma in nouns for kind in noun_kinds(lemma)}
    if event.kind in kinds or nouns & events().ceremonies:
        return True
    return any(token.lower in _PRONOUNS for token in opening)


def _meeting_before(scene: Scene) -> bool:
    """Does the sentence before name a meeting without saying whose («Состоялась встреча»)?"""
    index = scene.sentence.index - 1
    if index < 0:
        return False
    before = Scene(scene.context, scene.stands_of_document, scene.context.layout.sentences[index])
    return any(True for _ in before.trigger_nouns("meeting"))


_LASTING = frozenset(
    ["наметить", "рассчитать", "продлиться", "длиться", "запланировать", "назначить", "продолжаться", "идти"]
)


@needs(lambda: union(events().happening, _LASTING))
def ceremony(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Церемония состоялась накануне в Орше»: the day and the place of what was told before."""
    first = scene.sentence.first
    for index in range(first, min(scene.sentence.last, first + _OPENING)):
        word = scene.tokens[index].word
        meant = _kinds_meant(scene, index, word) if word is not None else None
        if word is None or meant is None:
            continue
        if any(name.head == index and name.title is not None for name in scene.event_names["forum"]):
            return  # «Состоялось заседание рабочей группы»: a happening of its own
        if _hangs_on(scene, index) or not sentence_has(scene, union(events().happening, _LASTING)):
            return
        within = 1 if word.pos == "NPRO" else _NEAR if meant == _SHARED else _DEFINITE
        event = story.last(scene, *meant, within=within)
        draft = start_draft(scene, "signing", index, "event.ceremony", 0.7)
        if event is None or draft is None or draft.status != event.status:
            return
        place = place_in(scene, index)
        place = place if any(stand.place == place for stand in scene.outer_stands) else None
        if draft.date is None and place is None and not scene.event_names["forum"]:
            return
        told = again(scene, event, "event.ceremony", [])
        told.date, told.basis, told.place = draft.date, draft.basis, place or event.place
        yield told
        return


_IT = frozenset({"он", "она", "оно", "они"})
_SHOWS = ("forum", "days", "other")


def _kinds_meant(scene: Scene, index: int, word: Word) -> tuple[str, ...] | None:
    """Of what the word may tell again: «церемония», «ярмарка», «торжества», «он» at the beginning."""
    if word.form in _IT and index == scene.sentence.first:
        return _SHOWS
    if word.pos != "NOUN" or any("meeting" in noun_kinds(lemma) for lemma in word.lemmas):
        return None  # «(приедут на юбилей.) Встреча с мэром намечена на 27 мая»: a happening of its own
    if "программа" in word.lemmas:  # «Программа продолжалась с 1 по 4 июля»
        return ("forum", "days") if sentence_has(scene, _LASTING) and index == scene.sentence.first else None
    named = {kind for lemma in word.lemmas for kind in noun_kinds(lemma)} & {"forum", "signing"}
    shown = {kind for lemma in word.lemmas if (kind := kind_of(lemma)) is not None}
    if named | shown:
        return tuple(sorted(named | shown))
    return None if word.lemmas.isdisjoint(events().ceremonies) else _SHARED


def _hangs_on(scene: Scene, index: int) -> bool:
    """«о проведении ярмарки», «на церемонии»: the noun is not what the sentence is about."""
    before = scene.tokens[scene.sentence.first : index]
    return any(token.word is not None and token.word.pos in {"PREP", "NOUN"} for token in before)


def again(scene: Scene, event: Draft, rule: str, people: list[str]) -> Draft:
    """The same event told once more, with whom this sentence adds."""
    return Draft(
        event.kind,
        rule,
        min(0.7, event.confidence),
        event.status,
        (*event.evidence, scene.span),
        place=event.place,
        parties=list(event.parties),
        participants=people,
        title=event.title,
        background=event.background,
    )
