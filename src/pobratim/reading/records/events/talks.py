"""Meetings that other words tell of: «обсудили», «говорил с мэром о …», «провёл встречи с главами …»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import Draft, has_lemma, is_one_of, sentence_has, start_draft
from pobratim.reading.records.events.happenings import happenings
from pobratim.reading.records.events.meeting_sides import gather_parties
from pobratim.reading.records.events.meetings import with_public
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands, participants, rows_of_people
from pobratim.reading.records.events.where import place_in
from pobratim.reading.records.lexicon import events, listed, verbs_of
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import Token
from pobratim.reading.triggers import needs

_TALKING = frozenset({"обсудить", "обсуждать", "договориться", "говорить", "поговорить"})


@needs(_TALKING)
def talks(scene: Scene, story: Story) -> Iterator[Draft]:
    """«мэр Омска и глава Минска обсудили …», «мэр обсудил с хокимом …»: people of two places."""
    for index in scene.with_lemmas(_TALKING) if scene.speaker is None else ():
        said = has_lemma(scene, index, "говорить", "поговорить")
        if said and not (_speaks_with(scene) or _speak_together(scene, index) or _told_to_talk(scene, index)):
            continue
        acting = [s for s in acting_stands(scene, index) if s.kind in {"person", "delegation"}]
        beside = _subjects_after(scene, index)
        people = [s for s in acting if _talks(scene, s, index) or s.entity in beside or s in _row_behind(scene, index)]
        with_guests = speaks_of_guests(scene) and story.journey_between(scene, [s.place for s in people]) is not None
        companies = _companies(scene, beside)
        alone = len({s.place for s in people}) < 2 and not with_guests and not companies
        if alone or not any(s.kind == "person" for s in people):
            continue
        draft = start_draft(scene, "meeting", index, "event.talks", 0.78)
        if draft is not None:
            gather_parties(scene, story, draft, index)
            draft.organizations += companies
            yield draft


def _subjects_after(scene: Scene, index: int) -> list[str]:
    """«Поставки обсудили вице-губернатор П. Лаптев и директор завода И. Савицкий»: a row right behind the verb."""
    word = scene.tokens[index].word
    if word is None or not word.is_plural_verb():
        return []
    end = scene.clauses.clause_at(index)
    named = [m for m in scene.context.mentions_in(*scene.span, "person") if m.first > index]
    row = next((row for row in rows_of_people(scene) if named and row[0].entity == named[0].entity), [])
    if len(row) < 2 or scene.clauses.clause_at(row[0].first) is not end:
        return []
    before = scene.tokens[index + 1 : row[0].first]
    return [] if any(token.lower in _SPLITTING for token in before) else [mention.entity for mention in row]


_SPLITTING = frozenset({",", "с", "со", "у", "«", ":", "под", "при"})


def _told_to_talk(scene: Scene, index: int) -> bool:
    """«О поставках говорили в Москве мэр Омска и посол»: not of speeches at a feast."""
    return bool(_row_behind(scene, index)) and not happenings(scene)


def _row_behind(scene: Scene, index: int) -> list[Stand]:
    """«Поставки обсуждали сегодня в Москве | посол Беларуси и губернатор области»: officials who have no names;
    «обсудили | мэр Омска П. Лаптев и представители Беларуси»: who came with none."""
    word = scene.tokens[index].word
    if word is None or not word.is_plural_verb():
        return []
    start = scene.tokens[index].end
    after = [s for s in scene.stands if s.kind in {"person", "delegation"} and s.start > start]
    row = row_from(scene.context, after)
    if len(row) < 2 or row[0].kind != "person" or row[-1].entity is not None:
        row = row_from(scene.context, [s for s in after if s.kind == "person" and s.entity is None])
    if len(row) < 2:
        return []
    before = scene.context.tokens_in(start, row[0].start)
    return row if not any(token.lower in _SPLITTING for token in before) else []


def _companies(scene: Scene, people: list[str]) -> list[str]:
    """The companies that these persons work for, as far as they stand for no place."""
    known = scene.stands_of_document
    by_id = scene.context.by_id
    return [
        post.organization
        for post in known.posts
        if post.person in people
        and post.person not in known.place_of_person
        and post.organization is not None
        and not is_authority(by_id[post.organization])
    ]




def _speaks_with(scene: Scene) -> bool:
    """«С мэром Лиды говорил о …»: with an official, whose title stands between."""
    people = [s for s in scene.stands if s.kind == "person"]
    return any(token.lower in {"с", "со"} for s in people for token in _lead_of(scene, s))


def _speak_together(scene: Scene, index: int) -> bool:
    """«Мэр Омска и глава Бреста говорили о …»: officials of two places before the plural verb."""
    word = scene.tokens[index].word
    if word is None or not word.is_plural_verb():
        return False
    first = scene.clauses.stretch_at(index)[0]
    before = [s for s in scene.stands if scene.tokens[first].start <= s.start and s.end <= scene.tokens[index].start]
    return len({stand.place for stand in before if stand.kind == "person" and stand.role == "other"}) > 1


def _lead_of(scene: Scene, stand: Stand) -> list[Token]:
    """The words right before a stand, back to a sign or verb."""
    lead: list[Token] = []
    for token in reversed(scene.context.tokens_in(scene.sentence.start, stand.start)):
        if token.word is None or token.word.pos == "VERB" or len(lead) > _TITLE:
            break
        lead.append(token)
    return lead


_TITLE = 6
"""Words of a title before a name."""


def _talks(scene: Scene, stand: Stand, index: int) -> bool:
    """Before the verb as its subject, or after it as «с хокимом»."""
    if stand.end <= scene.tokens[index].start:
        return True
    return any(token.lower in {"с", "со"} for token in scene.context.tokens_in(scene.tokens[index].end, stand.start))


def meetings_with(scene: Scene, story: Story) -> Iterator[Draft]:
    """«провёл встречи с главами Омска и Лиды», «состоялись встречи с коллегами: губернатором области …»."""
    for index in scene.plural_nouns("meeting"):
        lead = _joined_by(scene, index)
        if lead is None:
            continue
        start = scene.tokens[lead].start
        draft = start_draft(scene, "meeting", index, "event.meetings", 0.8)
        if draft is None or with_public(scene, index) or not sentence_has(scene, _HELD):
            continue
        acting = [s for s in acting_stands(scene, index) if s.kind in {"person", "delegation", "organization"}]
        others = list(dict.fromkeys(s.place for s in acting if s.start > start))
        own = list(dict.fromkeys(s.place for s in acting if s.end <= start and s.role == "other"))
        journey = story.journey(scene)
        if not others and journey is not None and _with_rulers(scene, lead):
            others = [journey.parties[-1]]  # «прошли встречи с руководством города»
        if not own and journey is not None:
            own = [place for place in journey.parties[:-1] if place not in others]
        if not own:
            own = [place for place in scene.stands_of_document.focus[:1] if place not in others]
            draft.confidence -= 0.08
        if own and others and not set(own) & set(others):
            draft.parties, draft.place = [*own[:1], *others], place_in(scene, index)
            draft.participants = participants(scene, index)
            yield draft


def _with_rulers(scene: Scene, lead: int) -> bool:
    """«с | руководством города», «с представителями власти»."""
    behind = [token.word for token in scene.tokens[lead + 1 : min(scene.sentence.last, lead + 4)]]
    return any(word is not None and not word.lemmas.isdisjoint(_RULERS) for word in behind)


_RULERS = frozenset({"руководство", "власть", "администрация"})


def _joined_by(scene: Scene, index: int) -> int | None:
    """The «с» of «встречи | с мэрами», «встречи областной делегации | с послом»."""
    for i in range(index + 1, min(scene.sentence.last, index + 6)):
        token = scene.tokens[i]
        if token.lower in {"с", "со"}:
            return i
        if i > index + 1 and not token.is_case("gent"):
            return None
    return None


@needs(lambda: verbs_of("visit"))
def welcome(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Мэр встретил делегацию Омска», «гостей встретил глава района»: a reception, but not one on the way."""
    for index in scene.trigger_verbs("visit"):
        verb = scene.tokens[index].word
        if verb is None or verb.pos != "VERB" or scene.speaker is not None:
            continue
        if not is_one_of(scene, index, events().welcoming):
            continue
        hosts = [s for s in acting_stands(scene, index) if s.kind == "person" and s.entity is not None]
        coming = speaks_of_guests(scene) or any(stand.kind == "delegation" for stand in scene.stands)
        officials = participants(scene, index)
        if not coming or not officials or not hosts or len(hosts) > _HOSTS or sentence_has(scene, _ON_THE_WAY):
            continue
        draft = start_draft(scene, "meeting", index, "event.welcome", 0.72)
        if draft is None:
            continue
        gather_parties(scene, story, draft, index)
        if len(draft.parties) >= 2 or (draft.parties and len(draft.participants) >= 2):
            yield draft


_HOSTS = 2
"""Where more officials meet the guests it is a ceremony."""
_ON_THE_WAY = listed("guests", "on_the_way")

_HELD = listed("gatherings", "held_talks")
