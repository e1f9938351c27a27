"""Slack's limits, as numbers.

Characters are code points. Sources: the reference pages of Block Kit, messages and views on
docs.slack.dev; `msg_blocks_too_long` from slackapi/bolt-js issue 2509 (it isn't documented).
The shapes that use them are in `bot.demo.blockkit`.
"""

from datetime import timedelta

# message
MESSAGE_BLOCKS = 50
MESSAGE_TEXT_CUT = 40_000  # chat.postMessage cuts silently
MESSAGE_TEXT_UPDATE = 4_000  # chat.update and chat.postEphemeral refuse with msg_too_long
MESSAGE_BLOCKS_TEXT = 13_000  # all texts of all blocks together
MESSAGE_METADATA = 16_000  # bytes of JSON
MESSAGE_ATTACHMENTS = 100

# view
VIEW_BLOCKS = 100
VIEW_TITLE = 24
VIEW_BUTTON = 24
VIEW_METADATA = 3_000
VIEW_ID = 255
VIEW_STACK = 3
VIEW_BYTES = 250 * 1024

# block
BLOCK_ID = 255
ACTION_ID = 255
SECTION_TEXT = 3_000
SECTION_FIELD = 2_000
SECTION_FIELDS = 10
HEADER_TEXT = 150
CONTEXT_TEXT = 3_000
CONTEXT_ELEMENTS = 10
ACTIONS_ELEMENTS = 25
IMAGE_URL = 3_000
IMAGE_ALT = 2_000
IMAGE_TITLE = 2_000
INPUT_LABEL = 2_000
INPUT_HINT = 2_000
MARKDOWN_TEXT = 12_000

# element
BUTTON_TEXT = 75
BUTTON_URL = 3_000
BUTTON_VALUE = 2_000
ACCESSIBILITY_LABEL = 75
OPTION_TEXT = 75
OPTION_VALUE = 150
OPTION_DESCRIPTION = 75
OPTION_URL = 3_000
OPTION_GROUP_LABEL = 75
SELECT_OPTIONS = 100
SELECT_GROUPS = 100
OVERFLOW_OPTIONS = 5
CHOICE_OPTIONS = 10  # checkboxes and radio buttons
PLACEHOLDER = 150
PLAIN_TEXT_INPUT = 3_000
FILE_INPUT_FILES = 10
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_BUTTON = 30

# time
ACKNOWLEDGE = timedelta(seconds=3)
TRIGGER_LIFE = timedelta(seconds=3)
RESPONSE_URL_LIFE = timedelta(minutes=30)
RESPONSE_URL_USES = 5
EVENT_RETRIES = (timedelta(0), timedelta(minutes=1), timedelta(minutes=5))
SOCKET_CONNECTIONS = 10
GROUP_DM_PEOPLE = 8  # besides the one who opens it
