"""The links from a line to its sentences."""

import dataclasses

from pobratim.register.rows import DocumentRow, Evidence, Happening, Register, TopicRow
from tests.web import make
from tests.web.pages import text_of


def cited(client, address: str, row: str) -> str:
    """The marks of the citations of one row."""
    html = client.get(address).content.decode()
    line = html.partition(f'id="{row}"')[2].partition("</li>")[0]
    return " ".join(part.partition("</a>")[0].split("</span>")[-1] for part in line.split('class="cite"')[1:])


def said(document: str, number: int) -> Evidence:
    return Evidence(document=document, span=(number, number + 5), text=f"слова {number}")


def test_a_line_without_a_sentence_leads_to_the_whole_document(client, filled):
    html = client.get(f"/ties/{make.MINSK}/{make.OMSK}/").content.decode()
    line = html.partition('id="happening:days"')[2].partition("</li>")[0]

    assert f'href="/documents/{make.OTHER.id}/" title="Документ целиком — {make.OTHER.title}"' in line


def test_many_sentences_are_counted(client, fill):
    many = tuple(said(make.NEWS, number) for number in range(9))
    topic = TopicRow(
        id="topic:water", parties=make.SIDES, topic="water", documents=(make.NEWS,), evidence=many
    )
    fill(dataclasses.replace(make.REGISTER, topics=(topic,)))
    address = f"/ties/{make.MINSK}/{make.OMSK}/"

    assert cited(client, address, "topic:water") == "1а 1б 1в 1г 1д 1е"
    assert "и ещё 3" in text_of(client.get(address).content)


def test_lists_number_nothing(client, filled):
    assert cited(client, "/happenings/", "happening:meeting") == "¶ ¶"


def test_sources_are_numbered_as_they_are_listed(client, fill):
    met = Happening(id="happening:met", kind="meeting", parties=make.SIDES, documents=("a", "b"),
                    evidence=(said("b", 0), said("a", 0)))  # fmt: skip
    fill(Register(
        documents=(DocumentRow(id="a", source="a", published="2024"), DocumentRow(id="b", source="b")),
        places=make.REGISTER.places, happenings=(met,),
    ))  # fmt: skip

    assert cited(client, f"/ties/{make.MINSK}/{make.OMSK}/", "happening:met") == "1 2"
