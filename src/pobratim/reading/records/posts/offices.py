"""Offices settled over the whole document: one record a person and office, and the seats that are meant.

«Мэр города», «глава региона», «председатель горисполкома» name neither the place nor the body: it is the
one the text has named, unless somebody else holds that office there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pobratim.model.reading import PLACE_TYPES, Post
from pobratim.reading.context import Context, Mention
from pobratim.reading.names.people.palladius import is_family, sounds_chinese
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.posts.delegates import home_of_delegate, welcomes
from pobratim.reading.records.posts.merging import fuller, in_full, same_office, seats
from pobratim.reading.records.posts.named_bodies import named_body
from pobratim.reading.records.posts.nearby_bodies import body_beside
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.morph import lemma


@dataclass(frozen=True, slots=True)
class Held:
    """A post as one sentence has it, and the general word for its place («город» in «мэр города»)."""

    post: Post
    general: str = ""
    elsewhere: bool = False
    """Does an adjective say that it is of a place the text does not name («британский премьер»)?"""


def held(context: Context, person: Mention, title: Title, rule: str, confidence: float) -> Held:
    """The post that the title says the person holds; evidence from the one to the other."""
    tokens = context.layout.tokens
    start = min(tokens[title.first].start, person.start)
    end = max(tokens[title.last - 1].end, person.end)
    post = Post(
        person=person.entity,
        title=title.words,
        organization=title.organization,
        place=title.place,
        evidence=((start, end),),
        confidence=confidence,
        rule=rule,
    )
    return Held(post, title.general, _of_another(context, title))


def _of_another(context: Context, title: Title) -> bool:
    """«британский премьер»: of a place that the text has as an adjective only, so that no other is meant."""
    tokens = context.layout.tokens
    if title.place or title.first == context.sentence_at(tokens[title.first].start).first:
        return False
    before = tokens[title.first - 1]
    if before.word is None or context.mentions_in(before.start, before.end):
        return False
    return before.word.is_pos("ADJF") and before.lemma.endswith(("ский", "ской", "цкий"))


def settle(context: Context, found: Iterable[Held]) -> list[Post]:
    """The posts merged, those that say where first; then the places and bodies of the others."""
    merged: list[Held] = []
    for item in sorted(found, key=lambda h: (not _says_where(h.post), h.post.evidence)):
        for index, other in enumerate(merged):
            if same_office(item.post, other.post):
                merged[index] = replace(
                    other, post=fuller(other.post, item.post), general=other.general or item.general
                )
                break
        else:
            merged.append(item)
    settled: list[Post] = []
    for item in merged:
        post = item.post if _says_where(item.post) else _located(context, item, settled)
        twin = next((i for i, p in enumerate(settled) if same_office(post, p)), None)
        if twin is None:
            settled.append(post)
        else:
            settled[twin] = fuller(settled[twin], post)
    return sorted(settled, key=lambda post: post.evidence[0])


def _says_where(post: Post) -> bool:
    return bool(post.place or post.organization)


# ---------------------------------------------------------------- where, when the title does not say


def _located(context: Context, item: Held, settled: list[Post]) -> Post:
    """The post with the body or the place that the text named last before it."""
    post = item.post
    body = named_body(context, post)
    if body is not None:
        organization, words = body
        seat = context.found.seats.get(organization)
        return replace(
            post, title=words, organization=organization, place=seat, rule=post.rule + "+named_body", confidence=0.8
        )
    beside = body_beside(context, post)
    if beside is not None:
        return replace(post, organization=beside, rule=post.rule + "+body_beside", confidence=0.75)
    if item.elsewhere or not _governs(item):
        return post
    place = _place(context, item, settled)
    return post if place is None else replace(post, place=place, rule=post.rule + "+nearest_place", confidence=0.75)


def _governs(item: Held) -> bool:
    words = max(item.post.title.split(" – "), key=_names_seat).split()
    if words[-1] in seats().ungoverning or (
        words[0] in seats().of_anything and words[1:] and words[-1] not in seats().of_places
    ):
        return False  # «глава ведомства», «президент ассоциации малых городов»
    if item.general or item.post.title.endswith(tuple(seats().authorities)):
        return True
    return bool(words) and (
        words[0] in seats().governing or any(word in seats().governing for word in words[-2:])
    )


def _names_seat(title: str) -> bool:
    """«заместитель председателя правительства – министр транспорта»: which part of the title governs a place."""
    return not seats().governing.isdisjoint(title.split())


def _place(context: Context, item: Held, settled: list[Post]) -> str | None:
    """The place of the right kind named last before, in this sentence or the one before; else the only one
    of the document so far. Not one whose office another person holds. Who comes with a delegation is of its place."""
    post = item.post
    first = post.title.split()[0]
    taken = {
        other.place
        for other in settled
        if other.person != post.person
        and ((other.title.split()[0] == first and first not in seats().shared) or _rules_abroad(context, post, other))
    }
    taken |= _across(context, post, settled) | _of_who_meets(context, post, settled)
    start = post.evidence[0][0]
    if post.title in _OF_STATES:
        return _country_of_head(context, post)
    home = home_of_delegate(context, start)
    if home is not None and home not in taken and (_fits(context, item, home) or _is_called_so(context, item, home)):
        return home
    fitting = [
        mention
        for mention in context.places_in(0, start)
        if mention.entity not in taken and not _is_compared(context, mention) and _fits(context, item, mention.entity)
    ]
    if (own := _of_his_land(context, post, fitting)) is not None:
        return own
    if not fitting:
        fitting = _seats_named(context, item, start, taken)
    if item.general == "республика" and any(_is_republic(context, m.entity) for m in fitting):
        fitting = [m for m in fitting if _is_republic(context, m.entity)]
    sentence = context.sentence_at(start)
    here = [mention for mention in fitting if mention.start >= sentence.start]
    if not here:
        for token in reversed(context.tokens_in(sentence.start, start)):  # «Омскую делегацию возглавил вице-мэр …»
            place = place_of_adjective(context, token) if token.word and token.word.is_pos("ADJF") else None
            if place is not None and place not in taken and _fits(context, item, place):
                return place
    chief = _chief(post.title)
    ruled = {p.place for p in settled if p.place and p.title.split()[0] == chief and _fits(context, item, p.place)}
    if not here and len(ruled) == 1:  # «первый заместитель главы города»: of the town that has a «глава» in the text
        return ruled.pop()
    beside = [p for p in settled if p.place and sentence.start <= p.evidence[0][0] and p.evidence[0][1] <= start]
    if not here and beside and beside[-1].place not in taken and _fits(context, item, beside[-1].place or ""):
        return beside[-1].place  # «вице-мэр Омска Пётр Лаптев, председатель городской думы Анна Котова»
    earliest = context.layout.sentences[max(0, sentence.index - 1)].start
    near = [mention for mention in fitting if mention.start >= earliest]
    if not here and near and _is_told_later(item) and not item.general:
        sending = _sends_delegation(context, start, {mention.entity for mention in near})
        if sending is not None and sending not in taken:
            return sending
    if here or near:
        return _foremost(context, here or near, start).entity
    only = {mention.entity for mention in fitting}
    if not only and _is_told_later(item):  # the text begins with «глава города», «губернатор», the place comes later
        behind = context.places_in(start, len(context.document.text))
        only = {m.entity for m in behind if m.entity not in taken and _fits(context, item, m.entity)}
        if not item.general:
            only -= {m.entity for m in behind if _is_of_others(context, m)}
        if len(only) > 1:
            only &= _ruled_later(context, start)
    return only.pop() if len(only) == 1 else None


def _sends_delegation(context: Context, start: int, named: set[str]) -> str | None:
    """«На совете в Тульской области … Губернатор Пётр Лаптев … Делегация из Омской области …»: his is the one region of
    his country whose delegation the text tells of, where those named before only say where it was."""
    tokens = context.layout.tokens
    for mention in context.places_in(0, len(context.document.text)):
        if mention.entity in named and tokens[max(0, mention.first - 1)].lower not in {"в", "во"}:
            return None
    countries = {context.by_id[place].country for place in named}
    sending = {
        mention.entity
        for mention in context.places_in(start, len(context.document.text))
        if context.by_id[mention.entity].type == "region"
        and context.by_id[mention.entity].country in countries
        and tokens[max(0, mention.first - 1)].lower == "из"
        and tokens[max(0, mention.first - 2)].lemma == "делегация"
    } - named
    return sending.pop() if len(sending) == 1 else None


def _is_called_so(context: Context, item: Held, place: str) -> bool:
    """«делегация Минской области во главе с губернатором»: papers call the head of a Belarusian oblast so too."""
    return item.post.title in _OF_REGIONS and context.by_id[place].type == "region"


def _of_his_land(context: Context, post: Post, fitting: list[Mention]) -> str | None:
    """«вице-мэр Чжао Чжэнлань»: of a Chinese place, if the text names just one that fits."""
    names = context.by_id[post.person].name.lower().split()
    if len(names) != 2 or not (is_family(names[0]) and sounds_chinese(names[1])):
        return None
    there = {mention.entity for mention in fitting if context.by_id[mention.entity].country == "CN"}
    return there.pop() if len(there) == 1 else None


def _is_compared(context: Context, mention: Mention) -> bool:
    """«(второй побратим) после Минска», «кроме Минска»: named beside those that the text is about."""
    return context.layout.tokens[max(0, mention.first - 1)].lower in {"после", "кроме", "помимо"}


def _across(context: Context, post: Post, settled: list[Post]) -> set[str | None]:
    """«договор между | мэром Петром Лаптевым и | заместителем мэра Бреста Яном Котовым», «глава города Пётр Лаптев и |
    мэр Бреста Ян Котов»: the other place."""
    start, end = post.evidence[0]
    sentence = context.sentence_at(start)
    before = context.tokens_in(sentence.start, start)
    between = bool(before) and before[-1].lower == "между"
    behind = (other for other in settled if end <= other.evidence[0][0] < sentence.end)
    joined = [o for o in behind if [t.lower for t in context.tokens_in(end, o.evidence[0][0])] == ["и"]]
    return {o.place for o in joined if between or (post.title in _CHIEFS and o.title in _CHIEFS)}


def _of_who_meets(context: Context, post: Post, settled: list[Post]) -> set[str | None]:
    """«(Глава Омска приехал в Брест.) Он встретился с | мэром города Яном Котовым»: nobody meets himself."""
    start = post.evidence[0][0]
    before = context.tokens_in(context.sentence_at(start).start, start)
    if not before or before[-1].lower not in {"с", "со"} or post.title not in _CHIEFS:
        return set()
    return {other.place for other in settled if other.person != post.person and other.title in _CHIEFS}


def _is_told_later(item: Held) -> bool:
    """«Глава города Пётр Лаптев», «Губернатор Пётр Лаптев»: a chief of whom the text has to say where."""
    return item.post.title in (_CHIEFS if item.general else _OF_REGIONS)


_OF_REGIONS = frozenset({"губернатор", "врио губернатора"})


def _is_of_others(context: Context, mention: Mention) -> bool:
    """«с Тульской областью», «делегация из Тульской области», «губернатор Тульской области»: another's region."""
    before = context.layout.tokens[max(0, mention.first - 1)]
    people = before.word is not None and any("anim" in parse.tags for parse in before.word.parses)
    return people or before.lower in {"с", "со", "из"} or before.lemma == "делегация"


