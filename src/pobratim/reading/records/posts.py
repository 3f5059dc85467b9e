"""Posts: which office a person holds, from the titles that stand beside the name.

A title is a chain of title heads with their modifiers («первый заместитель председателя»), then what
it is the office of: words, organizations, places. It stands before the name («мэр Омска Сергей
Шелест»), after it («Сергей Шелест, мэр Омска»), or is told («занимает пост председателя …»).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pobratim.model.reading import PLACE_TYPES, Post
from pobratim.reading.context import Context, Mention
from pobratim.reading.morph import inflect
from pobratim.reading.records.titles import DASHES, Title, titles_in
from pobratim.reading.segments import Sentence, Token


def find_posts(context: Context) -> list[Post]:
    """The posts of a document, one a person and office, each with its fullest title."""
    posts: list[Post] = []
    for sentence in context.layout.sentences:
        people = context.mentions_in(sentence.start, sentence.end, "person")
        if people:
            titles = titles_in(context, sentence)
            for rule in POST_RULES:
                posts.extend(rule(context, sentence, people, titles))
    return _merge([_placed(context, post) for post in posts])


PostRule = Callable[[Context, Sentence, list[Mention], list[Title]], Iterator[Post]]


def title_before_name(
    context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]
) -> Iterator[Post]:
    """«мэр Омска Сергей Шелест», «глава города, Иван Петров», two titles joined by a dash or a comma."""
    for person in people:
        chain = _titles_ending_at(context, titles, person.first)
        for title in chain:
            if not title.plural and _agree(context, title, person):
                yield _post(context, person, title, "post.title_before_name", 0.96)


def title_after_name(
    context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]
) -> Iterator[Post]:
    """«Сергей Шелест, мэр Омска», «Иван Петров — глава города», «Пётр Иванов (директор завода)»."""
    tokens = context.layout.tokens
    starts = {person.first for person in people}
    for person in people:
        after = person.last
        if after >= sentence.last or tokens[after].text not in {",", "(", *DASHES}:
            continue
        for title in titles:
            if title.first != after + 1 or title.plural or title.last in starts:
                continue
            if (
                title.last < sentence.last
                and _skip_signs(tokens, title.last) in starts
                and tokens[title.last].text not in {")", ":"}
            ):
                continue  # «Иван Петров, мэр Омска, Сергей …»: which name it belongs to cannot be told
            yield _post(context, person, title, "post.title_after_name", 0.93)


def deputy_of_the_one_before(
    context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]
) -> Iterator[Post]:
    """«губернатор края Пётр Иванов и его заместитель Иван Петров»: whose deputy is told just before."""
    tokens = context.layout.tokens
    for title in titles:
        if title.first <= sentence.first or tokens[title.first - 1].lower not in {"его", "её", "ее"}:
            continue
        if title.place or title.organization or " " in title.words:
            continue
        earlier = [t for t in titles if t.last <= title.first - 1 and (t.place or t.organization)]
        person = next((p for p in people if title.last <= p.first <= title.last + 1), None)
        if person is not None and title.lemma != "заместитель":
            told = context.mentions_in(sentence.start, tokens[title.first].start, "organization")
            if told:  # «городской Совет представлял его председатель Пётр Иванов»
                seat = context.found.seats.get(told[-1].entity)
                own = replace(title, organization=told[-1].entity, place=seat)
                yield _post(context, person, own, "post.head_of_the_one_before", 0.85)
        elif earlier and person is not None:
            chief = earlier[-1]
            words = f"{title.words} {_genitive(chief.words)}"
            whole = replace(title, words=words, place=chief.place, organization=chief.organization)
            yield _post(context, person, whole, "post.deputy_of_the_one_before", 0.85)


def plural_title(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Post]:
    """«мэры Минска и Омска Иван Петров и Пётр Иванов»: as many places as names, in their order."""
    for title in titles:
        if not title.plural or len(title.places) < 2:
            continue
        following = [p for p in people if p.first >= title.last][: len(title.places)]
        if len(following) != len(title.places) or following[0].first > title.last + 1:
            continue
        for person, place in zip(following, title.places, strict=True):
            own = replace(title, place=place, organization=None)
            yield _post(context, person, own, "post.plural_title", 0.85)


def told_post(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Post]:
    """«Иван Петров, который занимает пост председателя горисполкома»; «возглавляет» is left to others."""
    tokens = context.layout.tokens
    for title in titles:
        before = tokens[title.first - 1] if title.first > sentence.first else None
        if before is None or before.word is None or before.word.lemmas.isdisjoint({"пост", "должность"}):
            continue
        earlier = [person for person in people if person.last <= title.first]
        if earlier:
            yield _post(context, earlier[-1], title, "post.told", 0.88)


POST_RULES: tuple[PostRule, ...] = (
    deputy_of_the_one_before,
    title_before_name,
    title_after_name,
    plural_title,
    told_post,
)


def _titles_ending_at(context: Context, titles: list[Title], first: int) -> list[Title]:
    """The title that ends where the name begins, and the titles joined before it."""
    tokens = context.layout.tokens
    chain: list[Title] = []
    edge = first
    for title in reversed(titles):
        gap = [token.text for token in tokens[title.last : edge]] if title.last <= edge else None
        if gap is None:
            continue
        if not chain:
            if gap in ([], [","], ["–"], ["—"], [":"]) or (gap and gap[0] == "(" and gap[-1] == ")"):
                chain.append(title)
                edge = title.first
            elif title.last < edge:
                break
        elif gap in (["-"], ["–"], ["—"], ["−"], [","], ["и"], [",", "и"]):
            chain.append(title)
            edge = title.first
        else:
            break
    return chain


_ACTING = ("исполняющий", "временно исполняющий", "и.о.", "и. о.", "врио")


def _agree(context: Context, title: Title, person: Mention) -> bool:
    """Do the title's head and the name share a case? (True where morphology cannot tell.)"""
    tokens = context.layout.tokens
    if title.first < title.head and title.words.startswith(_ACTING):
        return True  # «исполняющий обязанности мэра Пётр Иванов»: the head stays in the genitive
    head = tokens[title.head].word
    cases = {parse.case for parse in head.parses if parse.case} if head else set()
    for token in tokens[person.first : person.last]:
        named = token.word.with_tags("Name") if token.word else ()
        if named:
            return bool(cases & {parse.case for parse in named})
    return True


