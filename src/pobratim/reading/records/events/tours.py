"""Tours: guests see a plant, a school, a site. «Делегация посетила завод», «гостям показали музей»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.crowds import counts
from pobratim.reading.records.events.drafts import Draft, has_lemma, sentence_has, start_draft
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.seeing import names_site_at, seen_on_the_way
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.events.where import host_of
from pobratim.reading.records.lexicon import events, names_site, noun_kinds, verbs_of
from pobratim.reading.records.place_kinds import is_main_town
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.titles.titles import titles_in
from pobratim.reading.triggers import needs

_GUEST = frozenset({"гость"})
_SITE_REACH = 12
"""Tokens after the verb among which the site stands."""


def tour(scene: Scene, story: Story) -> Iterator[Draft]:
    """«делегация посетила завод «Белкоммунмаш»», «гости ознакомились с производством»."""
    for index in [*scene.trigger_verbs("tour"), *scene.trigger_nouns("tour"), *seen_on_the_way(scene)]:
        yield from _tour(scene, story, index)


@needs(lambda: verbs_of("showing"))
def shown(scene: Scene, story: Story) -> Iterator[Draft]:
    """«гостям показали завод», «делегации представили производство»."""
    for index in scene.trigger_verbs("showing"):
        led = has_lemma(scene, index, *_LEADING)
        if _to_guests(scene, "accs" if led else "datv") and (not has_lemma(scene, index, *_TELLING) or _there(scene)):
            yield from _tour(scene, story, index)


_LEADING = ("познакомить", "ознакомить")
"""Verbs that take the guests in the accusative: «гостей познакомили с производством»."""
_TELLING = ("рассказать", "рассказывать")


def _there(scene: Scene) -> bool:
    """«На заводе гостям рассказали …»: who is told of something there, sees the place; «о заводе» nobody does."""
    first = scene.sentence.first
    return scene.tokens[first].lower in {"на", "в"} and names_site_at(scene, first + 1)


def _to_guests(scene: Scene, case: str) -> bool:
    """Are the guests the ones to whom it is shown («гостям», «омичам»), or who are led («гостей»)?"""
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    told = [t for t in words if t.word and any(p.pos == "NOUN" and p.case == case for p in t.word.parses)]
    if case == "datv" and any(token.lower in {"им", "ему", "ей"} for token in words) and _came_before(scene):
        return True
    starts = {stand.start for stand in scene.stands if stand.kind == "delegation"}
    return any(token.word and (token.word.lemmas & events().guests or token.start in starts) for token in told)


def _came_before(scene: Scene) -> bool:
    """Does the sentence before in the paragraph speak of guests, whom «им» means?"""
    before = scene.before
    return before is not None and (speaks_of_guests(before) or any(s.kind == "delegation" for s in before.stands))


def _attends(scene: Scene, index: int) -> bool:
    """«посетили концерт ансамбля», «побывали на открытии выставки»: that is no site."""
    last = min(scene.sentence.last, index + _ATTENDED)
    for at, token in enumerate(scene.tokens[index + 1 : last], index + 1):
        if token.word is not None and token.word.pos == "NOUN" and not token.word.lemmas & _VISITORS:
            if "открытие" in token.word.lemmas and at + 1 < scene.sentence.last:
                behind = scene.tokens[at + 1].word
                return behind is not None and any(noun_kinds(lemma) for lemma in behind.lemmas)
            return "days" in {kind for lemma in token.word.lemmas for kind in noun_kinds(lemma)} or bool(
                token.word.lemmas & {"спектакль", "представление", "урок", "церемония"}
            )
    return False


_ATTENDED = 6
"""Tokens from the verb to what is attended («побывали гости также на открытии выставки»)."""
_VISITORS = frozenset({"гость", "делегация", "участник", "делегат"})


def _knows(scene: Scene, index: int) -> bool:
    """«познакомились благодаря школам»: only «с …» says what was seen."""
    if not has_lemma(scene, index, "познакомиться", "ознакомиться", *_LEADING):
        return False
    near = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
    return not any(token.lower in {"с", "со"} for token in near)


def _in_shops(scene: Scene, index: int) -> bool:
    """«увидят на полках магазинов продукцию фабрики»: goods for sale, and nobody tours a plant."""
    near = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
    return any(token.word is not None and token.word.lemmas & _SHOPS for token in near)


_SHOPS = frozenset({"полка", "прилавок", "магазин", "витрина", "продажа"})


def _tour(scene: Scene, story: Story, index: int) -> Iterator[Draft]:
    if _knows(scene, index) or _attends(scene, index) or _in_shops(scene, index) or counts(scene, index):
        return
    organizations, site = what_is_toured(scene, index)
    if not organizations and not site:
        return
    draft = start_draft(scene, "tour", index, "event.tour", 0.84 if organizations else 0.74)
    if draft is None:
        return
    known = story.journey(scene, None, draft.status)
    if known is not None and _is_return(scene, known, draft):
        known = None
    told_of = known if known is not None and speaks_of_guests(scene) else None
    guests = _guests(scene, index, told_of.place if told_of is not None else None)
    if told_of is not None and not any(story.came_from(scene, guest) for guest in guests):
        guests = []  # «гостям рассказали о быте белорусов»: who is named beside the guests did not come
    if scene.speaker_place is not None and story.came_from(scene, scene.speaker_place):
        guests = [scene.speaker_place]  # «прошли по цеху с мэром Бреста», says who came
    journey = story.journey(scene, guests, draft.status)
    if journey is not None and _is_return(scene, journey, draft):
        journey = None
    met_there = _guests_of_talks(scene, story) if not guests and speaks_of_guests(scene) else ()
    if met_there and (journey is None or journey.evidence[0][0] > scene.sentence.start):
        guests, journey = [met_there[0]], None  # not those of a journey that is only told behind
    if not guests and _of_gathering(scene, story, draft):
        draft.organizations = organizations
        yield draft
        return
    if not guests and journey is None and _of_former_tour(scene, story, draft):
        draft.organizations = organizations
        yield draft
        return
    if not guests and scene.speaker_place and journey is None:
        guests = [scene.speaker_place]
    if not guests and journey is not None:
        guests = journey.parties[:-1]
        draft.confidence -= 0.04 if speaks_of_guests(scene) else 0.1
    host = _host(scene, index, guests)
    host = host or _of_site(scene, organizations, guests)
    if host is None and journey is not None and set(guests) <= set(journey.parties):
        host = journey.place
    if host is None and journey is None and met_there:
        host = met_there[1]
    met = [s.place for s in scene.stands if s.kind == "person" and s.role == "with" and s.place not in guests]
    host = host or (met[0] if met and not guests else host_of(scene, guests))
    if not guests and host is not None and (journey is not None or draft.status == "held" or met):
        guests = [place for place in scene.stands_of_document.pair if place != host][:1]
        draft.confidence -= 0.1
    if host is None or not guests or host in guests:
        return
    seen = journey.place if journey is not None and _is_by_the_way(scene, story, host, guests) else None
    draft.parties = [*guests, seen or host]
    draft.place = host
    draft.organizations = organizations
    place_of = scene.stands_of_document.place_of_person
    draft.participants = [person for person in scene.people if place_of.get(person) in guests]
    if draft.rule == "event.tour" and sentence_has(scene, _GUEST):
        draft.rule = "event.tour_of_guests"
    yield draft


def _guests_of_talks(scene: Scene, story: Story) -> tuple[str, ...]:
    """«Губернатор встретился с главой Омской области, который привёз делегацию. Гости побывали на заводе»: the guests
    and the hosts of talks told just before, if one side came as a delegation."""
    visit = story.last(scene, "visit", within=_NEAR)
    if visit is not None and len(visit.parties) == 2:
        return visit.parties[0], visit.parties[1]
    talks = story.last(scene, "meeting", within=_NEAR)
    if talks is None or len(talks.parties) != 2:
        return ()
    known = scene.stands_of_document
    coming = [stand.place for stand in known.inside(talks.evidence[-1]) if stand.kind == "delegation"]
    guests = [side for side in talks.parties if any(known.akin(side, place) for place in coming)]
    others = [side for side in talks.parties if side not in guests]
    return (guests[0], others[0]) if len(guests) == 1 else ()


def _is_by_the_way(scene: Scene, story: Story, host: str, guests: list[str]) -> bool:
    """«посетили ферму в Заречье» during a visit to a district: the village is only where the farm is."""
    known = scene.stands_of_document
    visited = {journey.place for journey in story.journeys}
    return host not in visited and host not in known.pair and not set(guests) & visited


def _is_return(scene: Scene, journey: Draft, tour: Draft) -> bool:
    """«Ждём омичей в Бресте. Делегация Бреста посетила завод»: what is told was on no journey that is to come."""
    coming = {stand.place for stand in scene.stands if stand.kind == "delegation"}
    akin, host = scene.stands_of_document.akin, journey.place
    other_way = tour.background and host is not None and coming and all(akin(place, host) for place in coming)
    return bool(other_way) or (tour.status == "held" and journey.status == "planned" and journey.place in coming)


def _of_gathering(scene: Scene, story: Story, draft: Draft) -> bool:
    """«гости», «участники» of a forum told just before: its sides see the site in its place."""
    forum = story.last(scene, "forum", "visit") if speaks_of_guests(scene) else None
    if forum is None or forum.kind != "forum" or len(forum.parties) < 2:
        return False
    told = [d.place for d in story.drafts if d.kind == "forum" and d.place and set(d.parties) == set(forum.parties)]
    draft.parties, draft.place = list(forum.parties), forum.place or next(iter(told), None)
    draft.background = forum.background
    return True


def _of_former_tour(scene: Scene, story: Story, draft: Draft) -> bool:
    """«Запланировано посещение заводов …»: by those whose tour was told before."""
    before = story.last(scene, "tour", within=_NEAR)
    if before is None or before.status != draft.status:
        return False
    draft.parties, draft.place = list(before.parties), before.place
    return True


_NEAR = 4


def _guests(scene: Scene, index: int, host: str | None) -> list[str]:
    """The place of those who see it: a delegation or officials, best named before the verb; not the host's own."""
    position = scene.tokens[index].start
    since = scene.tokens[_own_subject(scene, index)].start
    stands = [s for s in acting_stands(scene, index) if s.kind in {"delegation", "person"} and s.place != host]
    stands = [s for s in stands if s.start >= since]
    stands = [s for s in stands if s.kind != "person" or s.role != "with"]  # «встретится с мэром и посетит завод»
    stands = [s for s in stands if s.start < position] or [s for s in stands if s.kind == "delegation"] or stands
    delegations = [stand for stand in stands if stand.kind == "delegation"]
    places = [nearer(scene, stand) for stand in delegations or stands]
    by_id = scene.context.by_id
    antecedent = scene.stands_of_document.place_of_person.get(scene.antecedent or "")
    if not places and antecedent is not None and antecedent != host:
        return [antecedent]
    near = [place for place in places if by_id[place].type != "country"]
    return (near or places)[:1]


