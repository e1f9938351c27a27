"""Block elements, and which of them may stand where.

https://docs.slack.dev/reference/block-kit/block-elements
"""

from bot.demo import limits
from bot.demo.blockkit.composition import (
    CHOICE,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_CONFIG,
    OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    SLACK_FILE,
    initial_is_offered,
    options_or_groups,
    plain,
)
from bot.demo.blockkit.spot import (
    Check,
    Shape,
    Spot,
    anything,
    flag,
    many,
    one_of,
    string,
    url,
    whole,
)

_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_ID = string(255, pattern=r"[A-Z0-9]+")

_NAMED: dict[str, Check] = {"action_id": string(limits.ACTION_ID)}
_ASKING: dict[str, Check] = {**_NAMED, "confirm": CONFIRM}
_FOCUSED: dict[str, Check] = {"focus_on_load": flag}
_HINTED: dict[str, Check] = {"placeholder": plain(limits.PLACEHOLDER)}
_SELECT: dict[str, Check] = {**_ASKING, **_FOCUSED, **_HINTED}
_MULTI: dict[str, Check] = {**_SELECT, "max_selected_items": whole(1)}
_TYPED: dict[str, Check] = {
    **_NAMED,
    **_FOCUSED,
    **_HINTED,
    "dispatch_action_config": DISPATCH_CONFIG,
}


def _lengths_in_order(spot: Spot) -> None:
    low, high = spot.value.get("min_length"), spot.value.get("max_length")
    if low is not None and high is not None and low > high:
        spot.complain("min_length must not be greater than max_length")


def _one_picture(spot: Spot) -> None:
    if (spot.value.get("image_url") is None) == (spot.value.get("slack_file") is None):
        spot.complain("must provide exactly one of image_url and slack_file")


def _selects(kind: str, fields: dict[str, Check]) -> dict[str, Check]:
    """`<kind>_select` and `multi_<kind>_select`, each with its initial value."""
    plural = {"initial_user": "initial_users", "initial_conversation": "initial_conversations",
              "initial_channel": "initial_channels"}  # fmt: skip
    single = f"initial_{kind.removesuffix('s')}"
    return {
        f"{kind}_select": Shape({**_SELECT, **fields, single: _ID, "response_url_enabled": flag}),
        f"multi_{kind}_select": Shape(
            {**_MULTI, **fields, plural[single]: many(_ID, most=limits.SELECT_OPTIONS)}
        ),
    }


BUTTON = Shape(
    {
        **_ASKING,
        "text": plain(limits.BUTTON_TEXT),
        "url": url(limits.BUTTON_URL),
        "value": string(limits.BUTTON_VALUE, least=0),
        "style": one_of("primary", "danger"),
        "accessibility_label": string(limits.ACCESSIBILITY_LABEL),
    },
    ("text",),
)

IMAGE = Shape(
    {
        "image_url": url(limits.IMAGE_URL),
        "slack_file": SLACK_FILE,
        "alt_text": string(limits.IMAGE_ALT, least=0),
    },
    ("alt_text",),
    _one_picture,
)

_OPTIONS: dict[str, Check] = {
    "options": many(OPTION, most=limits.SELECT_OPTIONS),
    "option_groups": many(OPTION_GROUP, most=limits.SELECT_GROUPS),
}
_CHOICES: dict[str, Check] = {
    **_ASKING,
    **_FOCUSED,
    "options": many(CHOICE, most=limits.CHOICE_OPTIONS),
}