def _seats_named(context: Context, item: Held, start: int, taken: set[str | None]) -> list[Mention]:
    """«в ратуше Каунаса мэр Пётр Лаптев»: the seats of bodies named before in the sentence."""
    sentence = context.sentence_at(start)
    seats_of = context.found.seats
    named = context.mentions_in(sentence.start, start, "organization")
    told = [replace(m, entity=seat) for m in named if (seat := seats_of.get(m.entity)) is not None]
    return [m for m in told if m.entity not in taken and _fits(context, item, m.entity)]


def _country_of_head(context: Context, post: Post) -> str | None:
    """«президент Пётр Лаптев»: of the country that is known, else of the only one the text has named so far."""
    surname = context.by_id[post.person].name.split()[-1]
    countries = {e.id: e.country for e in context.found.entities if e.type == "country"}
    known = seats().heads_of_state.get(surname)
    if known is not None:
        return next((entity for entity, code in countries.items() if code == known), None)
    told = {mention.entity for mention in context.places_in(0, post.evidence[0][0])} & countries.keys()
    return told.pop() if len(told) == 1 else None


_OF_STATES = frozenset({"президент", "глава государства", "премьер-министр", "премьер"})


def _ruled_later(context: Context, start: int) -> set[str]:
    """Places whose chief the text speaks of later, without a name: «Глава города …. Мэр Астрахани обсудил …»."""
    later = [s for s in context.layout.sentences if s.start > start]
    spoken = (title for sentence in later for title in titles_in(context, sentence) if title.lemma in _CHIEFS)
    tokens = context.layout.tokens
    return {
        title.place
        for title in spoken
        if title.place and not title.plural and not context.mentions_in(
            tokens[title.first].start, tokens[min(title.last, len(tokens) - 1)].end, "person"
        )
    }


