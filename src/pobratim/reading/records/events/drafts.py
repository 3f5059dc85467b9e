"""What one sentence tells of an event: the draft that the rules fill and `merging` joins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.model.reading import Span
from pobratim.reading.context import Mention
from pobratim.reading.records.dating import is_stage
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stands import Stand
from pobratim.reading.records.statuses import Status
from pobratim.reading.text.segments import Token
from pobratim.reading.text.speech import speaks, vocabulary

_EARLIER = re.compile(
    r"^\W*(?:напомн\w+|ранее|до этого|прежде|тогда)\b"
    r"|\b(?:предыдущ\w+|прошл(?:ого|ом) год\w*|прошл(?:ый|ая) (?:визит|поездк|встреч|форум))",
    re.I,
)
_USED_TO = re.compile(r"\b(?:проходил|проводил)(?:[аио]?|ся|ась|ись|ось)\b", re.I)
_REMOTE = re.compile(r"\b(?:видео|онлайн|телемост|дистанционн|удал[её]нн|по телефону|телефонн|вкс\b)", re.I)
_LONG_AGO = 45
"""Days before the publication after which a happening is told as background."""


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it. Of a visit the place visited is the last of ``parties``."""

    kind: str
    rule: str
    confidence: float
    status: Status
    evidence: tuple[Span, ...]
    date: str | None = None
    basis: Basis | None = None
    place: str | None = None
    parties: list[str] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    title: str | None = None
    background: bool = False
    """Is it told as something earlier than the document's news?"""
    item: int | None = None
    """The paragraph of the programme that names it: two items are two events."""
    remote: bool = False
    """Did they meet by video or telephone, each at home?"""
    day_open: bool = False
    """Is its day told, though not which («сегодня» in a release without a date)?"""

    @property
    def in_speech(self) -> bool:
        """Is it told by somebody whom the document quotes?"""
        return self.rule.endswith("+in_speech")
    documents: frozenset[str] | None = None
    """The kinds of documents that its evidence names, once they are asked for."""
    sure: bool = False
    """Of a visit: does the sentence itself say from where and to where?"""


def start_draft(
    scene: Scene, kind: str, index: int, rule: str, confidence: float, status: Status | None = None
) -> Draft | None:
    """A draft with its status (as the verbs tell, where not given) and date; None where the event is only wished,
    offered or habitual.
    """
    status = status or scene.status(index)
    if status is None:
        return None
    draft = Draft(kind, rule, confidence, status, (scene.span,))
    date = scene.date_near(index, planned=status == "planned")
    if date is not None:
        draft.date, draft.basis = date.edtf, date.basis
    draft.item = scene.sentence.paragraph if scene.in_programme else None
    draft.remote = _REMOTE.search(scene.context.text(scene.span)) is not None
    draft.day_open = date is None and any(d.kind == "point" and d.edtf is None for d in scene.dates)
    if status == "held" and _is_ahead(scene, draft.date):
        draft.status = "planned"
    told_since = date is not None and date.kind == "since"  # «с 1998 года, когда подписали договор»
    draft.background = draft.status == "held" and (told_since or _is_earlier(scene, draft.date))
    if scene.speaker is not None:
        draft.confidence -= 0.1
        draft.rule += "+in_speech"
    return draft


def _is_ahead(scene: Scene, date: str | None) -> bool:
    """Does the date lie after the document's own?"""
    published = scene.context.document.published
    if date is None or published is None:
        return False
    earliest, latest = edtf.bounds(date)[0], edtf.bounds(published)[1]
    return earliest is not None and latest is not None and earliest > latest


def _is_earlier(scene: Scene, date: str | None) -> bool:
    """«Напомним, …», «в прошлом году», or a date long before the document's own."""
    published = scene.context.document.published
    latest = edtf.bounds(date)[1]
    day = edtf.bounds(published)[0]
    if latest is not None and day is not None:
        return (day - latest).days > _LONG_AGO
    if len(date or "") == len("2016") and _USED_TO.search(scene.context.text(scene.span)) is not None:
        return True  # «в 2016 году проходили Дни Омска»
    return _EARLIER.search(scene.context.text(scene.span)) is not None


