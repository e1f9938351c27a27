"""Block Kit's shapes, checked as strictly as Slack does and reported in its words."""

from bot.demo.blockkit.surfaces import check_message_blocks, check_options, check_view

__all__ = ["check_message_blocks", "check_options", "check_view"]