def _genitive(title: str) -> str:
    """«губернатор» → «губернатора»; only the head of a title changes."""
    head, *rest = title.split(" ")
    return " ".join([inflect(head, "gent"), *rest])


def _skip_signs(tokens: list[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].word is None:
        index += 1
    return index


def _post(context: Context, person: Mention, title: Title, rule: str, confidence: float) -> Post:
    tokens = context.layout.tokens
    start = min(tokens[title.first].start, person.start)
    end = max(tokens[title.last - 1].end, person.end)
    return Post(
        person=person.entity,
        title=title.words,
        organization=title.organization,
        place=title.place,
        evidence=((start, end),),
        confidence=confidence,
        rule=rule,
    )


# ---------------------------------------------------------------- one a person and office


def _placed(context: Context, post: Post) -> Post:
    """An office of government without a place is of the place named last before it."""
    if post.place or post.organization or not _governs(post.title):
        return post
    start = post.evidence[0][0]
    sentence = context.sentence_at(start)
    earliest = context.layout.sentences[max(0, sentence.index - 1)].start
    kinds = _GOVERNED.get(post.title.split()[0], PLACE_TYPES)
    for authority, kind in _AUTHORITIES.items():
        if post.title.endswith(authority):
            kinds = frozenset({kind})
    before = [m for m in context.places_in(earliest, start) if context.by_id[m.entity].type in kinds]
    for word, named in _DIVISIONS.items():
        if word in post.title.split():  # «глава округа» is of the last place whose name is an «округ»
            before = [m for m in before if named in context.by_id[m.entity].name.lower()]
    if not before:
        return post
    return replace(post, place=before[-1].entity, rule=post.rule + "+nearest_place", confidence=0.75)


_GOVERNING = ("мэр", "глава", "губернатор", "аким", "хоким", "градоначальник", "сити-менеджер")


_GOVERNED: dict[str, frozenset[str]] = {
    "губернатор": frozenset({"region"}),
    "вице-губернатор": frozenset({"region"}),
    "мэр": frozenset({"city"}),
    "вице-мэр": frozenset({"city"}),
    "градоначальник": frozenset({"city"}),
    "сити-менеджер": frozenset({"city"}),
}
"""Offices whose place is of one kind only."""
_DIVISIONS = {"округа": "округ", "района": "район", "области": "область", "края": "край"}


_AUTHORITIES = {
    "горисполкома": "city",
    "городского исполнительного комитета": "city",
    "городской думы": "city",
    "облисполкома": "region",
    "областного исполнительного комитета": "region",
    "райисполкома": "region",
}
"""Authorities without the name of their place: «председатель горисполкома»; what kind of place they govern."""


def _governs(title: str) -> bool:
    words = title.split()
    if title.endswith(tuple(_AUTHORITIES)):
        return True
    return bool(words) and (words[0] in _GOVERNING or (len(words) > 1 and words[0] == "заместитель"))


def _merge(posts: list[Post]) -> list[Post]:
    merged: list[Post] = []
    for post in posts:
        for index, other in enumerate(merged):
            if _same_office(post, other):
                merged[index] = _fuller(other, post)
                break
        else:
            merged.append(post)
    return merged


def _same_office(left: Post, right: Post) -> bool:
    if left.person != right.person:
        return False
    if left.title.split()[:1] != right.title.split()[:1] and left.title not in right.title not in left.title:
        return False
    places = left.place == right.place or left.place is None or right.place is None
    organizations = left.organization == right.organization or left.organization is None or right.organization is None
    return places and organizations


def _fuller(left: Post, right: Post) -> Post:
    title = max(left.title, right.title, key=lambda words: (len(words.split()), len(words)))
    if (left.organization is None) != (right.organization is None):
        title = left.title if left.organization else right.title  # «председатель горисполкома» says no more
    surer = left if left.confidence >= right.confidence else right
    return replace(
        surer,
        title=title,
        organization=left.organization or right.organization,
        place=surer.place or left.place or right.place,
        evidence=tuple(dict.fromkeys(left.evidence + right.evidence)),
    )
