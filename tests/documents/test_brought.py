"""Pictures, voices and the cover's own words in the composed document."""

from pathlib import Path

import pytest

from sufficiency.documents import ComposedDocument, Edition, compose
from tests.a_project import replaced
from tests.brought import CONSENT, brought
from tests.documents.places import without_places
from tests.models import understood

STRATEGY = "strategy/strategy.yml"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> ComposedDocument:
    written = brought(tmp_path_factory.mktemp("brought"))
    files = {
        path.relative_to(written).as_posix(): path.read_bytes()
        for path in written.rglob("*")
        if path.is_file()
    }
    model = understood(written, {**files})
    return compose(Edition(model.bound, model.project.templates), "strategy")


class TestPictures:
    def test_all_that_are_shown_come_with_the_document(self, document: ComposedDocument) -> None:
        assert list(document.pictures) == [
            "pictures/crest.svg",
            "pictures/home.jpg",
            "pictures/pathway.png",
            "pictures/ornament.png",
            "pictures/map.svg",
        ]

    @pytest.mark.parametrize(
        "line",
        [
            "![A home for one of our [60]{.n10} children](pictures/home.jpg){#fig-home .picture "
            '.credited fig-alt="Two carers and a child stand in front of a terraced house." '
            'width="63%"}',
            "![](pictures/pathway.png){.picture .credited "
            'fig-alt="Three steps: we ask, we match, we visit." width="100%"}',
            '![](pictures/ornament.png){.picture .decorative width="32%"}',
            "![Where we look for homes](pictures/map){#fig-map .picture fig-alt="
            '"Three towns on one road." width="40%"}',
        ],
    )
    def test_each_stands_in_a_line_of_its_own(self, document: ComposedDocument, line: str) -> None:
        assert f"\n{line}\n" in without_places(document.qmd)

    def test_credits_stand_below(self, document: ComposedDocument) -> None:
        note = "\n\n::: {.figure-note}\nPhotograph: Ambleford Council\n:::\n"
        assert f'width="63%"}}{note}' in without_places(document.qmd)
        assert document.qmd.count("Diagram: ") == 1

    def test_the_logo_is_small_and_in_the_front_matter(self, document: ComposedDocument) -> None:
        logo = r'cover-logo: "![Ambleford Council](pictures/crest){width=\"54.0mm\"}"'
        assert logo in document.qmd.splitlines()


class TestVoices:
    def test_are_boxes_with_their_speaker(self, document: ComposedDocument) -> None:
        assert (
            ":::: {.voice}\nI want to stay near my school.\n\n"
            "All [60 children]{.n8} of us, and [12]{.n9} more, said *so*.[^carers-voice]\n\n"
            "::: {.voice-by}\nYoung person, 15, in foster care\n:::\n::::\n"
        ) in document.qmd
        assert ":::: {.voice}\nAsk us first.\n\n::::\n" in document.qmd

    def test_consents_are_left_behind(self, document: ComposedDocument) -> None:
        assert CONSENT not in document.qmd


class TestCover:
    def test_facts_in_the_notice_and_in_document_control_have_evidence(
        self, tmp_path: Path
    ) -> None:
        changes = replaced(
            STRATEGY,
            "  - {item: Owner, entry: Head of Commissioning}\n",
            "  - {item: Covers, entry: '{{ cic_now | with_noun }} | *all*'}\n"
            "notice: We look after {{ cic_now }}.\n",
        )
        model = understood(tmp_path, changes)
        qmd = compose(Edition(model.bound, model.project.templates), "strategy").qmd
        qmd = without_places(qmd)
        assert 'notice: "We look after [60]{.n1}."' in qmd
        assert r"| Covers | [60 children]{.n13} \| \*all\* |" in qmd
        assert "Evidence for: Cover\n" in qmd
        assert "Evidence for: Document control\n" in qmd
