"""Posts: which office a person holds, from the titles that stand beside the name or are told of it.

Titles that follow each other («первый заместитель председателя – председатель комитета», «мэр, депутат Думы»)
make a group. A group belongs to the name right after it, or to the one before it that a comma, a dash or
a bracket joins it to (`beside_name`); the other rules are for several holders of one title, for «его
заместитель», for a name and its title on two lines. What verbs tell is in `appointments`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pobratim.model.reading import Post
from pobratim.reading.context import Context, Mention
from pobratim.reading.records.posts.appointments import APPOINTMENT_RULES
from pobratim.reading.records.posts.held import Held, held
from pobratim.reading.records.posts.holders import (
    deputy_of_the_one_before,
    ends_line,
    name_above_title,
    names_in_row,
    plural_title,
)
from pobratim.reading.records.posts.name_cases import name_cases
from pobratim.reading.records.posts.offices import settle
from pobratim.reading.records.posts.told_apart import chief_without_name, head_of_state
from pobratim.reading.records.titles.groups import GOVERNING, is_of_another, title_groups
from pobratim.reading.records.titles.heads import is_degree, is_honour, lists
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.records.titles.words import DASHES
from pobratim.reading.text.segments import Sentence, Token


def find_posts(context: Context) -> list[Post]:
    """The posts of a document, one a person and office, each with its fullest title."""
    posts: list[Held] = []
    for sentence in context.layout.sentences:
        people = context.mentions_in(sentence.start, sentence.end, "person")
        if people:
            titles = titles_in(context, sentence)
            for rule in POST_RULES:
                posts.extend(rule(context, sentence, people, titles))
    posts.extend(name_above_title(context))
    posts.extend(chief_without_name(context, posts))
    posts.extend(head_of_state(context, posts))
    return settle(context, posts)


PostRule = Callable[[Context, Sentence, list[Mention], list[Title]], Iterator[Held]]


# ---------------------------------------------------------------- beside the name


def beside_name(context: Context, sentence: Sentence, people: list[Mention], titles: list[Title]) -> Iterator[Held]:
    """«мэр Омска Сергей Шелест», «Сергей Шелест, мэр Омска», «Пётр Иванов (директор завода)», lists of them."""
    tokens = context.layout.tokens
    titled: set[int] = set()
    for group in title_groups(context, titles):
        row = _row_before(tokens, people, group)
        if row:  # «Иван Петров и Олег Туров – мэр Омска и глава Твери»
            for person, title in zip(row, group, strict=True):
                yield held(context, person, title, "post.title_after_name", 0.85)
            continue
        before = _name_before(context, sentence, people, group)
        after = _name_after(context, sentence, people, group)
        own, rest = group, group[:0]
        if before is not None and after is not None:
            if _touches(context, group[-1], after):
                own, rest = (group[:1], group[1:]) if len(group) > 1 else (group[:0], group)
            elif before.first in titled and context.layout.tokens[group[0].first - 1].text == ",":
                own, rest = group[:0], group
        elif after is not None:
            own, rest = group[:0], group
        if own and before is not None:
            yield from (held(context, before, title, "post.title_after_name", 0.93) for title in own)
        if rest and after is not None:
            titled.add(after.first)
            for title in _of_the_one(context, rest):
                yield held(context, after, title, "post.title_before_name", 0.96)


def _of_the_one(context: Context, titles: list[Title]) -> list[Title]:
    """«мэр Омска и | председатель Мингорисполкома | Иван Савицкий»: those of whoever is named behind them."""
    tokens = context.layout.tokens
    for number in range(len(titles) - 1, 0, -1):
        left, right = titles[number - 1], titles[number]
        if tokens[right.first - 1].text not in DASHES and is_of_another(context, left, right):
            return titles[number:]
    return titles


def _name_after(context: Context, sentence: Sentence, people: list[Mention], group: list[Title]) -> Mention | None:
    """The name that follows the group at once, or behind a comma, a dash, a colon, words of honour, brackets."""
    tokens = context.layout.tokens
    last = group[-1].last
    person = next((p for p in people if p.first >= last), None)
    if person is None or _opened(tokens[group[0].first : last]):
        return None  # «премьера фильма «Пётр Лаптев»»
    gap = without_honours(_without_initials(tokens[last : person.first]))
    gap = gap if group[-1].lemma in GOVERNING and _is_governing(gap) else _without_role(gap)
    texts = [token.text for token in gap]
    near = not texts or texts in ([":"], ["-"], ["–"], ["—"]) or (texts[0] == "(" and texts[-1] == ")")
    if texts == [","]:  # «глава Омска, Пётр Лаптев, …», and not «руководитель ансамбля, Пётр Лаптев и другие»
        end = person.last
        near = end >= sentence.last or tokens[end].text in ".:)" or (
            tokens[end].text == "," and not any(other.first == end + 1 for other in people)
        )
    return person if near and _agree(context, group[0], person) else None


def without_honours(gap: Sequence[Token]) -> Sequence[Token]:
    """The gap without «профессор», «, кандидат исторических наук, доцент», «, заслуженный артист России»."""
    while gap:
        rest = gap[1:] if gap[0].text == "," else gap
        end = _honour_end(rest)
        if not end:
            return gap
        gap = rest[end:]
    return gap


def _honour_end(gap: Sequence[Token]) -> int:
    """How many words make the degree or the honour that the gap begins with."""
    if not gap or not (is_honour(gap[0]) or is_degree(gap[0])):
        return 0
    end = 1
    while is_degree(gap[0]) and end < len(gap) and gap[end].word is not None and _in_degree(gap[end]):
        end += 1
    return end


def _in_degree(token: Token) -> bool:
    word = token.word
    return word is not None and not is_honour(token) and not is_degree(token) and any(
        p.pos in ("NOUN", "ADJF") and (p.case == "gent" or p.case == "nomn") for p in word.parses
    )


def _opened(title: Sequence[Token]) -> bool:
    """Does the title end in a quotation mark that opens («“» closes what «„» opened)?"""
    sign = title[-1].text
    return sign in "«„" or (sign in "“\"" and not any(token.text in "„“\"" for token in title[:-1]))


def _row_before(tokens: Sequence[Token], people: list[Mention], group: list[Title]) -> list[Mention]:
    """As many names as titles, in a row before a dash and the titles; [] if there is none."""
    dash = group[0].first - 1
    before = [person for person in people if person.last <= dash]
    if len(group) < 2 or dash < 1 or tokens[dash].text not in DASHES or len(before) < len(group):
        return []
    for start in range(len(before) - len(group), -1, -1):
        row = names_in_row(tokens, before[start:], before[start].first)
        if row and row[-1].last == dash:
            return row if len(row) == len(group) else []
    return []


def _is_governing(gap: Sequence[Token]) -> bool:
    """«(глава Омского района) | и глава Тарского района | Пётр Лаптев»: another chief, who alone is named."""
    return any(token.word is not None and not token.word.lemmas.isdisjoint(GOVERNING) for token in gap[1:2])


def _without_role(gap: Sequence[Token]) -> Sequence[Token]:
    """Nothing, where the gap is «и почётный гражданин города»: something else that the person is."""
    if len(gap) < 2 or len(gap) > 7 or gap[0].lower != "и":
        return gap
    if any(token.word is None or token.word.is_pos("VERB", "PREP", "GRND") for token in gap):
        return gap
    noun = next((token for token in gap[1:] if token.word and token.word.pos != "ADJF"), None)
    role = noun is not None and noun.word is not None and any(
        p.case == "nomn" and p.number == "sing" and "anim" in p.tags for p in noun.word.parses
    )
    return [] if role else gap


def _touches(context: Context, title: Title, person: Mention) -> bool:
    return all(is_honour(token) for token in _without_initials(context.layout.tokens[title.last : person.first]))


def _without_initials(gap: Sequence[Token]) -> Sequence[Token]:
    """«глава района | П. | Лаптев»: initials that were not taken for part of the name."""
    while gap and len(gap[0].text) == 1 and gap[0].capital and [token.text for token in gap[1:2]] in ([], ["."]):
        gap = gap[2:]
    return gap


def _name_before(context: Context, sentence: Sentence, people: list[Mention], group: list[Title]) -> Mention | None:
    """The name before the group, joined to it by a comma, a dash or a bracket."""
    tokens = context.layout.tokens
    sign = group[0].first - 1
    if sign >= sentence.first and (person := _signature(tokens, sentence, people, group)):
        return person
    while sign > sentence.first and tokens[sign].word is not None and _new(tokens[sign]):
        sign -= 1
    if sign <= sentence.first or tokens[sign].text not in {",", "(", *DASHES}:
        return None
    person = next((p for p in people if p.last == sign), None) or _behind_a_role(tokens, people, sign)
    if person is None:
        return None
    after = tokens[group[-1].last] if group[-1].last < sentence.last else None
    if tokens[sign].text == ",":
        closed = after is None or after.word is None or _goes_on(tokens, group[-1].last, people)
        if not closed or not _agree(context, group[0], person):
            return None
    return person


def _goes_on(tokens: Sequence[Token], at: int, people: list[Mention]) -> bool:
    """«…, мэр Энска | и Пётр Цолов, …», «…, мэр Энска | сегодня, 19 апреля»: is what follows somebody or a time?"""
    if tokens[at].lower in ("и", "а"):
        behind = at + 1 + (tokens[at].lower == "а")
        return tokens[behind].lower in _OWN or any(person.first == behind for person in people)
    return tokens[at].lower in _TIMES


_OWN = frozenset({"его", "её", "ее", "их", "другие"})
_TIMES = frozenset({"сегодня", "вчера", "накануне", "завтра"})


def _behind_a_role(tokens: Sequence[Token], people: list[Mention], sign: int) -> Mention | None:
    """«Пётр Лаптев, известный краевед, | директор музея»: the name before something else that the person is."""
    opening = next((i for i in range(sign - 1, max(0, sign - _LONGEST_ROLE), -1) if tokens[i].text == ","), 0)
    person = next((p for p in people if p.last == opening), None)
    role = tokens[opening + 1 : sign]
    if person is None or tokens[sign].text != "," or any(t.word is None or t.capital for t in role):
        return None
    if any(token.word and token.word.is_pos("VERB", "GRND", "CONJ", "PRTF", "NPRO") for token in role):
        return None
    noun = next((token for token in role if token.word and token.word.pos == "NOUN"), None)
    return person if noun is not None and noun.word and "anim" in noun.word.parses[0].tags else None


_LONGEST_ROLE = 8


def _signature(
    tokens: Sequence[Token], sentence: Sentence, people: list[Mention], group: list[Title]
) -> Mention | None:
    """A line of nothing but a name and its title: «Пётр Лаптев Мэр Омска»."""
    person = people[0]
    whole = person.first == sentence.first and person.last == group[0].first and ends_line(
        tokens, group[-1].last, sentence.last
    )
    return person if whole else None


def _new(token: Token) -> bool:
    return token.lemma in {"новый", "нынешний", "действующий", "тогдашний", "многолетний", "новоизбранный"}


def _agree(context: Context, title: Title, person: Mention) -> bool:
    """Do the title's head and the name share a case? (True where morphology cannot tell.)"""
    tokens = context.layout.tokens
    if title.first < title.head and title.words.startswith(_ACTING):
        return True  # «исполняющий обязанности мэра Пётр Иванов»: the head stays in the genitive
    head = tokens[title.head].word
    if head is None or (head.form in lists().heads and head.form != head.lemma) or head.form in lists().short:
        return True
    cases = {parse.case for parse in head.parses if parse.case}
    named = name_cases(tokens, person)
    return named is None or bool(cases & named)


_ACTING = ("исполняющ", "временно исполняющ", "и.о.", "и. о.", "врио")


POST_RULES: tuple[PostRule, ...] = (
    deputy_of_the_one_before,
    beside_name,
    plural_title,
    *APPOINTMENT_RULES,
)
