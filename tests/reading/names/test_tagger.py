"""The tagger: the network's own output, sentence by sentence and in one batch, and Slovnet's."""

from __future__ import annotations

import importlib.util
from importlib.resources import files

import pytest

from pobratim.reading.names.tagger import network, tag, word_shape
from pobratim.reading.text.segments import lay_out

TEXT = (
    "Мэр Омска Сергей Петров встретился с председателем Мингорисполкома.\n"
    "Делегация из России посетила завод «Амкодор» в Минске, сообщает БЕЛТА."
)


def test_names_are_found_with_their_kind() -> None:
    layout = lay_out(TEXT)
    found = [
        (" ".join(token.text for token in layout.tokens[name.first : name.last]), name.kind)
        for name in tag(layout)
    ]
    assert ("Омска", "LOC") in found
    assert ("Сергей Петров", "PER") in found
    assert ("России", "LOC") in found
    assert ("БЕЛТА", "ORG") in found


def test_a_batch_says_what_each_sentence_says_alone() -> None:
    layout = lay_out(TEXT * 3)
    sentences = [[token.text for token in layout.tokens_of(sentence)] for sentence in layout.sentences]
    together = network().tags(sentences)
    assert together == [network().tags([sentence])[0] for sentence in sentences]


def test_nothing_to_tag() -> None:
    assert tag(lay_out("")) == []
    assert network().tags([]) == []
    assert network().tags([[], ["Минск"]])[0] == []


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Минск", "RU_Xx"),
        ("минск", "RU_xx"),
        ("МАЗ", "RU_XX"),
        ("Я", "RU_X"),
        ("Нур-Султан", "RU_Xx-Xx"),
        ("БелАЗ", "RU_OTHER"),
        ("Stadler", "EN_Xx"),
        ("2024", "NUM"),
        ("«", "PUNCT_«"),
        ("...", "PUNCT_OTHER"),
        ("赵", "OTHER"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert word_shape(word) == shape


@pytest.mark.skipif(not importlib.util.find_spec("natasha"), reason="natasha (extra bench) not installed")
def test_slovnet_says_the_same() -> None:
    from navec import Navec
    from slovnet import NER

    data = files("natasha").joinpath("data")
    slovnet = NER.load(str(data.joinpath("model/slovnet_ner_news_v1.tar")))
    slovnet.navec(Navec.load(str(data.joinpath("emb/navec_news_v1_1B_250K_300d_100q.tar"))))
    layout = lay_out(
        "Президент России прибыл в Москву. Министр обороны Иван Петров выступил в Нью-Йорке на форуме.\n"
        "В Минске открыли завод «Белкоммунмаш», сообщает агентство «Интерфакс» со ссылкой на МИД Беларуси."
    )
    sentences = [[token.text for token in layout.tokens_of(sentence)] for sentence in layout.sentences]
    model, decoder = slovnet.infer.model, slovnet.infer.decoder.tags_vocab
    expected = []
    for batch in slovnet.infer.encoder(sentences):
        scores = model(batch.word_id, batch.shape_id, batch.pad_mask)
        for path in model.head.crf.decode(scores, ~batch.pad_mask):
            expected.append([decoder.decode(tag) for tag in path])
    assert network().tags(sentences) == expected
