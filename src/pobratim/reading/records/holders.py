"""Posts where title and name do not simply touch: «его заместитель», one title of several people, a name and
its title on two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pobratim.reading.context import Context, Mention
from pobratim.reading.morph import inflect
from pobratim.reading.records.offices import Held, held, places_told
from pobratim.reading.records.titles import Title, titles_in
from pobratim.reading.segments import Sentence, Token


def deputy_of_the_one_before(
    context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]
) -> Iterator[Held]:
    """«губернатор края Пётр Иванов и его заместитель Иван Петров»: whose deputy is told just before."""
    tokens = context.layout.tokens
    for title in titles:
        if title.first <= sentence.first or tokens[title.first - 1].lower not in {"его", "её", "ее"}:
            continue
        if title.place or title.organization or title.words not in {"заместитель", "первый заместитель", title.lemma}:
            continue
        earlier = [t for t in titles if t.last <= title.first - 1 and not t.plural]
        person = next((p for p in people if title.last <= p.first <= title.last + 1), None)
        if person is None:
            continue
        if title.lemma != "заместитель":
            told = context.mentions_in(sentence.start, tokens[title.first].start, "organization")
            if told:  # «городской Совет представлял его председатель Пётр Иванов»
                seat = context.found.seats.get(told[-1].entity)
                own = replace(title, organization=told[-1].entity, place=seat)
                yield held(context, person, own, "post.head_of_the_one_before", 0.85)
        elif earlier:
            chief = earlier[-1]
            words = f"{title.words} {_genitive(chief.words)}"
            whole = replace(
                title, words=words, place=chief.place, organization=chief.organization, general=chief.general
            )
            yield held(context, person, whole, "post.deputy_of_the_one_before", 0.85)


def _genitive(title: str) -> str:
    """«губернатор» → «губернатора»; only the head of a title changes."""
    head, *rest = title.split(" ")
    return " ".join([inflect(head, "gent"), *rest])


def plural_title(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Held]:
    """«мэры Минска и Омска Иван Петров и Пётр Иванов»: as many places as names, in their order; «заместители
    мэра Омска Иван Петров и Пётр Иванов»: one office, several holders."""
    tokens = context.layout.tokens
    for title in titles:
        if not title.plural:
            continue
        row = names_in_row(tokens, [p for p in people if p.first >= title.last], title.last)
        if len(title.places) > 1 and len(row) >= len(title.places) and not title.organization:
            for person, place in zip(row, title.places, strict=False):
                own = replace(title, place=place, organization=None)
                yield held(context, person, own, "post.plural_title", 0.85)
        elif len(row) > 1 and len(title.places) < 2:
            places = [] if title.place or title.organization else places_told(context, title, len(row))
            for person, place in zip(row, places, strict=bool(places)):
                yield held(context, person, replace(title, place=place), "post.plural_title", 0.8)
            for person in [] if places else row:
                yield held(context, person, title, "post.plural_title", 0.85)


def names_in_row(tokens: Sequence[Token], people: list[Mention], start: int) -> list[Mention]:
    """The names that follow each other from ``start``, joined by commas and «и»."""
    row: list[Mention] = []
    for person in people:
        gap = [token.text for token in tokens[start : person.first]]
        if gap not in ([], [","], ["и"], [":"], ["–"], ["—"]):
            break
        row.append(person)
        start = person.last
    return row



# ---------------------------------------------------------------- two lines


def name_above_title(context: Context) -> Iterator[Held]:
    """A line that is a name and a line that is a title, as under photographs and over quotations."""
    paragraphs = context.layout.paragraphs
    tokens = context.layout.tokens
    for upper, lower in pairwise(paragraphs):
        people = context.mentions_in(upper.start, upper.end, "person")
        if len(people) != 1 or lower.last - lower.first != 1:
            continue
        first, sentence = context.layout.sentences[upper.first], context.layout.sentences[lower.first]
        person = people[0]
        if person.first != first.first or any(t.text not in ",:–—-" for t in tokens[person.last : first.last]):
            continue
        if upper.last - upper.first != 1 or context.mentions_in(lower.start, lower.end, "person"):
            continue
        titles = titles_in(context, sentence)
        whole = titles and titles[0].first == sentence.first and ends_line(tokens, titles[-1].last, sentence.last)
        if whole and not any(title.plural for title in titles):
            yield from (held(context, person, title, "post.name_above_title", 0.85) for title in titles)


def ends_line(tokens: Sequence[Token], last: int, end: int) -> bool:
    """Do only signs follow?"""
    return all(token.text in ",.:;" for token in tokens[last:end])
