"""`referent demo --play`: the whole story over Socket Mode, in both languages."""

import pytest

from bot import staging
from bot.settings import Settings
from storage.vocabulary import Language

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

PAPERS = {
    Language.DANISH: (
        "Dagsorden Fællesmøde nr. 19 2022-03-10.docx",
        "Mødeindkaldelse Fællesmøde nr. 19 2022-03-10.ics",
        "Referat Fællesmøde nr. 19 2022-03-10 udkast 1.docx",
        "Referat Fællesmøde nr. 19 2022-03-10.docx",
    ),
    Language.ENGLISH: (
        "Agenda Joint meeting no. 19 2022-03-10.docx",
        "Invitation Joint meeting no. 19 2022-03-10.ics",
        "Minutes Joint meeting no. 19 2022-03-10 draft 1.docx",
        "Minutes Joint meeting no. 19 2022-03-10.docx",
    ),
}


@pytest.mark.parametrize("language", list(Language))
def test_the_story_plays_to_its_end_and_leaves_its_papers(tmp_path, language):
    said: list[str] = []
    out = tmp_path / "out"
    own = Settings(_env_file=None, default_language=language)

    assert staging.play(own, tmp_path, out, said.append) == 0, said[-1]
    assert tuple(sorted(path.name for path in out.iterdir())) == PAPERS[language]
