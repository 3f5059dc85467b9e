"""Do two tellings of a document speak of one happening: by kind, day, place, sides, names, papers?"""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.reading.context import Context
from pobratim.reading.dates.words import MONTHS
from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.records.documents import document_at
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.feast_names import is_feast_of_place
from pobratim.reading.records.sides.alike import same_sides
from pobratim.reading.records.stands import Stands
from pobratim.reading.text.segments import Sentence, Token


def same_event(context: Context, stands: Stands, left: Draft, right: Draft) -> bool:
    """Do two tellings speak of one happening?"""
    if left.kind != right.kind:
        return False
    still = _is_of_today(left, right) or _is_spoken_of(left, right) or _goes_on(context, left, right)
    still = still or _are_called_alike(left, right)
    if left.status != right.status and not still:
        return False
    other_deed = left.kind == "other" and left.rule.partition("+")[0] != right.rule.partition("+")[0]
    if other_deed and not (_in_title(context, left) and _opens_text(context, right)):
        return False  # wreaths and trees
    if _of_states(context, stands, left) != _of_states(context, stands, right):
        return False
    if left.item is not None and right.item is not None and left.item != right.item:
        return False
    both = left.kind == "meeting" and min(len(left.participants), len(right.participants)) > 1
    if both and _is_at_home(stands, left) != _is_at_home(stands, right):
        return False
    if left.kind == "meeting" and _comes_next(context, stands, left, right):
        return False
    if left.date and right.date and not edtf.compatible(left.date, right.date):
        return False
    if left.background != right.background and not (left.date and left.date == right.date):
        return False
    if left.title and right.title and left.kind in {"forum", "days"}:
        alike = left.kind == "days" and left.title.split()[0].lower() == right.title.split()[0].lower()
        alike = alike and (left.place == right.place or None in {left.place, right.place})
        alike = alike and set(left.evidence).isdisjoint(right.evidence)  # «фестиваль культуры и фестиваль урожая»
        if alike and _NUMBER.search(left.title + right.title) is None and left.parties == right.parties:
            return True  # «Дни культуры Китая», «Дни КНР»
        if _are_feasts_of_one_town(left, right):
            return True  # «День города», «880-летие Гомеля»
        if _in_title(context, left) and _opens_text(context, right) and _is_headline_of(left, right):
            return True
        return _titles_agree(left.title, right.title)
    if left.kind == "signing" and (_by_others(context, left, right) or not documents_agree(context, left, right)):
        return False
    staged = left.kind in {"visit", "tour", "forum", "days"}
    if staged and not (places_agree(context, stands, left.place, right.place) or _stops_agree(left, right)):
        return False
    if left.kind == "visit" and left.place and right.place:
        return guests_agree(context, stands, left, right)
    if left.organizations and right.organizations and left.kind != "tour":
        return not set(left.organizations).isdisjoint(right.organizations)
    if left.kind == "signing" and same_sides(stands, left.parties, right.parties):
        return True
    return parties_agree(context, stands, left.parties, right.parties)


def _in_title(context: Context, event: Draft) -> bool:
    return all(context.is_title(context.sentence_at(start)) for start, _ in event.evidence)


def _is_headline_of(left: Draft, right: Draft) -> bool:
    """«В Омске открылся форум побратимов»: «II Форум породнённых городов» of the lead, at one place."""
    heads = [_NUMBER.sub("", str(one.title)).lower().split()[:1] for one in (left, right)]
    bare = _NUMBER.search(str(left.title)) is None
    return heads[0] == heads[1] and bare and left.place is not None and left.place == right.place


def _opens_text(context: Context, event: Draft) -> bool:
    """«(В Омске открыли аллею дружбы.) Первые липы высадили мэры»: is it told right behind the title?"""
    first = min(context.sentence_at(start).index for start, _ in event.evidence)
    told = (s for s in context.layout.sentences[:first] if any(token.is_mostly(_WORDS) for token in _words(context, s)))
    return sum(1 for _ in told) <= _LEAD


def _words(context: Context, sentence: Sentence) -> list[Token]:
    """Its words but for the names of months: a line with the day of publication has none."""
    return [token for token in context.layout.tokens_of(sentence) if token.lower not in MONTHS]


_WORDS = frozenset({"NOUN", "ADJF", "VERB", "PRTS", "PREP"})
_LEAD = 1
"""Number of the sentence that comes after a title of one."""


def _is_of_today(left: Draft, right: Draft) -> bool:
    """«Сегодня проводит встречу с губернатором», «обсудит с ним сегодня»: a meeting of one day that is going on."""
    same = left.date == right.date and edtf.is_day(left.date)
    open_day = len(left.participants) > 1 and any(one.day_open and one.date is None for one in (left, right))
    day = left.kind == "meeting" and (same or open_day)  # «сегодня», and which day that is only one of them says
    one = {left.status, right.status} == {"held", "planned"} and set(left.participants) == set(right.participants)
    return day and one and bool(left.participants)


