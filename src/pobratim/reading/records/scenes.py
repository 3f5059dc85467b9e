"""A scene: one sentence as the event rules see it — who is there, when, whether it was or will be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pobratim.model.reading import Quote, Span
from pobratim.reading.context import Context, DateMention, Mention
from pobratim.reading.kept import kept
from pobratim.reading.once import once
from pobratim.reading.records.dating import is_moment, is_of_done, is_of_words, may_date
from pobratim.reading.records.documents import document_at, document_between, is_document, nouns
from pobratim.reading.records.event_names import EventName, event_names, is_congress, is_number
from pobratim.reading.records.feast_names import feasts
from pobratim.reading.records.governing import governing_words
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.statuses import Status, status_of
from pobratim.reading.records.triggered import told_by_noun, told_by_verb, told_in
from pobratim.reading.text.clauses import Clauses
from pobratim.reading.text.segments import ADJECTIVE, Sentence, Token, leading

_EXCHANGING = frozenset({"обменяться", "обмениваться"})
_EXCHANGED = 6
"""Tokens from «обменялись» to what was exchanged."""
_BEFORE_SIGNING = frozenset({"plan", "roadmap", "contract", "unnamed"})
"""What is exchanged as thoughts and drafts too («обменялись планами», «документами»)."""
_GENITIVE_PREPOSITIONS = frozenset(
    ["ходе", "время", "итогам", "после", "до", "для", "рамках", "результатам", "завершение", "завершении", "окончании",
     "накануне", "период", "взамен", "вместо"]
)  # fmt: skip
SIGNATURES = frozenset({"подпись", "автограф"})
"""What is put under a document, in the plural too."""
_FEW = frozenset({"два", "две", "три", "четыре", "оба", "обе"})
"""Numbers whose noun stands in the singular."""
_PREPARING = frozenset({"проведение", "подготовка", "организация", "программа", "план"})
_AFTER_NAME = 8
"""Tokens from the name of a document to «от» of its day."""
_BESIDE = 12
"""Characters between the name of an event and its own date."""
_ITEM = re.compile(r"[-–—•·]|\d{1,2}[.)]")
_PROGRAMME = ("программ", "планир", "предсто", "запланир", "намечен", "условил", "расписани", "график", "повестк")


@dataclass(frozen=True)
class Scene:
    """One sentence with what stands in it. ``speaker`` is who says it, inside direct speech."""

    context: Context
    stands_of_document: Stands
    sentence: Sentence
    speaker: str | None = None

    @kept
    def answers(self) -> dict[tuple[object, ...], Any]:
        """What was asked of the scene (`pobratim.reading.once`)."""
        return {}

    @kept
    def tokens(self) -> list[Token]:
        """All tokens of the document; indices of the sentence count in them."""
        return self.context.layout.tokens

    @kept
    def clauses(self) -> Clauses:
        """The sentence cut into clauses."""
        return self.context.clauses_of(self.sentence)

    @kept
    def span(self) -> Span:
        """Where the sentence stands."""
        return self.sentence.start, self.sentence.end

    @kept
    def in_title(self) -> bool:
        """Does the sentence stand in the document's title, which the text says again?"""
        return self.context.is_title(self.sentence)

    @kept
    def stands(self) -> list[Stand]:
        """Who stands for which place in this sentence."""
        return self.stands_of_document.inside(self.span)

    @kept
    def outer_stands(self) -> list[Stand]:
        """The stands outside of names of forums («заседание группы по сотрудничеству Беларуси и …»)."""
        return [s for s in self.stands if not any(name.start <= s.start < name.end for name in self.all_event_names)]

    @kept
    def event_names(self) -> dict[str, tuple[EventName, ...]]:
        """The forums and the days that the sentence names, by kind."""
        return {"forum": tuple(event_names(self, "forum")), "days": tuple(event_names(self, "days"))}

    @kept
    def all_event_names(self) -> tuple[EventName, ...]:
        """The same of both kinds."""
        return (*self.event_names["forum"], *self.event_names["days"])

    @kept
    def feasts(self) -> tuple[EventName, ...]:
        """The feasts of the days of a place and of a trade that the sentence names."""
        return tuple(feasts(self))

    @kept
    def before(self) -> Scene | None:
        """The sentence before, of the same paragraph."""
        sentences = self.context.layout.sentences
        index = self.sentence.index - 1
        if index < 0 or sentences[index].paragraph != self.sentence.paragraph:
            return None
        return Scene(self.context, self.stands_of_document, sentences[index])

    @kept
    def told_before(self) -> Scene | None:
        """The sentence before; that of the first sentence of the text is its title."""
        sentences, index = self.context.layout.sentences, self.sentence.index - 1
        if self.before is not None or index < 0 or not self.context.is_title(sentences[index]):
            return self.before
        return Scene(self.context, self.stands_of_document, sentences[index])

    @kept
    def after(self) -> Scene | None:
        """The sentence after, wherever the paragraph ends."""
        sentences = self.context.layout.sentences
        index = self.sentence.index + 1
        return Scene(self.context, self.stands_of_document, sentences[index]) if index < len(sentences) else None

    @kept
    def people(self) -> tuple[str, ...]:
        """The persons named or meant by their office, in order."""
        named = [(m.start, m.entity) for m in self.context.mentions_in(*self.span, "person")]
        meant = [(s.start, s.entity) for s in self.stands if s.kind == "person" and s.entity]
        people = [person for _, person in sorted(named + meant)]
        if self.antecedent is not None:
            people.insert(0, self.antecedent)
        return tuple(dict.fromkeys(people))

    @kept
    def antecedent(self) -> str | None:
        """Whom «он» or «она» means: the one official of the sentence before, in the same paragraph."""
        index = self.sentence.index - 1
        sentences = self.context.layout.sentences
        if index < 0 or self.speaker is not None or sentences[index].paragraph != self.sentence.paragraph:
            return None
        own = self.tokens[self.sentence.first : self.sentence.last]
        if not any(token.lower in {"он", "она"} for token in own):
            return None
        holders = {post.person for post in self.stands_of_document.posts}
        before = self.context.mentions_in(sentences[index].start, sentences[index].end, "person")
        people = list(dict.fromkeys(m.entity for m in before if m.entity in holders))
        return people[0] if len(people) == 1 else None

    @kept
    def organizations(self) -> list[Mention]:
        """The organizations named in the sentence."""
        return self.context.mentions_in(*self.span, "organization")

    @kept
    def dates(self) -> list[DateMention]:
        """The time expressions of the sentence."""
        return self.context.dates_in(*self.span)

    def index_at(self, start: int) -> int:
        """The first token of the sentence that begins at the character or behind it (its last one otherwise)."""
        index = max(self.context.layout.token_index(start), self.sentence.first)
        return min(index, self.sentence.last - 1)

    def mention_at(self, index: int) -> Mention | None:
        """The mention that the token belongs to."""
        return self._mentions.get(index)

    @kept
    def _mentions(self) -> dict[int, Mention]:
        mentions = self.context.mentions_in(*self.span)
        return {index: mention for mention in mentions for index in range(mention.first, mention.last)}

    @kept
    def speaker_place(self) -> str | None:
        """The place the speaker stands for, inside direct speech."""
        if self.speaker is None:
            return None
        return self.stands_of_document.place_of_person.get(self.speaker)

    def date_near(self, index: int, *, planned: bool = False) -> DateMention | None:
        """The point in time of the sentence nearest to a token; of what is planned, a period too."""
        position = self.tokens[index].start
        told = [d for d in self.context.dates_in(*self.span) if d.edtf]
        points = [d for d in told if is_moment(self, d, index) or (planned and self._is_when(d))]
        points = [date for date in points if may_date(self, date, index) and not self._is_of_prepared(date, index)]
        points = [date for date in points if not self._is_of_document(date)]
        if planned:
            points = [d for d in points if not (is_of_words(self, d, index) or is_of_done(self, d, index))]
        return min(points, key=lambda date: abs(date.start - position), default=None)

    def _is_when(self, date: DateMention) -> bool:
        """«запланировано на 2026–2028 годы»; not «подпишут план с районом | на 2026–2028 годы», its term."""
        if date.kind != "period":
            return False
        named = (i for i in self.with_lemmas(nouns()) if self.tokens[i].start < date.start)
        return not any(is_document(self.tokens, index) for index in named)

    def _is_of_document(self, date: DateMention) -> bool:
        """«подписали соглашение к договору | от 2004 года»: the day of a document told of by the way."""
        last = self.index_at(date.start)
        first = max(self.sentence.first, last - _AFTER_NAME)
        if last == first or self.tokens[last - 1].lower != "от":
            return False
        return document_between(self.context, first, last) is not None

    def _is_of_prepared(self, date: DateMention, index: int) -> bool:
        """«обсудили подготовку «Дней Омска» в октябре»: the day of what was prepared, not of the talks."""
        for name in self.all_event_names:
            first = self.index_at(name.start)
            if name.head == index or index >= first or not 0 <= date.start - name.end <= _BESIDE:
                continue
            before = [t for t in self.tokens[max(self.sentence.first, first - 3) : first] if t.word is not None]
            if before and (before[-1].lower in {"к", "ко", "о", "об"} or _PREPARING & before[-1].word.lemmas):  # type: ignore[union-attr]
                return True
        return False

    def trigger_verbs(self, kind: str) -> Iterator[int]:
        """The tokens that are verbs of this kind of event."""
        yield from self._verbs.get(kind, ())

    def trigger_nouns(self, kind: str) -> Iterator[int]:
        """The tokens that are nouns of this kind of event, in the singular."""
        yield from self._nouns.get(kind, ())

    def plural_nouns(self, kind: str) -> Iterator[int]:
        """The same in the plural («провёл встречи с главами»)."""
        singular = self._nouns.get(kind, ())
        yield from (index for index in self._nouns_of_any_number.get(kind, ()) if index not in singular)

    def with_lemmas(self, lemmas: frozenset[str]) -> list[int]:
        """The tokens of the sentence that can have one of the lemmas, in order."""
        return self.context.lemmas_between(self.sentence.first, self.sentence.last, lemmas)

    @kept
    def _verbs(self) -> dict[str, list[int]]:
        told = told_in(self.context, told_by_verb)[self.sentence.index]
        signing = told.get("signing", [])
        apart = [i for i in signing if self.tokens[i].lemma in _EXCHANGING and not self._exchanges_documents(i)]
        return told if not apart else {**told, "signing": [index for index in signing if index not in apart]}

    def _exchanges_documents(self, index: int) -> bool:
        """«обменялись | подписанными соглашениями», not «обменялись планами», «мнениями о договоре»."""
        for i in range(index + 1, min(self.sentence.last, index + _EXCHANGED)):
            word = self.tokens[i].word
            if word is None or not word.is_case("ablt"):
                return False
            if word.pos == "NOUN":
                name = document_at(self.tokens, i)
                return name is not None and name.kind not in _BEFORE_SIGNING
        return False

    @kept
    def _nouns(self) -> dict[str, list[int]]:
        nouns = self._nouns_of_any_number.items()
        return {kind: [index for index in indices if self.is_singular(index)] for kind, indices in nouns}

    @kept
    def _nouns_of_any_number(self) -> dict[str, list[int]]:
        told = told_in(self.context, told_by_noun)[self.sentence.index]
        meetings = told.get("meeting", [])
        congresses = [index for index in meetings if is_congress(self.tokens, index)]
        if not congresses:
            return told
        others = [index for index in meetings if index not in congresses]
        return {**told, "meeting": others, "forum": sorted([*told.get("forum", []), *congresses])}

    def _is_counted(self, index: int) -> bool:
        """«два | меморандума», «четыре новых | договора»: a singular in form only."""
        number = self.tokens[leading(self.tokens, index, self.sentence.first, ADJECTIVE)]
        return number.lower in _FEW

    def is_singular(self, index: int) -> bool:
        """Does the noun speak of one thing («в ходе встречи», not «подобные встречи»)?"""
        word = self.tokens[index].word
        assert word is not None
        nouns = [p for p in word.parses if p.pos == "NOUN"]
        if any("Pltm" in p.tags for p in nouns) or not word.lemmas.isdisjoint(SIGNATURES):
            return True
        numbers = {p.number for p in nouns}
        if numbers != {"sing", "plur"}:
            return "sing" in numbers and not self._is_counted(index)
        before = self.tokens[index - 1] if index > self.sentence.first else None
        if before is not None and is_number(before):
            return True
        if before is None or before.word is None:
            return False
        if before.word.form in _GENITIVE_PREPOSITIONS:
            return True
        if self.mention_at(index - 1) is not None:
            return False  # «с главой Омска | соглашения»: no name governs the noun
        if before.is_case("ablt") and not before.word.lemmas.isdisjoint(PLACE_NOUNS):
            return False  # «с нашим регионом | соглашения»
        adjectives = {p.number for p in before.word.parses if p.pos in {"ADJF", "PRTF"}}
        return "sing" in adjectives if adjectives else before.word.is_pos("NOUN")

    @kept
    def governing(self) -> list[int]:
        """The tokens whose tense or sense tells whether what hangs on them happened."""
        return governing_words(self)

    @kept
    def in_programme(self) -> bool:
        """Is it an item of a list under «Программа визита:», of what is still to come?"""
        paragraphs = self.context.layout.paragraphs
        text = self.context.document.text
        if not _ITEM.match(text[self.sentence.start : self.sentence.start + 4]):
            return False
        for paragraph in reversed(paragraphs[: self.sentence.paragraph]):
            told = text[paragraph.start : paragraph.end]
            if not _ITEM.match(told[:4]):
                return told.endswith(":") and any(word in told.lower() for word in _PROGRAMME)
        return False

    @once
    def status(self, index: int) -> Status | None:
        """Held, planned or cancelled, as the verbs tell; None where it is only wished or habitual."""
        if self.in_programme:
            return "planned"
        return status_of(self, index)


def scenes(context: Context, stands: Stands, quotes: list[Quote]) -> list[Scene]:
    """The sentences of the document, each with its speaker where it is direct speech; made once for all rules."""
    spoken = sorted((span, quote.speaker) for quote in quotes if quote.kind == "direct" for span in quote.spans)
    known = stands.scenes.get(tuple(spoken))
    if known is None:
        known = stands.scenes[tuple(spoken)] = list(_scenes(context, stands, spoken))
    return known


def _scenes(context: Context, stands: Stands, spoken: list[tuple[Span, str]]) -> Iterator[Scene]:
    for sentence in context.layout.sentences:
        middle = (sentence.start + sentence.end) // 2
        speaker = next((who for (start, end), who in spoken if start <= middle < end), None)
        yield Scene(context, stands, sentence, speaker)
