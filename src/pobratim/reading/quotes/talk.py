"""What the quote rules share: the document, who speaks in it, and what has been found so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Literal

from pobratim.model.reading import Post, Quote, Span
from pobratim.reading.context import Context
from pobratim.reading.quotes.marks import marked
from pobratim.reading.quotes.speakers import Speakers
from pobratim.reading.text.morph import Parse
from pobratim.reading.text.segments import Sentence, Token
from pobratim.reading.text.speech import acts, speaks, vocabulary

_LEAD = 7
"""A verb of speech stands among so many first tokens of the author's words («в свою очередь добавил …»)."""
_PASSED_ON = frozenset(
    {"приводить", "привести", "цитировать", "процитировать", "передавать", "передать"}
    | {"перевести", "переводить", "приводиться", "цитироваться"}
)
_WHOSE = {"его": "masc", "её": "femn", "ее": "femn"}
_FEWEST = 3
"""Fewer words between quotation marks are a name, no sentence."""
_OWN = frozenset({"я", "мы", "ты", "вы", "нам", "нас", "мне", "меня"})
_VERBAL = ("VERB", "PRTS", "ADJS", "PRED")
_BREAK = re.compile(r"(?<=[,.!?…»”\"])\s*[-–—]\s*(?=[а-яё])|(?<=[»”\"]),\s*(?=[а-яё])")
_RESUME = re.compile(r"[.,:;!?]\s*[-–—]\s+(?=\S)")
_EDGE = " \t\u00a0,–—-"


