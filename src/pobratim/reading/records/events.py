"""Events: meetings, visits, tours, signings, forums, days of cities.

Each rule looks at one sentence and yields what it tells; `merging` then makes one event of what is
told several times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Event, Quote
from pobratim.reading.context import Context
from pobratim.reading.records.drafts import (
    Draft,
    add_guests,
    destination_of,
    gather_from_before,
    gather_parties,
    has_lemma,
    host_of,
    is_background,
    is_general,
    make_visit,
    named_event,
    place_before,
    place_in,
    receives,
    refers_back,
    signing_companies,
    signs_document,
    start_draft,
    what_is_toured,
)
from pobratim.reading.records.merging import merge_events
from pobratim.reading.records.names_of_events import event_names
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands


def find_events(context: Context, stands: Stands, quotes: list[Quote]) -> list[Event]:
    """The events of a document, each once."""
    drafts = [
        draft
        for scene in scenes(context, stands, quotes)
        for rule in EVENT_RULES
        for draft in rule(scene)
        if _tells_enough(draft)
    ]
    return merge_events(context, stands, [_event(draft) for draft in drafts])


def _event(draft: Draft) -> Event:
    return Event(
        kind=draft.kind,  # type: ignore[arg-type]
        date=draft.date,
        date_basis=draft.basis,
        place=draft.place,
        parties=tuple(dict.fromkeys(draft.parties)),
        participants=tuple(dict.fromkeys(draft.participants)),
        organizations=tuple(dict.fromkeys(draft.organizations)),
        status=draft.status,
        title=draft.title,
        evidence=(draft.evidence,),
        confidence=draft.confidence,
        rule=draft.rule,
    )


def _tells_enough(draft: Draft) -> bool:
    """Two parties, or one with people or organizations, or a name of its own."""
    parties = len(set(draft.parties))
    if parties >= 2 or draft.title or len(draft.organizations) >= 2:
        return True
    return bool(parties and (draft.participants or draft.organizations))


# ---------------------------------------------------------------- rules


def meeting_verb(scene: Scene) -> Iterator[Draft]:
    """«Мэр Омска встретился с председателем горисполкома», «губернатор принял делегацию»."""
    for index in scene.trigger_verbs("meeting"):
        draft = start_draft(scene, "meeting", index, "event.meeting_verb", 0.92)
        if draft is None:
            continue
        gather_parties(scene, draft, index)
        if has_lemma(scene, index, "принять") and not receives(scene):
            continue
        if len(draft.parties) >= 2 or len(draft.participants) >= 2:
            yield draft


def talks(scene: Scene) -> Iterator[Draft]:
    """«мэр Омска и глава Минска обсудили …»: people of two places as the subject."""
    for index in range(scene.sentence.first, scene.sentence.last):
        if not has_lemma(scene, index, "обсудить") or scene.speaker is not None:
            continue
        position = scene.tokens[index].start
        subjects = [s for s in scene.stands if s.kind == "person" and s.end <= position]
        if len({stand.place for stand in subjects}) < 2:
            continue
        draft = start_draft(scene, "meeting", index, "event.talks", 0.78)
        if draft is not None:
            gather_parties(scene, draft, index)
            yield draft


def meeting_noun(scene: Scene) -> Iterator[Draft]:
    """«состоялась встреча мэров», «по итогам переговоров с главой города», «на встрече в Минске»."""
    for index in scene.trigger_nouns("meeting"):
        draft = start_draft(scene, "meeting", index, "event.meeting_noun", 0.85)
        if draft is None:
            continue
        gather_parties(scene, draft, index)
        if len(draft.participants) < 2 and refers_back(scene, index):
            gather_from_before(scene, draft)
        if len(set(draft.parties)) >= 2 or len(draft.participants) >= 2:
            yield draft


def visit_verb(scene: Scene) -> Iterator[Draft]:
    """«Делегация Могилёва посетит Смоленск», «в Минск прибыла делегация Омска»."""
    for index in scene.trigger_verbs("visit"):
        draft = start_draft(scene, "visit", index, "event.visit_verb", 0.88)
        if draft is None:
            continue
        destination = destination_of(scene, index)
        if destination is None:
            continue
        if make_visit(scene, draft, index, destination):
            yield draft


def visit_noun(scene: Scene) -> Iterator[Draft]:
    """«в ходе визита в Минск», «рабочая поездка мэра в Казань», «визит делегации Омска»."""
    for index in scene.trigger_nouns("visit"):
        draft = start_draft(scene, "visit", index, "event.visit_noun", 0.88)
        if draft is None:
            continue
        destination = destination_of(scene, index) or host_of(scene)
        if destination is not None and make_visit(scene, draft, index, destination):
            yield draft


def tour(scene: Scene) -> Iterator[Draft]:
    """«делегация посетила завод «Белкоммунмаш»», «гости ознакомились с производством»."""
    for index in [*scene.trigger_verbs("tour"), *scene.trigger_nouns("tour")]:
        organizations, site = what_is_toured(scene, index)
        if not organizations and not site:
            continue
        draft = start_draft(scene, "tour", index, "event.tour", 0.84 if organizations else 0.74)
        if draft is None:
            continue
        draft.organizations = organizations
        guests = [stand for stand in scene.stands if stand.kind in {"delegation", "person"}]
        guests = [stand for stand in guests if stand.start < scene.tokens[index].start] or guests
        add_guests(scene, draft, guests)
        host = place_before(scene, index, draft.parties) or host_of(scene, not_in=draft.parties)
        if host is not None:
            draft.parties.append(host)
        draft.place = host or place_in(scene, index)
        yield draft


def signing(scene: Scene) -> Iterator[Draft]:
    """«Минск и Сочи подписали соглашение», «состоялось подписание меморандума», «подписи поставили»."""
    verbs = list(scene.trigger_verbs("signing"))
    for index in [*verbs, *scene.trigger_nouns("signing")]:
        if not signs_document(scene, index):
            continue
        draft = start_draft(scene, "signing", index, "event.signing", 0.89)
        if draft is None:
            continue
        if is_background(scene, index) and (draft.date is None or len(draft.date) < len("2023-09")):
            continue  # «подписанная в 2024 году дорожная карта» is told as a document, not as an event
        companies = signing_companies(scene)
        if companies:
            draft.organizations = companies
        elif is_general(scene) and len({stand.place for stand in scene.outer_stands}) < 2:
            continue  # «города заключили 14 соглашений»
        else:
            gather_parties(scene, draft, index)
        yield draft
        return


def forum(scene: Scene) -> Iterator[Draft]:
    """«XXI Форум межрегионального сотрудничества», «седьмое заседание рабочей группы», «Белагро»."""
    for name in event_names(scene, "forum"):
        yield from named_event(scene, name, "forum")


def days(scene: Scene) -> Iterator[Draft]:
    """«Дни Минска в Ташкенте», «фестиваль городов-побратимов»."""
    for name in event_names(scene, "days"):
        yield from named_event(scene, name, "days")


EventRule = Callable[[Scene], Iterator[Draft]]

EVENT_RULES: tuple[EventRule, ...] = (
    meeting_verb,
    talks,
    meeting_noun,
    visit_verb,
    visit_noun,
    tour,
    signing,
    forum,
    days,
)