def has_lemma(scene: Scene, index: int, *lemmas: str) -> bool:
    """Is the token a form of one of these words?"""
    word = scene.tokens[index].word
    return word is not None and not word.lemmas.isdisjoint(lemmas)


def sentence_has(scene: Scene, lemmas: frozenset[str]) -> bool:
    """Does the sentence hold a form of one of these words?"""
    return any(
        token.word is not None and not token.word.lemmas.isdisjoint(lemmas)
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )


# ---------------------------------------------------------------- who takes part


def participants(scene: Scene, index: int) -> list[str]:
    """The persons of the sentence who stand for a place or hold an office, not those who only tell of it."""
    known = scene.stands_of_document
    holders = {post.person for post in known.posts}
    spokesmen = {post.person for post in known.posts if "пресс" in post.title}
    excluded = spokesmen | tellers(scene, index)
    meant = holders | set(known.place_of_person) | _colleagues(scene)
    meant |= _in_a_row(scene, meant - excluded)
    return [person for person in scene.people if person in meant and person not in excluded]


def _in_a_row(scene: Scene, meant: set[str]) -> set[str]:
    """«Мэр П. Лаптев, ветеран О. Тихий и директор А. Гусева прибыли»: all of a row of which one is meant."""
    rows = rows_of_people(scene)
    return {m.entity for row in rows if any(m.entity in meant for m in row) for m in row}


def rows_of_people(scene: Scene) -> list[list[Mention]]:
    """The names of the sentence, those in one row of titles together."""
    rows: list[list[Mention]] = []
    for mention in _people(scene):
        row = rows[-1] if rows else None
        if row is not None and _joins(scene, row[-1].last, mention.first):
            row.append(mention)
        else:
            rows.append([mention])
    return rows


def _joins(scene: Scene, first: int, last: int) -> bool:
    """Does only «и» or a comma and the next one's title stand between?"""
    between = scene.tokens[first:last]
    if not between or between[0].lower not in {",", "и"} or scene.clauses.has_verb(first, last):
        return False
    return all(token.text not in {"(", ")", ":", ";", "–", "—"} and token.lower not in _PARTING for token in between)


_PARTING = frozenset({"с", "со", "который", "которая", "где", "а", "но"})


def _colleagues(scene: Scene) -> set[str]:
    """«его коллега И. Савицкий»: whoever is called a colleague takes part as the other does."""
    first = scene.sentence.first
    return {
        mention.entity
        for mention in _people(scene)
        if any(has_lemma(scene, i, "коллега") for i in range(max(first, mention.first - 2), mention.first))
    }


def tellers(scene: Scene, index: int) -> set[str]:
    """«…, сообщил глава области П. Лаптев»: who only tells of the event, not «сообщил он на встрече»."""
    return {
        mention.entity
        for mention in _people(scene)
        if _is_teller(scene, mention.first) and not _together(scene, mention, index)
    }


def _together(scene: Scene, mention: Mention, index: int) -> bool:
    """Do the name and the event's word stand in one clause, the word after the name?"""
    return index >= mention.last and all(token.text not in _NAMING for token in scene.tokens[mention.last : index])


def _people(scene: Scene) -> Iterator[Mention]:
    yield from scene.context.mentions_in(*scene.span, "person")


_LOOK_BACK = 14
_NAMING = frozenset({",", "(", ")", ":", ";", "–", "—", "«", "»", '"'})


def _is_teller(scene: Scene, first: int) -> bool:
    """A verb of saying stands before the name and its title: «сообщил глава области», «по словам мэра»."""
    tokens = scene.tokens
    for index in range(first - 1, max(scene.sentence.first, first - _LOOK_BACK) - 1, -1):
        token = tokens[index]
        if token.text in _NAMING:
            return False
        if token.word is None:
            continue
        if speaks(token.word) is not None and token.word.lemmas.isdisjoint(events().verbs):
            return True
        if token.lower == "словам" or (token.word.lemmas & vocabulary().according and tokens[index - 1].lower == "по"):
            return True
        if token.word.is_pos("VERB") and token.word.pos == "VERB":
            return False
    return False


