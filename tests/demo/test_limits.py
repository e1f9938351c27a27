"""Slack's limits: at the number yes, beyond it no, and with Slack's codes and pointers."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
import slackblocks as sb
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models import blocks as sdk
from slack_sdk.models.blocks.basic_components import DispatchActionConfig
from slack_sdk.models.blocks.block_elements import ConversationFilter
from slack_sdk.models.views import View

from bot.demo.blockkit import check_message_blocks, check_options, check_view
from bot.demo.errors import SlackError
from bot.demo.model import Json
from tests.demo.conftest import TITLE, asked, button, modal, plain, section


def refusal(check: Callable[..., None], *args: object) -> SlackError | None:
    try:
        check(*args)
    except SlackError as refused:
        return refused
    return None


def accepts(*blocks: Json) -> bool:
    return refusal(check_message_blocks, list(blocks)) is None


def options(count: int) -> list[Json]:
    return [{"text": plain(f"nr. {n}"), "value": str(n)} for n in range(count)]


def oracle_options(count: int) -> list[sb.Option]:
    return [sb.Option(sb.PlainText(f"nr. {n}"), str(n)) for n in range(count)]


def in_section(element: Json) -> Json:
    return section("Vælg", accessory=element)


def in_actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


@dataclass(frozen=True)
class Limit:
    """A number of Slack's; `ours` and `oracle` build the same thing of size n."""

    name: str
    most: int
    ours: Callable[[int], Json]
    oracle: Callable[[int], object]


def x(n: int) -> str:
    return "x" * n


LIMITS = [
    Limit("section text", 3_000, lambda n: section(x(n)), lambda n: sb.SectionBlock(x(n))),
    Limit(
        "section field",
        2_000,
        lambda n: {"type": "section", "fields": [plain(x(n))]},
        lambda n: sb.SectionBlock(fields=[sb.PlainText(x(n))]),
    ),
    Limit(
        "section fields",
        10,
        lambda n: section("t", fields=[plain("f")] * n) if n else section(""),
        lambda n: sb.SectionBlock("t", fields=[sb.PlainText("f")] * n) if n else 1 / 0,
    ),
    Limit(
        "header text",
        150,
        lambda n: {"type": "header", "text": plain(x(n))},
        lambda n: sb.HeaderBlock(x(n)),
    ),
    Limit(
        "actions elements",
        25,
        lambda n: in_actions(*[button("b", f"a{k}") for k in range(n)]),
        lambda n: sb.ActionsBlock([sb.Button("b", f"a{k}") for k in range(n)]) if n else 1 / 0,
    ),
    Limit(
        "button text",
        75,
        lambda n: in_actions(button(x(n), "a")),
        lambda n: sb.Button(x(n), "a"),
    ),
    Limit(
        "button value",
        2_000,
        lambda n: in_actions(button("b", "a", x(n))),
        lambda n: sb.Button("b", "a", value=x(n)),
    ),
    Limit(
        "button label",
        75,
        lambda n: in_actions(button("b", "a") | {"accessibility_label": x(n)}),
        lambda n: sb.Button("b", "a", accessibility_label=x(n)) if n else 1 / 0,
    ),
    Limit(
        "action_id",
        255,
        lambda n: in_actions(button("b", x(n))),
        lambda n: sb.Button("b", x(n)) if n else 1 / 0,
    ),
    Limit(
        "block_id",
        255,
        lambda n: section("t", block_id=x(n)),
        lambda n: sb.SectionBlock("t", block_id=x(n)) if n else 1 / 0,
    ),
    Limit(
        "option text",
        75,
        lambda n: in_section(
            {"type": "static_select", "options": [{"text": plain(x(n)), "value": "v"}]}
        ),
        lambda n: sb.Option(sb.PlainText(x(n)), "v"),
    ),
    Limit(
        "option value",
        150,
        lambda n: in_section(
            {"type": "static_select", "options": [{"text": plain("t"), "value": x(n)}]}
        ),
        lambda n: sb.Option(sb.PlainText("t"), x(n)) if n else 1 / 0,
    ),
    Limit(
        "select options",
        100,
        lambda n: in_section({"type": "static_select", "options": options(n)}),
        lambda n: sb.StaticSelectMenu(action_id="a", options=oracle_options(n)) if n else 1 / 0,
    ),
    Limit(
        "overflow options",
        5,
        lambda n: in_section({"type": "overflow", "action_id": "a", "options": options(n)}),
        lambda n: sb.OverflowMenu("a", oracle_options(n)),
    ),
    Limit(
        "checkboxes",
        10,
        lambda n: in_section({"type": "checkboxes", "action_id": "a", "options": options(n)}),
        lambda n: sb.CheckboxGroup(action_id="a", options=oracle_options(n)),
    ),
    Limit(
        "radio buttons",
        10,
        lambda n: in_section({"type": "radio_buttons", "action_id": "a", "options": options(n)}),
        lambda n: sb.RadioButtonGroup(action_id="a", options=oracle_options(n)),
    ),
    Limit(
        "placeholder",
        150,
        lambda n: in_section(
            {"type": "static_select", "options": options(1), "placeholder": plain(x(n))}
        ),
        lambda n: sb.StaticSelectMenu(
            action_id="a", options=oracle_options(1), placeholder=sb.PlainText(x(n))
        ),
    ),
    Limit(
        "input label",
        2_000,
        lambda n: asked(x(n), "b", {"type": "plain_text_input", "action_id": "a"}),
        lambda n: sb.InputBlock(sb.PlainText(x(n)), sb.PlainTextInput("a")),
    ),
    Limit(
        "alt text",
        2_000,
        lambda n: {"type": "image", "image_url": "https://a.dk/b.png", "alt_text": x(n)},
        lambda n: sb.ImageBlock(image_url="https://a.dk/b.png", alt_text=x(n)),
    ),
    Limit(
        "confirm title",
        100,
        lambda n: in_actions(button("b", "a") | {"confirm": confirm(title=plain(x(n)))}),
        lambda n: sb.Confirm(x(n), "t", "ja", "nej"),
    ),
    Limit(
        "confirm text",
        300,
        lambda n: in_actions(button("b", "a") | {"confirm": confirm(text=plain(x(n)))}),
        lambda n: sb.Confirm("t", x(n), "ja", "nej"),
    ),
]


