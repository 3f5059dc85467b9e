"""Offices told apart from their holder's name: «Делегация Приамурья во главе с Иваном Лосевым… Губернатор встретится
с инвесторами»: where one office stands without a name all through the text, and one person is named without an office,
the one holds the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pobratim.reading.context import Context, Mention
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.posts.held import Held, held
from pobratim.reading.records.posts.merging import seats
from pobratim.reading.records.posts.name_cases import name_cases
from pobratim.reading.records.titles.heads import HEADS_OF_STATE
from pobratim.reading.records.titles.titles import Title, titles_in

_CHIEFS = listed("chiefs", "chiefs")
_OF_TOWNS = listed("chiefs", "towns")
_REGIONS = frozenset({"регион", "область", "край", "республика", "округ"})
_LED = (["во", "главе", "с"], ["во", "главе", "со"])
_NEAR = 2
"""Sentences between the name and the office."""


def chief_without_name(context: Context, found: Sequence[Held]) -> Iterator[Held]:
    """The only chief without a name, held by the only person without an office."""
    holding = {item.post.person for item in found}
    people = context.mentions_in(0, len(context.document.text), "person")
    free = [person for person in people if person.entity not in holding]
    if len({person.entity for person in free}) != 1 or any(_described(context, person) for person in free):
        return
    if not any(_is_subject(context, person) for person in free):
        return
    titles = [title for title in _alone(context, found) if title.lemma in _CHIEFS]
    if len({title.lemma for title in titles}) != 1 or any(i.post.title.split()[0] == titles[0].lemma for i in found):
        return
    places = {title.place for title in titles if title.place}
    if len(places) > 1 or any(_may_be_meant(titles[0].lemma, places, item) for item in found):
        return
    at = [context.sentence_at(person.start).index for person in free]
    for title in sorted(titles, key=lambda t: (t.place is None, t.first)):
        here = context.sentence_at(context.layout.tokens[title.first].start).index
        near = [person for person, index in zip(free, at, strict=True) if abs(index - here) <= _NEAR]
        if any(_stands_beside(context, person, title) for person in free):
            return
        if near:
            yield held(context, near[0], title, "post.chief_without_name", 0.6)
            return


def head_of_state(context: Context, found: Sequence[Held]) -> Iterator[Held]:
    """«встреча Президента Беларуси с губернатором», and elsewhere «Александр Лукашенко»: who that is, all know."""
    holding = {item.post.person for item in found}
    titles = [
        title
        for sentence in context.layout.sentences
        for title in titles_in(context, sentence)
        if title.words in HEADS_OF_STATE and title.place is not None
    ]
    for person in context.mentions_in(0, len(context.document.text), "person") if titles else ():
        country = seats().heads_of_state.get(context.by_id[person.entity].name.split()[-1])
        own = [title for title in titles if context.by_id[title.place or ""].country == country]
        if country is not None and own and person.entity not in holding:
            holding.add(person.entity)
            nearest = min(own, key=lambda title: abs(title.first - person.first))
            yield held(context, person, nearest, "post.head_of_state", 0.7)


def _stands_beside(context: Context, person: Mention, title: Title) -> bool:
    """«Иван Лосев и глава облисполкома обсудили …»: somebody else."""
    between = [token.lower for token in context.layout.tokens[person.last : title.first]]
    return between == ["и"]


def _may_be_meant(chief: str, places: set[str], known: Held) -> bool:
    """«Мэр Омска Пётр Лаптев … градоначальник»: is the chief of a town told of already, by another word?"""
    words = {chief, known.post.title.split()[0]}
    if words == {"губернатор", "глава"} and known.general in _REGIONS:
        return True  # «глава региона Пётр Лаптев … губернатор»
    return words <= _OF_TOWNS and (not places or known.post.place in places)


def _alone(context: Context, found: Sequence[Held]) -> Iterator[Title]:
    """The offices in the nominative that no name stands beside."""
    tokens = context.layout.tokens
    spans = [span for item in found for span in item.post.evidence]
    for sentence in context.layout.sentences:
        for title in titles_in(context, sentence):
            start, end = tokens[title.first].start, tokens[title.last - 1].end
            head = tokens[title.head].word
            subject = head is not None and any(p.case == "nomn" and p.number == "sing" for p in head.parses)
            taken = any(a < end and start < b for a, b in spans)
            if subject and not taken and not title.plural and title.words.split()[0] == title.lemma:
                yield title


def _is_subject(context: Context, person: Mention) -> bool:
    """Does he act: may the name stand in the nominative («центр Ивана Лосева» does not), or does he lead somebody?"""
    tokens = context.layout.tokens
    led = [token.lower for token in tokens[max(0, person.first - 3) : person.first]] in _LED
    cases = name_cases(tokens, person)
    return led or cases is None or "nomn" in cases


def _described(context: Context, person: Mention) -> bool:
    """«поэт Иван Лосев», «фото Ивана Лосева», «И. Лосев» under a text: is he somebody else by the word before him?"""
    tokens = context.layout.tokens
    sentence = context.sentence_at(person.start)
    if sentence.last - sentence.first <= person.last - person.first + 2:
        return True  # a signature
    before = tokens[person.first - 1] if person.first > sentence.first else None
    if before is None or before.word is None:
        return before is not None and before.text in ":–—©("
    if before.lower in ("фото", "автор", "имени", "памяти"):
        return True
    cases = name_cases(tokens, person)
    return any(
        p.pos == "NOUN" and "anim" in p.tags and (cases is None or p.case in cases) for p in before.word.parses[:2]
    )
