"""Ids of the buttons and dialogs about questions that are asked in private."""

from enum import StrEnum


class InquiryPress(StrEnum):
    ASK = "inquiries.ask"  # value: series
    LIST = "inquiries.list"  # value: series
    WITHDRAW = "inquiries.withdraw"  # value: inquiry
    ANSWER = "inquiries.answer"  # value: inquiry
    ANSWER_ASKER = "inquiries.answer_asker"  # value: inquiry
    DECLINE = "inquiries.decline"  # value: inquiry


class InquiryForm(StrEnum):
    ASK = "inquiries.form_ask"
    ANSWER = "inquiries.form_answer"
    ANSWER_ASKER = "inquiries.form_answer_asker"
    DECLINE = "inquiries.form_decline"