ELEMENTS: dict[str, Check] = {
    "button": BUTTON,
    "image": IMAGE,
    "overflow": Shape(
        {**_ASKING, "options": many(OVERFLOW_OPTION, most=limits.OVERFLOW_OPTIONS)},
        ("options",),
    ),
    "static_select": Shape(
        {**_SELECT, **_OPTIONS, "initial_option": OPTION}, relations=options_or_groups
    ),
    "multi_static_select": Shape(
        {**_MULTI, **_OPTIONS, "initial_options": many(OPTION, most=limits.SELECT_OPTIONS)},
        relations=options_or_groups,
    ),
    "external_select": Shape({**_SELECT, "initial_option": OPTION, "min_query_length": whole(0)}),
    "multi_external_select": Shape(
        {
            **_MULTI,
            "initial_options": many(OPTION, most=limits.SELECT_OPTIONS),
            "min_query_length": whole(0),
        }
    ),
    **_selects("users", {}),
    **_selects(
        "conversations",
        {"filter": CONVERSATION_FILTER, "default_to_current_conversation": flag},
    ),
    **_selects("channels", {}),
    "checkboxes": Shape(
        {**_CHOICES, "initial_options": many(CHOICE, most=limits.CHOICE_OPTIONS)},
        ("options",),
        initial_is_offered,
    ),
    "radio_buttons": Shape(
        {**_CHOICES, "initial_option": CHOICE}, ("options",), initial_is_offered
    ),
    "datepicker": Shape(
        {**_ASKING, **_FOCUSED, **_HINTED, "initial_date": string(10, pattern=_DATE)}
    ),
    "timepicker": Shape(
        {
            **_ASKING,
            **_FOCUSED,
            **_HINTED,
            "initial_time": string(5, pattern=_TIME),
            "timezone": string(255),
        }
    ),
    "datetimepicker": Shape(
        {**_ASKING, **_FOCUSED, "initial_date_time": whole(1_000_000_000, 9_999_999_999)}
    ),
    "plain_text_input": Shape(
        {
            **_TYPED,
            "initial_value": string(limits.PLAIN_TEXT_INPUT, least=0),
            "multiline": flag,
            "min_length": whole(0, limits.PLAIN_TEXT_INPUT),
            "max_length": whole(1, limits.PLAIN_TEXT_INPUT),
        },
        relations=_lengths_in_order,
    ),
    "number_input": Shape(
        {
            **_TYPED,
            "is_decimal_allowed": flag,
            "initial_value": string(255),
            "min_value": string(255),
            "max_value": string(255),
        },
        ("is_decimal_allowed",),
    ),
    "email_text_input": Shape({**_TYPED, "initial_value": string(limits.PLAIN_TEXT_INPUT)}),
    "url_text_input": Shape({**_TYPED, "initial_value": string(limits.PLAIN_TEXT_INPUT)}),
    "rich_text_input": Shape({**_TYPED, "initial_value": anything}),
    "file_input": Shape(
        {
            **_NAMED,
            "filetypes": many(string(255), most=100),
            "max_files": whole(1, limits.FILE_INPUT_FILES),
        }
    ),
}

_MULTI_SELECTS = {name for name in ELEMENTS if name.startswith("multi_")}
_SINGLE_SELECTS = {
    name for name in ELEMENTS if name.endswith("_select") and name not in _MULTI_SELECTS
}
_PICKERS = {"datepicker", "timepicker"}
_CHOICE_LISTS = {"checkboxes", "radio_buttons"}

ACCESSORIES = frozenset(
    {"button", "image", "overflow"} | _SINGLE_SELECTS | _MULTI_SELECTS | _PICKERS | _CHOICE_LISTS
)
ACTIONS = frozenset(
    {"button", "overflow", "datetimepicker"} | _SINGLE_SELECTS | _PICKERS | _CHOICE_LISTS
)
INPUTS = frozenset(set(ELEMENTS) - {"button", "image", "overflow"})
MODAL_ONLY = frozenset({"number_input", "email_text_input", "url_text_input", "file_input"})
NOT_IN_MESSAGES = MODAL_ONLY | {"rich_text_input"}
STATEFUL = frozenset(set(ELEMENTS) - {"button", "image", "overflow"})
"""What keeps a value and shows up in `state.values`."""


def among(names: frozenset[str]) -> dict[str, Check]:
    return {name: ELEMENTS[name] for name in sorted(names)}
