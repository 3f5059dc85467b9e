"""What is timed: each side makes itself ready and gives back what it does with one text.

A side that is not installed raises ImportError, and is left out with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Reading = Callable[[str], object]


def pobratim() -> Reading:
    """Our full reading, to its JSON."""
    from pobratim import prepare, read

    prepare()
    return lambda text: read(text).to_json()


def natasha_chain() -> Reading:
    """Natasha's full chain: segment, morph, syntax, NER, lemmas, and normalization of the names' spans."""
    natasha = _natasha()
    segmenter, vocabulary, embedding = natasha.Segmenter(), natasha.MorphVocab(), natasha.NewsEmbedding()
    morph, syntax, ner = (
        tool(embedding) for tool in (natasha.NewsMorphTagger, natasha.NewsSyntaxParser, natasha.NewsNERTagger)
    )

    def chain(text: str) -> None:
        document = natasha.Doc(text)
        document.segment(segmenter)
        document.tag_morph(morph)
        document.parse_syntax(syntax)
        document.tag_ner(ner)
        for token in document.tokens:
            token.lemmatize(vocabulary)
        for span in document.spans:
            span.normalize(vocabulary)

    return chain


def natasha_names() -> Reading:
    """Natasha's NER alone."""
    natasha = _natasha()
    segmenter, ner = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def names(text: str) -> None:
        document = natasha.Doc(text)
        document.segment(segmenter)
        document.tag_ner(ner)

    return names


def pullenti() -> Reading:
    """PullEnti's usual analyzers but that of dates (its licence is not free for all uses: it is no dependency)."""
    from pullenti.ner.ProcessorService import ProcessorService
    from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
    from pullenti.Sdk import Sdk

    Sdk.initialize_all()
    processor = ProcessorService.create_processor()
    processor.find_analyzer("DATE").ignore_this_analyzer = True  # 4.1 fails on «сегодня» without a day to reckon from

    def analyse(text: str) -> None:
        with suppress(ValueError):  # 4.1 fails on some addresses; what it did until then counts
            processor.process(SourceOfAnalysis(text), None, None)

    return analyse


def tokens_floor() -> Reading:
    """A floor: the text cut into tokens by the compiled pattern that the reader uses, and nothing else."""
    from pobratim.reading.text.segments import TOKEN

    return TOKEN.findall


def matrices_floor() -> Reading:
    """A floor: the matrix products of our names network for as many tokens as the text has, and nothing else."""
    import numpy as np

    from pobratim.reading.names.tagger import network

    kernels = network().kernels
    words = re.compile(r"\w+|[^\w\s]")

    def products(text: str) -> None:
        count = len(words.findall(text))
        for kernel in kernels:
            np.ones((count, len(kernel)), np.float32) @ kernel

    return products


SIDES: dict[str, Callable[[], Reading]] = {
    "pobratim": pobratim,
    "natasha": natasha_chain,
    "natasha NER": natasha_names,
    "pullenti": pullenti,
    "tokens": tokens_floor,
    "matrices": matrices_floor,
}


def _natasha() -> Any:
    """The package; pymorphy2, which it uses, asks inspect for a function that Python 3.11 no longer has."""
    import inspect

    if not hasattr(inspect, "getargspec"):
        inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]
    import natasha

    return natasha