def confirm(**parts: Json) -> Json:
    whole = {"title": plain("t"), "text": plain("t"), "confirm": plain("ja"), "deny": plain("nej")}
    return {**whole, **parts}


def oracle_accepts(limit: Limit, size: int) -> bool:
    try:
        limit.oracle(size)
    except (sb.InvalidUsageError, ZeroDivisionError):
        return False
    return True


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
def test_the_limit_is_the_last_number_that_passes(limit):
    assert accepts(limit.ours(limit.most))
    assert not accepts(limit.ours(limit.most + 1))


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
@given(data=st.data())
def test_slackblocks_agrees_at_every_size(limit, data):
    near = st.integers(max(0, limit.most - 3), limit.most + 3)
    size = data.draw(st.one_of(near, st.integers(0, limit.most * 2)))
    zero_is_fine = {"button value", "alt text"}  # empty strings that Slack documents as allowed
    if size == 0 and limit.name in zero_is_fine:
        assert accepts(limit.ours(0))
    else:
        assert accepts(limit.ours(size)) is oracle_accepts(limit, size)


@pytest.mark.parametrize("block", [
    sb.SectionBlock("*t*", fields=["a", "b"], accessory=sb.Button("b", "a", value="v")),
    sb.HeaderBlock("Dagsorden"),
    sb.DividerBlock(),
    sb.ContextBlock([sb.Text("a"), sb.Image(image_url="https://a.dk/b.png", alt_text="alt")]),
    sb.ActionsBlock([sb.OverflowMenu("o", oracle_options(2)), sb.DatePicker("d")]),
    sb.ImageBlock(image_url="https://a.dk/b.png", alt_text="alt", title="titel"),
    sb.RichTextBlock([sb.RichTextSection([sb.RichText("hej", bold=True)])]),
    sb.MarkdownBlock("# Overskrift"),
    sb.InputBlock("Titel", sb.PlainTextInput("a", multiline=True), hint="Kort", optional=True),
], ids=lambda block: block.type.value)  # fmt: skip
def test_what_slackblocks_renders_is_accepted(block):
    assert accepts(block._resolve())


