"""Who speaks: a name, an office, an authority or a pronoun beside the verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.reading.context import Mention
from pobratim.reading.once import union
from pobratim.reading.quotes.meant import SEVERAL, Meant
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.morph import Parse, Word
from pobratim.reading.text.segments import Token
from pobratim.reading.text.speech import vocabulary

_MARKS = frozenset("«»\"“„”")
_PRONOUNS = {"он": "masc", "она": "femn"}
_THAT_ONE = {"тот": "masc", "та": "femn"}
_NEAR = 8
"""Tokens between a verb of speech and its subject after it."""
_FAR = 22
"""The same where nothing but the subject's office, or what he did meanwhile, stands between."""
_KIND = 3
"""Tokens between «на» and a body's name: what it is, a quotation mark."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody who may be the subject of a verb of speech, at token ``index``."""

    index: int
    end: int
    entity: str | None
    named: bool
    """By a name, not by an office or a pronoun."""
    several: bool = False
    """The first of those whom «они» means."""


class Speakers(Meant):
    """Finds the subject of a verb of speech."""

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
            subjects = [s for s in subjects if s.several or not self._is_person(s)]  # one alone does not «сообщают»
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
            elif tokens[index].lower in _THAT_ONE and index == self.context.sentence_at(tokens[index].start).first:
                other = self.other_before(tokens[index].start, _THAT_ONE[tokens[index].lower])
                found.append(Subject(index, index + 1, other, False))
            elif tokens[index].lower == "они":
                found.append(Subject(index, index + 1, self.first_of_several(tokens[index].start), False, True))
            elif tokens[index].lower == "пресс-служба" or (tokens[index].lower == "муниципалитет" and index == first):
                found.append(Subject(index, index + 1, self.authority(index, index + 1), False))
            elif self._is_role(index, found):
                found.append(Subject(index, index + 1, self.in_role(index), False))
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
        following = self.context.layout.tokens[title.last] if title.last < len(self.context.layout.tokens) else None
        acts = following is not None and following.word is not None and following.word.pos == "VERB"
        reach = (title.last,) if acts else (title.last, title.last + 1)  # «посол | поздравил | Петрова»
        return any(m.first in reach for m in self._people_at(title))

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
            if tokens[index].lower == "на" and (body := self._body_at(index + 1, verb)) is not None:
                return body
        return None

    def _body_at(self, first: int, last: int) -> str | None:
        """«на (заводе «Луч») сообщили»: the body whose name ends right before the verb, its kind passed over."""
        tokens = self.context.layout.tokens
        named = self.context.mentions_in(tokens[first].start, tokens[last - 1].end, "organization")
        near = len(named) == 1 and named[0].first - first <= _KIND and tokens[first].lemma in vocabulary().offices
        return named[0].entity if near else None

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

    def source_before(self, position: int) -> str | None:
        """«…, – говорится в сообщении»: of the authority that just before was told to have informed of it."""
        sentence = self.context.sentence_at(position)
        for index in range(sentence.index - 1, max(-1, sentence.index - SEVERAL), -1):
            place = self.context.layout.sentences[index]
            if not self.context.with_lemmas(place, union(vocabulary().news, vocabulary().information)):
                continue
            named = self.context.mentions_in(place.start, place.end, "organization")
            seats = self.context.found.seats
            told = [m.entity for m in named if m.entity in seats or self._is_through_channel(m)]
            if told:
                return told[-1]
        return None

    def _is_through_channel(self, mention: Mention) -> bool:
        """«Telegram-канал «Вести мэрии»»: named right behind the channel."""
        before = self._before_marks(mention)
        return before is not None and before.lemma in vocabulary().channels

    def _before_marks(self, mention: Mention) -> Token | None:
        """The token before a name and its quotation marks."""
        tokens = self.context.layout.tokens
        before = (tokens[index] for index in range(mention.first - 1, -1, -1))
        return next((token for token in before if token.text not in _MARKS), None)

    def _head_words(self, organization: str) -> frozenset[str]:
        """The first words of an organization's name, one of which is its kind («отделение», «администрация»)."""
        words = self.context.by_id[organization].name.lower().split()[:2]
        return frozenset(words) - vocabulary().roles

    def _is_subject_authority(self, mention: Mention) -> bool:
        """Is the organization named in the nominative, or through its press service?"""
        if self._is_through_channel(mention):
            return True
        before, head = self._before_marks(mention), self.context.layout.tokens[mention.first]
        if before is not None and before.word is not None and before.word.parses:
            governs = before.word.pos == "PREP" or before.word.pos in ("NOUN", "ADJF")
            if governs and not before.word.is_case("nomn"):
                return False  # «(сообщил источник) агентству …»
        return head.is_case("nomn")


def _is_subject_form(form: Word) -> bool:
    """Can it be a noun in the nominative singular?"""
    return any(p.case == "nomn" and p.number == "sing" for p in form.parses)