def _is_at_home(stands: Stands, event: Draft) -> bool:
    """Of a governor and the ambassador of his own country?"""
    return len(event.parties) == 2 and stands.akin(*event.parties)


def _comes_next(context: Context, stands: Stands, left: Draft, right: Draft) -> bool:
    """«… переговоры с хокимом области. Далее делегация встретилась с премьер-министром»: other hosts, one after the
    other."""
    words = context.text(right.evidence[0])
    if left.evidence == right.evidence or not (_THEN.match(words) or _BESIDES.match(words)):
        return False
    bodies = _bodies(context, right) if left.participants and not right.participants else set()
    if bodies and bodies.isdisjoint(_bodies(context, left)):
        return True  # «встретится с мэром. Затем представители совета встретятся с коллегами из думы»
    if not _THEN.match(words):
        return False
    place_of = stands.place_of_person
    told = [{place_of[p] for p in one.participants if p in place_of} for one in (left, right)]
    others = told[1] - told[0]
    return bool(others) and bool(told[0] - told[1]) and set(right.participants).isdisjoint(left.participants)


def _bodies(context: Context, event: Draft) -> set[str]:
    """The organizations that its telling names."""
    return {mention.entity for span in event.evidence for mention in context.mentions_in(*span, "organization")}


_BESIDES = re.compile(r"\W*(?:кроме того|помимо этого|помимо того|кроме этого|отдельно)\b", re.I)
_THEN = re.compile(r"\W*(?:далее|затем|потом|позже|позднее|после этого|вечером)\b", re.I)


def _is_spoken_of(left: Draft, right: Draft) -> bool:
    """«Брест принимает XII форум. В форуме примут участие …»: the forum that is going on, without its name and day."""
    named = left.kind == "forum" and left.title is not None and left.date is not None and left.status == "held"
    bare = right.title is None and right.date is None and right.status == "planned"
    return named and bare and not left.background and set(left.parties) == set(right.parties)


def _goes_on(context: Context, left: Draft, right: Draft) -> bool:
    """«В Омске проходят Дни Бреста. В рамках Дней Бреста выступят …»: the same days, of which more is to come."""
    named = left.kind in {"forum", "days"} and left.title is not None and right.title is not None
    going_on = left.status == "held" and not left.background and right.status == "planned" and right.date is None
    return named and going_on and any(_WITHIN.search(context.text(span)) is not None for span in right.evidence)


def _are_called_alike(left: Draft, right: Draft) -> bool:
    """«Дни Бреста стартовали в Омске», and «Дни Бреста пройдут в Омске с 28 по 31 августа» in the same news."""
    named = left.kind in {"forum", "days"} and left.title is not None and right.title is not None
    here = set(left.parties) == set(right.parties) and (left.place == right.place or None in {left.place, right.place})
    news = not (left.background or right.background) and {left.status, right.status} == {"held", "planned"}
    return named and here and news and str(left.title).lower() == str(right.title).lower()


_WITHIN = re.compile(r"\b(?:в рамках|программ\w+|во время|в ходе|в дни|на время)\b", re.I)


def _are_feasts_of_one_town(left: Draft, right: Draft) -> bool:
    """«на Дне города», «празднование 880-летия Гомеля», «юбилей города»: a town keeps one feast at a time."""
    ages = {match.group() for title in (left.title, right.title) if (match := _AGE.match(title or ""))}
    feasts = all(is_feast_of_place(title or "") for title in (left.title, right.title))
    here = left.place is not None and left.place == right.place and set(left.parties) == set(right.parties)
    return feasts and here and len(ages) < 2


_AGE = re.compile(r"\d+")


_NUMBER = re.compile(
    r"\b([IVXLCХ]+|\d+-?\w{0,2})\b"
    r"|\b(перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|\w+надцат|двадцат|тридцат)\w+", re.I
)


def _titles_agree(left: str, right: str) -> bool:
    """The same words, the number of the session apart; two numbers that differ are two sessions."""
    a, b = (_NUMBER.search(title) for title in (left, right))
    if a is not None and b is not None and a.group().lower() != b.group().lower():
        return False
    first, second = (_NUMBER.sub("", title).lower().split() for title in (left, right))
    if a is not None and b is not None and a.group().lower() == b.group().lower():
        return first[:1] == second[:1]
    if 1 in (len(first), len(second)):
        return not {*first}.isdisjoint(second) and (first[0] in second or second[0] in first)  # «Форум» of before
    shorter = min(len(first), len(second), 2)
    return first[:shorter] == second[:shorter]


def _of_states(context: Context, stands: Stands, event: Draft) -> bool:
    """Of two countries, through people who stand for them: no event of their towns."""
    if event.kind not in {"meeting", "visit"} or any(context.by_id[place].type != "country" for place in event.parties):
        return False
    return any(stands.place_of_person.get(person) in event.parties for person in event.participants)