def _is_republic(context: Context, place: str) -> bool:
    """«министр республики»: a region whose name says nothing else."""
    entity = context.by_id[place]
    return entity.type == "region" and not any(word in entity.name.lower() for word in _OTHER_REGIONS)


_OTHER_REGIONS = ("област", "край", "округ", "район", "провинция", "штат", "уезд", "воеводство")


def _chief(title: str) -> str:
    """Whose deputy it is: «глава» of «первый заместитель главы», '' for no deputy."""
    words = in_full(title).split()
    deputy = "заместитель" in words[:-1] and words[-1] in seats().governing
    return lemma(words[-1]) if deputy and words[-2] == "заместитель" else ""


def _rules_abroad(context: Context, post: Post, other: Post) -> bool:
    """Do both rule a town, the other one outside Russia, where a town has one chief («председатель горисполкома»)?"""
    place = context.by_id.get(other.place or "")
    if place is None or place.country == "RU" or post.title.split()[0] not in _CHIEFS:
        return False
    body = context.by_id.get(other.organization or "")
    committee = body is not None and "исполком" in " ".join((body.name, *body.aliases)).lower()
    return other.title in _CHIEFS or (other.title == "председатель" and committee)


_CHIEFS = frozenset({"мэр", "глава", "аким", "хоким", "градоначальник", "бургомистр", "обер-бургомистр"})