def told_by(scene: Scene, stand: Stand) -> bool:
    """Does the stand only tell: «сообщили в администрации Омска», «сообщил мэр Омска»?"""
    tokens = scene.context.tokens_in(scene.sentence.start, stand.start)
    for token in reversed(tokens[-6:]):
        if token.text in _NAMING:
            return False
        if token.word is not None and token.word.pos in {"VERB", "GRND"}:
            return speaks(token.word) is not None and token.word.lemmas.isdisjoint(events().verbs)
    return False


def acting_stands(scene: Scene, index: int) -> list[Stand]:
    """The stands outside of names of forums that do more than tell of the event."""
    told = tellers(scene, index)
    inviting = {stand.start for stand in [*inviters(scene), *witnesses(scene)]}
    named = {mention.entity for mention in _people(scene)}
    return [
        stand
        for stand in scene.outer_stands
        if stand.start not in inviting
        and (
            stand.kind == "place"
            or (stand.entity not in told and (stand.entity in named or not told_by(scene, stand)))
        )
    ]


def inviters(scene: Scene) -> list[Stand]:
    """«по приглашению мэра Бреста Ивана Савицкого»: those who invite, as far as genitives go."""
    return _after(scene, _INVITING, "по")


def witnesses(scene: Scene) -> list[Stand]:
    """«в присутствии губернатора Ивана Савицкого»: those who only look on."""
    return _after(scene, _PRESENCE, "в")


def _after(scene: Scene, lemmas: frozenset[str], preposition: str) -> list[Stand]:
    """The stands of the genitives after «по приглашению», «в присутствии»."""
    found: list[Stand] = []
    for index in scene.with_lemmas(lemmas):
        if index == scene.sentence.first or scene.tokens[index - 1].lower != preposition:
            continue
        last = index + 1
        while last < scene.sentence.last and (scene.mention_at(last) or _goes_on(scene.tokens[last])):
            last += 1
        found += [s for s in scene.stands if scene.tokens[index].end <= s.start and s.end <= scene.tokens[last - 1].end]
    return found


_INVITING = frozenset({"приглашение"})
_PRESENCE = frozenset({"присутствие"})


def _goes_on(token: Token) -> bool:
    """A genitive, «и», a comma or a name that no dictionary has: the row of those who invite goes on."""
    if token.word is None:
        return token.text in {",", "-", "«", "»", "(", ")"}
    if token.lower == "и" or not token.word.parses:
        return True
    return any(parse.case == "gent" for parse in token.word.parses) and not token.word.is_mostly({"VERB", "PRTS"})


def nearer(scene: Scene, stand: Stand) -> str:
    """Whom «китайская делегация», «китайцы» mean: the one place of China the document is about, or China."""
    place = scene.context.by_id[stand.place]
    if place.type == "city" and stand.kind == "delegation" and not scene.context.places_in(stand.start, stand.end):
        return _land_of(scene, stand.place)
    if place.type != "country" or stand.kind != "delegation":
        return stand.place
    focus = scene.stands_of_document.focus
    known = scene.stands_of_document
    inner = [p for p in focus if p != place.id and known.country_of(p) == place.country]
    distinct = [p for p in inner if not any(scene.stands_of_document.contain(p, q) for q in inner[: inner.index(p)])]
    return distinct[0] if len(distinct) == 1 else stand.place


def _land_of(scene: Scene, city: str) -> str:
    """Whom «пермяки», «пермская делегация» mean in a document about Пермский край: the land, if not the city."""
    known = scene.stands_of_document
    if city in known.pair:
        return city
    lands = [p for p in known.pair if scene.context.by_id[p].type == "region" and known.same_area(p, city)]
    return lands[0] if lands else city


def nearest(scene: Scene, places: list[str]) -> list[str]:
    """Each once, without a country of which a nearer place is named."""
    by_id = scene.context.by_id
    unique = list(dict.fromkeys(places))
    inner = {by_id[place].country for place in unique if by_id[place].type != "country"}
    return [place for place in unique if by_id[place].type != "country" or by_id[place].country not in inner]


# ---------------------------------------------------------------- where


def place_in(scene: Scene, index: int) -> str | None:
    """Where: «в Минске», «в мэрии Казани», the one nearest to the trigger."""
    position = scene.tokens[index].start
    inside = [stand for stand in scene.outer_stands if stand.kind == "place" and stand.role == "in"]
    inside = inside or [stand for stand in scene.stands if stand.kind == "place" and stand.role == "in"]
    inside = [stand for stand in inside if not in_other_clause(scene, index, stand)]
    nearest_one = min(inside, key=lambda stand: abs(stand.start - position), default=None)
    return nearest_one.place if nearest_one else _house_of(scene)


