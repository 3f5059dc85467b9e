"""The table of frequent words says what pymorphy3 says."""

from __future__ import annotations

from importlib.metadata import version

import numpy as np
import pytest

from pobratim.reading.data import path
from pobratim.reading.text import dictionary, morph
from pobratim.reading.text.vocabulary import vocabulary


def test_frequent_words_are_in_it():
    words = vocabulary().numbers
    assert {"делегация", "делегации", "города", "подписали"} <= words.keys()


def test_a_word_that_is_not_in_it():
    assert vocabulary().parses("синхрофазотронный-то") == []
    assert vocabulary().is_known("синхрофазотронный-то") is None


def test_parses_are_those_of_pymorphy3():
    with path("text/forms.npz").open("rb") as file, np.load(file) as arrays:
        made_with = str(arrays["dictionary"])
    if made_with != version("pymorphy3-dicts-ru"):
        pytest.skip(f"the table was made with dictionary {made_with}")
    words = [word for word in vocabulary().numbers if morph.is_russian(word)][::397]
    assert len(words) > 400
    for word in words:
        assert tuple(morph.Parse(*row) for row in vocabulary().parses(word)) == morph.analysed(word)
        assert vocabulary().is_known(word) == dictionary.is_listed(word)


def test_forms_of_added_words_come_before_the_table():
    assert morph.word("велаятом").lemma == "велаят"
