"""Participants put items on the agenda, change them and take them back."""

from tests.support.joint import Joint
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"


def test_an_item_typed_as_a_command_stands_on_the_card(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/dagsorden", "Håndtering af telefonnumre")
    town.settle()
    assert answer.words.startswith("Sat på dagsordenen for Fællesmøde nr. 19 som punkt 3")
    card = town.cast.anders.hears(CHANNEL, "Fællesmøde nr. 19")
    assert card.says("*3.* Håndtering af telefonnumre")


def test_a_mention_works_where_commands_dont(town: Town, series: Joint):
    """People of other workspaces have no slash commands."""
    lars = town.cast.lars
    lars.mentions_bot(CHANNEL, "punkt: Samlet release af begge løsninger")
    confirmation = lars.hears(CHANNEL, "Samlet release af begge løsninger")
    assert confirmation.ephemeral
    assert confirmation.buttons == ("Ret", "Træk tilbage")


def test_markup_in_a_title_stays_text(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/dagsorden", "<!channel> <b>fed</b> & *stjerner*")
    town.settle()
    card = town.cast.anders.hears(CHANNEL, "fed")
    assert "<!channel>" not in str(card.blocks)
    assert card.says("&lt;b&gt;fed&lt;/b&gt; &amp; ")