def in_other_clause(scene: Scene, index: int, stand: Stand) -> bool:
    """«на встрече рассказали, как работают школы в Лиде»: what stands in a clause below says nothing of the token,
    unless that tells of a stage («на форуме, который прошёл в Лиде»).
    """
    clause = scene.clauses.below_at(scene.index_at(stand.start))
    if clause is None or clause.kind == "participle" or clause.first <= index < clause.last:
        return False
    return not is_stage(scene, clause, index)


def _house_of(scene: Scene) -> str | None:
    """«в мэрии Казани»: the seat of the authority in whose house it happens, a city."""
    for stand in scene.stands:
        in_house = stand.kind == "organization" and stand.role == "in" and not told_by(scene, stand)
        named = len(scene.context.tokens_in(stand.start, stand.end)) > 1  # «в мэрии» alone may be anybody's
        if in_house and named and scene.context.by_id[stand.place].type == "city":
            return stand.place
    return None


def host_of(scene: Scene, guests: list[str]) -> str | None:
    """The place where the document's happenings go on, if it is not the guests' own."""
    known = scene.stands_of_document
    elsewhere = [place for place in known.pair if not _is_home(scene, place, guests)]
    if len(elsewhere) == 1 and guests:
        return elsewhere[0]
    host = known.host
    if host is None or _is_home(scene, host, guests):
        return None
    inside = [place for place in elsewhere if known.contain(place, host)]
    return inside[0] if len(inside) == 1 else host


def _is_home(scene: Scene, place: str, guests: list[str]) -> bool:
    """Is it where the guests come from, or does it lie there?"""
    return any(place == guest or scene.stands_of_document.contain(place, guest) for guest in guests)


def _is_with(scene: Scene, place: str) -> bool:
    """«подписан протокол с Худжандом», «на встрече с мэром Худжанда»: the other side goes without saying."""
    return any(
        stand.place == place and (stand.role == "with" or _is_led_by_with(scene, stand)) for stand in scene.stands
    )


def _is_led_by_with(scene: Scene, stand: Stand) -> bool:
    """«с заместителем мэра Худжанда | Каримом Саидовым»: the preposition stands before the title."""
    if stand.kind != "person":
        return False
    before = scene.context.tokens_in(scene.sentence.start, stand.start)[-_TITLE:]
    for token in reversed(before):
        if token.word is None or token.word.is_mostly({"VERB", "PRTS"}):
            return False
        if token.lower in {"с", "со"}:
            return True
    return False


_TITLE = 7
"""Words of a title before a name."""


def _other_of(scene: Scene, party: str) -> str | None:
    """The other of the pair, where the party lies in the one («мэр Омска» of Омская область and Минск)."""
    pair, akin = scene.stands_of_document.pair, scene.stands_of_document.akin
    others = [place for place in pair if not akin(place, party)]
    return others[0] if len(others) == 1 and scene.context.by_id[party].type != "country" else None


def complete_pair(scene: Scene, draft: Draft) -> None:
    """A lone party is joined by the other place the document is about."""
    pair = scene.stands_of_document.pair
    if len(set(draft.parties)) == 1 and len(pair) == 2 and draft.parties[0] in pair:
        draft.parties.append(pair[0] if pair[1] == draft.parties[0] else pair[1])
        draft.confidence -= 0.06
    elif len(set(draft.parties)) == 1 and len(pair) == 2 and (other := _other_of(scene, draft.parties[0])) is not None:
        known, by_id = next(place for place in pair if place != other), scene.context.by_id
        wider = by_id[known].type == "city" and by_id[draft.parties[0]].type != "city"
        draft.parties = [known if wider else draft.parties[0], other]
        draft.confidence -= 0.1
    elif len(set(draft.parties)) == 1 and pair and _is_with(scene, draft.parties[0]):
        draft.parties.append(pair[0])
        draft.confidence -= 0.1
    elif not draft.parties and draft.kind == "signing" and len(pair) == 2:
        draft.parties = list(pair)
        draft.confidence -= 0.12