# what the SDK's models let through (slack.md) and Slack doesn't


@pytest.mark.parametrize(
    ("blocks", "finding"),
    [
        (
            [in_section({"type": "checkboxes", "action_id": "a", "options": options(11)})],
            "no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]",
        ),
        (
            [{"type": "section", "fields": [plain(x(2_001))]}],
            "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
        ),
        ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        ([section("t")] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        ([{"type": "kanban"}], "unsupported type: kanban [json-pointer:/blocks/0/type]"),
        ([{"text": plain("t")}], "missing required field: type [json-pointer:/blocks/0]"),
        ([{"type": "section"}], "missing required field: text [json-pointer:/blocks/0]"),
        (
            [{"type": "header", "text": {"type": "mrkdwn", "text": "t"}}],
            "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
        ),
        (
            [section("t", colour="red")],
            "invalid additional property: colour [json-pointer:/blocks/0]",
        ),
        (
            [in_actions({"type": "plain_text_input", "action_id": "a"})],
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            [asked("l", "b", button("b", "a"))],
            "unsupported type: button [json-pointer:/blocks/0/element/type]",
        ),
        (
            [asked("l", "b", {"type": "number_input", "is_decimal_allowed": False})],
            "unsupported type: number_input [json-pointer:/blocks/0/element/type]",
        ),
        (
            [{"type": "context", "elements": [plain("t")] * 11}],
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            [section("a", block_id="b"), section("c", block_id="b")],
            "block_id `b` already exists [json-pointer:/blocks/1]",
        ),
        (
            [in_actions(button("a", "a"), button("b", "a"))],
            "action_id `a` already exists [json-pointer:/blocks/0/elements/1]",
        ),
        (
            [in_section({"type": "datepicker", "action_id": "a", "initial_date": "2022-13-01"})],
            "must match the pattern",
        ),
        (
            [
                in_section(
                    {
                        "type": "static_select",
                        "options": options(2),
                        "initial_option": {"text": plain("andet"), "value": "andet"},
                    }
                )
            ],
            "initial_option must match one of the options [json-pointer:/blocks/0/accessory]",
        ),
        (
            [in_actions(button("b", "a") | {"style": "blue"})],
            "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
        ),
    ],
)
def test_a_bad_message_is_pointed_at(blocks, finding):
    refused = refusal(check_message_blocks, blocks)
    assert refused is not None
    assert refused.code == "invalid_blocks"
    assert any(message.startswith(finding) for message in refused.messages), refused.messages
    assert refused.body()["response_metadata"]["messages"][0].startswith("[ERROR] ")
    assert refused.body()["errors"] == list(refused.messages)


def test_legal_blocks_can_be_too_long_together():
    fits = [section(x(3_000))] * 4 + [section(x(1_000))]
    assert accepts(*fits)
    refused = refusal(check_message_blocks, [*fits, section("y")])
    assert refused is not None
    assert refused.code == "msg_blocks_too_long"


@pytest.mark.parametrize("junk", [None, "x", 7, {}, [1], ["x"]])
def test_blocks_that_are_no_list_of_objects(junk):
    refused = refusal(check_message_blocks, junk)
    assert refused is not None
    assert refused.code == "invalid_blocks_format"


@pytest.mark.parametrize(
    ("view", "finding"),
    [
        (modal(TITLE, submit=None), "missing required field: submit [json-pointer:/view]"),
        (
            modal(TITLE, title=x(25)),
            "must be less than 25 characters [json-pointer:/view/title/text]",
        ),
        (
            modal(TITLE, submit=plain(x(25))),
            "must be less than 25 characters [json-pointer:/view/submit/text]",
        ),
        (
            modal(TITLE, private_metadata=x(3_001)),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        (
            modal(TITLE, callback_id=x(256)),
            "must be less than 256 characters [json-pointer:/view/callback_id]",
        ),
        (
            modal(*[section("t")] * 101),
            "no more than 100 items allowed [json-pointer:/view/blocks]",
        ),
        (
            modal(asked("l", "b", {"type": "plain_text_input", "max_length": 3_001})),
            "must be less than or equal to 3000 [json-pointer:/view/blocks/0/element/max_length]",
        ),
        (
            modal(
                asked("a", "a", {"type": "plain_text_input", "focus_on_load": True}),
                asked("b", "b", {"type": "plain_text_input", "focus_on_load": True}),
            ),
            "only one element may set focus_on_load [json-pointer:/view/blocks/1]",
        ),
        (modal({"type": "markdown", "text": "t"}), "unsupported type: markdown"),
        ({"type": "modal", "title": plain("t")}, "missing required field: blocks"),
        ({"type": "sheet"}, "unsupported type: sheet [json-pointer:/view/type]"),
        ({}, "missing required field: type [json-pointer:/view]"),
    ],
)
def test_a_bad_modal_is_pointed_at(view, finding):
    refused = refusal(check_view, view, "modal")
    assert refused is not None
    assert refused.code == "invalid_arguments"
    assert any(message.startswith(finding) for message in refused.messages), refused.messages


def test_a_modal_of_the_largest_size_passes():
    view = modal(
        TITLE,
        *[section("t")] * 99,
        title=x(24),
        submit=plain(x(24)),
        close=plain(x(24)),
        private_metadata=x(3_000),
        callback_id=x(255),
        external_id=x(255),
    )
    assert refusal(check_view, view, "modal") is None


def test_a_view_can_be_too_large_in_bytes():
    wide = modal(*[section("æ" * 1_400)] * 100)  # two bytes each: 280 kB
    refused = refusal(check_view, wide, "modal")
    assert refused is not None
    assert refused.code == "view_too_large"


def test_a_home_tab_takes_no_title_and_no_modal_inputs():
    home = {"type": "home", "blocks": [section("t")]}
    assert refusal(check_view, home, "home") is None
    assert refusal(check_view, home | {"title": plain("t")}, "home") is not None
    url = asked("l", "b", {"type": "url_text_input", "action_id": "a"})
    assert refusal(check_view, home | {"blocks": [url]}, "home") is not None
    assert refusal(check_view, home, "modal") is not None


def test_suggestions_are_at_most_a_hundred():
    assert refusal(check_options, {"options": options(100)}) is None
    assert refusal(check_options, {"options": options(101)}) is not None
    assert refusal(check_options, {"options": options(1), "more": 1}) is not None


# the SDK's models with everything they can hold are accepted: no rule too many


def everything_in_a_modal() -> list[sdk.Block]:
    some = [sdk.Option(text=sdk.PlainTextObject(text=f"n{k}"), value=str(k)) for k in range(3)]
    asking = sdk.ConfirmObject(title="t", text="t", confirm="ja", deny="nej", style="danger")
    elements = [
        sdk.PlainTextInputElement(
            action_id="a",
            placeholder="p",
            initial_value="i",
            multiline=True,
            min_length=1,
            max_length=9,
            dispatch_action_config=DispatchActionConfig(trigger_actions_on=["on_enter_pressed"]),
            focus_on_load=True,
        ),
        sdk.NumberInputElement(
            action_id="a",
            is_decimal_allowed=True,
            initial_value="1.5",
            min_value="1",
            max_value="2",
            placeholder="p",
        ),
        sdk.EmailInputElement(action_id="a", initial_value="a@b.dk", placeholder="p"),
        sdk.UrlInputElement(action_id="a", initial_value="https://a.dk", placeholder="p"),
        sdk.RichTextInputElement(action_id="a", placeholder="p"),
        sdk.DatePickerElement(action_id="a", initial_date="2022-03-10", confirm=asking),
        sdk.TimePickerElement(action_id="a", initial_time="14:00", timezone="Europe/Copenhagen"),
        sdk.DateTimePickerElement(action_id="a", initial_date_time=1646920800),
        sdk.CheckboxesElement(action_id="a", options=some, initial_options=some[:1]),
        sdk.RadioButtonsElement(action_id="a", options=some, initial_option=some[0]),
        sdk.StaticSelectElement(action_id="a", options=some, initial_option=some[2]),
        sdk.StaticSelectElement(
            action_id="a", option_groups=[sdk.OptionGroup(label="g", options=some)]
        ),
        sdk.StaticMultiSelectElement(
            action_id="a", options=some, initial_options=some, max_selected_items=3
        ),
        sdk.ExternalDataSelectElement(action_id="a", placeholder="p", min_query_length=0),
        sdk.ExternalDataMultiSelectElement(action_id="a", placeholder="p", min_query_length=2),
        sdk.UserSelectElement(action_id="a", initial_user="U00000001", placeholder="p"),
        sdk.UserMultiSelectElement(action_id="a", initial_users=["U00000001"]),
        sdk.ChannelSelectElement(
            action_id="a", initial_channel="C00000001", response_url_enabled=True
        ),
        sdk.ChannelMultiSelectElement(action_id="a", initial_channels=["C00000001"]),
        sdk.ConversationSelectElement(
            action_id="a",
            initial_conversation="C00000001",
            default_to_current_conversation=True,
            filter=ConversationFilter(include=["public"], exclude_bot_users=True),
        ),
        sdk.ConversationMultiSelectElement(action_id="a", initial_conversations=["C00000001"]),
    ]
    return [
        sdk.InputBlock(label="l", hint="h", optional=True, element=element, dispatch_action=False)
        for element in elements
    ]


def test_the_sdks_modal_with_every_input_is_accepted():
    view = View(
        type="modal",
        title="Alt",
        submit="Gem",
        close="Luk",
        blocks=everything_in_a_modal(),
        private_metadata="m",
        callback_id="c",
        external_id="e",
        clear_on_close=True,
        notify_on_close=True,
    ).to_dict()
    assert refusal(check_view, view, "modal") is None


def test_the_sdks_message_with_every_block_is_accepted():
    some = [sdk.Option(text=sdk.PlainTextObject(text=f"n{k}"), value=str(k)) for k in range(2)]
    linked = [sdk.Option(text=sdk.PlainTextObject(text="n"), value="1", url="https://a.dk")]
    picture = sdk.ImageElement(image_url="https://a.dk/b.png", alt_text="alt")
    blocks = [
        sdk.HeaderBlock(text="h"),
        sdk.SectionBlock(text="*t*", fields=["a", "b"], accessory=picture, expand=True),
        sdk.SectionBlock(text="t", accessory=sdk.OverflowMenuElement(options=linked + some)),
        sdk.DividerBlock(),
        sdk.ContextBlock(elements=[sdk.MarkdownTextObject(text="t", verbatim=True), picture]),
        sdk.ActionsBlock(
            elements=[
                sdk.ButtonElement(
                    text="b",
                    action_id="b",
                    url="https://a.dk",
                    value="v",
                    style="primary",
                    accessibility_label="l",
                    confirm=sdk.ConfirmObject(title="t", text="t"),
                ),
                sdk.StaticSelectElement(action_id="s", options=some, placeholder="p"),
            ]
        ),
        sdk.ImageBlock(image_url="https://a.dk/b.png", alt_text="alt", title="t"),
        sdk.MarkdownBlock(text="# t"),
        sdk.RichTextBlock(
            elements=[
                sdk.RichTextListElement(
                    style="bullet",
                    indent=0,
                    elements=[
                        sdk.RichTextSectionElement(
                            elements=[
                                sdk.RichTextElementParts.Text(text="a"),
                                sdk.RichTextElementParts.Link(url="https://a.dk", text="l"),
                                sdk.RichTextElementParts.User(user_id="U1"),
                            ]
                        )
                    ],
                ),
                sdk.RichTextQuoteElement(elements=[sdk.RichTextElementParts.Text(text="a")]),
            ]
        ),
    ]
    refused = refusal(check_message_blocks, [block.to_dict() for block in blocks])
    assert refused is None, getattr(refused, "messages", ())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["type", "text", "elements", "options", "accessory", "fields"]),
                inner | st.sampled_from(["section", "actions", "plain_text", "static_select"]),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_payload_breaks_the_checks(junk):
    for check in (
        lambda: check_message_blocks([junk]),
        lambda: check_message_blocks([{"type": "section", "accessory": junk}]),
        lambda: check_message_blocks([{"type": "actions", "elements": junk}]),
        lambda: check_view({"type": "modal", "title": plain("t"), "blocks": junk}, "modal"),
        lambda: check_view(junk, "home"),
        lambda: check_options(junk),
    ):
        refusal(check)
