"""The rich text block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"""

from bot.demo import limits
from bot.demo.blockkit.spot import Shape, anything, by_type, flag, many, one_of, string, url, whole

_STYLES = (
    "bold",
    "italic",
    "strike",
    "code",
    "underline",
    "highlight",
    "client_highlight",
    "unlink",
)
_STYLE = Shape(dict.fromkeys(_STYLES, flag))
_MOST = 1_000  # parts; Slack gives no number

_PARTS = by_type(
    {
        "text": Shape({"text": string(limits.SECTION_TEXT * 4), "style": _STYLE}, ("text",)),
        "link": Shape(
            {
                "url": url(limits.BUTTON_URL),
                "text": string(limits.SECTION_TEXT),
                "unsafe": flag,
                "style": _STYLE,
            },
            ("url",),
        ),
        "user": Shape({"user_id": string(255), "style": _STYLE}, ("user_id",)),
        "channel": Shape({"channel_id": string(255), "style": _STYLE}, ("channel_id",)),
        "usergroup": Shape({"usergroup_id": string(255), "style": _STYLE}, ("usergroup_id",)),
        "emoji": Shape({"name": string(255), "unicode": string(255), "style": _STYLE}, ("name",)),
        "broadcast": Shape(
            {"range": one_of("here", "channel", "everyone"), "style": _STYLE}, ("range",)
        ),
        "date": Shape(
            {
                "timestamp": whole(0),
                "format": string(255),
                "url": url(limits.BUTTON_URL),
                "fallback": string(255),
                "style": _STYLE,
            },
            ("timestamp", "format"),
        ),
        "color": Shape({"value": string(255)}, ("value",)),
    }
)

_SECTION = Shape({"elements": many(_PARTS, most=_MOST, least=0)}, ("elements",))
_FRAMED = Shape(
    {"elements": many(_PARTS, most=_MOST, least=0), "border": whole(0, 1), "language": anything},
    ("elements",),
)
_LIST = Shape(
    {
        "style": one_of("bullet", "ordered"),
        "elements": many(by_type({"rich_text_section": _SECTION}), most=_MOST),
        "indent": whole(0, 8),
        "offset": whole(0),
        "border": whole(0, 1),
    },
    ("style", "elements"),
)

RICH_TEXT = Shape(
    {
        "block_id": string(limits.BLOCK_ID),
        "elements": many(
            by_type(
                {
                    "rich_text_section": _SECTION,
                    "rich_text_list": _LIST,
                    "rich_text_quote": _FRAMED,
                    "rich_text_preformatted": _FRAMED,
                }
            ),
            most=_MOST,
            least=0,
        ),
    },
    ("elements",),
)