def _own_subject(scene: Scene, index: int) -> int:
    """«гостей встретил мэр, | а в мае уральцы осмотрели завод»: where the side of «а» begins that says who saw it; else
    the beginning of the sentence."""
    first, _ = scene.clauses.side_at(index)
    words = [token.word for token in scene.tokens[first:index] if token.word is not None]
    told = (p for word in words for p in word.parses if p.pos == "NOUN" and p.case == "nomn" and p.number == "plur")
    return first if any("anim" in parse.tags for parse in told) else scene.sentence.first


def _host(scene: Scene, index: int, guests: list[str]) -> str | None:
    """Where the site is, as far as the sentence tells: «в Минске», «посетил Бобруйск, где побывал …»."""
    position = scene.tokens[index].start
    by_id = scene.context.by_id
    places = [s for s in scene.outer_stands if s.kind == "place" and s.place not in guests and s.role != "from"]
    places = [s for s in places if not any(scene.stands_of_document.contain(s.place, guest) for guest in guests)]
    inside = [s for s in places if s.role in {"in", "to"} and not _after_comma(scene, index, s)]
    before = [s for s in places if s.end <= position and s.role == "other"]
    for stand in [*before[-1:], *inside]:
        if by_id[stand.place].type != "country" or all(
            by_id[guest].country != by_id[stand.place].country for guest in guests
        ):
            return stand.place
    return None