def _foremost(context: Context, mentions: list[Mention], start: int) -> Mention:
    """The last one of the same clause; else the last that is no goal or scene («… прибыла в Гомель»), if any."""
    tokens = context.layout.tokens
    apart = any(token.text in ",;:" for token in context.tokens_in(mentions[-1].end, start))
    if not apart and context.sentence_at(mentions[-1].start) == context.sentence_at(start):
        return mentions[-1]
    if [token.lower for token in tokens[mentions[-1].last : mentions[-1].last + 2]] == [",", "где"]:
        return mentions[-1]  # «приехали в Омск, где их встретил мэр»
    goals = [m for m in mentions if tokens[max(0, m.first - 1)].lower in {"в", "во", "на"}]
    if welcomes(context, start):
        at_home = goals or [m for m in mentions if not _is_origin(context, m)]
        if at_home:
            return at_home[-1]
    free = [m for m in mentions if m not in goals]
    return (free or mentions)[-1]


def _is_origin(context: Context, mention: Mention) -> bool:
    """«гости из | (сербской) Лозницы»."""
    before = context.layout.tokens[max(0, mention.first - 2) : mention.first]
    return any(token.lower == "из" for token in before)


def _kind(title: str) -> str | None:
    """The kind of place that the office is always of: «врио губернатора» a region's, «мэр» a city's."""
    forms = (lemma(word) for word in in_full(title).split()[:5])
    return next((seats().kinds[form] for form in forms if form in seats().kinds), None)


def places_told(context: Context, title: Title, count: int) -> list[str]:
    """The ``count`` places that «мэры», «губернаторы» mean: exactly as many named last before, in their order."""
    start = context.layout.tokens[title.first].start
    sentence = context.sentence_at(start)
    kind = next((k for form, k in seats().kinds.items() if form == title.lemma), None)
    for first in range(sentence.index, max(-1, sentence.index - 2), -1):
        named = [
            m.entity
            for m in context.places_in(context.layout.sentences[first].start, start)
            if kind is None or context.by_id[m.entity].type == kind
        ]
        if len(set(named)) == count:
            return list(dict.fromkeys(named))
        if named:
            break
    return []


def _fits(context: Context, item: Held, place: str) -> bool:
    """Is it a place of the kind that the office governs?"""
    entity = context.by_id[place]
    post = item.post
    kind = _kind(post.title)
    for authority, governed in seats().authorities.items():
        if post.title.endswith(authority):
            kind = governed
    for office, countries in seats().countries.items():
        if office in post.title.split() and entity.country and entity.country not in countries:
            return False  # a «горисполком» is Belarusian, an «аким» Kazakh
    if entity.country in seats().nowhere.get(post.title.split()[0], ()):
        return False  # Kazakhstan has no governors
    name = entity.name.lower()
    if item.general:
        wanted = seats().general.get(item.general, "")
        if wanted in PLACE_TYPES:
            kind = wanted
        elif wanted:
            return wanted in name or (item.general == "округ" and entity.type == "city" and entity.country == "RU")
    if entity.name in seats().with_governors and "губернатор" in post.title:
        return True
    if kind is None and entity.type == "country" and _is_local(post.title):
        return False
    return entity.type in PLACE_TYPES if kind is None else entity.type == kind


def _is_local(title: str) -> bool:
    """Offices below the state: «советник хокима», «глава муниципалитета»."""
    return any(lemma(word) in _CHIEFS for word in title.split())
