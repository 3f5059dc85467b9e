"""Posts where title and name do not simply touch: «его заместитель», one title of several people, a name and
its title on two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pobratim.reading.context import Context, Mention
from pobratim.reading.records.posts.fitting import places_told
from pobratim.reading.records.posts.held import Held, held
from pobratim.reading.records.posts.merging import seats
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.segments import Paragraph, Sentence, Token

_DEPUTIES = frozenset({"заместитель", "зам"})


def deputy_of_the_one_before(
    context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]
) -> Iterator[Held]:
    """«губернатор края Пётр Иванов и его заместитель Иван Петров»: whose deputy is told just before."""
    tokens = context.layout.tokens
    for title in titles:
        if title.first <= sentence.first or tokens[title.first - 1].lower not in {"его", "её", "ее"}:
            continue
        if title.place or title.organization or title.words not in {*_DEPUTIES, "первый заместитель", title.lemma}:
            continue
        earlier = [t for t in titles if t.last <= title.first - 1 and not t.plural]
        person = next((p for p in people if title.last <= p.first <= title.last + 1), None)
        if person is None:
            continue
        if title.lemma not in _DEPUTIES:
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
            told = title.place or title.organization or title.lemma in seats().shared
            places = [] if told else places_told(context, title, len(row))
            for person, place in zip(row, places, strict=bool(places)):
                yield held(context, person, replace(title, place=place), "post.plural_title", 0.8)
            for person in [] if places or title.of_towns else row:  # «главы городов»: of which is not told
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
    """A line that is a name and a line that is a title, in either order, as under photographs and over
    quotations."""
    for upper, lower in pairwise(context.layout.paragraphs):
        for named, titled in ((upper, lower), (lower, upper)):
            person = _only_a_name(context, named)
            if person is None or titled.last - titled.first != 1:
                continue
            if context.mentions_in(titled.start, titled.end, "person"):
                continue
            titles = _only_titles(context, context.layout.sentences[titled.first])
            yield from (held(context, person, title, "post.name_above_title", 0.85) for title in titles)
            if titles:
                break


def _only_a_name(context: Context, paragraph: Paragraph) -> Mention | None:
    """The person whose name is all there is in the line."""
    people = context.mentions_in(paragraph.start, paragraph.end, "person")
    if len(people) != 1 or paragraph.last - paragraph.first != 1:
        return None
    sentence = context.layout.sentences[paragraph.first]
    after = context.layout.tokens[people[0].last : sentence.last]
    alone = people[0].first == sentence.first and all(token.text in ",:–—-" for token in after)
    return people[0] if alone else None


def _only_titles(context: Context, sentence: Sentence) -> list[Title]:
    """The titles that are all there is in the sentence."""
    titles = titles_in(context, sentence)
    if not titles or titles[0].first != sentence.first or any(title.plural for title in titles):
        return []
    return titles if ends_line(context.layout.tokens, titles[-1].last, sentence.last) else []


def ends_line(tokens: Sequence[Token], last: int, end: int) -> bool:
    """Do only signs follow?"""
    return all(token.text in ",.:;" for token in tokens[last:end])