def _of_site(scene: Scene, organizations: list[str], guests: list[str]) -> str | None:
    """«посетила | гомельский | завод «Луч»»: what is seen is told by its town."""
    for mention in scene.organizations:
        if mention.entity not in organizations:
            continue
        for token in scene.tokens[max(scene.sentence.first, mention.first - _ATTRIBUTES) : mention.first]:
            place = place_of_adjective(scene.context, token)
            if place is not None and not any(scene.stands_of_document.akin(place, guest) for guest in guests):
                return place
    return None


_ATTRIBUTES = 3
"""Tokens from an adjective to the name of a body."""


def _after_comma(scene: Scene, index: int, stand: Stand) -> bool:
    """«посетят технопарк, а затем отправятся в Иннополис»: another clause says where they go next."""
    between = scene.context.tokens_in(scene.tokens[index].end, stand.start)
    return any(t.text == "," for t in between) and any(t.word and t.word.pos in {"VERB", "PRTS"} for t in between)


def _round_town(scene: Scene, index: int) -> bool:
    """«экскурсия по Бресту», «по окрестностям Бреста», «для гостей – обзорная экскурсия»: the town itself is seen."""
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
    if not has_lemma(scene, index, "экскурсия", "прогулка"):
        return False
    for_guests = speaks_of_guests(scene) or any(stand.kind == "delegation" for stand in scene.stands)
    if for_guests and index > scene.sentence.first and scene.tokens[index - 1].lemma == "обзорный":
        return True
    if not following or following[0].lower != "по":
        return False
    if for_guests and len(following) > 1 and following[1].word is not None and following[1].word.lemmas & _TOWN:
        return True
    return bool(scene.context.places_in(following[0].start, following[-1].end))