def _stops_agree(left: Draft, right: Draft) -> bool:
    """«посетила Брест и Лиду», then «прибыла в Лиду»."""
    return left.place in right.stops or right.place in left.stops


def places_agree(context: Context, stands: Stands, left: str | None, right: str | None) -> bool:
    """The same place, or one inside the other."""
    if left is None or right is None or left == right:
        return True
    return _agree(context, stands, left, right) or stands.contain(left, right)


def guests_agree(context: Context, stands: Stands, left: Draft, right: Draft) -> bool:
    """Do they come from the same places, or the one from a place inside the other's?"""
    few, many = sorted((left.parties[:-1], right.parties[:-1]), key=len)

    same_host = left.place == right.place

    def alike(guest: str, other: str) -> bool:
        return _agree(context, stands, guest, other) or (same_host and stands.contain(guest, other))

    return all(any(alike(guest, other) for other in many) for guest in few)


def _by_others(context: Context, left: Draft, right: Draft) -> bool:
    """One between companies alone and one between places are two signings; unless these are the bodies' own towns."""
    few, many = sorted((left, right), key=lambda draft: len(draft.parties))
    bodies = [context.by_id[body].name.lower().split()[0] for body in few.organizations]
    towns = [context.by_id[place].name for place in many.parties]
    own = len(bodies) == len(towns) and all(any(is_made_from(body, town) for body in bodies) for town in towns)
    alone = not few.parties and len(few.organizations) >= 2
    return alone and not own and len(many.parties) >= 2 and not many.organizations


def documents_agree(context: Context, left: Draft, right: Draft) -> bool:
    """A road map approved now and the agreement signed two years ago are two signings."""
    a, b = _documents_of(context, left), _documents_of(context, right)
    if not a or not b or not a.isdisjoint(b) or _by_the_same(left, right):
        return True
    return _by_headline(context, left, right) or _by_common_name(context, left, right)


def _by_headline(context: Context, left: Draft, right: Draft) -> bool:
    """«Омск подписал соглашение с Брестом», and in the news a memorandum of the two: by a common name."""
    told = [_documents_of(context, one) for one in (left, right)]
    title = _in_title(context, left)
    common = told == [{"agreement"}, {"memorandum"}] or told == [{"agreement"}, {"protocol"}]
    return title and common and not right.background and set(left.parties) == set(right.parties)


def _by_common_name(context: Context, left: Draft, right: Draft) -> bool:
    """«В Омске подписан меморандум с Брестом. Соглашение подписали мэры …»: the same document, called so again."""
    before, after = (context.sentence_at(one.evidence[at][0]) for one, at in ((left, -1), (right, 0)))
    opening = [token.lower for token in context.layout.tokens[after.first : after.first + 2]]
    called = opening[:1] == ["соглашение"] and opening[1:] not in (["о"], ["об"], ["между"], ["с"])
    named = _documents_of(context, right) == {"agreement"}
    named = named and _documents_of(context, left) <= {"memorandum", "protocol"}
    beside = after.index == before.index + 1 and left.background == right.background
    return called and named and beside and set(left.parties) == set(right.parties)


def _by_the_same(left: Draft, right: Draft) -> bool:
    """«Мэр подписал договор о намерениях», «меморандум подписали мэры»: by the hand of one and the same at one time."""
    hands = set(left.participants) & set(right.participants)
    return bool(hands) and left.background == right.background and set(left.parties) == set(right.parties)


def _documents_of(context: Context, event: Draft) -> frozenset[str]:
    """The kinds of documents that its evidence names; looked for once."""
    if event.documents is None:
        told = [span for span in event.evidence if _OF_THE_DOCUMENT.search(context.text(span)) is None]
        tokens = [context.tokens_in(*span) for span in told]
        names = [document_at(part, index) for part in tokens for index in range(len(part))]
        event.documents = frozenset(name.kind for name in names if name is not None and name.kind != "unnamed")
    return event.documents


_OF_THE_DOCUMENT = re.compile(r"\bподписани\w+\s+(?:этого\s+|данного\s+)?документа\b", re.I)
"""«В ходе подписания документа стороны наметили планы»: the one told of, which needs no name."""


def parties_agree(context: Context, stands: Stands, left: list[str], right: list[str]) -> bool:
    """Equal, one within the other, or a country where the other names a place inside it."""
    if not left or not right:
        return True
    return within(context, stands, left, right) or within(context, stands, right, left)


def within(context: Context, stands: Stands, inner: list[str], outer: list[str]) -> bool:
    return all(any(_agree(context, stands, place, other) for other in outer) for place in inner)


def _agree(context: Context, stands: Stands, place: str, other: str) -> bool:
    if place == other or stands.same_area(place, other):
        return True
    return "country" in (context.by_id[place].type, context.by_id[other].type) and stands.akin(place, other)
