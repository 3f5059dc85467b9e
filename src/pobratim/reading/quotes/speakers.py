"""Who speaks: a name, an office, an authority or a pronoun beside the verb, and whom it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pobratim.model.reading import Entity, Post, Span
from pobratim.reading.context import Context, Mention
from pobratim.reading.quotes.holders import head_of_delegation, likeness
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.morph import Parse, Word, is_known, word
from pobratim.reading.text.speech import vocabulary

_MARKS = frozenset("«»\"“„”")
_PRONOUNS = {"он": "masc", "она": "femn"}
_NEAR = 8
"""Tokens between a verb of speech and its subject after it."""
_FAR = 22
"""The same where nothing but the subject's office, or what he did meanwhile, stands between."""
_BACK = 12
"""A pronoun means somebody named in this many sentences before."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody who may be the subject of a verb of speech, at token ``index``."""

    index: int
    end: int
    entity: str | None
    named: bool
    """By a name, not by an office or a pronoun."""


class Speakers:
    """Finds who is meant. People inside direct speech, and in the ``quoted`` sentences between quotation marks, are
    only spoken of."""

    def __init__(self, context: Context, posts: Sequence[Post], quoted: Sequence[Span] = ()) -> None:
        self.context = context
        self.posts = posts
        self._quoted = list(quoted)
        self._silent = self._marked(())
        self._between_marks = self._marked(self._quoted)

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

    # ------------------------------------------------------------ the subject of a verb

    def subject(self, first: int, last: int, verb: int, parse: Parse) -> str | None:
        """The entity that speaks in tokens ``first`` to ``last`` (excluded), whose verb is at ``verb``.

        «отметил мэр Омска Сергей Шелест», «мэр отметил», «отметили в мэрии», «сказал он».
        """
        if "plur" in parse.tags:
            inside = self._in_authority(verb + 1, last) or self._in_authority_before(first, verb)
            if inside is not None:
                return inside
        told = parse.gender if "past" in parse.tags and parse.gender in ("masc", "femn") else None
        subjects = [s for s in self._subjects(first, last, told) if self._fits(s, parse)]
        subjects = [s for s in subjects if not self._through_service(s, verb)]
        if "plur" in parse.tags and len({s.entity for s in subjects if self._is_person(s)}) == 1:
            subjects = [s for s in subjects if not self._is_person(s)]  # one alone does not «сообщают»
        after = [s for s in subjects if s.index > verb and (s.index - verb <= _NEAR or self._is_apart(verb, s))]
        after.sort(key=lambda s: self.context.by_id[s.entity or ""].type != "person")
        before = [s for s in subjects if s.index < verb and not self._another_between(s, verb)]
        if after and (not before or self._directly_after(verb, after[0])):
            return after[0].entity
        if before:
            return before[-1].entity
        return after[0].entity if after else None

    def _is_person(self, subject: Subject) -> bool:
        return subject.entity is not None and self.context.by_id[subject.entity].type == "person"

    def _through_service(self, subject: Subject, verb: int) -> bool:
        """«сообщает пресс-служба мэра Петрова»: the service of the person speaks."""
        between = self.context.layout.tokens[verb + 1 : subject.index]
        return self._is_person(subject) and any(token.lemma == "пресс-служба" for token in between)

    def _is_apart(self, verb: int, subject: Subject) -> bool:
        """Does only a long office or a gerund's phrase part them («сказал, приветствуя гостей, глава … Петров»)?"""
        between = self.context.layout.tokens[verb + 1 : subject.index]
        if not subject.named or len(between) > _FAR:
            return False
        return not any(t.word is not None and t.word.pos in ("VERB", "PRTS", "INFN", "CONJ") for t in between)

    def _another_between(self, subject: Subject, verb: int) -> bool:
        """Does somebody without a name do what the verb says («по сообщению агентства, судья заявила»)?"""
        if subject.entity is None or self.context.by_id[subject.entity].type == "person":
            return False
        between = self.context.layout.tokens[subject.end : verb]
        parses = (token.word.parses[0] for token in between if token.word is not None and token.word.parses)
        return any(parse.pos == "NOUN" and parse.case == "nomn" and "anim" in parse.tags for parse in parses)

    def _directly_after(self, verb: int, subject: Subject) -> bool:
        """Do only titles and particles stand between the verb and the subject, no comma?"""
        between = self.context.layout.tokens[verb + 1 : subject.index]
        return all(token.text not in {",", ":", ";"} for token in between)

    def _subjects(self, first: int, last: int, told: str | None) -> list[Subject]:
        """Who may be the subject; ``told`` is the gender that the verb tells."""
        tokens = self.context.layout.tokens
        if first >= last:
            return []
        start, end = tokens[first].start, tokens[last - 1].end
        found: list[Subject] = []
        for mention in self.context.mentions_in(start, end, "person"):
            if self.nominative(mention):
                found.append(Subject(mention.first, mention.last, mention.entity, True))
        named = {subject.index for subject in found}
        for title in self._titles(first, last):
            if title.last not in named and title.last + 1 not in named and not self._has_holder(title):
                entity = self.holder(title, told)
                if entity is not None:
                    found.append(Subject(title.head, title.last, entity, False))
        for index in range(first, last):
            gender = _PRONOUNS.get(tokens[index].lower)
            if gender:
                found.append(Subject(index, index + 1, self.before(tokens[index].start, gender), False))
            elif self._is_role(index, found):
                found.append(Subject(index, index + 1, self._in_role(index), False))
        for mention in self.context.mentions_in(start, end, "organization"):
            if self._is_subject_authority(mention):
                found.append(Subject(mention.first, mention.last, mention.entity, True))
        return sorted((s for s in found if s.entity is not None), key=lambda s: s.index)

    def _fits(self, subject: Subject, parse: Parse) -> bool:
        """Do the subject and the verb agree in gender, as far as both tell?"""
        if "past" not in parse.tags and parse.pos not in ("ADJS", "PRTS"):
            return True
        entity = self.context.by_id[subject.entity] if subject.entity else None
        if entity is None or entity.type != "person" or parse.gender is None:
            return True
        return self.gender(entity) in (None, parse.gender)

    def _titles(self, first: int, last: int) -> Iterator[Title]:
        """Offices in the nominative singular."""
        sentence = self.context.sentence_at(self.context.layout.tokens[first].start)
        for title in titles_in(self.context, sentence):
            head = self.context.layout.tokens[title.head].word
            if first <= title.head < last and head and _is_subject_form(head):
                yield title

    def _has_holder(self, title: Title) -> bool:
        """Is somebody named right after the office, in whatever case?"""
        return any(m.first in (title.last, title.last + 1) for m in self._people_at(title))

    def _people_at(self, title: Title) -> list[Mention]:
        start = self.context.layout.tokens[title.head].start
        return self.context.mentions_in(start, self.context.sentence_at(start).end, "person")

    def _is_role(self, index: int, found: list[Subject]) -> bool:
        """«собеседник», «градоначальник»: a role in the nominative that is no office found already."""
        token = self.context.layout.tokens[index]
        if token.word is None or token.word.lemmas.isdisjoint(vocabulary().roles):
            return False
        if any(s.index - _NEAR <= index < s.end for s in found):
            return False
        return _is_subject_form(token.word)

    def _in_authority(self, first: int, last: int) -> str | None:
        """«(отметили) в администрации Омска», «(сообщили) в пресс-службе Мингорисполкома»."""
        tokens = self.context.layout.tokens
        last = min(last, first + 2 * _NEAR)
        while first < last and tokens[first].lower not in ("в", "во"):  # «(рассказали) корреспонденту портала в мэрии»
            word = tokens[first].word
            if tokens[first].text in ",;:" or (word is not None and word.is_pos("VERB", "CONJ", "PREP")):
                return None
            first += 1
        return self.authority(first + 1, min(last, first + _NEAR)) if first < last else None

    def _in_authority_before(self, first: int, verb: int) -> str | None:
        """«в администрации Омска (отметили)»: right before the verb."""
        tokens = self.context.layout.tokens
        for index in range(verb - 1, max(first, verb - 1 - _NEAR) - 1, -1):
            if tokens[index].text in {",", ";", ":"}:
                return None
            if tokens[index].lower in ("в", "во"):
                return self.authority(index + 1, verb)
        return None

    def authority(self, first: int, last: int) -> str | None:
        """The organization named among the tokens; for «в мэрии» alone the one named last before."""
        tokens = self.context.layout.tokens
        if first >= last:
            return None
        start, end = tokens[first].start, tokens[last - 1].end
        mentions = self.context.mentions_in(start, end, "organization")
        if mentions:
            return mentions[0].entity
        heads = {token.lemma for token in tokens[first:last] if token.word and token.word.pos == "NOUN"}
        before = list(self.context.mentions_before(start, "organization"))
        earlier = [m.entity for m in before]
        if any(token.lemma == "пресс-служба" for token in tokens[first:last]):
            spoke = [
                m.entity
                for m in before
                if "пресс-служба" in (tokens[m.first].lemma, tokens[max(0, m.first - 1)].lemma)
            ]
            earlier = [*spoke, *earlier]
        meant = next((entity for entity in earlier if not heads.isdisjoint(self._head_words(entity))), None)
        if meant is not None or heads.isdisjoint(vocabulary().offices):
            return meant
        later = {s for s in self.context.found.seats if not heads.isdisjoint(self._head_words(s))}
        if len(later) == 1:
            return later.pop()
        return next((entity for entity in earlier if entity in self.context.found.seats), None)

    def _head_words(self, organization: str) -> frozenset[str]:
        """The first words of an organization's name, one of which is its kind («отделение», «администрация»)."""
        words = self.context.by_id[organization].name.lower().split()[:2]
        return frozenset(words) - vocabulary().roles

    def _is_subject_authority(self, mention: Mention) -> bool:
        """Is the organization named in the nominative, or through its press service?"""
        tokens = self.context.layout.tokens
        index = mention.first - 1
        while index >= 0 and tokens[index].text in _MARKS:
            index -= 1
        before = tokens[index] if index >= 0 else None
        if before is not None and before.lemma in vocabulary().channels:
            return True
        head = tokens[mention.first].word
        if before is not None and before.word is not None and before.word.parses:
            governs = before.word.pos == "PREP" or before.word.pos in ("NOUN", "ADJF")
            if governs and not any(p.case == "nomn" for p in before.word.parses):
                return False  # «(сообщил источник) агентству …»
        return head is not None and any(parse.case == "nomn" for parse in head.parses)

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

    # ------------------------------------------------------------ whom an office or a pronoun means

    def holder(self, title: Title, told: str | None = None) -> str | None:
        """The person whose office «мэр Омска», «глава города» means, of the gender that a verb tells."""
        position = self.context.layout.tokens[title.head].start
        if self._of_delegation(title.head):
            return self._delegation_head
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

    def _in_role(self, index: int) -> str | None:
        """Whom «собеседник», «руководитель делегации» means."""
        if self._of_delegation(index):
            return self._delegation_head
        return self.before(self.context.layout.tokens[index].start, None)

    def _of_delegation(self, head: int) -> bool:
        after = self.context.layout.tokens[head + 1 : head + 3]
        return any(token.lemma == "делегация" for token in after)

    @cached_property
    def _delegation_head(self) -> str | None:
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

    def before(self, position: int, gender: str | None) -> str | None:
        """The person that a pronoun or a bare role at ``position`` means.

        The subject of the nearest sentence before that names somebody of that gender; the last one named
        where none stands in the nominative.
        """
        sentence = self.context.sentence_at(position)
        for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
            place = self.context.layout.sentences[index]
            mentions = [
                mention
                for mention in self._named(place.start, min(place.end, position))
                if gender is None or self.gender(self.context.by_id[mention.entity]) in (None, gender)
            ]
            if mentions:
                subjects = [mention for mention in mentions if self.nominative(mention)]
                return (subjects or mentions)[-1 if index == sentence.index else 0].entity
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

    @cached_property
    def _genders(self) -> dict[str, str | None]:
        return {}


def _is_role_of_one(form: Word) -> bool:
    """«политика» may be of «политик» as well."""
    return any(parse.number == "sing" and parse.lemma in vocabulary().roles for parse in form.parses)


def _is_subject_form(form: Word) -> bool:
    """Can it be a noun in the nominative singular?"""
    return any(p.case == "nomn" and p.number == "sing" for p in form.parses)


def _gender(name: str) -> str | None:
    for part in filter(is_known, name.split()):  # of «Чжэньхуа» a guess would make a woman's name
        for parse in word(part).with_tags("Name", "nomn"):
            return parse.gender
    surname = name.split()[-1].lower() if name else ""
    if surname.endswith(("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")):
        return "femn"
    return "masc" if surname.endswith(("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")) else None