_TOWN = frozenset({"город", "столица", "центр", "улица", "райцентр"})


def what_is_toured(scene: Scene, index: int) -> tuple[list[str], bool]:
    """The organizations seen that are no authorities, and whether a site is named at all.

    They stand after the verb; before it where those who came stand after: «завод посетила делегация».
    """
    organizations, site = _seen_in(scene, index + 1, scene.sentence.last)
    site = site or _round_town(scene, index)
    if has_lemma(scene, index, *_SHOWING):  # «на «Луче» им показали цех, а на «Заре» – склад»
        before, told = _seen_in(scene, scene.sentence.first, index)
        return list(dict.fromkeys([*before, *organizations])), site or told
    first_told = has_lemma(scene, index, "посетить", "посещать", "осмотреть")
    first_told = first_told or (has_lemma(scene, index, "побывать") and _there(scene))  # «На «Луче» побывали гости»
    if not organizations and not site and first_told:
        return _seen_in(scene, scene.sentence.first, index)
    return organizations, site


_SHOWING = ("показать", "показывать", "представить", "продемонстрировать", *_TELLING)


def _seen_in(scene: Scene, first: int, last: int) -> tuple[list[str], bool]:
    if first >= last:
        return [], False
    tokens = scene.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    by_id = scene.context.by_id
    found = scene.context.mentions_in(start, end, "organization")
    organizations = [
        m.entity
        for m in found
        if not is_authority(by_id[m.entity]) and not _tells(scene, m.first) and not _of_title(scene, m.first)
    ]
    near = range(first, min(last, first + _SITE_REACH))
    site = any(_is_site(scene, i) for i in near)
    return list(dict.fromkeys(organizations)), site


def _is_site(scene: Scene, index: int) -> bool:
    """«завод», «площадка», but not «праздничные площадки» of a feast."""
    word = scene.tokens[index].word
    if word is None or not names_site(word.lemmas) or is_main_town(scene.tokens, index):
        return False
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    festive = before is not None and before.lemma.startswith(_FESTIVE)
    return not festive or "площадка" not in word.lemmas


_FESTIVE = ("праздничн", "концертн", "фестивальн", "дискуссионн", "ярмарочн", "торгов")


def _of_title(scene: Scene, first: int) -> bool:
    """«делегация во главе с секретарём комитета «Луч» посетила район»: whose office somebody holds is no site."""
    return any(title.head < first < title.last for title in titles_in(scene.context, scene.sentence))


def _tells(scene: Scene, first: int) -> bool:
    """«сообщили в пресс-службе завода», «в соцсети «ВКонтакте»»: a source is no site."""
    before = scene.tokens[max(scene.sentence.first, first - 4) : first]
    return any(token.word and token.word.lemmas & events().sources for token in before)
