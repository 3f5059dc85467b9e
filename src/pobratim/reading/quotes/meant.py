"""Whom an office, a role or a pronoun means: «мэр Омска», «собеседник», «он», «их»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from pobratim.model.reading import Entity, Post, Span
from pobratim.reading.context import Context, Mention
from pobratim.reading.kept import kept
from pobratim.reading.quotes.holders import head_of_delegation, likeness, of_place
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.morph import Word, is_known, word
from pobratim.reading.text.segments import Sentence
from pobratim.reading.text.speech import vocabulary

_BACK = 12
"""A pronoun means somebody named in this many sentences before."""
SEVERAL = 4
"""Those whom «они» means, and the guest received, are told of in so many sentences before."""
_PRONOUNS_OF = {"masc": ("он",), "femn": ("она",)}
_GROUPS = frozenset({"делегация", "гость", "представитель"})


class Meant:
    """Finds who is meant. People inside direct speech, and in the ``quoted`` sentences between quotation marks, are
    only spoken of."""

    def __init__(self, context: Context, posts: Sequence[Post], quoted: Sequence[Span] = ()) -> None:
        self.context = context
        self.posts = posts
        self._quoted = list(quoted)
        self._silent = self._marked(())
        self._between_marks = self._marked(self._quoted)
        self.heard: dict[int, str] = {}
        """Sentence → who says by it what is told in indirect speech."""

    def _marked(self, spans: Iterable[Span]) -> bytearray:
        """For each character of the text, is it in one of the spans?"""
        marked = bytearray(len(self.context.layout.text) + 1)
        for start, end in spans:
            marked[start:end] = b"\1" * (end - start)
        return marked

    def silence(self, spans: Iterable[Span]) -> None:
        """Keep spans of direct speech."""
        for start, end in spans:
            self._silent[start:end] = b"\1" * (end - start)

    def tell_apart(self, position: int) -> None:
        """Between the marks around ``position`` stand author's words too: they name those who speak."""
        if self._between_marks[position]:
            self._quoted = [(start, end) for start, end in self._quoted if not start <= position < end]
            self._between_marks = self._marked(self._quoted)

    def is_said(self, position: int) -> bool:
        """Is the character part of direct speech found already (behind the last one there is none)?"""
        return position < len(self._silent) and bool(self._silent[position])

    # ------------------------------------------------------------ whom an office or a pronoun means

    def holder(self, title: Title, told: str | None = None) -> str | None:
        """The person whose office «мэр Омска», «глава города» means, of the gender that a verb tells."""
        position = self.context.layout.tokens[title.head].start
        if self._of_delegation(title.head):
            return self.delegation_head
        if not title.place and not title.organization and (just := self._just_meant(title, position)):
            return just
        scores: dict[str, int] = {}
        for post in self.posts:
            if told and self.gender(self.context.by_id[post.person]) not in (None, told):
                continue
            score = likeness(self.context, title, post)
            scores[post.person] = max(score, scores.get(post.person, score))
        best = max(scores.values(), default=0)
        if best >= 2:
            fitting = {person for person, score in scores.items() if score == best}
            return self._latest(fitting, position) or (fitting.pop() if len(fitting) == 1 else None)
        leaders = {person for person, score in scores.items() if score == 1}
        if len(leaders) == 1:
            return leaders.pop()
        if title.place or title.organization:
            named = self._named_before(position)
            nearest = next(named, None)
            alone = nearest is not None and all(mention.entity == nearest.entity for mention in named)
            return nearest.entity if nearest is not None and alone else None
        return self.before(position, told)

    def _just_meant(self, title: Title, position: int) -> str | None:
        """«Мэр Орши заявил, что …. Мэр также отметил, …»: the same office told with its place right before."""
        sentence = self.context.sentence_at(position)
        for index in range(sentence.index, max(-1, sentence.index - 2), -1):
            before = self.context.layout.sentences[index]
            if before.paragraph < sentence.paragraph - 1:
                return None
            for other in reversed(titles_in(self.context, before)):
                start = self.context.layout.tokens[other.head].start
                if start >= position or other.lemma != title.lemma or other.plural or not other.place:
                    continue
                if self._named(start, position):
                    return None
                fitting = (p for p in self.posts if p.place == other.place)
                chiefs = {p.person for p in fitting if likeness(self.context, other, p) > 0}
                return chiefs.pop() if len(chiefs) == 1 else None
        return None

    def holder_in(self, first: int, last: int) -> str | None:
        """Whom the first office or role among tokens ``first`` to ``last`` means, in any case."""
        tokens = self.context.layout.tokens
        if first >= min(last, len(tokens)):
            return None
        sentence = self.context.sentence_at(tokens[first].start)
        title = next((t for t in titles_in(self.context, sentence) if first <= t.head < last), None)
        if title is not None:
            return None if title.plural else self.holder(title)
        words = [token.word for token in tokens[first:last] if token.word is not None]
        if any(_is_role_of_one(w) for w in words):
            return self.before(tokens[first].start, None)
        return None

    def in_role(self, index: int) -> str | None:
        """Whom «собеседник», «руководитель делегации», «белорусский коллега», «гость» means."""
        if self._of_delegation(index):
            return self.delegation_head
        position = self.context.layout.tokens[index].start
        told = of_place(self.context, self.posts, index)
        if told or self.context.layout.tokens[index].lemma == "коллега":
            return self._latest(told, position)
        if self.context.layout.tokens[index].lemma in {"гость", "гостья"}:
            return self._received(position) or self.delegation_head or self.before(position, None)
        return self.before(position, None)

    def _received(self, position: int) -> str | None:
        """«Мэр Минска принял мэра Омска. | Гость отметил»: whom the sentence before says to have been received."""
        sentence = self.context.sentence_at(position)
        for index in range(sentence.index - 1, max(-1, sentence.index - SEVERAL), -1):
            before = self.context.layout.sentences[index]
            people = self._named(before.start, before.end)
            if self.context.with_lemmas(before, events().greeting) and len({m.entity for m in people}) == 2:
                received = {m.entity for m in people if not self.nominative(m)}
                return received.pop() if len(received) == 1 else None
        return None

    def _of_delegation(self, head: int) -> bool:
        after = self.context.layout.tokens[head + 1 : head + 3]
        return any(token.lemma == "делегация" for token in after)

    @kept
    def delegation_head(self) -> str | None:
        return head_of_delegation(self.context)

    def _latest(self, people: set[str], position: int) -> str | None:
        """Of several whom an office may mean the one told of last; whom the text only names beside another
        («с главой Сочи Петровым») comes after those of whom it tells."""
        latest: str | None = None
        for mention in self._named_before(position):
            if mention.entity in people:
                if self.nominative(mention):
                    return mention.entity
                latest = latest or mention.entity
        return latest

    def before(self, position: int, gender: str | None, but: Set[str] = frozenset()) -> str | None:
        """The person that a pronoun or a bare role at ``position`` means; nobody of ``but``.

        The subject of the nearest sentence before that names somebody of that gender; the last one named
        where none stands in the nominative.
        """
        sentence = self.context.sentence_at(position)
        for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
            place = self.context.layout.sentences[index]
            mentions = [
                mention
                for mention in self._named(place.start, min(place.end, position))
                if self._may_be(mention.entity, gender, but)
            ]
            heard = self.heard.get(index) if index < sentence.index else None
            if heard is not None and self._may_be(heard, gender, but) and not any(map(self.nominative, mentions)):
                return heard  # «Чиновник отметил, что …. | Он добавил»
            if mentions:
                subjects = [mention for mention in mentions if self.nominative(mention)]
                if not subjects and index < sentence.index and self._of_unnamed(place):
                    named = {mention.entity for mention in mentions}
                    if (earlier := self.before(place.start, gender, but | named)) is not None:
                        return earlier  # «Пётр Лаптев прибыл в Омск. | Губернатор встретил мэра Ивана Уса. | Он сказал»
                same = self._same_before(index, gender) if not subjects and index < sentence.index else None
                if same is not None and same < mentions[0].start:
                    return self.before(same, gender, but)
                return (subjects or mentions)[-1 if index == sentence.index else 0].entity
        return None

    def _of_unnamed(self, sentence: Sentence) -> bool:
        """Does the sentence begin with an office in the nominative that no name follows («Губернатор встретил …»)?"""
        tokens = self.context.layout.tokens
        first = sentence.first
        office = tokens[first].word
        if office is None or office.lemmas.isdisjoint(vocabulary().leaders):
            return False
        named = self.context.mentions_in(tokens[first].start, tokens[min(first + 4, sentence.last) - 1].end, "person")
        return _is_role_of_one(office) and not named

    def _may_be(self, entity: str, gender: str | None, but: Set[str]) -> bool:
        """Is it a person, none of ``but``, of the gender?"""
        person = self.context.by_id[entity]
        fits = gender is None or self.gender(person) in (None, gender)
        return person.type == "person" and entity not in but and fits

    def other_before(self, position: int, gender: str) -> str | None:
        """«Мэр Омска встретился с мэром Бреста. | Тот | сказал»: of the sentence before the last named of that gender
        who is not its subject."""
        sentence = self.context.sentence_at(position)
        if not sentence.index:
            return None
        before = self.context.layout.sentences[sentence.index - 1]
        named = (m for m in self._named(before.start, before.end) if self._may_be(m.entity, gender, frozenset()))
        others = [mention for mention in named if not self.nominative(mention)]
        return others[-1].entity if others else None

    def _same_before(self, index: int, gender: str | None) -> int | None:
        """«В форуме участвовал мэр Омска. | Он | встретился с мэром Бреста. «…», – сказал он»: where the sentence has
        the pronoun itself, outside what is said."""
        forms = _PRONOUNS_OF.get(gender or "", ())
        sentence = self.context.layout.sentences[index]
        told = (t.start for t in self.context.layout.tokens_of(sentence) if t.lower in forms)
        return next((start for start in told if not self.is_said(start) and not self._between_marks[start]), None)

    def first_of_several(self, position: int) -> str | None:
        """Of those whom «они», «их» at ``position`` means the one named first, else who leads their delegation."""
        sentence = self.context.sentence_at(position)
        for index in range(sentence.index - 1, max(-1, sentence.index - SEVERAL), -1):
            place = self.context.layout.sentences[index]
            people = [mention for mention in self._named(place.start, place.end) if self.nominative(mention)]
            if len({mention.entity for mention in people}) > 1:
                return people[0].entity
            if self.context.with_lemmas(place, _GROUPS):
                return self.delegation_head
        return None

    def _named_before(self, position: int) -> Iterator[Mention]:
        """People named in the text before, outside direct speech, the nearest first."""
        return filter(self._is_free, self.context.mentions_before(position, "person"))

    def _named(self, start: int, end: int) -> list[Mention]:
        """People named in ``text[start:end]`` outside direct speech."""
        return list(filter(self._is_free, self.context.mentions_in(start, end, "person")))

    def _is_free(self, mention: Mention) -> bool:
        return not (self._silent[mention.start] or self._between_marks[mention.start])

    def gender(self, person: Entity) -> str | None:
        """masc, femn, or None where the name does not tell."""
        if person.id not in self._genders:
            self._genders[person.id] = _gender(person.name)
        return self._genders[person.id]

    @kept
    def _genders(self) -> dict[str, str | None]:
        return {}

    def nominative(self, mention: Mention) -> bool:
        """Does the text name the person in the nominative («Шелест», not «Шелестом»)?"""
        entity = self.context.by_id[mention.entity]
        own = {part.lower() for name in (entity.name, *entity.aliases) for part in name.split()}
        own = {part.replace("ё", "е") for part in own}
        for token in self.context.layout.tokens[mention.first : mention.last]:
            if token.word is None or len(token.text) == 1 or token.lower.replace("ё", "е") in own:
                continue
            if not any(p.case == "nomn" and "Patr" in p.tags for p in token.word.parses):
                return False
        return True


def _is_role_of_one(form: Word) -> bool:
    """«политика» may be of «политик» as well."""
    return any(parse.number == "sing" and parse.lemma in vocabulary().roles for parse in form.parses)


def _gender(name: str) -> str | None:
    """By the given name that a dictionary has; by the surname first where it does not decline («Ульви Алиев»)."""
    surname = _gender_of_surname(name)
    for part in filter(is_known, name.split()):  # of «Чжэньхуа» a guess would make a woman's name
        for parse in word(part).with_tags("Name", "nomn"):
            return surname or parse.gender if "Fixd" in parse.tags else parse.gender
    return surname


def _gender_of_surname(name: str) -> str | None:
    surname = name.split()[-1].lower() if name else ""
    if surname.endswith(("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")):
        return "femn"
    return "masc" if surname.endswith(("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")) else None
