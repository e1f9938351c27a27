"""Ids of the buttons and dialogs about remarks on a draft."""

from enum import StrEnum


class CommentPress(StrEnum):
    ADD = "comments.add"  # value: meeting
    ACCEPT = "comments.accept"  # value: comment
    DISMISS = "comments.dismiss"  # value: comment
    REOPEN = "comments.reopen"  # value: comment


class CommentForm(StrEnum):
    ADD = "comments.form_add"
    CHOOSE = "comments.form_choose"  # which entry the remark changes
    CHANGE = "comments.form_change"  # that entry, or a new one
    DISMISS = "comments.form_dismiss"