class Talk:
    """The document and the quotes found in it so far."""

    def __init__(self, context: Context, posts: Sequence[Post]) -> None:
        self.context = context
        self.text = context.layout.text
        self.tokens: list[Token] = context.layout.tokens
        self.speakers = Speakers(context, posts, list(_sentences_between_marks(context)))
        self.quotes: list[Quote] = []
        self.attributing: set[int] = set()
        """Tokens of the verbs that direct speech hangs on."""

    def index(self, position: int) -> int:
        """The first token that begins at or after ``position``."""
        return self.context.layout.token_index(position)

    # ------------------------------------------------------------ keeping what is found

    def add(self, quotes: Iterable[Quote]) -> None:
        """Keep quotes; the people inside direct speech are spoken of, they do not speak."""
        for quote in quotes:
            self.quotes.append(quote)
            if quote.kind == "direct":
                spans = quote.spans
                self.speakers.silence(spans)
                self.speakers.tell_apart(spans[0][0])
            else:
                self.speakers.heard[self.context.sentence_at(quote.evidence[0][0]).index] = quote.speaker

    def is_said(self, position: int) -> bool:
        """Is the character part of direct speech found already?"""
        return self.speakers.is_said(position)

    def is_attributed(self, sentence: Sentence) -> bool:
        """Does direct speech hang on a verb of the sentence?"""
        return any(sentence.first <= index < sentence.last for index in self.attributing)

    def last_speaker(self, position: int) -> str | None:
        """Who spoke last before ``position``."""
        before = [quote for quote in self.quotes if quote.evidence[0][0] < position]
        return max(before, key=lambda quote: quote.evidence[0][0]).speaker if before else None

    def quote(
        self,
        speaker: str | None,
        kind: Literal["direct", "indirect"],
        spans: Sequence[Span],
        evidence: Span,
        rule: str,
        confidence: float,
    ) -> Quote | None:
        """A quote; None without a speaker or without words."""
        said = tuple(span for span in (self.trim(*s) for s in spans) if span[0] < span[1])
        if speaker is None or not said:
            return None
        return Quote(
            speaker=speaker,
            kind=kind,
            span=said[0] if len(said) == 1 else said,
            evidence=((min(evidence[0], said[0][0]), max(evidence[1], said[-1][1])),),
            confidence=confidence,
            rule=rule,
        )

    def trim(self, start: int, end: int) -> Span:
        """Without blanks, commas and dashes at the edges; a lone closing mark goes too."""
        while start < end and (self.text[start] in _EDGE or self.text[start].isspace()):
            start += 1
        while end > start and (self.text[end - 1] in _EDGE or self.text[end - 1].isspace()):
            end -= 1
        if end > start and self.text[end - 1] == "»" and "«" not in self.text[start:end]:
            end -= 1
        return start, end

    def named_in(self, start: int, end: int) -> Set[str]:
        """The people whom ``text[start:end]`` names: of those who may have said it, hardly one names himself."""
        return {mention.entity for mention in self.context.mentions_in(start, end, "person")}

    # ------------------------------------------------------------ the author's words

    def verb_in(self, start: int, end: int, lead: int | None = _LEAD) -> tuple[int, Parse] | None:
        """Token and parse of the verb of speech in ``text[start:end]``, near its beginning."""
        first, last = self.index(start), self.index(end)
        for index in range(first, last if lead is None else min(last, first + lead)):
            token = self.tokens[index]
            if token.lower in _OWN:
                return None
            parse = speaks(token.word)
            if parse is not None and parse.pos != "GRND":
                return index, parse
        return self._any_verb(first, last) or self._gerund(first, last) if lead is not None else None

    def _gerund(self, first: int, last: int) -> tuple[int, Parse] | None:
        """«– поприветствовав гостей, мэр начал разговор»: saying told by the way of what the speaker did."""
        index = next((i for i in range(first, last) if not _may_precede(self.tokens[i])), last)
        parse = speaks(self.tokens[index].word) if index < last else None
        return (index, parse) if parse is not None and parse.pos == "GRND" else None

    def _any_verb(self, first: int, last: int) -> tuple[int, Parse] | None:
        """«– показывает Анна Петрова», «– не скрывает радости мэр»: another verb at the very beginning, its
        subject a name or an office after it."""
        index = next((i for i in range(first, last) if not _may_precede(self.tokens[i])), last)
        parse = acts(self.tokens[index].word) if index < last else None
        if parse is None:
            return None
        people = self.context.mentions_in(self.tokens[index].end, self.tokens[last - 1].end, "person")
        near = people and people[0].first - index <= _LEAD and self.speakers.nominative(people[0])
        if not near:
            near = self.speakers.subject(index, min(last, index + _LEAD), index, parse) is not None
        return (index, parse) if near else None

    def speaker_in(self, start: int, end: int, verb: tuple[int, Parse]) -> str | None:
        """Who speaks by the author's words ``text[start:end]``."""
        index, parse = verb
        if parse.lemma in _PASSED_ON:
            gender = _WHOSE.get(self.tokens[min(index + 1, len(self.tokens) - 1)].lower)
            if gender:  # «приводит его слова газета»
                return self.speakers.before(start, gender)
            people = self.context.mentions_in(self.tokens[index].end, end, "person")
            holder = None if people else self.speakers.holder_in(index + 1, self.index(end))
            if people or holder:
                return people[0].entity if people else holder
        if parse.lemma == "говориться":
            return self.speakers.authority(index + 1, self.index(end)) or self.speakers.source_before(start)
        speaker = self.speakers.subject(self.index(start), self.index(end), index, parse)
        return None if self.is_news(speaker, parse) else speaker

    def is_news(self, speaker: str | None, parse: Parse) -> bool:
        """«сообщает агентство»: where the news comes from; an authority of a place does speak."""
        if speaker is None or parse.lemma not in vocabulary().news:
            return False
        entity = self.context.by_id[speaker]
        return entity.type != "person" and speaker not in self.context.found.seats

    def parts(self, start: int, end: int) -> tuple[list[Span], list[Span]]:
        """What is said in ``text[start:end]``, and the author's words that break or end it."""
        said: list[Span] = []
        author: list[Span] = []
        left = position = start
        while (match := _BREAK.search(self.text, position, end)) is not None:
            stop = self._author_end(match.end(), end)
            if self.verb_in(match.end(), stop) is None:
                position = match.end()
                continue
            said.append((left, match.start()))
            author.append((match.end(), stop))
            resume = _RESUME.match(self.text, stop, end)
            if resume is None:
                return said, author
            left = position = resume.end()
        said.append((left, end))
        return said, author

    def _author_end(self, start: int, end: int) -> int:
        """Where the author's words end: with their sentence, or where a dash goes on with the speech."""
        sentence = self.context.sentence_at(start).end
        if sentence < end and self.text[sentence - 1] in ".!?…":
            end = max(start, sentence - 1)
        resume = _RESUME.search(self.text, start, end)
        return resume.start() if resume else end

    def sentences(self, start: int, end: int) -> Iterator[Span]:
        """The sentences that overlap ``text[start:end]``."""
        for sentence in self.context.layout.sentences:
            if sentence.end > start and sentence.start < end:
                yield sentence.start, sentence.end


def _may_precede(token: Token) -> bool:
    """«не», «тут же», «шутливо» before the verb."""
    return token.word is not None and token.word.pos in ("PRCL", "ADVB") and token.text.islower()


def _sentences_between_marks(context: Context) -> Iterator[Span]:
    """What stands between quotation marks and is no name: a verb is in it."""
    for words in marked(context.layout):
        for start, end in words.spans:
            tokens = context.tokens_in(start, end)
            if len(tokens) > _FEWEST and any(t.word is not None and t.word.pos in _VERBAL for t in tokens):
                yield start, end
